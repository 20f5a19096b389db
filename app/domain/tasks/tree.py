"""The tree of task lists, whatever the office's rows say: each list is in it once.

A list whose parent is unknown, or that is among its own parents, is at the top.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.domain.texts.folding import folded
from app.wire.resources.task_lists import TaskList

LOST = -1
"""Stands for every list that is not in use: deleted or archived. Its tasks are still shown."""


class TaskTree:
    """Lists by TaskListNum, those of one parent by name."""

    def __init__(self, lists: Mapping[int, TaskList]) -> None:
        self._lists = lists
        self._parents = {number: self._parent_of(number) for number in lists}
        self._below: dict[int, list[int]] = {}
        for number in sorted(lists, key=lambda each: (folded(lists[each].Descript), each)):
            self._below.setdefault(self._parents[number], []).append(number)

    def __contains__(self, number: int) -> bool:
        return number in self._lists

    def home(self, number: int) -> int:
        """Where the tasks of a list are shown: there, or at `LOST`."""
        return number if number in self._lists else LOST

    def name(self, number: int) -> str:
        """A list's name; empty for `LOST` and for 0."""
        row = self._lists.get(number)
        return row.Descript if row is not None else ""

    def parent(self, number: int) -> int:
        """The list above one; 0 for those at the top."""
        return self._parents.get(number, 0)

    def children(self, number: int) -> tuple[int, ...]:
        """The lists directly below one; of 0 those at the top."""
        return tuple(self._below.get(number, ()))

    def above(self, number: int) -> Iterator[int]:
        """The lists above one, nearest first."""
        while number := self.parent(number):
            yield number

    def with_below(self, number: int) -> Iterator[int]:
        """A list, and all below it, from the top down."""
        waiting = [number]
        while waiting:
            yield (number := waiting.pop())
            waiting += reversed(self.children(number))

    def path(self, number: int) -> tuple[str, ...]:
        """The names from the top down to a list; empty for `LOST`."""
        if number not in self._lists:
            return ()
        return (*(self.name(each) for each in reversed([*self.above(number)])), self.name(number))

    def _parent_of(self, number: int) -> int:
        """Its parent; 0 if that is unknown, or if it is the lowest number of a circle of parents."""
        seen, at = [number], self._lists[number].Parent
        while at in self._lists and at not in seen:
            seen.append(at)
            at = self._lists[at].Parent
        parent = self._lists[number].Parent
        circle = seen[seen.index(at) :] if at in seen else []
        return 0 if parent not in self._lists or number == min(circle, default=0) else parent
