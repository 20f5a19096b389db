"""Tells whoever took a task that a colleague has taken it, too: both asked before the other's note was there, or later.

Only one of them is refused where the first note was there when the second person asked.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from app.core.clock import Clock
from app.domain.tasks.taking import taken_by
from app.journal.entries import Entry, WriteState
from app.journal.journal import Journal
from app.services.tasks.lately import written_lately
from app.services.writes.tasks.note import ADD_TASK_NOTE, TAKES
from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import TaskChange


class TwoTakers(Struct, frozen=True):
    """A task, who took it here, and who took it elsewhere."""

    task_num: int
    user_num: int
    other_num: int


class TakeWatch:
    """Calls `tell` once for each note of another user that takes a task that was taken at this desk, until closed."""

    def __init__(
        self, journal: Journal, board: TaskBoard, clock: Clock, tell: Callable[[TwoTakers], object]
    ) -> None:
        self._board = board
        self._tell = tell
        self._known: dict[int, set[int]] = {}
        """The notes, by TaskNoteNum, that tell nothing new; of each task taken here lately, by TaskNum."""
        self._takers: dict[int, int] = {}
        """The UserNum of each."""
        for entry in written_lately(journal, clock):
            self._follow(entry)
        self._unwatch = (journal.watch(self._follow), board.watch(self._follow_board))

    def close(self) -> None:
        """Look no more."""
        for unwatch in self._unwatch:
            unwatch()

    def _follow(self, entry: Entry) -> None:
        if entry.state is not WriteState.DONE or not entry.intent.context.get(TAKES):
            return
        task_num = int(entry.intent.arguments["TaskNum"])
        self._takers[task_num] = entry.user_num
        self._known[task_num] = set((entry.seen or {}).get(ADD_TASK_NOTE.known, ()))
        self._look(task_num)

    def _follow_board(self, change: TaskChange) -> None:
        for task_num in change.notes & self._known.keys():
            self._look(task_num)

    def _look(self, task_num: int) -> None:
        known, user_num = self._known[task_num], self._takers[task_num]
        for note in self._board.notes(task_num) or ():
            if note.TaskNoteNum in known:
                continue
            known.add(note.TaskNoteNum)
            if note.UserNum != user_num and taken_by(note.Note) is not None:
                self._tell(TwoTakers(task_num, user_num, note.UserNum))
