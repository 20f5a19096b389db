"""The odontogram as a list of sentences: every tooth with something on it, the others in one row, what isn't drawn."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.chart.listing import ToothLine, list_shared
from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from app.viewmodels.tables.changes import ShownRows
from app.viewmodels.tables.rows import Rows
from app.viewmodels.translation import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_KEPT = 1024
"""Sentences kept: the same ones come again with every refresh and on every day of the slider."""


class ToothRow(Struct, frozen=True):
    """One row. `key` is the tooth's name, or what else the row is about."""

    key: str
    words: str
    tooth: str = ""
    """The tooth that the row selects, by Open Dental's name; empty: none."""


class ToothList(QAbstractListModel):
    """Follows an odontogram while `active`; rows keep their place and selection."""

    def __init__(self, model: OdontogramViewModel) -> None:
        super().__init__(model)
        self._model = model
        self._source = Rows[ToothRow](lambda row: row.key, lambda row: row.words)
        self._shown = ShownRows[ToothRow](self, self._source)
        self.active = False
        """Whether it is on the screen."""
        model.state_changed.connect(self._follow)

    def set_active(self, *, active: bool) -> None:
        """Whether the list is on the screen: otherwise it costs nothing."""
        self.active = active
        self._follow()

    def row_of(self, tooth: str) -> int:
        """The row of a tooth; -1 if nothing is charted on it."""
        return next((at for at, row in enumerate(self._shown.rows) if row.tooth and row.tooth == tooth), -1)

    def tooth_at(self, row: int) -> str:
        """The tooth of a row; empty if the row is about none."""
        return self._shown.rows[row].tooth if 0 <= row < len(self._shown.rows) else ""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._shown.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's sentence."""
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._shown.rows[index.row()].words if index.isValid() and role in texts else None

    def _follow(self) -> None:
        if self.active:
            self._source.replace(_rows(self._model))
            self._shown.follow()


def _rows(model: OdontogramViewModel) -> list[ToothRow]:
    """Teeth with the same single fact share a row: a listener needn't hear eight times that a tooth is missing."""
    lines = model.lines()
    rows = [
        ToothRow(line.name, _sentence(line), line.name) for line in lines if not (line.plain or line.absent)
    ]
    shared = [tr(words) for words in list_shared(lines)]
    problems = [tr("Not drawn: {words}", words=words) for words in model.problems()]
    return rows + [ToothRow(f"#{number}", words) for number, words in enumerate(shared + problems)]


@lru_cache(_KEPT)
def _sentence(line: ToothLine) -> str:
    return tr("{number}, {tooth}: {words}", number=line.number, tooth=line.tooth, words=line.words)
