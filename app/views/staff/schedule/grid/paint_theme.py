"""The theme prepared for the schedule's painters: colors, fonts and lengths in device pixels.

The schedule is laid out and painted in device pixels, so that hairlines and letters are sharp at 125 and 150
% too.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont

from app.views.staff.schedule.grid.texts import TextCache, TextRoom
from app.views.theme.fonts import make_fonts
from app.views.theme.tokens import EDGE_WIDTH, HALF_LINE, HOUR_LINE, TEXT_PIXELS, Hue, Tokens


class PaintTheme:
    """One theme on one screen in one font. Lengths are device pixels."""

    def __init__(self, tokens: Tokens, font: QFont, ratio: float) -> None:
        self.tokens = tokens
        self.ratio = ratio
        fonts = make_fonts(font)
        self.growth = max(1.0, fonts.body.pixelSize() / TEXT_PIXELS)
        """The ratio of the system font's size to ours."""
        self._room = TextRoom(ratio * self.growth)
        self.time = self._cache(fonts.small_figures)
        self.name = self._cache(fonts.strong)
        self.low_name = self._cache(fonts.small_strong)
        self.tiny_name = self._cache(fonts.letter)
        self.small = self._cache(fonts.small)
        self.small_strong = self._cache(fonts.small_strong)
        self.plain = self._cache(fonts.body)
        self.letter = self._cache(fonts.letter)
        self.struck = self._cache(_struck(fonts.body))
        self.edge = self.u(EDGE_WIDTH)
        self.second_edge = self.u(4)
        self.dot = self.name.height
        self.mark = self.u(13 * self.growth)
        self.ink = QColor(tokens.ink)
        self.ink_2 = QColor(tokens.ink_2)
        self.ink_3 = QColor(tokens.ink_3)
        self.surface = QColor(tokens.surface)
        self.grid = QColor(tokens.grid)
        self.accent = QColor(tokens.accent)
        self.now = QColor(tokens.now)
        self.waiting = QColor(tokens.arrived.text)
        self.line = QColor(tokens.grid_line)
        """The same as the hours' line, but for open background only: opaque colors are painted faster."""
        self.hour_line = _faint(tokens.ink, HOUR_LINE)
        self.half_line = _faint(tokens.ink, HALF_LINE)

    def u(self, pixels: float) -> int:
        """A length in device pixels; at least 1 for a positive one."""
        return max(1, round(pixels * self.ratio)) if pixels > 0 else 0

    def text_u(self, pixels: float) -> int:
        """A length that scales with the system's font, in device pixels."""
        return self.u(pixels * self.growth)

    def hue(self, name: str) -> Hue:
        """A stage's colors, by its name in the tokens."""
        hue: Hue = getattr(self.tokens, name)
        return hue

    def _cache(self, font: QFont) -> TextCache:
        sized = QFont(font)
        sized.setPixelSize(round(font.pixelSize() * self.ratio))
        sized.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)  # so that cached text looks the same
        return TextCache(sized, self._room)


def _struck(font: QFont) -> QFont:
    struck = QFont(font)
    struck.setStrikeOut(True)
    return struck


def _faint(color: str, alpha: int) -> QColor:
    faint = QColor(color)
    faint.setAlpha(alpha)
    return faint
