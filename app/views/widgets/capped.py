"""Labels limited to a few lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.views.widgets.labels import shortened

MOST_LETTERS = 1000
"""More letters than fit into any few lines; the rest of a longer text is not even measured."""


class CappedLabel(QLabel):
    """A label that wraps, and ends in an ellipsis if its text needs more lines.

    `fitted` is emitted when another part of the text is shown: see `is_capped`.
    """

    fitted = Signal()

    def __init__(self, text: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_size = False
        self._lines = lines
        self.setText(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @property
    def is_capped(self) -> bool:
        """Whether there is more text than is shown."""
        return self.text() != self._whole

    def setText(self, text: str) -> None:
        """Show as much of a text as fits."""
        self._whole = text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS].rstrip()}…"
        super().setText(self._whole)
        if self._has_size:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits into this width."""
        super().resizeEvent(event)
        self._has_size = True
        self._fit()

    def _fit(self) -> None:
        text = shortened(self._whole, self.fontMetrics(), self.width(), self._highest)
        if text != self.text():
            super().setText(text)
            self.fitted.emit()

    def heightForWidth(self, width: int) -> int:
        """The height needed at this width, up to the maximum number of lines."""
        return min(super().heightForWidth(width), self._highest)

    def sizeHint(self) -> QSize:
        """Limited to the maximum number of lines."""
        return super().sizeHint().boundedTo(QSize(1 << 20, self._highest))

    def minimumSizeHint(self) -> QSize:
        """Limited to the maximum number of lines."""
        return super().minimumSizeHint().boundedTo(QSize(1 << 20, self._highest))

    @property
    def _highest(self) -> int:
        lines = "\n".join(
            ["X"] * self._lines
        )  # measured, because a line is slightly higher than its font reports
        return self.fontMetrics().boundingRect(QRect(0, 0, 1 << 10, 1 << 10), 0, lines).height()
