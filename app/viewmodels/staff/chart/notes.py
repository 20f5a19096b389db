"""The chart's progress notes: filtered by kind, by tooth and by words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal

from app.core.text import msg
from app.domain.chart.anatomy import find_tooth
from app.domain.chart.notes import NoteKind, slot_key
from app.domain.chart.numbering import Numbering, number_of
from app.services.patients.chart.notes import NotesReader, ProgressNotes
from app.viewmodels.staff.chart.note_entries import NoteEntries
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.timeline import TimelineViewModel
from app.viewmodels.translation import tr
from app.wire.resources.procedure_logs import ProcedureLog

KINDS = {
    NoteKind.PROCEDURE.value: msg("Procedures"),
    NoteKind.APPOINTMENT.value: msg("Appointments"),
    NoteKind.COMMLOG.value: msg("Commlogs"),
    NoteKind.OTHER.value: msg("Other"),
}


class NotesSection(Section[ProgressNotes]):
    """`tooth_changed`: the notes are limited to another tooth, or to none."""

    reader = NotesReader
    tooth_changed = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.timeline = TimelineViewModel(
            msg("Progress notes"), self, kinds=KINDS, empty=msg("No progress notes yet.")
        )
        self.tooth = ""
        """The tooth that the notes are limited to, by Open Dental's name; empty: none."""
        self._entries = NoteEntries()

    @property
    def tooth_words(self) -> str:
        """The chip over the notes; empty: they are not limited to a tooth."""
        tooth = find_tooth(self.tooth) if self.tooth else None
        return (
            tr("Tooth {number}", number=number_of(tooth, self._entries.numbering))
            if tooth is not None
            else ""
        )

    @property
    def coming(self) -> str:
        """That further pages are still being read."""
        value = self.value
        if value is None or value.complete:
            return ""
        return tr("Loading more notes: {n} so far", n=len(value.rows))

    def show(self, pat_num: int | None) -> None:
        """Show another patient's: all teeth again, and nothing of the last one."""
        if pat_num != self.pat_num:
            self.limit_to("")
            self._entries = NoteEntries(self._entries.numbering)
            self.timeline.show_rows(())
        super().show(pat_num)

    def limit_to(self, tooth: str) -> None:
        """Show only the notes about a tooth and its predecessor; empty: all."""
        found = find_tooth(tooth) if tooth else None
        self.tooth = found.name if found is not None else ""
        self.timeline.narrow(slot_key(found) if found is not None else "")
        self.tooth_changed.emit()

    def use_numbering(self, numbering: Numbering) -> None:
        """Number the teeth in another system."""
        self._make(NoteEntries(numbering, self._entries.procedures))
        self.tooth_changed.emit()

    def use_procedures(self, procedures: Mapping[int, ProcedureLog]) -> None:
        """The procedures by ProcNum, which know the teeth of a bridge or a denture."""
        ranges = {number: row for number, row in procedures.items() if row.ToothRange}
        self._make(NoteEntries(self._entries.numbering, ranges))

    def _fill(self, value: ProgressNotes) -> None:
        self.timeline.show_rows(map(self._entries.entry, value.rows))

    def _make(self, entries: NoteEntries) -> None:
        """Make the entries anew if they would differ."""
        if entries != self._entries:
            self._entries = entries
            if (value := self.value) is not None:
                self._fill(value)
