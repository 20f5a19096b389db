"""How wide a table's columns have to be for what is in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtGui import QFontMetrics

from app.viewmodels.tables.model import TableModel
from app.viewmodels.translation import typed
from app.views.widgets.tables.cells import PADDING, one_line

FIRST, SPREAD = 24, 100
"""Rows that are measured: the first ones, and some in even distances below them. All of 10,000 would take too long."""
ARROW = 16
"""Pixels for the arrow of a sorted column."""
SLACK = 2
"""Tabular figures may be a little wider than those that are measured."""


class ContentWidths:
    """What the columns need so far: it grows with what comes, so that columns don't move with each row."""

    def __init__(self, model: TableModel[Any]) -> None:
        self._model = model
        self._cells: dict[int, int] = {}

    @property
    def known(self) -> bool:
        """Whether something was measured."""
        return bool(self._cells)

    def forget(self) -> None:
        """Other contents or another font: begin again."""
        self._cells = {}

    def measure(self, columns: Sequence[int], metrics: QFontMetrics) -> bool:
        """Measure these columns. Whether one of them needs more than before."""
        rows = _sample(self._model.rows)
        grown = False
        for at in columns:
            column = self._model.columns[at]
            widest = _widest({one_line(column.text(row)) for row in rows}, metrics)
            if rows and widest > self._cells.get(at, -1):
                self._cells[at] = widest
                grown = True
        return grown

    def needed(self, columns: Sequence[int], head: QFontMetrics, sorted_by: int | None) -> list[int]:
        """The pixels that each column needs, with its title and padding; empty: they were not measured."""
        if not all(at in self._cells for at in columns):
            return []
        return [self._one(at, head, sorted_by) for at in columns]

    def _one(self, at: int, head: QFontMetrics, sorted_by: int | None) -> int:
        title = head.horizontalAdvance(typed(self._model.columns[at].title)) + (
            ARROW if at == sorted_by else 0
        )
        return max(self._cells[at], title) + 2 * PADDING + SLACK


def _widest(texts: Collection[str], metrics: QFontMetrics) -> int:
    """The same whichever of them came first: fewer letters may be wider, but not half as many."""
    half = max(map(len, texts), default=0) / 2
    return max((metrics.horizontalAdvance(text) for text in texts if len(text) >= half), default=0)


def _sample(rows: Sequence[Any]) -> list[Any]:
    step = max((len(rows) - FIRST) // SPREAD, 1)
    return [*rows[:FIRST], *(rows[at] for at in range(FIRST, len(rows), step))]
