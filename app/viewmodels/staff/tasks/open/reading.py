"""Reads the open task: its row and notes, what it was before and after it was handed on, and its attachment."""

from __future__ import annotations

from collections.abc import Callable

from app.api.errors import ApiError, NotFound
from app.api.need import Need
from app.core.tasks import LatestTask
from app.domain.schedule.visit import Person
from app.domain.tasks.continuing import continued_by, may_continue
from app.domain.tasks.thread import Thread, joined, thread
from app.services.tasks.attached import Attached, known_attached, read_attached
from app.viewmodels.messages import explain
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.tasks.open.ahead import NotesAhead
from app.viewmodels.translation import tr, typed
from app.wire.resources.task_notes import TaskNotes
from app.wire.resources.tasks import Task

MOST_OLDER = 8
"""Tasks that one was before it was handed on, at most."""
FRESH_SECONDS = 30.0
"""Notes that were read so lately are not read again when their task is opened."""


class TaskReading:
    """One task at a time: opening another one cancels what is read for the one before."""

    def __init__(self, parts: Parts, changed: Callable[[], None]) -> None:
        """`changed` is called when more is known, or why it isn't."""
        self._parts = parts
        self._changed = changed
        self._board = parts.tasks()
        self._read_at: dict[int, float] = {}
        self.ahead = NotesAhead(parts, self._read_at)
        self._now = LatestTask(parts.scope)
        self._attached = Attached()
        self.task_num = 0
        self.problem = ""
        """Why the task can't be shown."""
        self.no_notes = ""
        """Why its notes can't be shown."""
        self.older: tuple[int, ...] = ()
        """The tasks that it was before it was handed on, as far as they were read; the last one first."""
        self.newer: tuple[int, ...] = ()
        """The tasks that it became, as far as they were found; the first one first."""

    def start(self, task_num: int, *, again: bool = False) -> None:
        """Read a task; 0: none. `again`: also what is known of it."""
        self._now.cancel()
        if again:
            self._read_at.pop(task_num, None)
        if task_num != self.task_num:
            self.task_num, self.problem, self.no_notes = task_num, "", ""
            self.older, self.newer, self._attached = (), (), Attached()
        if task_num:
            self._now.start(self._read(task_num, again=again), "open task")

    def thread(self, task: Task) -> tuple[Thread, int]:
        """The thread of the open task with its older ones, and how many notes are missing in it."""
        found, left_out = thread(task, self._board.notes(task.TaskNum) or (), self._name), 0
        for number in self.newer:
            if (newer := self._thread_of(number)) is not None:
                found = joined(found, newer)
        for number in self.older:
            if (older := self._thread_of(number)) is not None:
                found = joined(older, found)
        if found.before is not None:
            left_out = found.before.left_out
        return joined(None, found), left_out

    def attached(self, task: Task) -> Attached:
        """What a task is attached to, as far as known."""
        found = self._attached
        if (found.kind, found.key_num) == (task.ObjectType, task.KeyNum) and found.key_num:
            return found
        return known_attached(self._parts.office, task)

    @property
    def person(self) -> Person | None:
        """The patient that the open task is about, as far as known."""
        return self._attached.person

    async def _read(self, task_num: int, *, again: bool) -> None:
        try:
            if again or self._board.task(task_num) is None:
                await self._board.read_task(task_num)
            self.problem = ""
        except NotFound:
            self.problem = tr("This task is no longer in Open Dental.")
        except ApiError as error:
            self.problem = explain(error).sentence
        self._changed()
        await self._read_notes(task_num)
        await self._parts.user_names().load(Need.SCREEN)
        await self._read_older(task_num)
        await self._read_newer(task_num)
        if (task := self._board.task(task_num)) is not None:
            self._attached = await read_attached(self._parts.client, self._parts.office, task, Need.SCREEN)
            self._changed()

    async def _read_notes(self, task_num: int) -> None:
        clock, known = self._parts.clock, self._board.notes(task_num)
        verdict = self._parts.client.can(TaskNotes.list)
        if not verdict.ok:
            self.no_notes = tr("Notes can't be shown. {why}", why=verdict.reason)
            return
        if known is not None and clock.monotonic() < self._read_at.get(task_num, 0.0) + FRESH_SECONDS:
            return
        try:
            await self._board.read_notes(task_num, Need.CLICK if known is None else Need.SCREEN)
        except ApiError as error:
            self.no_notes = explain(error).sentence
            self._changed()
            return
        self._read_at[task_num] = clock.monotonic()
        self.no_notes = ""

    async def _read_older(self, task_num: int) -> None:
        """Read what it was before: rows and notes of one task after another."""
        found: list[int] = []
        task = self._board.task(task_num)
        while task is not None and len(found) < MOST_OLDER:
            before = thread(task, self._board.notes(task.TaskNum) or (), self._name).before
            if before is None or before.task_num in (task_num, *found):
                return
            try:
                task = self._board.task(before.task_num) or await self._board.read_task(
                    before.task_num, Need.SCREEN
                )
                if self._board.notes(task.TaskNum) is None:
                    await self._board.read_notes(task.TaskNum, Need.SCREEN)
            except ApiError:
                return  # what was carried along is shown
            found.append(task.TaskNum)
            self.older = tuple(found)
            self._changed()

    async def _read_newer(self, task_num: int) -> None:
        """Find what a done task became: the notes of those that may be it, one task after another."""
        found: list[int] = []
        task = self._board.task(task_num)
        while task is not None and len(found) < MOST_OLDER:
            task = await self._continued(task)
            if task is not None:
                found.append(task.TaskNum)
                self.newer = tuple(found)
                self._changed()

    async def _continued(self, old: Task) -> Task | None:
        for row in may_continue(old, self._board.tasks):
            try:
                if self._board.notes(row.TaskNum) is None and self._parts.client.can(TaskNotes.list).ok:
                    await self._board.read_notes(row.TaskNum, Need.SCREEN)
            except ApiError:
                return None
            notes = self._board.notes(row.TaskNum) or ()
            if continued_by(row, (each.Note for each in notes)) == old.TaskNum:
                return row
        return None

    def _thread_of(self, task_num: int) -> Thread | None:
        """The thread of one task, if it was read."""
        row, said = self._board.task(task_num), self._board.notes(task_num)
        no_notes = not self._parts.client.can(TaskNotes.list).ok
        return (
            thread(row, said or (), self._name)
            if row is not None and (said is not None or no_notes)
            else None
        )

    def _name(self, user_num: int) -> str:
        return typed(self._parts.user_names().name(user_num))
