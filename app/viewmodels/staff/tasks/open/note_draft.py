"""The note that is typed on the open task. It is kept for its task, sealed on this PC, until it is sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.domain.money.card_numbers import without_card_numbers
from app.journal.entries import Entry, WriteState
from app.sealed.errors import LocalStoreError
from app.services.patients.ready_notes import FOR_TASKS, ReadyNote, read_ready_notes
from app.services.people.authority import NotAllowed
from app.services.writes.errors import CannotWrite
from app.services.writes.tasks.note import NO_NOTE_TYPED
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.quick_paste import QuickPaste
from app.viewmodels.translation import tr, typed
from app.wire.resources.tasks import Task


class DraftState(Struct, frozen=True):
    """What the field shows."""

    note: str = ""
    offers: tuple[ReadyNote, ...] = ()
    """Ready-made notes: those that match what is being typed, else the usual ones."""
    words: str = ""
    """What is missing, or why it was not sent."""
    why_not: str = ""
    """Why no note can be written on this task; empty: it can."""


class NoteDraft(QObject):
    """`changed`: the state changed. `note_changed`: the text was changed by something else than typing."""

    changed = Signal()
    note_changed = Signal(int)
    """Where the cursor is then."""

    def __init__(
        self,
        desk: DeskViewModel,
        write: Callable[[Task, str], Awaitable[Entry]],
        may: Callable[[], Any],
        parent: QObject | None = None,
    ) -> None:
        """`may` returns a verdict: whether notes can be written."""
        super().__init__(parent)
        self._desk = desk
        self._write = write
        self._may = may
        self._paste = QuickPaste()
        self._asked = False
        """Whether the ready-made notes have been asked for."""
        self._notebook = desk.parts.my_tasks().notebook
        self._shown = (0, 0)
        """Person and task: what one typed is not sent under another's name."""
        self._task: Task | None = None
        self.state = DraftState()

    def show(self, task: Task | None) -> None:
        """Another task is open, or another person is here. The same one read again: what is typed stays."""
        self._task = task
        why_not = "" if self._may().ok else typed(self._may().reason)
        before, self._shown = self._shown, self._key(task)
        note = self._kept(self._shown)
        if before == self._shown and (not note or self.state.note.strip()):
            self._set(self.state.note, self.state.words, why_not)
            return
        self._paste.begin()
        self._set(note, "", why_not)
        self.note_changed.emit(len(note))

    def drop(self, task_num: int) -> str:
        """Keep this person's note on a task no longer; returns it."""
        key = self._desk.user.user_num, task_num
        note = self._kept(key)
        self._keep(key, "")
        return note

    def begin(self) -> None:
        """The field was entered: the ready-made notes are wanted."""
        if not self._asked:
            self._asked = True
            self._desk.parts.scope.start(self._read(), "ready-made notes")

    def type_text(self, note: str, cursor: int) -> None:
        """Keep what is typed. A whole abbreviation with a space or a period behind it is replaced by its note."""
        if (put := self._paste.type_text(note, cursor)) is not None:
            self._put(*put)
        else:
            self._enter(note)

    def put(self, offer: ReadyNote, cursor: int) -> None:
        """Put a ready-made note in at the cursor, in place of a typed abbreviation."""
        self._put(*self._paste.put(self.state.note, cursor, offer))

    def put_first(self, cursor: int) -> bool:
        """Put in the first note that matches the abbreviation being typed. Returns whether there is one."""
        if (put := self._paste.first(self.state.note, cursor)) is None:
            return False
        self._put(*put)
        return True

    def save(self) -> None:
        """Send it, or say what is missing."""
        task, note = self._task, self.state.note
        verdict = self._may()
        if task is None:
            return
        if not verdict.ok:
            self._set(note, typed(verdict.reason))
        elif not note.strip():
            self._set(note, tr(NO_NOTE_TYPED))
        else:
            self._clear()
            self._desk.parts.scope.start(self._send(task, note, self._shown), "task note")

    def give_back(self, task_num: int, note: str, words: str = "") -> None:
        """A note was not sent, or is to be changed: it is in its task's field again, before what was typed since."""
        self._return((self._desk.user.user_num, task_num), note, words)

    def _return(self, key: tuple[int, int], note: str, words: str) -> None:
        typed_since = self._kept(key)
        both = f"{note}\n{typed_since}" if typed_since else note
        self._keep(key, both)
        if key == self._shown:
            self._set(both, words)
            self.note_changed.emit(len(both))

    async def _send(self, task: Task, note: str, key: tuple[int, int]) -> None:
        try:
            entry = await self._write(task, note)
        except (ApiError, LocalStoreError, CannotWrite, NotAllowed) as error:
            self._return(key, note, explain(error).sentence)
            if key != self._shown:
                self._desk.outcomes.fail(error)
            return
        if entry.state is not WriteState.DONE:  # the thread shows a note that was added
            await self._desk.outcomes.report(entry)

    async def _read(self) -> None:
        client = self._desk.parts.client
        self._paste.notes = await read_ready_notes(client, Need.CLICK, FOR_TASKS)
        self._asked = bool(self._paste.notes)  # what was refused is asked for again
        self._set(self.state.note, self.state.words)

    def _put(self, note: str, at: int) -> None:
        self._enter(note)
        self.note_changed.emit(at)

    def _enter(self, note: str) -> None:
        if self._task is not None:
            self._keep(self._shown, note)
        self._set(note, "")

    def _kept(self, key: tuple[int, int]) -> str:
        user_num, task_num = key
        return self._notebook.unsent_of(user_num).notes.get(task_num, "")

    def _keep(self, key: tuple[int, int], note: str) -> None:
        """Seconds later it is on disk, without a card's number. A note that is sent is in the journal by then."""
        user_num, task_num = key
        notes, kept = self._notebook.unsent_of(user_num).notes, without_card_numbers(note)
        if kept.strip():
            notes[task_num] = kept
        elif notes.pop(task_num, None) is None:
            return
        self._notebook.changed(soon=True)

    def _clear(self) -> None:
        self._keep(self._shown, "")
        self._paste.begin()
        self._set("", "")
        self.note_changed.emit(0)

    def _key(self, task: Task | None) -> tuple[int, int]:
        return self._desk.user.user_num, task.TaskNum if task is not None else 0

    def _set(self, note: str, words: str, why_not: str | None = None) -> None:
        state = DraftState(
            note, self._paste.offers, words, self.state.why_not if why_not is None else why_not
        )
        if state != self.state:
            self.state = state
            self.changed.emit()
