"""All actions on tasks. What a key or an office doesn't allow has its reason before anything is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.api.capabilities import YES, Verdict
from app.core.clock import Clock
from app.core.text import Text, Words, msg
from app.domain.tasks.taking import taker
from app.journal.entries import Author, Entry
from app.services.writes.errors import CannotWrite
from app.services.writes.tasks.new import NewTask, add_task_intent
from app.services.writes.tasks.note import note_intent, take_intent
from app.services.writes.tasks.status import mark_intent
from app.services.writes.writes import Writes
from app.store.tasks.board import TaskBoard
from app.wire.resources.task_notes import TaskNotes
from app.wire.resources.tasks import Task, Tasks, TaskStatusEnum
from app.wire.version import Version

__all__ = ["NewTask", "TaskWrites"]

STATUS_SINCE = "24.2.10"
"""The API can't set a task's status before."""
NOBODY = msg("Sign in first: a task in Open Dental has a user who wrote it.")
ALREADY_YOURS = msg("You have taken this task already.")


class TaskWrites:
    """Each write returns the journal entry and raises as `Writes.send` does; CannotWrite has the verdict's reason.

    A task is passed as the user saw it. Done entries reach the board by themselves (`services/tasks/following.py`).
    """

    def __init__(self, writes: Writes, board: TaskBoard, clock: Clock, author: Callable[[], Author]) -> None:
        """`clock` is the office's; `author` is the person at the desk."""
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

    async def add(self, new: NewTask) -> Entry:
        """Add a task. Its undo marks it done, because no method deletes one."""
        _insist(self._allowed(Tasks.create))
        _insist(YES if new.user_num else Verdict(ok=False, reason=NOBODY))
        return await self._writes.send(
            add_task_intent(new, self._clock.now(), new.list_name or self._list(new.list_num))
        )

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

    def _can(self, method: Callable[..., Any]) -> Verdict:
        """Whether the office allows it, and somebody is signed in to be its author."""
        allowed = self._allowed(method)
        return allowed if not allowed or self._author().user_num else Verdict(ok=False, reason=NOBODY)

    def _allowed(self, method: Callable[..., Any]) -> Verdict:
        return self._board.client.can(method)

    def _since(self, needed: str) -> Verdict:
        version = self._board.client.capabilities.version
        if version is None or version >= Version.parse(needed):
            return YES
        return Verdict(ok=False, reason=_too_old(needed, str(version)))

    def _list(self, list_num: int) -> Words:
        row = self._board.lists.get(list_num)
        return row.Descript if row is not None else msg("another list")


def _insist(verdict: Verdict) -> None:
    if not verdict:
        raise CannotWrite(verdict.reason)


def _too_old(needed: str, version: str) -> Text:
    return msg(
        "This needs Open Dental {needed} or newer. This office has {version}.", needed=needed, version=version
    )
