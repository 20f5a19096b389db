"""An appointment's details: names at the left, values at the right, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.domain.schedule.tile import CardRow
from app.viewmodels.translation import tr, typed
from app.views.widgets.capped import CappedLabel
from app.views.widgets.labels import breakable, plain_label

MOST_LINES = 6
"""Maximum lines of a value, so that a long note doesn't push the rest out of view. An alert is never cut."""


class CardRows(QWidget):
    """Never wider than its area: values wrap, and words longer than a line break."""

    def __init__(
        self, parent: QWidget | None = None, *, selectable: bool = False, capped: bool = True
    ) -> None:
        """`capped` limits long values to a few lines; else they are shown in full."""
        super().__init__(parent)
        self._selectable = selectable
        self._capped = capped
        self._shown: tuple[CardRow, ...] = ()
        self._labels: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def align(self, pixels: int) -> None:
        """Align the values with the fields of a form whose labels have this width."""
        self._grid.setColumnMinimumWidth(0, pixels)

    def fill(self, rows: Sequence[CardRow]) -> None:
        """Show these rows, replacing the previous ones; identical rows stay as they are."""
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        for old in self._labels:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._labels = []
        for line, row in enumerate(rows):
            name = plain_label(tr(row.label), kind="second")
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            value = _value(row, capped=self._capped)
            value.setMinimumWidth(1)
            value.setAlignment(Qt.AlignmentFlag.AlignTop)
            if self._selectable:
                value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            for column, label in enumerate((name, value)):
                self._grid.addWidget(label, line, column)
                self._labels.append(label)
                label.show()  # a layout ignores widgets that are not shown yet
        self.updateGeometry()  # otherwise an immediate measurement would return the previous rows' size


def _value(row: CardRow, *, capped: bool) -> QLabel:
    words = breakable(typed(row.value))
    if row.tone or not capped:
        return plain_label(words, kind=row.tone, wrap=True)
    return CappedLabel(words, MOST_LINES)
