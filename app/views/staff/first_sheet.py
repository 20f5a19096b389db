"""What the window shows before anything is loaded: the frame, and an empty book in it.

Every line stands where the book's own will stand, so that nothing jumps when it comes. The first paint waits for
this module, so it imports next to nothing, and does not name `Qt` (see theme/ground.py).
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.ruler import hour_text
from app.views.theme.fonts import make_fonts
from app.views.theme.tokens import (
    BAR_HEIGHT,
    HALF_LINE,
    HOUR_LINE,
    PANEL_WIDTH,
    RAIL_WIDTH,
    STATUS_HEIGHT,
    TEXT_PIXELS,
    Tokens,
    tokens_of,
)

HOUR_HEIGHT = 108
"""Pixels an hour, as the book begins."""
OPENS = 7 * 60
CLOSES = 18 * 60
PAD = 8
SCROLL_BAR = 12
HEADER_ROOM = PAD + 3 + 3
"""Around the header's two lines."""


class FirstSheet(QWidget):
    """Rail, bar, panel and status line as empty grounds, and the hours of a day between them.

    `painted` comes once. `minute` is the time of day, after midnight: the book begins an hour before it.
    """

    painted = Signal()

    def __init__(self, minute: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minute = minute
        self._words = ""
        self._was_painted = False

    def say(self, words: str) -> None:
        """Put a line into the middle."""
        self._words = words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        fonts = make_fonts(self.font())
        painter = QPainter(self)
        whole = self.rect()
        painter.fillRect(whole, QColor(tokens.surface))
        self._draw_frame(painter, whole, QColor(tokens.hairline))
        middle = whole.adjusted(RAIL_WIDTH, BAR_HEIGHT, -PANEL_WIDTH, -STATUS_HEIGHT)
        header = _height(fonts.strong) + _height(fonts.small) + HEADER_ROOM
        ruler = QFontMetrics(fonts.small_figures).horizontalAdvance("12 PM") + 2 * PAD
        sheet = middle.adjusted(ruler, header, -SCROLL_BAR, 0)
        painter.fillRect(sheet, QColor(tokens.sheet))
        line = QColor(tokens.sheet_line)
        painter.fillRect(sheet.left(), sheet.top() - 1, sheet.width(), 1, line)
        painter.fillRect(sheet.left() - 1, sheet.top(), 1, sheet.height(), line)
        painter.setFont(fonts.small_figures)
        painter.setClipRect(middle.adjusted(0, header, 0, 0))
        self._draw_hours(painter, sheet, tokens)
        painter.setClipping(False)
        if self._words:
            self._draw_words(painter, sheet, fonts.body, QColor(tokens.ink_2))
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def _draw_frame(self, painter: QPainter, whole: QRect, line: QColor) -> None:
        width, height = whole.width(), whole.height()
        painter.fillRect(RAIL_WIDTH - 1, 0, 1, height, line)
        painter.fillRect(RAIL_WIDTH, BAR_HEIGHT - 1, width, 1, line)
        painter.fillRect(RAIL_WIDTH, height - STATUS_HEIGHT, width, 1, line)
        painter.fillRect(width - PANEL_WIDTH, BAR_HEIGHT, 1, height - BAR_HEIGHT - STATUS_HEIGHT, line)

    def _draw_hours(self, painter: QPainter, sheet: QRect, tokens: Tokens) -> None:
        line, hour, half = QColor(tokens.sheet_line), QColor(tokens.ink), QColor(tokens.ink)
        hour.setAlpha(HOUR_LINE)
        half.setAlpha(HALF_LINE)
        metrics = painter.fontMetrics()
        height = round(HOUR_HEIGHT * max(1.0, self.font().pixelSize() / TEXT_PIXELS))
        latest = CLOSES - sheet.height() * 60 // height
        first = max(OPENS, min(self._minute - 60, latest))
        for minute in range(first // 30 * 30, 24 * 60, 30):
            top = sheet.top() + round((minute - first) * height / 60)
            if top > sheet.bottom():
                break
            tick = 6 if minute % 60 else 12
            painter.fillRect(sheet.left() - tick, top, tick, 1, line)
            painter.fillRect(sheet.left(), top, sheet.width(), 1, half if minute % 60 else hour)
            words = ":30" if minute % 60 else hour_text(minute)
            painter.setPen(QColor(tokens.ink_3 if minute % 60 else tokens.ink_2))
            left = sheet.left() - PAD + 1 - metrics.horizontalAdvance(words)
            painter.drawText(left, top + 2 + metrics.ascent(), words)

    def _draw_words(self, painter: QPainter, sheet: QRect, font: QFont, ink: QColor) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        width = painter.fontMetrics().horizontalAdvance(self._words)
        painter.drawText(sheet.left() + (sheet.width() - width) // 2, sheet.center().y(), self._words)


def _height(font: QFont) -> int:
    metrics = QFontMetrics(font)
    return metrics.ascent() + metrics.descent()
