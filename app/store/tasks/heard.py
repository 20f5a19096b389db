"""What signals told of tasks and lists, until it is read."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from app.api.need import Need
from app.store.tasks.board import TaskBoard
from app.wire.resources.signalods import InvalidType, SignalKeyType, Signalod

_OF_TASKS = frozenset({InvalidType.TASK, InvalidType.TASK_POPUP})


class Heard:
    """Everything stays noted until it is forgotten; `arrived` is set when there is something new."""

    def __init__(self, board: TaskBoard) -> None:
        self._board = board
        self._named: dict[int, int] = {}
        """Tasks by number, with how often each was named."""
        self._explained: frozenset[int] = frozenset()
        """Lists above the tasks that were read last: signals about them tell nothing more."""
        self.new: set[int] = set()
        """Tasks that were signaled since the tree was looked at, also those that this PC wrote itself."""
        self.popped: set[int] = set()
        """Tasks that are new, or have a new note."""
        self.lists: set[int] = set()
        self.all: Need | None = None
        """How urgently all open tasks have to be read again, because any may have changed; None: not at all."""
        self.proved = False
        """Whether this office signals what is written by its API, as other desks do: an own write's signal has come."""
        self.arrived = asyncio.Event()

    @property
    def named(self) -> dict[int, int]:
        """The tasks to be read, to be given to `forget` once they were."""
        return dict(self._named)

    def hear(self, signals: Sequence[Signalod]) -> None:
        """Note what signals tell."""
        for signal in signals:
            if signal.IType in _OF_TASKS and signal.FKeyType is SignalKeyType.TASK and signal.FKey:
                self._hear_of_task(signal)
            elif signal.IType in _OF_TASKS:
                self.doubt_all(Need.REFRESH)
            elif signal.IType is InvalidType.TASK_LIST:
                self.lists.add(signal.FKey)
            else:
                continue
            self.arrived.set()

    def name(self, task_num: int) -> None:
        """A task has to be read."""
        self._named[task_num] = self._named.get(task_num, 0) + 1
        self.arrived.set()

    def doubt_all(self, need: Need) -> None:
        """Any task may have changed."""
        self.put_back(need)
        self.arrived.set()

    def put_back(self, need: Need | None) -> None:
        """Reading all of them failed, which is nothing new."""
        if need is not None:
            self.all = need if self.all is None else min(self.all, need)

    def is_named(self, task_num: int) -> bool:
        """Whether a task still has to be read."""
        return task_num in self._named

    def forget(self, read: Mapping[int, int]) -> None:
        """These were read; one that was named once more meanwhile stays."""
        for task_num, count in read.items():
            if self._named.get(task_num) == count:
                del self._named[task_num]

    @contextmanager
    def taken(self, task_num: int) -> Iterator[bool]:
        """Whether it had popped up; one that pops up meanwhile, or whose reading fails, does so still afterwards."""
        popped, read = task_num in self.popped, False
        self.popped.discard(task_num)
        try:
            yield popped
            read = True
        finally:
            if popped and not read:
                self.popped.add(task_num)

    def unexplained(self, lists: Iterable[int], explained: frozenset[int]) -> bool:
        """Whether one of these lists has changed itself: a changed task signals all lists above it as well."""
        told, before, self._explained = set(lists), self._explained, explained
        return bool(told - explained - before)

    def _hear_of_task(self, signal: Signalod) -> None:
        self.new.add(signal.FKey)
        if self._is_own(signal):
            self.proved = True
            return
        self.name(signal.FKey)
        if signal.IType is InvalidType.TASK_POPUP:
            self.popped.add(signal.FKey)

    def _is_own(self, signal: Signalod) -> bool:
        """Whether this is the signal of a write whose result the board has: each write explains one."""
        stored = self._board.written.pop(signal.FKey, None)
        return stored is not None and signal.SigDateTime is not None and signal.SigDateTime <= stored
