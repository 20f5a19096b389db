"""What the window shows before anything is loaded: the frame, and an empty book in it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.tile import hour_text
from app.views.theme.theme import Theme
from app.views.theme.tokens import BAR_HEIGHT, PANEL_WIDTH, RAIL_WIDTH, STATUS_HEIGHT

RULER_WIDTH = 56
HEADER_HEIGHT = 44
HOUR_HEIGHT = 72
OPENS = 7
COLUMNS = 8


class FirstSheet(QWidget):
    """Rail, bar, panel and status line as empty grounds, and the hours of a day between them. `painted` comes once."""

    painted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self._was_painted = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def say(self, words: str) -> None:
        """Put a line into the middle."""
        self._words = words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds, lines and hours."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        whole = self.rect()
        painter.fillRect(whole, QColor(tokens.surface))
        sheet = whole.adjusted(RAIL_WIDTH, BAR_HEIGHT, -PANEL_WIDTH, -STATUS_HEIGHT)
        painter.fillRect(sheet, QColor(tokens.sheet))
        self._draw_hours(painter, sheet.adjusted(0, HEADER_HEIGHT, 0, 0))
        painter.setPen(QColor(tokens.hairline))
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        painter.drawLine(
            sheet.left(), sheet.top() + HEADER_HEIGHT, sheet.right(), sheet.top() + HEADER_HEIGHT
        )
        if self._words:
            painter.setPen(QColor(tokens.ink_2))
            painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def _draw_hours(self, painter: QPainter, sheet: QRect) -> None:
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.sheet_line))
        width = max((sheet.width() - RULER_WIDTH) // COLUMNS, 1)
        for column in range(COLUMNS):
            left = sheet.left() + RULER_WIDTH + column * width
            painter.drawLine(left, sheet.top(), left, sheet.bottom())
        for row in range(sheet.height() // HOUR_HEIGHT + 1):
            top = sheet.top() + row * HOUR_HEIGHT
            painter.drawLine(sheet.left() + RULER_WIDTH, top, sheet.right(), top)
        painter.setPen(QColor(tokens.ink_3))
        for row in range(sheet.height() // HOUR_HEIGHT + 1):
            top = sheet.top() + row * HOUR_HEIGHT
            painter.drawText(sheet.left() + 8, top + 14, hour_text((OPENS + row) * 60))
