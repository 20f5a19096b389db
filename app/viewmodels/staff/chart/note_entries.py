"""Progress notes as entries of a timeline."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from app.core.text import msg
from app.domain.chart.anatomy import find_tooth
from app.domain.chart.notes import ChartNote, note_slots
from app.domain.chart.numbering import Numbering, number_of
from app.viewmodels.timeline import TimelineEntry
from app.viewmodels.translation import tr, typed
from app.wire.resources.chart_modules import ProgNoteSigned, ProgNoteType
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus

STATUS_WORDS = {
    ProcedureStatus.TREATMENT_PLANNED: msg("Planned"),
    ProcedureStatus.TREATMENT_PLANNED_INACTIVE: msg("Planned, inactive"),
    ProcedureStatus.COMPLETE: msg("Complete"),
    ProcedureStatus.EXISTING_CURRENT: msg("Existing, here"),
    ProcedureStatus.EXISTING_OTHER: msg("Existing, elsewhere"),
    ProcedureStatus.REFERRED: msg("Referred out"),
    ProcedureStatus.CONDITION: msg("Condition"),
}
_ICONS = {
    ProgNoteType.APPOINTMENT: "SCHEDULE",
    ProgNoteType.COMMLOG: "PHONE",
    ProgNoteType.LAB_CASE: "LAB",
}
_PROCEDURE_ICONS = {ProcedureStatus.COMPLETE: "CONFIRM", ProcedureStatus.TREATMENT_PLANNED: "ADD"}
_OTHER_PROCEDURE, _OTHER_ICON = "OVERLAP", "NOTE"


def place_text(teeth: str, surfaces: str, numbering: Numbering) -> str:
    """Teeth in a numbering, with surfaces: "14 MOD", "26 MOD", "UL6 MOD". What names no tooth stays as it is."""
    named = teeth.split(",") if teeth else []
    found = [(find_tooth(part), part) for part in named]
    numbers = [number_of(tooth, numbering) if tooth is not None else part.strip() for tooth, part in found]
    return " ".join(part for part in (_short(numbers), surfaces) if part)


def _short(numbers: list[str]) -> str:
    """Many teeth by the first and the last."""
    return f"{numbers[0]}…{numbers[-1]}" if len(numbers) > 3 else ", ".join(numbers)


class NoteEntries(Struct, frozen=True):
    """Makes the entries: teeth in one numbering, ranges of teeth as far as the procedures are known."""

    numbering: Numbering = Numbering.UNIVERSAL
    procedures: Mapping[int, ProcedureLog] = {}
    """By ProcNum, only those with a range."""

    def entry(self, note: ChartNote) -> TimelineEntry:
        """One note."""
        row = note.row
        icon, title = _ICONS.get(row.ObjectType, _OTHER_ICON), row.Description
        if row.ObjectType is ProgNoteType.PROCEDURE:
            status = ProcedureStatus(row.Stat)
            icon = _PROCEDURE_ICONS.get(status, _OTHER_PROCEDURE)
            title = self._title(note, typed(STATUS_WORDS.get(status, row.Stat)))
        return TimelineEntry(
            note.key,
            note.at,
            icon,
            title,
            row.note,
            _author(note),
            note.kind.value,
            note_slots(note, self.procedures),
        )

    def _title(self, note: ChartNote, status: str) -> str:
        """Tooth, surfaces, what was done, and its status."""
        row = note.row
        known = self.procedures.get(row.PrimaryKey)
        teeth = known.ToothRange if known is not None else row.Th
        place = place_text(teeth, row.Surf, self.numbering)
        if find_tooth(teeth.partition(",")[0]) is not None:
            place = f"#{place}"
        parts = (place, row.Description, row.ProcCode, status)
        return " · ".join(part for part in parts if part)


def _author(note: ChartNote) -> str:
    row = note.row
    signed = tr("signed") if row.Signed is ProgNoteSigned.SIGNED else ""
    return " · ".join(part for part in (row.Prov or row.User, signed) if part)
