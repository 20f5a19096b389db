"""Which lists a person uses for new tasks, by where they come from."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

from app.viewmodels.staff.tasks.about import TaskOrigin

KEY = "new task"  # words: a name in what is kept
MOST = 8
"""Lists that are remembered of one origin."""


class UsedLists:
    """Keeps TaskListNums, the last one first, in the choices that the person's tasks are kept with."""

    def __init__(self, choices: Callable[[], MutableMapping[str, Any]], keep: Callable[[], object]) -> None:
        """`choices` returns those of the person at the desk; `keep` is called after a change."""
        self._choices = choices
        self._keep = keep

    def usual(self, origin: TaskOrigin) -> list[int]:
        """Those used for tasks from there, then all others that were used."""
        kept = self._kept()
        own = kept.get(origin.value, [])
        return own + [each for each in kept.get(KEY, []) if each not in own]

    def use(self, origin: TaskOrigin, list_num: int) -> None:
        """A task from there was put into a list."""
        kept = self._kept()
        for name in (origin.value, KEY):
            kept[name] = [list_num, *(each for each in kept.get(name, []) if each != list_num)][:MOST]
        self._choices()[KEY] = kept
        self._keep()

    def proposed(self, origin: TaskOrigin) -> int:
        """The list that was used for tasks from there last; 0: none was."""
        return next(iter(self._kept().get(origin.value, [])), 0)

    def _kept(self) -> dict[str, list[int]]:
        """What is kept; what another version kept otherwise is left out."""
        kept = self._choices().get(KEY)
        rows = kept.items() if isinstance(kept, dict) else ()
        return {
            str(name): [each for each in nums if isinstance(each, int)]
            for name, nums in rows
            if isinstance(nums, list)
        }
