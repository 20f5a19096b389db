"""Finds tasks by words, without scanning their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import compress, islice

from app.domain.texts.folding import folded
from app.domain.texts.word_index import WordIndex

_FLAGS = bytes.maketrans(b"01", b"\0\1")
FEWEST_TO_REBUILD = 1000
"""Texts that were replaced before the index is made anew."""


class TaskSearch:
    """An index of tasks that is filled little by little, or by the first search."""

    def __init__(self, text: Callable[[int], str]) -> None:
        """`text` returns all that is searched of a task; it is asked when the task is indexed."""
        self._text = text
        self._index = WordIndex()
        self._numbers: dict[int, int] = {}
        """The number of each indexed task's text."""
        self._tasks: list[int] = []
        """The task of each number."""
        self._missing: dict[int, None] = {}

    def put(self, task_nums: Iterable[int]) -> None:
        """These tasks are new, or their texts have changed."""
        for task_num in task_nums:
            self._drop(task_num)
            self._missing[task_num] = None

    def drop(self, task_nums: Iterable[int]) -> None:
        """Never find these again."""
        for task_num in task_nums:
            self._drop(task_num)
            self._missing.pop(task_num, None)

    def prepare(self, most: int) -> bool:
        """Index up to this many tasks. Returns whether there are more."""
        if len(self._tasks) - len(self._numbers) > max(FEWEST_TO_REBUILD, len(self._numbers)):
            self._missing = dict.fromkeys((*self._numbers, *self._missing))
            self._index, self._numbers, self._tasks = WordIndex(), {}, []
        taken = list(islice(self._missing, most))
        for number, task_num in enumerate(taken, len(self._tasks)):
            self._numbers[task_num] = number
            del self._missing[task_num]
        self._tasks += taken
        self._index.add(map(self._text, taken))
        return bool(self._missing)

    def find(self, text: str) -> set[int]:
        """The tasks that contain all words of a text, each word anywhere. All of them for a blank text."""
        while self._missing:
            self.prepare(len(self._missing))
        found = self._index.find(folded(text).split())
        flags = format(found, f"0{self._index.count or 1}b")[::-1].encode().translate(_FLAGS)
        return set(compress(self._tasks, flags))

    def _drop(self, task_num: int) -> None:
        number = self._numbers.pop(task_num, None)
        if number is not None:
            self._index.remove(number)
