"""All actions on tasks. What a key or an office doesn't allow has its reason before anything is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from app.api.capabilities import YES, Verdict
from app.core.clock import Clock
from app.core.text import Text, Words, msg
from app.domain.tasks.taking import taker
from app.domain.tasks.thread import read_handover, with_date
from app.journal.entries import Author, Entry, WriteState
from app.services.tasks.users import UserNames
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.change import Version, versions
from app.services.writes.steps import Steps, steps_of
from app.services.writes.tasks.edit import edit_note_intent, edit_task_intent
from app.services.writes.tasks.hand_on import Source, hand_on_intent, hand_on_subject
from app.services.writes.tasks.new import (
    NO_TEXT_TYPED,
    SHORT_LENGTH,
    NewTask,
    add_task_intent,
)
from app.services.writes.tasks.note import NO_NOTE_TYPED, note_intent, take_intent
from app.services.writes.tasks.once import add_once_intent
from app.services.writes.tasks.rows import check_text, context_of
from app.services.writes.tasks.status import mark_intent
from app.services.writes.writes import Writes
from app.store.tasks.board import TaskBoard
from app.wire import version as versioning
from app.wire.resources.task_notes import TaskNote, TaskNotes
from app.wire.resources.tasks import Task, TaskObjectType, TaskReminderType, Tasks, TaskStatusEnum

__all__ = ["NewTask", "TaskWrites", "Version", "versions"]

STATUS_SINCE = "24.2.10"
"""The API can't set a task's status before."""
NOBODY = msg("Sign in first: a task in Open Dental has a user who wrote it.")
ALREADY_YOURS = msg("You have taken this task already.")
NOT_YOURS = msg("Only its author can change a note.")
SAME_LIST = msg("The task is in this list already.")
REMINDS = msg("This task repeats or reminds in Open Dental. Hand it on there, or its reminder would be lost.")
HANDED_ON_ALREADY = msg("This task is being handed on already.")


class TaskWrites:
    """Each write returns the journal entry and raises as `Writes.send` does; CannotWrite has the verdict's reason.

    A task is passed as the user saw it. Done entries reach the board by themselves (`services/tasks/following.py`).
    """

    def __init__(
        self, writes: Writes, board: TaskBoard, clock: Clock, author: Callable[[], Author], users: UserNames
    ) -> None:
        """`clock` is the office's; `author` is the person at the desk."""
        self._users = users
        self._writes = writes
        self._board = board
        self._clock = clock
        self._author = author

    def can_add(self) -> Verdict:
        """Whether tasks can be added here."""
        return self._can(Tasks.create)

    def can_note(self) -> Verdict:
        """Whether notes can be added to tasks; needs 24.4.22."""
        return self._can(TaskNotes.create)

    def can_edit(self) -> Verdict:
        """Whether the text, the priority and the attachment of tasks can be changed; needs 22.4.15."""
        return self._allowed(Tasks.update)

    def can_mark(self) -> Verdict:
        """Whether tasks can be marked viewed and done; needs 24.2.10."""
        allowed = self._allowed(Tasks.update)
        return self._since(STATUS_SINCE) if allowed else allowed

    def can_edit_note(self, note: TaskNote) -> Verdict:
        """Whether the person at the desk may change a note: only its author may."""
        allowed = self._can(TaskNotes.update)
        if allowed and note.UserNum != self._author().user_num:
            return Verdict(ok=False, reason=NOT_YOURS)
        return allowed

    def can_hand_on(self, row: Task | None = None, list_num: int = 0) -> Verdict:
        """Whether tasks can be handed on, and this one to this list. The old one has to be marked done: 24.2.10."""
        for verdict in (self.can_add(), self.can_mark()):
            if not verdict:
                return verdict
        if row is not None and row.TaskListNum == list_num:
            return Verdict(ok=False, reason=SAME_LIST)
        if row is not None and (row.IsRepeating or row.ReminderType is not TaskReminderType.NO_REMINDER):
            return Verdict(ok=False, reason=REMINDS)
        if row is not None and self.is_handed_on(row.TaskNum):
            return Verdict(ok=False, reason=HANDED_ON_ALREADY)
        return YES

    async def add(self, new: NewTask, *, once_at: datetime | None = None) -> Entry:
        """Add a task. Its undo marks it done, because no method deletes one.

        `once_at`: once for all desks: the same list, attachment and this time of entry are the same task.
        """
        _insist(self._allowed(Tasks.create))
        _insist(YES if new.user_num else Verdict(ok=False, reason=NOBODY))
        list_name = new.list_name or self._list(new.list_num)
        if once_at is not None:
            return await self._writes.send(
                add_once_intent(new, once_at, list_name, withdraws=self.can_mark().ok)
            )
        return await self._writes.send(add_task_intent(new, self._clock.now(), list_name))

    async def note(self, row: Task, text: str) -> Entry:
        """Add a note to a task, by the person at the desk."""
        _insist(self.can_note())
        return await self._writes.send(note_intent(row, text, self._author().user_num, self._clock.now()))

    async def take(self, row: Task) -> Entry:
        """Take a task: a note with one's initials. Refused if another user took it since its notes were read."""
        _insist(self.can_note())
        notes, author = self._board.notes(row.TaskNum) or (), self._author()
        last = taker(notes)
        if last is not None and last.UserNum == author.user_num:
            raise CannotWrite(ALREADY_YOURS)
        return await self._writes.send(take_intent(row, author, notes, self._clock.now()))

    async def mark(self, row: Task, status: TaskStatusEnum) -> Entry:
        """Mark a task viewed or done; a done one that becomes viewed or new is open again."""
        _insist(self.can_mark())
        return await self._writes.send(mark_intent(row, status))

    async def edit(
        self,
        row: Task,
        *,
        text: str | None = None,
        short: str | None = None,
        priority: int | None = None,
        attached: tuple[TaskObjectType, int] | None = None,
    ) -> Entry:
        """Change what is given; `attached` (NONE, 0) removes the attachment.

        Texts are merged with what another user wrote since; where both changed the same part, the entry is refused
        and `versions(entry)` has both.
        """
        _insist(self.can_edit())
        wanted: dict[str, Any] = {"PriorityDefNum": priority}
        if text is not None:
            wanted["Descript"] = check_text(text, NO_TEXT_TYPED)
        if short is not None:
            wanted["DescriptOverride"] = check_text(short)[:SHORT_LENGTH]
        if attached is not None:
            wanted["ObjectType"], wanted["KeyNum"] = attached
        changes = {name: value for name, value in wanted.items() if value is not None}
        return await self._writes.send(edit_task_intent(row, changes, keeps_done=bool(self.can_mark())))

    async def edit_note(self, note: TaskNote, text: str) -> Entry:
        """Change the text of one's own note."""
        _insist(self.can_edit_note(note))
        task = self._board.task(note.TaskNum) or Task(TaskNum=note.TaskNum)
        return await self._writes.send(edit_note_intent(note, check_text(text, NO_NOTE_TYPED), task))

    async def hand_on(self, row: Task, list_num: int, words: str = "") -> Entry:
        """Hand a task on to another list: a new one there, its history, and the old one done.

        The entry is that of the new task; the rest follows, also by the next run. Its undo is that of the last step.
        """
        _insist(self.can_hand_on(row, list_num))
        said = with_date(check_text(words), row.DateTask)
        source, now = self._source(row, list_num, said), self._clock.now()
        as_note = self.can_note().ok
        return await self._writes.send(
            hand_on_intent(row, list_num, source, self._author(), now, as_note=as_note)
        )

    def is_handed_on(self, task_num: int) -> bool:
        """Whether a hand-on of this task is not finished: waiting, unknown, or with a step left."""
        for entry in self._writes.recent():
            if entry.intent.subject == hand_on_subject(task_num) and not _is_over(self._writes.steps, entry):
                return True
        return False

    def _source(self, row: Task, list_num: int, words: str) -> Source:
        """What a hand-on says about the task. Names that aren't known yet are read when it is sent."""
        notes = self._board.notes(row.TaskNum) or ()
        names = {
            number: self._users.name(number) for number in (row.UserNum, *(note.UserNum for note in notes))
        }
        return Source(
            task_num=row.TaskNum,
            row=context_of(row),
            user_num=row.UserNum,
            carried=row.Descript if read_handover(row.Descript) is not None else "",
            list_name=str(self._list(row.TaskListNum)),
            to_name=str(self._list(list_num)),
            who=self._author().name,
            words=words,
            names={f"{number}": name for number, name in names.items() if isinstance(name, str)},
            seen_done=row.TaskStatus is TaskStatusEnum.DONE,
        )

    def _can(self, method: Callable[..., Any]) -> Verdict:
        """Whether the office allows it, and somebody is signed in to be its author."""
        allowed = self._allowed(method)
        return allowed if not allowed or self._author().user_num else Verdict(ok=False, reason=NOBODY)

    def _allowed(self, method: Callable[..., Any]) -> Verdict:
        return self._board.client.can(method)

    def _since(self, needed: str) -> Verdict:
        version = self._board.client.capabilities.version
        if version is None or version >= versioning.Version.parse(needed):
            return YES
        return Verdict(ok=False, reason=_too_old(needed, str(version)))

    def _list(self, list_num: int) -> Words:
        row = self._board.lists.get(list_num)
        return row.Descript if row is not None else msg("another list")


def _is_over(all_steps: Steps, entry: Entry) -> bool:
    """Whether nothing of a hand-on is left to be sent, settled, or tried again."""
    if entry.state is not WriteState.DONE:
        return entry.state is WriteState.REFUSED
    steps = [step for step in all_steps.after(entry) if step.intent.undo_of is None]
    if any(step.open for step in steps):
        return False
    last = next((step for step in reversed(steps) if step.state is WriteState.DONE), entry)
    given_up = any(step.intent.step_of == last.id for step in steps)
    return given_up or not steps_of(last.intent)


def _insist(verdict: Verdict) -> None:
    if not verdict:
        raise CannotWrite(verdict.reason)


def _too_old(needed: str, version: str) -> Text:
    return msg(
        "This needs Open Dental {needed} or newer. This office has {version}.", needed=needed, version=version
    )
