"""An appointment's details: names at the left, values at the right, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
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
        self._lines: list[_Line] = []
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
        for line in self._lines[len(rows) :]:
            self._drop(line)
        del self._lines[len(rows) :]
        for number, row in enumerate(rows):
            old = self._lines[number : number + 1]
            if old and old[0].tone == row.tone:
                old[0].say(row)
                continue
            for other in old:
                self._drop(other)
            self._lines[number : number + 1] = [self._make(number, row)]
        self.updateGeometry()  # otherwise an immediate measurement would return the previous rows' size

    def _make(self, number: int, row: CardRow) -> _Line:
        value = (
            CappedLabel("", MOST_LINES)
            if self._capped and not row.tone
            else plain_label(kind=row.tone, wrap=True)
        )
        value.setMinimumWidth(1)
        if self._selectable:
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = _Line(plain_label(kind="second"), value, row.tone)
        line.say(row)
        for column, label in enumerate((line.name, line.value)):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, number, column)
            label.show()  # a layout ignores widgets that are not shown yet
        return line

    def _drop(self, line: _Line) -> None:
        for label in (line.name, line.value):
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()


class _Line(Struct, frozen=True):
    """A row's labels, reused for any row of the same tone: new ones cost more than painting the whole window."""

    name: QLabel
    value: QLabel
    tone: str

    def say(self, row: CardRow) -> None:
        """Show a row."""
        self.name.setText(tr(row.label))
        self.value.setText(breakable(typed(row.value)))
