"""Cached shapes of the tiles: backgrounds, provider strips, dots and marks. There are few distinct ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from app.domain.schedule.pattern import provider_runs
from app.domain.schedule.visit import SLOT_MINUTES
from app.views.staff.schedule.grid.geometry import Box
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.theme.colors import legible, mix
from app.views.theme.icons import Icon, draw_icon
from app.views.theme.tokens import RADIUS_TILE, STAGE_HUES

KEPT = 400
HATCH_GROUND = 0.22
"""Opacity of the provider's color below the hatching."""
MARK_STROKE = 2.25
HATCH = 5
"""Pixels between the strokes of the hatching."""


class Strip(NamedTuple):
    """One provider's time beside a tile, for the visible part of the tile."""

    color: str
    pattern: str


class Shapes:
    """Draws and caches shapes for one theme. The cache key contains everything that the drawing depends on."""

    def __init__(self, theme: PaintTheme) -> None:
        self._theme = theme
        self._kept: dict[tuple[object, ...], QPixmap] = {}
        self._radius = theme.u(RADIUS_TILE)
        self._fills = {
            name: (QColor(theme.hue(name).ground), QColor(theme.hue(name).line))
            for name in (*STAGE_HUES.values(), "late")
        }

    def draw_background(self, painter: QPainter, hue: str, box: Box) -> None:
        """Paint a tile's background with its outline: the round ends as pictures, the part between them filled.

        A picture of each size would be a tenth faster and take most of the program's memory.
        """
        left, top, width, height = box
        head = min(self._radius, height // 2)
        foot = min(self._radius, height - head)
        ends, line = self._ends(hue, width), self._theme.u(1)
        painter.drawPixmap(left, top, ends, 0, 0, width, head)
        painter.drawPixmap(left, top + height - foot, ends, 0, 2 * self._radius - foot, width, foot)
        between = height - head - foot
        if between > 0:
            background, edge = self._fills[hue]
            painter.fillRect(left, top + head, width, between, edge)
            painter.fillRect(left + line, top + head, width - 2 * line, between, background)

    def draw_dashes(self, painter: QPainter, box: Box) -> None:
        """Paint a dashed outline around a tile that is not in this place in Open Dental yet."""
        line = self._theme.u(2)
        pen = QPen(QColor(self._theme.tokens.accent_text), line, Qt.PenStyle.DashLine)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        left, top, width, height = box
        half = line / 2
        around = QRectF(left + half, top + half, width - line, height - line)
        painter.drawRoundedRect(around, self._radius, self._radius)
        painter.restore()

    def edge(self, strips: tuple[Strip, ...], height: int, skipped: int, hour: int) -> QPixmap:
        """The provider strips at a tile's left. `skipped` minutes of them are before the grid."""
        key = ("edge", strips, height, skipped, hour)
        found = self._kept.get(key)
        if found is not None:
            return found
        width = self._theme.edge + (len(strips) - 1) * self._theme.second_edge
        return self._draw(key, width, height, lambda p: self._edge(p, strips, (width, height), skipped, hour))

    def dot(self, hue: str, letter: str, size: int) -> QPixmap:
        """A stage's dot with its letter."""
        key = ("dot", hue, letter, size)
        return self._kept.get(key) or self._draw(key, size, size, lambda p: self._dot(p, hue, letter, size))

    def mark(self, icon: Icon, color: str, size: int) -> QPixmap:
        """A small icon."""
        key = ("mark", icon, color, size)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = QPixmap.fromImage(draw_icon(icon, color, size, MARK_STROKE))
        return found

    def _draw(
        self,
        key: tuple[object, ...],
        width: int,
        height: int,
        draw: Callable[[QPainter], None],
        base: QColor | Qt.GlobalColor = Qt.GlobalColor.transparent,
    ) -> QPixmap:
        if len(self._kept) >= KEPT:
            self._kept.clear()
        pixmap = QPixmap(width, height)
        pixmap.fill(base)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        draw(painter)
        painter.end()
        found = self._kept[key] = pixmap.copy()  # as in texts.py: what was painted on keeps its paint engine
        return found

    def _ends(self, hue: str, width: int) -> QPixmap:
        """A background's upper and lower end, on the grid's open background: opaque pixmaps are copied much faster."""
        key = ("ends", hue, width)
        found = self._kept.get(key)
        if found is None:
            height = 2 * self._radius
            found = self._draw(
                key, width, height, lambda p: self._draw_ends(p, hue, width, height), self._theme.grid
            )
        return found

    def _draw_ends(self, painter: QPainter, hue: str, width: int, height: int) -> None:
        colors, line = self._theme.hue(hue), self._theme.u(1)
        painter.setPen(QPen(QColor(colors.line), line))
        painter.setBrush(QColor(colors.ground))
        half = line / 2
        painter.drawRoundedRect(QRectF(half, half, width - line, height - line), self._radius, self._radius)

    def _edge(
        self,
        painter: QPainter,
        strips: tuple[Strip, ...],
        size: tuple[int, int],
        skipped: int,
        hour: int,
    ) -> None:
        width, height = size
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(0, 0, width + 2 * self._radius, height), self._radius, self._radius)
        painter.setClipPath(clip)
        background, left = self._theme.tokens.grid, 0
        for index, strip in enumerate(strips):
            wide = self._theme.second_edge if index else self._theme.edge
            color = legible(strip.color or self._theme.tokens.ink_3, background)
            painter.fillRect(left, 0, wide, height, QColor(mix(color, background, HATCH_GROUND)))
            painter.fillRect(left, 0, wide, height, QBrush(self._hatching(color)))
            for start, end in provider_runs(strip.pattern):
                top, bottom = round((start - skipped) * hour / 60), round((end - skipped) * hour / 60)
                whole = end >= len(strip.pattern) * SLOT_MINUTES
                painter.fillRect(left, top, wide, (height if whole else bottom) - top, QColor(color))
            left += wide
            if index < len(strips) - 1:
                painter.fillRect(left - self._theme.u(1), 0, self._theme.u(1), height, QColor(background))

    def _hatching(self, color: str) -> QPixmap:
        """One repeat of the hatching for time that is not the provider's own."""
        size = self._theme.u(HATCH)
        key = ("hatching", color)
        return self._kept.get(key) or self._draw(key, size, size, lambda p: _diagonals(p, color, size))

    def _dot(self, painter: QPainter, hue: str, letter: str, size: int) -> None:
        colors, cache = self._theme.hue(hue), self._theme.letter
        painter.setBrush(QColor(colors.dot))
        painter.drawEllipse(QRectF(0, 0, size, size))
        painter.setPen(QColor(colors.on_dot))
        painter.setFont(cache.font)
        left = round((size - cache.width(letter)) / 2)
        painter.drawText(left, (size - cache.height) // 2 + cache.ascent, letter)


def _diagonals(painter: QPainter, color: str, size: int) -> None:
    """Strokes from lower left to upper right that join when the square is repeated."""
    painter.setPen(QPen(QColor(color), size / 3.5))
    for shift in (-size, 0, size):
        painter.drawLine(shift, size, shift + size, 0)
