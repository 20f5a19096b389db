"""Small grids of figures: what was taken, side by side, and totals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.views.theme.fonts import TABULAR, grown
from app.views.widgets.labels import breakable, plain_label

Line = tuple[str, ...]


class FiguresGrid(QWidget):
    """The first column is text, the others are right-aligned figures. Labels are reused: they follow each keystroke."""

    def __init__(self, width: int) -> None:
        """`width` in pixels at the usual text size: figures far from their names are hard to read."""
        super().__init__()
        self.setMaximumWidth(grown(width, self.font()))
        self._labels: dict[tuple[int, int], QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)

    def fill(self, titles: Line, lines: Sequence[Line], tones: Sequence[str] = ()) -> None:
        """Show these lines below the titles; `tones` are the kinds of their last columns."""
        shown: set[tuple[int, int]] = set()
        for row, line in enumerate((titles, *lines)):
            last = tones[row - 1] if tones and row else ""
            for column, text in enumerate(line):
                kind = "second" if not row else last if column == len(line) - 1 else ""
                self._put(row, column, text, kind)
                shown.add((row, column))
        for place, label in self._labels.items():
            if place not in shown:
                label.hide()

    def _put(self, row: int, column: int, text: str, kind: str) -> None:
        label = self._labels.get((row, column))
        if label is None:
            label = self._labels[row, column] = self._made(row, column)
        if label.text() != breakable(text):
            label.setText(breakable(text))
        if label.property("kind") != kind:
            label.setProperty("kind", kind)
            label.style().unpolish(label)
            label.style().polish(label)
        if label.isHidden():
            label.show()

    def _made(self, row: int, column: int) -> QLabel:
        label = plain_label()
        if column:
            label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            font = label.font()
            font.setFeature(TABULAR, 1)
            label.setFont(font)
        self._grid.addWidget(label, row, column)
        return label
