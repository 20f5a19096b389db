"""A table's columns as the user arranged them, and its sorting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal

from app.viewmodels.tables.column import Column
from app.viewmodels.tables.layout import TableLayout, TableMemory
from app.viewmodels.tables.model import DOWN, UP, TableModel


class TableColumns(QObject):
    """`changed`: other columns, widths or sorting. All changes are remembered."""

    changed = Signal()

    def __init__(self, table_id: str, model: TableModel[Any], memory: TableMemory, parent: QObject) -> None:
        super().__init__(parent)
        self._id = table_id
        self._model = model
        self._memory = memory
        self.layout = memory.recall(table_id)
        self._left_out: frozenset[str] = frozenset()
        self._sort()

    @property
    def visible(self) -> list[Column]:
        """The visible columns, from the left."""
        return [self._model.columns[at] for at in self.shown]

    @property
    def shown(self) -> list[int]:
        """The numbers of the visible columns, from the left."""
        columns = self._model.columns
        ordered = self.layout.ordered(columns)
        return [
            at
            for at in ordered
            if columns[at].id not in self._left_out and not self.layout.hides(columns[at])
        ]

    def leave_out(self, ids: frozenset[str]) -> None:
        """Columns in which nothing can be known now, whatever the user chose. Nothing of this is remembered."""
        if ids != self._left_out:
            self._left_out = ids
            self.changed.emit()

    def show(self, number: int, *, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        column = self._model.columns[number]
        if column.optional and (shown or self.shown != [number]):
            self._keep(replace(self.layout, hidden={**self.layout.hidden, column.id: not shown}))

    def order(self, numbers: Sequence[int]) -> None:
        """The user dragged a column; `numbers` are all columns from the left."""
        ids = [self._model.columns[at].id for at in numbers]
        unknown = [each for each in self.layout.order if each not in ids]  # those of a newer version
        self._keep(replace(self.layout, order=(*ids, *unknown)))

    def widen(self, number: int, pixels: int) -> None:
        """The user dragged a column's edge."""
        widths = {**self.layout.widths, self._model.columns[number].id: pixels}
        self._keep(replace(self.layout, widths=widths))

    def sort_by(self, number: int) -> None:
        """Sort by a column; once more: the other way around; a third time: as the rows were given."""
        column, layout = self._model.columns[number].id, self.layout
        if layout.sort != column:
            layout = replace(layout, sort=column, backward=False)
        elif not layout.backward:
            layout = replace(layout, backward=True)
        else:
            layout = replace(layout, sort="", backward=False)
        self._keep(layout)
        self._sort()

    def reset(self) -> None:
        """All columns as they were at first."""
        self._keep(TableLayout())
        self._sort()

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder] | None:
        """The number of the column the rows are sorted by, and the direction; None: as given."""
        ids = [column.id for column in self._model.columns]
        if self.layout.sort not in ids:
            return None
        return ids.index(self.layout.sort), DOWN if self.layout.backward else UP

    def _keep(self, layout: TableLayout) -> None:
        self.layout = layout
        self._memory.keep(self._id, layout)
        self.changed.emit()

    def _sort(self) -> None:
        number, order = self.sorted_by or (-1, UP)
        self._model.sort(number, order)
