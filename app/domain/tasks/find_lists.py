"""Finds a task list by what is typed of its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from app.domain.tasks.tree import TaskTree
from app.domain.texts.folding import folded
from app.wire.resources.task_lists import TaskList

BETWEEN = " / "
SHOWN = 2
"""The names of a path that are shown; `DEEPER` stands for those above."""
DEEPER = "\u2026"
_WORD = re.compile(r"\w+")


class NamedList(Struct, frozen=True):
    """A task list as it is chosen."""

    list_num: int
    path: tuple[str, ...]
    """The names from the top down to it."""

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path[-1]

    @property
    def shown(self) -> str:
        """Its name behind that of the list above it: two lists may have the same name."""
        above = (DEEPER,) if len(self.path) > SHOWN else ()
        return BETWEEN.join((*above, *self.path[-SHOWN:]))


def named_lists(lists: Mapping[int, TaskList]) -> tuple[NamedList, ...]:
    """The lists that a task can be put in, as the tree shows them from the top down: not those for repeating tasks."""
    tree = TaskTree({num: row for num, row in lists.items() if not row.IsRepeating})
    return tuple(
        NamedList(each, tree.path(each)) for top in tree.children(0) for each in tree.with_below(top)
    )


def find_lists(lists: Iterable[NamedList], typed: str, usual: Sequence[int] = ()) -> list[NamedList]:
    """The lists in whose path each typed word begins a word, best first; all of them if nothing is typed.

    First those whose own name begins like that, then those in whose own name it is; among equals the `usual`
    TaskListNums in their order.
    """
    words = _words(typed)
    places = {list_num: place for place, list_num in enumerate(usual)}
    found = []
    for order, each in enumerate(lists):
        if all(_begins_in(each.path, word) for word in words):
            nearness = _nearness(_words(each.name), words)
            found.append((nearness, places.get(each.list_num, len(places)), order, each))
    return [each for *_, each in sorted(found, key=lambda ranked: ranked[:3])]


def _nearness(own: Sequence[str], words: Sequence[str]) -> int:
    """0: the own name begins like that; 1: it has all of it; 2: it begins with the last word; 3: none of these."""
    begins = list(zip(own, words, strict=False))
    if len(begins) == len(words) and all(each.startswith(word) for each, word in begins):
        return 0
    if all(any(each.startswith(word) for each in own) for word in words):
        return 1
    return 2 if own and own[0].startswith(words[-1]) else 3


def _begins_in(path: Iterable[str], word: str) -> bool:
    return any(each.startswith(word) for name in path for each in _words(name))


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))
