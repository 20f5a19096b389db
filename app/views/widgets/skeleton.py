"""Gray bars where rows will be, while nothing is known yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.views.theme.fonts import grown
from app.views.theme.tokens import RADIUS_TILE, tokens_of

ROW, BAR, PAD = 28, 10, 8
SHARES = (0.10, 0.10, 0.46, 0.10, 0.10)
"""The width of each bar of a row."""


class Skeleton(QWidget):
    """Nothing moves in it; it is not read to screen readers, who hear that something is loading."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, fainter toward the bottom."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(tokens_of(self.palette()).pressed)
        row, bar, pad = (grown(each, self.font()) for each in (ROW, BAR, PAD))
        count = max(self.height() // row, 1)
        for line in range(count):
            color.setAlphaF(max(1.0 - line / count, 0.0))
            x = float(pad)
            for share in SHARES:
                width = share * (self.width() - 2 * pad)
                painter.setPen(color)
                painter.setBrush(color)
                painter.drawRoundedRect(
                    QRectF(x, line * row + (row - bar) / 2, width * 0.8, bar), RADIUS_TILE, RADIUS_TILE
                )
                x += width + pad
        painter.end()
