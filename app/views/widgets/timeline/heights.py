"""The heights of rows that are measured only when they come into view."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, islice

STEP = 64
"""Rows added up at a time on the way to a height."""


class RowHeights:
    """Heights in pixels; a row that was never measured counts with an estimate."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._measured = bytearray()
        self._tops = [0]
        """Where the first rows begin, as far as it was needed."""
        self.total = 0
        """The height of all rows."""

    def __len__(self) -> int:
        return len(self._heights)

    def reset(self, count: int, estimate: int) -> None:
        """Forget all heights."""
        self._heights, self._measured = [estimate] * count, bytearray(count)
        self._tops, self.total = [0], count * estimate

    def insert(self, row: int, count: int, estimate: int) -> None:
        """Rows were inserted."""
        self._heights[row:row] = [estimate] * count
        self._measured[row:row] = bytes(count)
        self._moved(row, count * estimate)

    def remove(self, row: int, count: int) -> None:
        """Rows were removed."""
        self._moved(row, -sum(self._heights[row : row + count]))
        del self._heights[row : row + count]
        del self._measured[row : row + count]

    def forget(self, first: int, last: int) -> None:
        """These rows have to be measured again; until then they count as before."""
        self._measured[first : last + 1] = bytes(last + 1 - first)

    def is_measured(self, row: int) -> bool:
        """Whether a row's height is exact."""
        return bool(self._measured[row])

    def set(self, row: int, height: int) -> int:
        """A row was measured. Returns how much higher it is than it counted before."""
        more = height - self._heights[row]
        self._measured[row] = 1
        if more:
            self._heights[row] = height
            self._moved(row, more)
        return more

    def height(self, row: int) -> int:
        """A row's height."""
        return self._heights[row]

    def top(self, row: int) -> int:
        """Where a row begins, from the top of the first one; for the number of rows, where the last one ends."""
        if row >= len(self._tops):
            self._add_up(self._heights[len(self._tops) - 1 : row])
        return self._tops[row]

    def at(self, y: int) -> int:
        """The row at a height, from the top of the first one; -1 beside the rows."""
        if not 0 <= y < self.total:
            return -1
        while self._tops[-1] <= y:
            self._add_up(islice(self._heights, len(self._tops) - 1, len(self._tops) - 1 + STEP))
        return bisect_right(self._tops, y) - 1

    def _add_up(self, heights: Iterable[int]) -> None:
        self._tops += islice(accumulate(heights, initial=self._tops[-1]), 1, None)

    def _moved(self, row: int, more: int) -> None:
        """Everything below the top of a row moved."""
        del self._tops[row + 1 :]
        self.total += more
