"""Chooses a task list by typing a part of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.domain.tasks.find_lists import NamedList, find_lists, named_lists
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.wire.resources.task_lists import TaskList

MOST_OFFERS = 6


class PickState(Struct, frozen=True):
    """`chosen` None: none is."""

    chosen: NamedList | None = None
    typed: str | None = None
    """What is typed to find another one; None: nothing."""
    offers: tuple[NamedList, ...] = ()
    """Shown below the field."""
    words: str = ""
    """Why there is nothing to choose from."""


class TaskListPick(QObject):
    """`changed` follows `state`. `usual` returns the TaskListNums that are offered first."""

    changed = Signal()

    def __init__(
        self, desk: DeskViewModel, usual: Callable[[], Sequence[int]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent or desk)
        self._desk = desk
        self._board = desk.parts.tasks()
        self._usual = usual
        self._wanted = 0
        """The TaskListNum that is to be chosen once the lists are there."""
        self._lists: tuple[NamedList, ...] = ()
        self._reading = LatestTask(desk.parts.scope)
        self.state = PickState()
        self._unwatch = self._board.watch(lambda change: self._take() if change.lists else None)
        self._take()

    @property
    def list_num(self) -> int:
        """The chosen TaskListNum; 0: none is. While the lists are being read it is the one that is wanted."""
        if self.state.chosen is not None:
            return self.state.chosen.list_num
        return self._wanted if self.awaits else 0

    @property
    def awaits(self) -> bool:
        """Whether the lists are still being read, and one of them is wanted."""
        return bool(self._wanted) and not self._lists and not self.state.words

    def begin(self, list_num: int) -> None:
        """Choose this list, if it is there; 0: none, and the usual ones are offered."""
        self._wanted = list_num
        chosen = self._named(list_num)
        self._set(PickState(chosen=chosen, typed=None if chosen is not None else ""))
        if not self._lists:
            self._reading.start(self._read(), "task lists")

    def type_text(self, text: str) -> None:
        """Find a list. The one that was chosen stays until another one is."""
        self._set(PickState(self.state.chosen, text))

    def choose(self, place: int) -> None:
        """Choose one of those that are offered."""
        if place < len(self.state.offers):
            self.choose_list(self.state.offers[place].list_num)

    def choose_list(self, list_num: int) -> None:
        """Choose a list by its number."""
        self._wanted = list_num
        self._set(PickState(self._named(list_num)))

    def confirm(self) -> bool:
        """Enter: the first one that matches, without anything typed the usual one, unless one is chosen.

        Returns whether one is chosen. What matches no list stays as it is typed.
        """
        unchosen = self.state.chosen is None and bool(self._usual())
        if self.state.offers and (self.state.typed or unchosen):
            self.choose(0)
        elif self.state.chosen is not None and not self.state.typed:
            self._set(PickState(self.state.chosen))
        return self.state.chosen is not None and self.state.typed is None

    def settle(self) -> bool:
        """As `confirm`, when the field was left: without anything typed or chosen nothing is.

        Returns whether one is chosen.
        """
        return bool((self.state.typed or self.state.chosen is not None) and self.confirm())

    def close(self) -> None:
        """The desk was closed."""
        self._unwatch()

    async def _read(self) -> None:
        """The tree alone: all tasks may still be on their way."""
        try:
            await self._board.reading.read_lists(Need.CLICK)
        except ApiError as error:
            self._set(PickState(words=explain(error).sentence))
            return
        if not self._lists:  # otherwise the board has told of them
            self._use(self._board.lists)

    def _take(self) -> None:
        if self._board.lists:
            self._use(self._board.lists)

    def _use(self, lists: Mapping[int, TaskList]) -> None:
        self._lists = named_lists(lists)
        chosen, typed = self._named(self._wanted), self.state.typed
        words = (
            "" if self._lists else tr("This office has no task lists yet. Add one in Open Dental's Tasks.")
        )
        self._set(PickState(chosen, typed if typed or chosen is None else None, words=words))

    def _named(self, list_num: int) -> NamedList | None:
        return next((each for each in self._lists if each.list_num == list_num), None)

    def _set(self, state: PickState) -> None:
        if state.typed is not None and self._lists:
            found = find_lists(self._lists, state.typed, self._usual())[:MOST_OFFERS]
            words = "" if found else tr("No list has this name.")
            state = PickState(state.chosen, state.typed, tuple(found), words)
        if state != self.state:
            self.state = state
            self.changed.emit()
