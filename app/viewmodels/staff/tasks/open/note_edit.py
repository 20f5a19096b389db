"""Changes one's own note in the thread: both versions are shown if it was changed elsewhere, too."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.core.text import msg
from app.journal.entries import Entry
from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.inline.kinds import TextKind
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.opened_edit import OpenedEdit
from app.viewmodels.tables.column import date_text
from app.viewmodels.timeline import TimelineEntry
from app.viewmodels.translation import tr, typed
from app.viewmodels.verdict import Verdict
from app.wire.resources.task_notes import TaskNote

TEXT = FieldSpec("Note", msg("Note"), TextKind(required=True, is_long=True))  # words: the field of the row


class NoteEdit(QObject):
    """Opens a note that the user has chosen in the thread, if it may be changed."""

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._writes = desk.parts.task_writes()
        self._task_num = 0
        self.opened: OpenedEdit[TaskNote] = OpenedEdit(
            desk, TEXT, self._write, self._may, "TaskNoteNum", self
        )

    def show(self, task_num: int) -> None:
        """Another task is open: what was changed of a note is saved."""
        if task_num != self._task_num:
            self._task_num = task_num
            self.opened.close()

    def open(self, entry: TimelineEntry) -> None:
        """Edit a note, or say why it can't be changed. What is no note of this task is left alone."""
        notes = self._desk.parts.tasks().notes(self._task_num) or ()
        note = next((each for each in notes if each.TaskNoteNum == entry.key), None)
        if note is None:
            return
        verdict = self._writes.can_edit_note(note)
        if verdict.ok:
            self.opened.open(note)
        else:
            self._desk.warn(typed(verdict.reason))

    async def _write(self, note: TaskNote, text: str) -> Entry:
        return await self._writes.edit_note(note, text)

    def _may(self) -> Verdict:
        note = self.opened.row
        found = self._writes.can_edit_note(note) if note is not None else None
        return Verdict(ok=found is None or found.ok, reason=found.reason if found is not None else "")


def note_words(note: TaskNote) -> str:
    """Which note is edited."""
    when = date_text(note.DateTimeNote) if note.DateTimeNote is not None else ""
    return tr("your note of {when}", when=when)
