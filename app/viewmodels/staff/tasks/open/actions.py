"""What is done with the open task: one command each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.domain.tasks.taking import taker
from app.journal.entries import Entry, WriteState
from app.services.writes.tasks.task_writes import ALREADY_YOURS
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.open import commands
from app.viewmodels.verdict import YES, Verdict
from app.wire.resources.tasks import Task, TaskStatusEnum

NO_TASK = Verdict(ok=False, reason=msg("No task is open."))
DONE_ALREADY = Verdict(ok=False, reason=msg("This task is done already."), done=True)
VIEWED_ALREADY = Verdict(ok=False, reason=msg("This task has already been viewed."), done=True)
TAKEN_ALREADY = Verdict(ok=False, reason=ALREADY_YOURS, done=True)
NOT_DONE = Verdict(ok=False, reason=msg("This task is still open."))
DONE_STAYS = Verdict(ok=False, reason=msg("This task is done. Reopen it first."))
PAUSE_SECONDS = 0.5
"""About a double click: its second half, or a key pressed twice, is not about a task that came by itself."""
NEW, SEEN, FINISHED = TaskStatusEnum.NEW, TaskStatusEnum.VIEWED, TaskStatusEnum.DONE


class TaskActions(QObject):
    """`asked` is emitted with a command that needs something entered, and the task."""

    asked = Signal(object, object)

    def __init__(
        self, desk: DeskViewModel, opened: Callable[[], Task | None], parent: QObject | None = None
    ) -> None:
        """`opened` returns the open task."""
        super().__init__(parent)
        self._desk = desk
        self._opened = opened
        self._board = desk.parts.tasks()
        self._writes = desk.parts.task_writes()
        self._paused = (0, 0.0)
        writes = self._writes
        self.commands = [
            self._asking(commands.NOTE, self._may(writes.can_note)),
            self._acting(commands.TAKE, self._take, self._may_take),
            self._acting(commands.DONE, self._mark(FINISHED), self._may_finish),
            self._acting(commands.VIEWED, self._mark(SEEN), self._may_view),
            self._asking(commands.HAND_ON, self.may_hand_on),
            self._asking(commands.REMIND, self._open_and(lambda: YES)),
            self._asking(commands.EDIT, self._may(writes.can_edit)),
            self._acting(commands.REOPEN, self._mark(SEEN), self._may_reopen),
        ]

    @property
    def paused(self) -> bool:
        """Whether the open task came only now, and by itself."""
        task_num, until = self._paused
        task = self._opened()
        return task is not None and task.TaskNum == task_num and self._desk.parts.clock.monotonic() < until

    def pause(self, *, chosen: bool = False) -> None:
        """Another task was opened by itself; `chosen`: no, a person chose it."""
        if (task := self._opened()) is not None:
            rest = 0.0 if chosen else PAUSE_SECONDS
            self._paused = task.TaskNum, self._desk.parts.clock.monotonic() + rest

    async def note(self, task: Task, text: str) -> Entry:
        """Add a note. Whoever answers a new task has viewed it, so it is no longer new for the others."""
        entry = await self._writes.note(task, text)
        await self._view(task, entry)
        return entry

    async def hand_on(self, task: Task, list_num: int, words: str) -> None:
        """Hand it on to another list. Its last step is reported by itself."""
        entry = await self._writes.hand_on(task, list_num, words)
        if entry.state is not WriteState.DONE:
            await self._desk.outcomes.report(entry)

    async def _take(self, task: Task) -> None:
        entry = await self._writes.take(task)
        if entry.state is not WriteState.DONE:  # the thread shows that it was taken
            await self._desk.outcomes.report(entry)
        await self._view(task, entry)

    async def _view(self, task: Task, after: Entry) -> None:
        """Quietly, once the note is there: one that waits could not be withdrawn with this behind it.

        Not under the name of another person, who has signed in meanwhile.
        """
        if after.state is not WriteState.DONE or after.user_num != self._desk.user.user_num:
            return
        if task.TaskStatus is NEW and self._writes.can_mark().ok:
            await self._writes.mark(task, SEEN)

    def _mark(self, status: TaskStatusEnum) -> Callable[[Task], Awaitable[None]]:
        async def mark(task: Task) -> None:
            await self._desk.outcomes.tell(self._writes.mark(task, status))

        return mark

    def _acting(
        self, spec: CommandSpec, act: Callable[[Task], Awaitable[None]], can: Callable[[], Verdict]
    ) -> AsyncCommand:
        async def work(task: Task | None) -> None:
            if task is not None and not self.paused:
                await act(task)

        return self._command(spec, work, can)

    def _asking(self, spec: CommandSpec, can: Callable[[], Verdict]) -> AsyncCommand:
        async def work(task: Task | None) -> None:
            if task is not None:
                self.asked.emit(spec, task)

        return self._command(spec, work, can)

    def _command(
        self, spec: CommandSpec, work: Callable[..., Any], can: Callable[[], Verdict]
    ) -> AsyncCommand:
        desk = self._desk
        return AsyncCommand(spec, desk.parts.scope, work, can, desk.fail, self, about=self._about)

    def _about(self) -> tuple[Hashable, Task | None]:
        task = self._opened()
        return (task.TaskNum if task is not None else 0), task

    # --- whether it can be done ----------------------------------------------------------------------------

    def may_hand_on(self) -> Verdict:
        """Whether the open task can be handed on."""
        return self._open_and(lambda: self._writes.can_hand_on(self._opened()))()

    def _may(self, allowed: Callable[[], Any]) -> Callable[[], Verdict]:
        def verdict() -> Verdict:
            if self._opened() is None:
                return NO_TASK
            found = allowed()
            return Verdict(ok=found.ok, reason=found.reason)

        return verdict

    def _open_and(self, allowed: Callable[[], Any]) -> Callable[[], Verdict]:
        may = self._may(allowed)
        return lambda: DONE_STAYS if self._is(FINISHED) else may()

    def _may_take(self) -> Verdict:
        task = self._opened()
        last = taker(self._board.notes(task.TaskNum) or ()) if task is not None else None
        if last is not None and last.UserNum == self._desk.user.user_num:
            return TAKEN_ALREADY
        return self._open_and(self._writes.can_note)()

    def _may_finish(self) -> Verdict:
        return DONE_ALREADY if self._is(FINISHED) else self._may(self._writes.can_mark)()

    def _may_view(self) -> Verdict:
        task = self._opened()
        if task is not None and task.TaskStatus is not NEW:
            return VIEWED_ALREADY
        return self._may(self._writes.can_mark)()

    def _may_reopen(self) -> Verdict:
        task = self._opened()
        if task is not None and task.TaskStatus is not FINISHED:
            return NOT_DONE
        return self._may(self._writes.can_mark)()

    def _is(self, status: TaskStatusEnum) -> bool:
        task = self._opened()
        return task is not None and task.TaskStatus is status
