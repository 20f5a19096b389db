"""The office's priorities of tasks: their names, and which are the more urgent ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum

from msgspec import Struct

from app.api.client import OpenDental
from app.api.need import Need
from app.core.observers import Observers
from app.domain.texts.folding import folded
from app.wire.resources.definitions import Definition, DefinitionCategory

CATEGORY = DefinitionCategory.TASK_PRIORITIES.number
DEFAULT_MARK = "D"
"""The ItemValue of the priority that a new task has."""


class Grade(IntEnum):
    """How urgent a priority is by its name, which is all that the API tells of it."""

    URGENT = 0
    HIGH = 1
    NORMAL = 2
    LOW = 3


WORDS = {
    Grade.URGENT: frozenset(
        (
            "urgent",
            "urgently",
            "emergency",
            "asap",
            "stat",
            "immediate",
            "immediately",
            "critical",
            "now",
            "red",
        )
    ),
    Grade.HIGH: frozenset(("high", "highest", "important", "today", "soon", "orange")),
    Grade.LOW: frozenset(("low", "lowest", "later", "someday", "whenever", "green")),
}
"""The words that tell, whole: a "Statement" is not "stat"."""


class Priority(Struct, frozen=True):
    """One priority. `rank` orders them: the most urgent one has 0."""

    def_num: int
    name: str
    grade: Grade
    rank: int
    is_default: bool = False
    hidden: bool = False


def graded(rows: Sequence[Definition]) -> tuple[Priority, ...]:
    """The priorities, most urgent first: by what their names say, then in the office's order.

    That order begins with the most urgent one, unless the names say otherwise.
    """
    grades = [_grade(row.ItemName) for row in rows]
    upward = bool(grades) and grades[0] > grades[-1]
    order = sorted(range(len(rows)), key=lambda at: (grades[at], -at if upward else at))
    return tuple(
        Priority(
            rows[at].DefNum,
            rows[at].ItemName,
            grades[at],
            rank,
            rows[at].ItemValue.strip().upper() == DEFAULT_MARK,
            rows[at].isHidden,
        )
        for rank, at in enumerate(order)
    )


class TaskPriorities:
    """Read once; `watch` tells when they are known."""

    def __init__(self, client: OpenDental) -> None:
        self._client = client
        self._known: dict[int, Priority] = {}
        self._unranked = 0
        self._observers = Observers[None]()

    @property
    def choices(self) -> tuple[Priority, ...]:
        """Those that a task can be given, most urgent first; empty until they were read."""
        return tuple(each for each in self._known.values() if not each.hidden)

    @property
    def default(self) -> Priority | None:
        """That of a new task."""
        return next((each for each in self._known.values() if each.is_default), None)

    def get(self, def_num: int) -> Priority | None:
        """A priority; None for one that is unknown, and for 0."""
        return self._known.get(def_num)

    def rank(self, def_num: int) -> int:
        """Its place in their order. A task without one, or with an unknown one, is between normal and low."""
        known = self._known.get(def_num)
        return 2 * known.rank if known is not None else self._unranked

    def grade(self, def_num: int) -> Grade:
        """How urgent it is; normal for a task without one."""
        known = self._known.get(def_num)
        return known.grade if known is not None else Grade.NORMAL

    def watch(self, watcher: Callable[[None], object]) -> Callable[[], None]:
        """Call back when they were read. Returns a function that unsubscribes."""
        return self._observers.add(watcher)

    async def read(self, need: Need = Need.PREFETCH) -> None:
        """Read them, hidden ones included, unless they are known. Raises the client's ApiErrors."""
        if not self._known:
            at = self._client.at(need)
            self.take(await at.definitions.list(Category=CATEGORY, includeHidden=True))

    def take(self, rows: Iterable[Definition]) -> None:
        """These are the office's."""
        self._known = {each.def_num: each for each in graded(tuple(rows))}
        self._unranked = 2 * sum(each.grade <= Grade.NORMAL for each in self._known.values()) - 1
        self._observers.notify(None)


def _grade(name: str) -> Grade:
    words = re.findall(r"\w+", folded(name))
    return next((grade for grade, telling in WORDS.items() if not telling.isdisjoint(words)), Grade.NORMAL)
