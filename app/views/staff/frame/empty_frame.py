"""The window's content before anything is loaded: the frame with an empty schedule.

Every line is where the schedule's own will be, so that nothing moves when it arrives. The first paint waits
for this module, so it imports as little as possible and doesn't use `Qt` (see theme/palette.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.viewmodels.clock_face import hour
from app.views.theme.fonts import Fonts, grown, make_fonts
from app.views.theme.tokens import (
    BAR_HEIGHT,
    HALF_LINE,
    HOUR_HEIGHT,
    HOUR_LINE,
    PANEL_WIDTH,
    RAIL_WIDTH,
    STATUS_HEIGHT,
    TEXT_PIXELS,
    Tokens,
    tokens_of,
)

if TYPE_CHECKING:  # loads with the early schedule
    from app.domain.schedule.early import EarlyDay

OPENS = 7 * 60
CLOSES = 18 * 60
PAD = 8
SCROLL_BAR = 12
STATUS_PAD = 12
HOUR_INK, HALF_INK = 0.82, 0.7
"""Opacity of the lines of hours and half hours."""
HEADER_ROOM = PAD + 3 + 3
"""Space around the header's two lines."""


Fill = Callable[[QRect, str], None]
"""Fills an area with a color."""


class Place(NamedTuple):
    """The area and colors for painting a day."""

    header: QRect
    grid: QRect
    first: int
    """The minute at the grid's upper edge."""
    hour_height: int
    """Pixels per hour."""
    tokens: Tokens
    fonts: Fonts


class Early(Protocol):
    """Paints a day that is known before the program is loaded. Call `begin` first."""

    day: EarlyDay

    def begin(self, painter: QPainter, fill: Fill, place: Place) -> None:
        """Set what to paint with and where."""
        ...

    def paint_shades(self) -> None:
        """Closed time, below the hours' lines."""
        ...

    def paint_tiles(self) -> None:
        """The appointments."""
        ...

    def paint_heads(self) -> None:
        """The column names."""
        ...


class EmptyFrame(QWidget):
    """Rail, bar, panel and status line as empty areas, and the hours of a day between them.

    `painted` is emitted once. `minute` is the time of day in minutes after midnight: the schedule starts an
    hour before it. `zoom`: the schedule's, in percent. `folded`: without the panel. `locked`: the lock page
    comes first, so its empty ground is shown.
    """

    painted = Signal()

    def __init__(
        self,
        minute: int,
        zoom: int = 100,
        parent: QWidget | None = None,
        *,
        folded: bool = False,
        locked: bool = False,
    ) -> None:
        super().__init__(parent)
        self._locked = locked
        self._minute = minute
        self._zoom = zoom
        self._folded = folded
        self._held: QWidget | None = None
        self._words = ""
        self._early: Early | None = None
        self._was_painted = False

    def say(self, words: str) -> None:
        """Show a line in the center."""
        self._words, self._locked = words, False
        self.update()

    def show_early(self, early: Early) -> None:
        """Show a day from the downtime copy immediately."""
        self._early, self._locked = early, False
        self.repaint()

    def hold(self, schedule: QWidget) -> None:
        """Show the schedule in the frame, until another widget takes it over."""
        self._held, self._locked = schedule, False
        schedule.setParent(self)
        schedule.setGeometry(self._middle())
        schedule.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the schedule to the frame."""
        super().resizeEvent(event)
        if self._held is not None and self._holds():
            self._held.setGeometry(self._middle())

    def _middle(self) -> QRect:
        """The schedule's place: between rail, bar, panel and status line."""
        rail, bar, panel, status = (
            grown(each, self.font()) for each in (RAIL_WIDTH, BAR_HEIGHT, PANEL_WIDTH, STATUS_HEIGHT)
        )
        return self.rect().adjusted(rail, bar, 0 if self._folded else -panel, -status)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame around the hours."""
        tokens, fonts = tokens_of(self.palette()), make_fonts(self.font())
        painter = QPainter(self)
        brush = _Brush(painter)
        if self._locked:
            brush.fill(self.rect(), tokens.window)
        else:
            self._draw(painter, brush, tokens, fonts)
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def _draw(self, painter: QPainter, brush: _Brush, tokens: Tokens, fonts: Fonts) -> None:
        whole, middle = self.rect(), self._middle()
        brush.fill(whole, tokens.surface)
        if not self._holds():  # it covers the middle
            self._draw_day(painter, brush, tokens, fonts)
        if self._early is not None:
            painter.setFont(fonts.small)
            line = middle.bottom() + (whole.bottom() - middle.bottom() + _height(fonts.small)) // 2 - 2
            known = " · ".join(part for part in (self._early.day.as_of, self._words) if part)
            painter.drawText(middle.left() + STATUS_PAD, line, known)
        _draw_frame(brush, whole, middle, tokens)

    def _holds(self) -> bool:
        return self._held is not None and self._held.parent() is self

    def _draw_day(self, painter: QPainter, brush: _Brush, tokens: Tokens, fonts: Fonts) -> None:
        """The hours, and the day that is known early or the line to show."""
        middle, early = self._middle(), self._early
        header = _height(fonts.strong) + _height(fonts.small) + HEADER_ROOM
        ruler = QFontMetrics(fonts.small_figures).horizontalAdvance("12 PM") + 2 * PAD
        grid = middle.adjusted(ruler, header, -SCROLL_BAR, 0)
        brush.fill(grid, tokens.grid)
        place = self._place(QRect(grid.left(), middle.top(), grid.width(), header), grid, tokens, fonts)
        if early is not None:
            early.begin(painter, brush.fill, place)
            early.paint_shades()
        painter.setFont(fonts.small_figures)
        self._draw_hours(painter, brush, place)
        if early is not None:
            early.paint_tiles()
        brush.fill(QRect(middle.left(), middle.top(), middle.width(), header), tokens.surface)
        brush.fill(QRect(middle.left(), middle.bottom() + 1, middle.width(), self.height()), tokens.surface)
        if early is not None:
            early.paint_heads()
        brush.fill(QRect(grid.left(), grid.top() - 1, grid.width(), 1), tokens.grid_line)
        brush.fill(QRect(grid.left() - 1, grid.top(), 1, grid.height()), tokens.grid_line)
        if self._words and early is None:
            painter.setFont(fonts.body)
            width = painter.fontMetrics().horizontalAdvance(self._words)
            painter.drawText(grid.left() + (grid.width() - width) // 2, grid.center().y(), self._words)

    def _place(self, header: QRect, grid: QRect, tokens: Tokens, fonts: Fonts) -> Place:
        """The visible hours: those around now."""
        growth = max(1.0, self.font().pixelSize() / TEXT_PIXELS)
        height = round(round(HOUR_HEIGHT * self._zoom / 100) * growth)
        opens, closes = (
            (OPENS, CLOSES) if self._early is None else (self._early.day.opens, self._early.day.closes)
        )
        first = max(opens, min(self._minute - 60, closes - grid.height() * 60 // height))
        return Place(header, grid, first, height, tokens, fonts)

    def _draw_hours(self, painter: QPainter, brush: _Brush, place: Place) -> None:
        metrics = painter.fontMetrics()
        grid, tokens, height, first = place.grid, place.tokens, place.hour_height, place.first
        for minute in range(first // 30 * 30, 24 * 60, 30):
            half = minute % 60 > 0
            top = grid.top() + round((minute - first) * height / 60)
            if top > grid.bottom():
                break
            tick = 6 if half else 12
            brush.fill(QRect(grid.left() - tick, top, tick, 1), tokens.grid_line)
            brush.fill(QRect(grid.left(), top, grid.width(), 1), tokens.ink, HALF_LINE if half else HOUR_LINE)
            words = ":30" if half else hour(minute)
            painter.setOpacity(HALF_INK if half else HOUR_INK)
            left = grid.left() - PAD + 1 - metrics.horizontalAdvance(words)
            painter.drawText(left, top + 2 + metrics.ascent(), words)
            painter.setOpacity(1.0)


class _Brush:
    """Fills with one-pixel pixmaps: any other way to set a painter's color loads the `Qt` namespace."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def fill(self, place: QRect, color: str, alpha: int = 255) -> None:
        drop, paint = QPixmap(1, 1), QColor(color)
        paint.setAlpha(alpha)
        drop.fill(paint)
        self._painter.drawPixmap(place, drop)


def _draw_frame(brush: _Brush, whole: QRect, middle: QRect, tokens: Tokens) -> None:
    """The hairlines of rail, bar, panel and status line."""
    for place in (
        QRect(middle.left() - 1, 0, 1, whole.height()),
        QRect(middle.left(), middle.top() - 1, whole.width(), 1),
        QRect(middle.left(), middle.bottom() + 1, whole.width(), 1),
        QRect(middle.right() + 1, middle.top(), 1, middle.height()),
    ):
        brush.fill(place, tokens.hairline)


def _height(font: QFont) -> int:
    metrics = QFontMetrics(font)
    return metrics.ascent() + metrics.descent()
