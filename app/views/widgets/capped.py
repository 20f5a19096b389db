"""Words that take a few lines at most, however many they are."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.views.widgets.labels import shortened

MOST_LETTERS = 1000
"""More letters than any few lines hold; the rest of a longer text is not even measured."""


class CappedLabel(QLabel):
    """A label that wraps, and ends in an ellipsis where its lines are used up."""

    def __init__(self, text: str, lines: int, parent: QWidget | None = None) -> None:
        self._whole = text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS].rstrip()}…"
        self._lines = lines
        super().__init__(self._whole, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as this width has room for."""
        super().resizeEvent(event)
        text = shortened(self._whole, self.fontMetrics(), self.width(), self._highest)
        if text != self.text():
            self.setText(text)

    def heightForWidth(self, width: int) -> int:
        """What the words need at this width, within the lines that they may take."""
        return min(super().heightForWidth(width), self._highest)

    def sizeHint(self) -> QSize:
        """Never higher than the lines."""
        return super().sizeHint().boundedTo(QSize(1 << 20, self._highest))

    def minimumSizeHint(self) -> QSize:
        """Never higher than the lines."""
        return super().minimumSizeHint().boundedTo(QSize(1 << 20, self._highest))

    @property
    def _highest(self) -> int:
        lines = "\n".join(
            ["X"] * self._lines
        )  # measured, for a line is set a little higher than its font says
        return self.fontMetrics().boundingRect(QRect(0, 0, 1 << 10, 1 << 10), 0, lines).height()
