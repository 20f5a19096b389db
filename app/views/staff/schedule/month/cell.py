"""Paints one day of the month at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.schedule.month import DayLoad, Load
from app.viewmodels.staff.schedule.month.month import hours, share
from app.viewmodels.translation import tr
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.theme.colors import legible
from app.views.theme.tokens import RADIUS_TILE

PAD = 8
BAR = 6
SMALL_BAR = 4
ROW_GAP = 2
NARROW = 92
"""Below this width in pixels a cell shows no free time."""


class Cell(NamedTuple):
    """One day, its place in device pixels, and what is known of it."""

    day: date
    rect: QRect
    load: DayLoad | None
    closed: str
    """What it is called without open time."""
    is_in_month: bool
    is_today: bool
    is_chosen: bool
    is_hovered: bool


class CellPainter:
    """Paints in one theme, with the providers' abbreviations and colors."""

    def __init__(
        self, painter: QPainter, theme: PaintTheme, providers: Mapping[int, tuple[str, str]]
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._providers = providers

    def name(self, rect: QRect, words: str) -> None:
        """A weekday's name over its column."""
        theme, pad = self._theme, self._theme.u(PAD)
        theme.small.draw(
            self._painter, rect.left() + pad, rect.top() + theme.u(4), words, rect.width() - pad, theme.ink_2
        )

    def day(self, cell: Cell) -> None:
        """One day."""
        self._ground(cell)
        theme, rect, painter = self._theme, cell.rect, self._painter
        pad, gap, bar = theme.u(PAD), theme.u(4), theme.u(BAR)
        left, room, top = rect.left() + pad, rect.width() - 2 * pad, rect.top() + theme.u(6)
        ink = QColor(theme.tokens.accent_text) if cell.is_today else theme.ink
        theme.name.draw(painter, left, top, str(cell.day.day), room, ink if cell.is_in_month else theme.ink_3)
        load = cell.load
        if load is None:
            return
        if load.whole.percent is None:
            theme.small.draw(painter, left, top + theme.name.height + gap, cell.closed, room, theme.ink_3)
            return
        words = share(load.whole)
        right = left + room - round(theme.name.width(words))
        theme.name.draw(painter, right, top, words, room, theme.ink)
        top += theme.name.height + gap
        self._bar(QRect(left, top, room, bar), load.whole, QColor(theme.tokens.accent))
        top += bar + gap
        people, row = len(load.providers) * theme.small.height, theme.small.height + theme.u(ROW_GAP)
        if rect.width() >= theme.u(NARROW) and rect.bottom() - gap - top >= people + row:
            free = tr("{time} free", time=hours(load.whole.free))
            theme.small.draw(painter, left, top, free, room, theme.ink_2)
            top += row
        self._people(load, QRect(left, top, room, rect.bottom() - gap - top))

    def _ground(self, cell: Cell) -> None:
        theme, rect, load = self._theme, cell.rect, cell.load
        closed = load is not None and load.whole.percent is None
        ground = QColor(theme.tokens.closed) if closed else theme.grid
        self._painter.fillRect(rect, QColor(theme.tokens.hover) if cell.is_hovered else ground)
        line = theme.u(1)
        self._painter.fillRect(rect.left(), rect.top(), rect.width(), line, theme.line)
        self._painter.fillRect(rect.right() + 1 - line, rect.top(), line, rect.height(), theme.line)
        if cell.is_chosen:
            inset, radius = theme.u(2), theme.u(RADIUS_TILE)
            self._painter.setPen(QPen(theme.accent, inset, Qt.PenStyle.DashLine))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(rect).adjusted(inset, inset, -inset, -inset)
            self._painter.drawRoundedRect(ring, radius, radius)

    def _people(self, load: DayLoad, room: QRect) -> None:
        """A row for each provider, as many as fit."""
        theme, cache = self._theme, self._theme.small
        names = [(self._providers.get(number, ("", "")), each) for number, each in load.providers]
        widest = max((round(cache.width(name)) for (name, _), _ in names), default=0)
        widest, thin = widest + theme.u(6), theme.u(SMALL_BAR)
        top = room.top()
        for (name, color), each in names:
            if top + cache.height > room.bottom():
                break
            cache.draw(self._painter, room.left(), top, name, widest, theme.ink_2)
            bar = QRect(room.left() + widest, top + (cache.height - thin) // 2, room.width() - widest, thin)
            if bar.width() > thin:
                self._bar(bar, each, QColor(legible(color or theme.tokens.ink_3, theme.tokens.grid)))
            top += cache.height

    def _bar(self, rect: QRect, load: Load, color: QColor) -> None:
        """The open time, and what is booked of it; more than all of it ends in the alert color."""
        percent = load.percent if load.percent is not None else 100 if load.booked else 0
        self._painter.fillRect(rect, self._theme.line)
        filled = QRect(rect.left(), rect.top(), rect.width() * min(percent, 100) // 100, rect.height())
        self._painter.fillRect(filled, color)
        if percent > 100:
            end, alert = self._theme.u(4), QColor(self._theme.tokens.alert)
            self._painter.fillRect(rect.right() + 1 - end, rect.top(), end, rect.height(), alert)
