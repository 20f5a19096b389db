"""Paints today from the downtime copy before the program is loaded: all appointments at their final positions.

As in `empty_frame`, nothing here uses `Qt`. The dimensions are the schedule's own, so nothing moves when it
replaces this.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter

from app.domain.schedule.early import EarlyColumn, EarlyDay, EarlyTile
from app.views.staff.frame.empty_frame import Fill, Place
from app.views.theme.tokens import EDGE_WIDTH, STAGE_HUES

PAD, INSET, GUTTER, LEAST_LANE, BAR = 8, 2, 6, 44, 3
LEAST_COLUMN, SCROLLED_COLUMN, LEAST_HEIGHT = 96, 120, 10
"""As in the schedule's geometry and margins."""
SECOND_INK = 0.8
"""Opacity of the ink for secondary text: other colors would load the `Qt` namespace."""


class EarlyPainter:
    """Paints one day into the empty frame."""

    def __init__(self, day: EarlyDay) -> None:
        self.day = day

    def begin(self, painter: QPainter, fill: Fill, place: Place) -> None:
        """Set what to paint with and where."""
        self._painter = painter
        self._fill = fill
        self._place = place
        self._columns = share_width(self.day.columns, place.grid)
        self._names, self._times = QFontMetrics(place.fonts.strong), QFontMetrics(place.fonts.small_figures)

    def paint_shades(self) -> None:
        """Closed time, below the hours' lines."""
        tokens = self._place.tokens
        for shade in self.day.shades:
            left, width = self._columns[shade.column]
            color = tokens.lunch if shade.kind == "lunch" else tokens.closed
            self._fill(self._seen(left, width, shade.start, shade.end), color)

    def paint_tiles(self) -> None:
        """All visible appointments, and the lines between the columns."""
        place = self._place
        for left, width in self._columns:
            line = QRect(left + width - 1, place.grid.top(), 1, place.grid.height())
            self._fill(line.intersected(place.grid), place.tokens.grid_line)
        self._painter.setClipRect(place.grid)
        for tile in self.day.tiles:
            self._paint_tile(tile)
        self._painter.setClipping(False)

    def paint_heads(self) -> None:
        """The column names."""
        place = self._place
        for column, (left, width) in zip(self.day.columns, self._columns, strict=True):
            head = QRect(left, place.header.top(), width - 1, place.header.height())
            self._paint_head(column, head.intersected(place.header))

    def _paint_head(self, column: EarlyColumn, box: QRect) -> None:
        place, small = self._place, QFontMetrics(self._place.fonts.small)
        top = box.top() + PAD // 2 + 1
        self._painter.setClipRect(box.adjusted(0, 0, -PAD, 0))
        self._painter.setFont(place.fonts.strong)
        self._painter.drawText(box.left() + PAD, top + self._names.ascent(), column.title)
        self._painter.setOpacity(SECOND_INK)
        self._painter.setFont(place.fonts.small)
        line = top + self._names.ascent() + self._names.descent() + small.ascent()
        self._painter.drawText(box.left() + PAD, line, column.subtitle)
        self._painter.setOpacity(1.0)
        self._painter.setClipping(False)
        if column.color:
            self._fill(QRect(box.left(), box.bottom() - BAR, box.width(), BAR), column.color)

    def box(self, tile: EarlyTile) -> QRect:
        """An appointment's rectangle."""
        left, width = self._columns[tile.column]
        room = width - INSET - GUTTER
        start = left + INSET + room * tile.lane // tile.lanes
        end = left + INSET + room * (tile.lane + 1) // tile.lanes
        top = self._y(tile.start)
        return QRect(start, top, end - start - 1, max(self._y(tile.end) - top - 1, LEAST_HEIGHT))

    def _paint_tile(self, tile: EarlyTile) -> None:
        place, box = self._place, self.box(tile)
        hue = getattr(place.tokens, STAGE_HUES.get(tile.letter, "note"))
        self._fill(box, hue.line)
        self._fill(box.adjusted(1, 1, -1, -1), hue.ground)
        if tile.color:
            self._fill(QRect(box.left(), box.top(), EDGE_WIDTH, box.height()), tile.color)
        self._painter.setClipRect(box.intersected(place.grid).adjusted(0, 0, -2, 0))
        text, line = (
            box.left() + EDGE_WIDTH + 4,
            box.top() + min(3, (box.height() - self._names.height()) // 2),
        )
        self._painter.setFont(place.fonts.strong)
        self._painter.drawText(text, line + self._names.ascent(), tile.name)
        self._painter.setFont(place.fonts.small_figures)
        below = line + self._names.ascent() + self._names.descent() + self._times.ascent()
        self._painter.drawText(text, below, tile.time)
        self._painter.setClipRect(place.grid)

    def _y(self, minute: int) -> int:
        return self._place.grid.top() + round((minute - self._place.first) * self._place.hour_height / 60)

    def _seen(self, left: int, width: int, start: int, end: int) -> QRect:
        top = self._y(start)
        return QRect(left, top, width, self._y(end) - top).intersected(self._place.grid)


def share_width(columns: tuple[EarlyColumn, ...], grid: QRect) -> list[tuple[int, int]]:
    """Left edge and width of each column."""
    found: list[tuple[int, int]] = []
    left, rest = grid.left(), grid.width()
    fits = bool(columns) and grid.width() // len(columns) >= LEAST_COLUMN
    for index, column in enumerate(columns):
        usual = rest // (len(columns) - index) if fits else SCROLLED_COLUMN
        width = max(usual, column.lanes * LEAST_LANE + INSET + GUTTER)
        found.append((left, width))
        left, rest = left + width, rest - usual
    return found
