"""Tells the views of a model what changed, by row: selection, current row and scroll position stay."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from app.viewmodels.tables.rows import Rows

MOST_RUNS = 32
"""More separate changes than this are announced at once as a new layout, which costs less."""

R = TypeVar("R")


class ShownRows(Generic[R]):
    """The rows that a model shows. The model reads `rows`; `follow` and `lay_out` bring them up to date."""

    def __init__(self, model: QAbstractItemModel, source: Rows[R], columns: int = 1) -> None:
        self._model = model
        self._source = source
        self._key = source.key
        self._columns = columns
        self.rows: Sequence[R] = ()

    def follow(self) -> None:
        """The source has other rows: announce removed, inserted and changed ones, or a new layout if there are many."""
        rows = self._source.shown
        if rows and not self.rows:  # as when a list is opened: nothing to compare
            self._insert([(0, len(rows) - 1)], rows)
            return
        before = {self._key(row): row for row in self.rows}
        after = {self._key(row) for row in rows}
        kept = [self._key(row) for row in rows if self._key(row) in before]
        gone = _runs([at for at, key in enumerate(before) if key not in after])
        new = _runs([at for at, row in enumerate(rows) if self._key(row) not in before])
        if kept != [key for key in before if key in after] or len(gone) + len(new) > MOST_RUNS:
            self.lay_out()
        else:
            self._remove(gone)
            self._insert(new, rows)
        self.rows = rows
        changed = [at for at, row in enumerate(rows) if before.get(self._key(row), row) != row]
        for first, last in _runs(changed):
            self._model.dataChanged.emit(
                self._model.index(first, 0), self._model.index(last, self._columns - 1)
            )

    def lay_out(self) -> None:
        """The source has another order, or many more or fewer rows of the same contents."""
        model, source = self._model, self._source
        model.layoutAboutToBeChanged.emit()
        held = model.persistentIndexList()
        places = [source.place_of(self.rows[index.row()]) for index in held]
        moved = [
            QModelIndex() if place is None else model.createIndex(place, index.column())
            for index, place in zip(held, places, strict=True)
        ]
        self.rows = source.shown
        model.changePersistentIndexList(held, moved)
        model.layoutChanged.emit()

    def _remove(self, runs: list[tuple[int, int]]) -> None:
        for first, last in reversed(runs):
            self._model.beginRemoveRows(QModelIndex(), first, last)
            self.rows = [*self.rows[:first], *self.rows[last + 1 :]]
            self._model.endRemoveRows()

    def _insert(self, runs: list[tuple[int, int]], rows: Sequence[R]) -> None:
        for first, last in runs:
            self._model.beginInsertRows(QModelIndex(), first, last)
            self.rows = [*self.rows[:first], *rows[first : last + 1], *self.rows[first:]]
            self._model.endInsertRows()


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending numbers as ranges: the first and the last of each."""
    found = []
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        found.append((run[0], run[-1]))
    return found
