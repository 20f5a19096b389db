"""Paints what is below the tiles: open and closed hours, lunch, blockouts, the lines of hours and columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from app.domain.schedule.visit import Block, BlockKind
from app.viewmodels.translation import tr
from app.views.staff.schedule.grid.geometry import LEAST_LANE, Box, Geometry
from app.views.staff.schedule.grid.paint_theme import PaintTheme

STRIPES = 8
"""Pixels between lunch stripes."""
REPEATS = 16
_ORDER = {BlockKind.CLOSED: 0, BlockKind.LUNCH: 1, BlockKind.BLOCKOUT: 2}


class BackgroundPainter:
    """Paints the grid's background in one theme."""

    def __init__(self, theme: PaintTheme) -> None:
        self._theme = theme
        self._closed = QColor(theme.tokens.closed)
        self._blockout = QColor(theme.tokens.blockout)
        self._blockout_line = QColor(theme.tokens.blockout_line)
        self._blockout_text = QColor(theme.tokens.blockout_text)
        self._lunch = QBrush(_stripes(theme))
        self._line = theme.u(1)

    def draw(
        self, painter: QPainter, box: Box, geometry: Geometry, blocks: Mapping[int, Sequence[Block]]
    ) -> None:
        """Paint the part of the background in a box. `blocks` are by column, the lowest first."""
        theme = self._theme
        painter.fillRect(*box, theme.grid)
        if box.right > geometry.width:
            painter.fillRect(geometry.width, box.top, box.right - geometry.width, box.height, theme.surface)
        seen = [
            span for span in geometry.spans if span.left < box.right and box.left < span.left + span.width
        ]
        for span in seen:
            for block in blocks.get(span.key, ()):
                self._draw_block(painter, box, geometry, block)
        self._draw_lines(painter, box, geometry)
        for span in seen:
            line = theme.u(span.line) or self._line
            color = theme.line if span.line else theme.half_line
            painter.fillRect(span.left + span.width - line, box.top, line, box.height, color)

    def _draw_block(self, painter: QPainter, box: Box, geometry: Geometry, block: Block) -> None:
        place = place_of(geometry, block)
        if place is None or not place.touches(box):
            return
        if block.kind is BlockKind.CLOSED:
            painter.fillRect(*place, self._closed)
        elif block.kind is BlockKind.LUNCH:
            painter.fillRect(*place, self._lunch)
            self._draw_label(painter, place, block, self._theme.ink_3)
        else:
            painter.fillRect(*place, self._blockout)
            painter.fillRect(place.left, place.top, self._theme.u(3), place.height, self._blockout_line)
            painter.fillRect(place.left, place.top, place.width, self._line, self._blockout_line)
            painter.fillRect(
                place.left, place.bottom - self._line, place.width, self._line, self._blockout_line
            )
            self._draw_label(painter, place, block, self._blockout_text)

    def _draw_label(self, painter: QPainter, place: Box, block: Block, color: QColor) -> None:
        box, words, cache = label_box(self._theme, place, block), label_of(block), self._theme.small
        if box is None:
            return
        if is_wide(self._theme, place):
            painter.drawPixmap(box.left, box.top, cache.stamp(cache.fit(words, box.width), color))
        else:
            cache.draw_downward(painter, box.left, box.top, words, box.height, color)

    def _draw_lines(self, painter: QPainter, box: Box, geometry: Geometry) -> None:
        width = min(box.right, geometry.width) - box.left
        first = int(geometry.minute(box.top)) // 30 * 30
        for minute in range(first, geometry.closes + 1, 30):
            top = geometry.y(minute)
            if top >= box.bottom:
                break
            color = self._theme.half_line if minute % 60 else self._theme.hour_line
            painter.fillRect(box.left, top, width, self._line, color)


def label_of(block: Block) -> str:
    """A block's text; an unnamed gap at noon is lunch."""
    return block.label or (tr("Lunch") if block.kind is BlockKind.LUNCH else "")


def label_box(theme: PaintTheme, place: Box, block: Block) -> Box | None:
    """The position of a block's text in its rectangle; None without text or space for it."""
    cache, inset, words = theme.small, theme.u(8), label_of(block)
    if not words or place.height < cache.height:
        return None
    if not is_wide(theme, place):
        length, left = place.height - theme.u(4), place.left + (place.width - cache.height) // 2
        named = block.kind is BlockKind.BLOCKOUT  # lunch is the same in all lanes, and known by its stripes
        fits = named and cache.width(words) <= length and place.width >= cache.height
        return Box(left, place.top + theme.u(2), cache.height, length) if fits else None
    width = min(round(cache.width(words)) + 1, place.width - 2 * inset)
    top = place.top + min(theme.u(2), (place.height - cache.height) // 2)
    return Box(place.left + inset, top, width, cache.height)


def is_wide(theme: PaintTheme, place: Box) -> bool:
    """Whether a block's text is written across it; in a narrow lane of a week it reads downward."""
    return place.width >= theme.text_u(LEAST_LANE)


def place_of(geometry: Geometry, block: Block) -> Box | None:
    """A block's rectangle on the grid; None if it is outside the hours."""
    start, end = max(block.start, geometry.opens), min(block.end, geometry.closes)
    return geometry.stretch(block.column, start, end) if start < end else None


def by_column(blocks: Iterable[Block]) -> dict[int, list[Block]]:
    """Blocks by column, in painting order: closed, lunch, blockouts."""
    columns: dict[int, list[Block]] = {}
    for block in sorted(blocks, key=lambda each: _ORDER[each.kind]):
        columns.setdefault(block.column, []).append(block)
    return columns


def _stripes(theme: PaintTheme) -> QPixmap:
    """Many repeats of the lunch stripes, from lower left to upper right: large pieces are copied faster."""
    size = theme.u(STRIPES)
    pixmap = QPixmap(REPEATS * size, REPEATS * size)
    pixmap.fill(QColor(theme.tokens.lunch))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.tokens.lunch_stripe), 1.4 * theme.ratio))
    for start in range(-REPEATS, REPEATS):
        painter.drawLine(start * size - 1, REPEATS * size + 1, (start + REPEATS) * size + 1, -1)
    painter.end()
    return pixmap
