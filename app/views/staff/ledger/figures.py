"""The figures above the ledger."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.viewmodels.staff.ledger.figures import AgingFigure, LedgerFigures
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_label

WIDE = 900
"""From this width on, in pixels for text of 13 px, the nine figures are in one row; else in two."""
FIVE = 5
SPACE = 20


class FiguresBar(QWidget):
    """What is owed now, large, and the nine figures of the aging beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.owes, self.amount = plain_label(kind="second"), plain_label()
        self.amount.setFont(theme.fonts.number)
        self.pending = plain_label(kind="second")
        self.pending.setFont(theme.fonts.figures)
        self.nine = [_Nine(theme) for _ in range(9)]
        self._columns = 0
        large = QVBoxLayout()
        large.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.amount, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.pending, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        large.addWidget(self.owes)
        large.addLayout(line)
        large.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addLayout(large)
        row.addStretch(1)
        row.addLayout(self._grid)
        self._arrange(9)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def fill(self, figures: LedgerFigures | None) -> None:
        """Show these; None: nothing is known yet."""
        self.setAccessibleName("" if figures is None else f"{figures.owes} {figures.amount}")
        self.owes.setText(figures.owes if figures else "")
        self.amount.setText(figures.amount if figures else "")
        self.pending.setText(figures.pending if figures else "")
        _restyle(self.amount, figures.tone if figures else "")
        for at, each in enumerate(self.nine):
            each.fill(figures.nine[at] if figures else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row of figures, or two in a narrow window."""
        super().resizeEvent(event)
        self._arrange(9 if self.width() >= grown(WIDE, self.font()) else FIVE)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, each in enumerate(self.nine):
            self._grid.addWidget(each, at // columns, at % columns)


class _Nine(QWidget):
    """One of the nine: its name over the amount."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name, self._value = plain_label(kind="faint"), plain_label()
        self._value.setFont(theme.fonts.figures)
        for label in (self._name, self._value):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._value)

    def fill(self, figure: AgingFigure | None) -> None:
        """Show it."""
        self._name.setText(figure.label if figure else "")
        self._value.setText(figure.value if figure else "")
        self.setToolTip(figure.tip if figure else "")
        self.setAccessibleName(f"{figure.label} {figure.value}" if figure else "")
        _restyle(self._value, figure.tone if figure else "")


def _restyle(label: QLabel, kind: str) -> None:
    if label.property("kind") != kind:
        label.setProperty("kind", kind)
        label.style().unpolish(label)
        label.style().polish(label)
