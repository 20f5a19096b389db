"""What two people did to one task at once: loaded with the first hand-on or take of this desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.journal.entries import Entry, WriteState
from app.services.tasks.lately import written_lately
from app.services.tasks.own_writes import HANDED_ON, NOTE
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.toasts import TaskToasts

if TYPE_CHECKING:  # with the writes of tasks
    from app.services.tasks.two_copies import CopyWatch, TwoCopies
    from app.services.tasks.two_takers import TakeWatch, TwoTakers

COPIES = "app.services.tasks.two_copies:CopyWatch"
TAKERS = "app.services.tasks.two_takers:TakeWatch"
KINDS = frozenset({HANDED_ON, NOTE})


class TaskDoubles:
    """`tell_soon` is called when there is something for `tell`."""

    def __init__(self, desk: DeskViewModel, toasts: TaskToasts, tell_soon: Callable[[], None]) -> None:
        self._desk = desk
        self._toasts = toasts
        self._tell_soon = tell_soon
        self._copies: list[TwoCopies] = []
        self._takers: list[TwoTakers] = []
        self._watches: list[CopyWatch | TakeWatch] = []
        self._begun = False
        self._unwatch = desk.parts.journal.watch(self._follow)
        for entry in written_lately(desk.parts.journal, desk.parts.clock):
            self._follow(entry)

    def tell(self) -> None:
        """Tell of what was found: of the same task taken, only whoever took it here."""
        copies, takers = self._copies, self._takers
        self._copies, self._takers = [], []
        for pair in copies:
            self._toasts.tell_two_copies(pair.first, pair.second)
        for each in takers:
            if each.user_num == self._desk.user.user_num:
                self._toasts.tell_two_takers(each.task_num, each.other_num)

    def close(self) -> None:
        """Look no more."""
        for each in self._watches:
            each.close()
        self._unwatch()

    def _follow(self, entry: Entry) -> None:
        if not self._begun and entry.state is WriteState.DONE and entry.intent.kind in KINDS:
            self._begun = True
            self._desk.parts.scope.start(self._begin(), "what two people did to a task")

    async def _begin(self) -> None:
        parts = self._desk.parts
        copies, takers = await parts.load(COPIES, TAKERS)
        board = parts.tasks()
        self._watches = [
            copies(parts.journal, board, parts.clock, parts.scope, self._note_copies),
            takers(parts.journal, board, parts.clock, self._note_takers),
        ]

    def _note_copies(self, found: TwoCopies) -> None:
        self._copies.append(found)
        self._tell_soon()

    def _note_takers(self, found: TwoTakers) -> None:
        self._takers.append(found)
        self._tell_soon()
