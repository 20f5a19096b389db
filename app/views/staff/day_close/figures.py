"""Small grids of figures: what was taken, side by side, and totals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.present import present
from app.views.theme.fonts import TABULAR, grown
from app.views.widgets.labels import breakable, plain_label

Line = tuple[str, ...]


class FiguresGrid(QWidget):
    """The first column is text, the others are right-aligned figures."""

    def __init__(self, width: int) -> None:
        """`width` in pixels at the usual text size: figures far from their names are hard to read."""
        super().__init__()
        self.setMaximumWidth(grown(width, self.font()))
        self._shown: tuple[object, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)

    def fill(self, titles: Line, lines: Sequence[Line], tones: Sequence[str] = ()) -> None:
        """Show these lines below the titles; `tones` are the kinds of their last columns."""
        if self._shown == (titles, tuple(lines), tuple(tones)):
            return
        self._shown = (titles, tuple(lines), tuple(tones))
        while self._grid.count():
            if (old := present(self._grid.takeAt(0)).widget()) is not None:
                old.hide()
                old.deleteLater()
        self._put(0, titles, "second")
        for at, line in enumerate(lines, 1):
            self._put(at, line, "", tones[at - 1] if tones else "")
        self.updateGeometry()

    def _put(self, row: int, line: Line, kind: str, last: str = "") -> None:
        for column, text in enumerate(line):
            label = plain_label(breakable(text), kind=last if column == len(line) - 1 and last else kind)
            if column:
                label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
                font = label.font()
                font.setFeature(TABULAR, 1)
                label.setFont(font)
            self._grid.addWidget(label, row, column)
            label.show()
        self._grid.setColumnStretch(0, 1)
