"""Looks for a second copy of a task that was handed on here: two desks that act within a second both make one.

Each desk looks at what the other one adds, so both are told, and of the same copy: the one with the higher number.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec import Struct

from app.api.errors import ApiError
from app.api.need import Need
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.domain.tasks.continuing import continued_by, may_continue
from app.journal.entries import Entry, WriteState
from app.journal.journal import Journal
from app.services.tasks.lately import LATELY, written_lately
from app.services.writes.tasks.hand_on import HANDED_ON, copy_of, source_of
from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import TaskChange
from app.wire.resources.task_notes import TaskNotes
from app.wire.resources.tasks import Task

LOOKS = (1.0, 5.0, 20.0)
"""Delays in seconds before a look at the notes of a likely copy: its history follows a moment later."""


class TwoCopies(Struct, frozen=True):
    """The open tasks, by TaskNum, that one task has become."""

    first: int
    second: int
    """The one to be closed."""


class CopyWatch:
    """Calls `tell` once for each pair, until it is closed."""

    def __init__(
        self,
        journal: Journal,
        board: TaskBoard,
        clock: Clock,
        scope: TaskScope,
        tell: Callable[[TwoCopies], object],
    ) -> None:
        self._board = board
        self._clock = clock
        self._scope = scope
        self._tell = tell
        self._own: dict[int, set[int]] = {}
        """The copies that this desk made lately, by the old task's TaskNum."""
        self._since: dict[int, float] = {}
        """When it made the last one, in monotonic seconds."""
        self._looked: set[tuple[int, int]] = set()
        for entry in written_lately(journal, clock):
            self._follow(entry)
        self._unwatch = (journal.watch(self._follow), board.watch(self._follow_board))

    def close(self) -> None:
        """Look no more."""
        for unwatch in self._unwatch:
            unwatch()

    def _follow(self, entry: Entry) -> None:
        """The last step of a hand-on is done."""
        intent = entry.intent
        if intent.kind == HANDED_ON.kind and entry.state is WriteState.DONE and intent.undo_of is None:
            old = source_of(intent).task_num
            self._own.setdefault(old, set()).add(copy_of(intent))
            self._since[old] = self._clock.monotonic()
            self._look(old, self._board.tasks)

    def _follow_board(self, change: TaskChange) -> None:
        if not self._own or not change.tasks:
            return
        changed = [row for each in change.tasks if (row := self._board.task(each)) is not None]
        for old, since in tuple(self._since.items()):
            if self._clock.monotonic() - since > LATELY.total_seconds():
                del self._own[old], self._since[old]
            else:
                self._look(old, self._board.tasks if old in change.tasks else changed)

    def _look(self, old: int, rows: Collection[Task]) -> None:
        task = self._board.task(old)
        for row in may_continue(task, rows) if task is not None else ():
            if row.TaskNum not in self._own[old] and (old, row.TaskNum) not in self._looked:
                self._looked.add((old, row.TaskNum))
                self._scope.start(self._compare(old, row.TaskNum), "look for a second copy")

    async def _compare(self, old: int, other: int) -> None:
        for pause in LOOKS:
            await self._clock.sleep(pause)
            try:
                row, notes = self._board.task(other), await self._notes(other)
            except ApiError:
                continue
            before = continued_by(row, notes) if row is not None else 0
            if before == old:
                for own in self._own.get(old, set()) - {other}:
                    self._tell(TwoCopies(min(own, other), max(own, other)))
            if before:
                return
        self._looked.discard((old, other))  # looked at again when it changes

    async def _notes(self, task_num: int) -> Collection[str]:
        if not self._board.client.can(TaskNotes.list):
            return ()
        return [each.Note for each in await self._board.read_notes(task_num, Need.REFRESH)]
