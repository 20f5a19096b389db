"""The rows of a list or table in their order, and which of them a filter leaves.

Rows are immutable. A row that changes is replaced by another one with the same key.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import compress, islice
from operator import itemgetter
from typing import Any, Generic, TypeVar

from app.domain.texts.folding import folded
from app.domain.texts.word_index import WordIndex

R = TypeVar("R")

_FLAGS = bytes.maketrans(b"01", b"\0\1")
FEWEST_TO_REBUILD = 1000
"""Texts that were replaced before the index is made anew."""


class Rows(Generic[R]):
    """All rows and the filter. `shown` are those that contain all of the filter's words, in any column."""

    def __init__(self, key: Callable[[R], Hashable], text: Callable[[R], str]) -> None:
        """`text` returns all that the filter searches of a row."""
        self.key = key
        self._text = text
        self._words: list[str] = []
        self._order: Callable[[R], Any] | None = None
        self._backward = False
        self._allowed: Callable[[R], bool] | None = None
        self._given: tuple[R, ...] = ()
        self._sorted: tuple[R, ...] = ()
        self._index = WordIndex()
        self._indexed: dict[Hashable, tuple[R, int]] = {}
        """The indexed rows with the number of their text, by key."""
        self._places: dict[Hashable, int] | None = None
        """Where each key is among all rows; None: not known yet, as is `_in_order`."""
        self._in_order: Callable[[bytes], Iterable[int]] | None = None
        """Brings the flags of the indexed texts into the order of the rows."""
        self.shown: Sequence[R] = ()

    def __len__(self) -> int:
        return len(self._given)

    @property
    def all(self) -> tuple[R, ...]:
        """All rows, in the order of the last sort."""
        return self._sorted

    def replace(self, rows: Iterable[R]) -> None:
        """Set all rows. Raises ValueError if two have the same key."""
        self._given = tuple(rows)
        kept = {self.key(row): row for row in self._given}
        if len(kept) != len(self._given):
            raise ValueError("two rows have the same key")
        for key, (row, number) in tuple(self._indexed.items()):
            if kept.get(key) != row:
                self._index.remove(number)
                del self._indexed[key]
        if self._index.count - len(self._indexed) > max(FEWEST_TO_REBUILD, len(self._given)):
            self._index, self._indexed = WordIndex(), {}
        self._arrange()

    def sort(self, order: Callable[[R], Any] | None, *, backward: bool = False) -> None:
        """Sort by this key; None: as given. Rows whose key is None come last, equal ones in the order given."""
        self._order, self._backward = order, backward
        self._arrange()

    def limit(self, allowed: Callable[[R], bool] | None) -> None:
        """Leave out rows that aren't allowed; None: all are. They stay prepared for the filter."""
        self._allowed = allowed
        self._arrange()

    def filter(self, text: str) -> bool:
        """Keep the rows that contain all words of a text. Returns whether that is another filter than before."""
        words = folded(text).split()
        if words == self._words:
            return False
        self._words = words
        self._select()
        return True

    def place_of(self, row: R) -> int | None:
        """Where the row of the same key is among those shown; None: it isn't."""
        if self._places is None:
            self._places = {self.key(each): at for at, each in enumerate(self._sorted)}
        places, place = self._places, self._places.get(self.key(row))
        if place is None:
            return None
        at = bisect_left(self.shown, place, key=lambda each: places[self.key(each)])
        return at if at < len(self.shown) and self.key(self.shown[at]) == self.key(row) else None

    def prepare(self, most: int) -> bool:
        """Index up to this many rows for the filter. Returns whether there are more.

        A filter prepares the rest by itself; called in small steps before, no keystroke has to wait for it.
        """
        missing = list(islice((row for row in self._given if self.key(row) not in self._indexed), most))
        first = self._index.count
        self._index.add(self._text(row) for row in missing)
        for number, row in enumerate(missing, first):
            self._indexed[self.key(row)] = row, number
        if missing:
            self._in_order = None
        return len(self._indexed) < len(self._given)

    def _arrange(self) -> None:
        rows = tuple(filter(self._allowed, self._given)) if self._allowed is not None else self._given
        if self._order is not None:
            keys = [(self._order(row), row) for row in rows]
            full = [pair for pair in keys if pair[0] is not None]
            # Equal rows keep their order backward too: reverse=True is stable.
            full.sort(key=itemgetter(0), reverse=self._backward)
            rows = (*(row for _, row in full), *(row for key, row in keys if key is None))
        self._sorted = rows
        self._in_order = self._places = None
        self._select()

    def _select(self) -> None:
        if not self._words:
            self.shown = self._sorted
            return
        if len(self._indexed) < len(self._given):
            self.prepare(len(self._given))
        if self._in_order is None:
            self._in_order = _picker([self._indexed[self.key(row)][1] for row in self._sorted])
        found = self._index.find(self._words)
        flags = format(found, f"0{self._index.count}b")[::-1].encode().translate(_FLAGS)
        self.shown = list(compress(self._sorted, self._in_order(flags)))


def _picker(numbers: list[int]) -> Callable[[bytes], Iterable[int]]:
    """Picks the items with these numbers; the first ones in order are what compress takes anyway."""
    if numbers == list(range(len(numbers))):
        return lambda flags: flags
    if len(numbers) < 2:
        return lambda flags: [flags[each] for each in numbers]
    return itemgetter(*numbers)
