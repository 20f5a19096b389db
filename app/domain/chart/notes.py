"""Progress notes as they are shown: newest first, with dates, teeth and kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from app.domain.chart.anatomy import Tooth, find_tooth
from app.domain.chart.places import teeth_of
from app.wire.lenient import Misread, read_moment
from app.wire.resources.chart_modules import ProgNote, ProgNoteType
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus


class NoteKind(StrEnum):
    """What the notes can be limited to."""

    PROCEDURE = "procedure"
    APPOINTMENT = "appointment"
    COMMLOG = "commlog"
    OTHER = "other"
    """Prescriptions, lab cases, tasks, e-mails and forms."""


_KINDS = {
    ProgNoteType.PROCEDURE: NoteKind.PROCEDURE,
    ProgNoteType.APPOINTMENT: NoteKind.APPOINTMENT,
    ProgNoteType.COMMLOG: NoteKind.COMMLOG,
}


class ChartNote(Struct, frozen=True):
    """One progress note."""

    row: ProgNote
    at: date | None
    """A datetime if the note has a time."""

    @property
    def key(self) -> tuple[str, int]:
        """Its type and number: unique within a patient."""
        return self.row.ObjectType.value, self.row.PrimaryKey

    @property
    def kind(self) -> NoteKind:
        """What it counts as in the filter."""
        return _KINDS.get(self.row.ObjectType, NoteKind.OTHER)


def chart_notes(rows: Iterable[ProgNote]) -> tuple[ChartNote, ...]:
    """The notes, newest first; those of one moment in reverse of the office's order.

    A repeated row is left out, and a deleted procedure.
    """
    read = (ChartNote(row, _moment(row)) for row in rows if not _is_deleted(row))
    found = {note.key: note for note in read}
    notes = list(found.values())
    notes.reverse()
    notes.sort(key=lambda note: _sortable(note.at), reverse=True)
    return tuple(notes)


def note_slots(note: ChartNote, procedures: Mapping[int, ProcedureLog]) -> tuple[str, ...]:
    """The teeth that a note is about, as `slot_key`s. `procedures` by ProcNum knows ranges, which notes don't name."""
    row = note.row
    if row.ObjectType is not ProgNoteType.PROCEDURE:
        return ()
    known = procedures.get(row.PrimaryKey)
    if known is not None and known.ToothRange:
        return tuple(slot_key(tooth) for tooth in teeth_of(known))
    tooth = find_tooth(row.Th) if row.Th else None
    return (slot_key(tooth),) if tooth is not None else ()


def slot_key(tooth: Tooth) -> str:
    """Identifies a tooth together with its primary predecessor, whose history belongs to the same place."""
    return f"{tooth.slot}S" if tooth.extra else str(tooth.slot)


def _is_deleted(row: ProgNote) -> bool:
    return row.ObjectType is ProgNoteType.PROCEDURE and row.Stat == ProcedureStatus.DELETED


def _moment(row: ProgNote) -> date | None:
    """When it was, from the display texts of the office; None for none or one that is no date."""
    try:
        found = read_moment(row.DateTime or row.Date)
    except Misread:
        return None
    if found.year == 1:
        return None
    return found if row.Time else found.date()


def _sortable(at: date | None) -> tuple[int, int]:
    if at is None:
        return 0, 0
    minutes = at.hour * 60 + at.minute if isinstance(at, datetime) else -1
    return at.toordinal(), minutes
