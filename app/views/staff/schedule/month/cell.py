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
"""Below this width a cell shows no free time."""


class Cell(NamedTuple):
    """One day, its place, and what is known of it."""

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
        self._theme.small.draw(
            self._painter, rect.left() + PAD, rect.top() + 4, words, rect.width() - PAD, self._theme.ink_2
        )

    def day(self, cell: Cell) -> None:
        """One day."""
        self._ground(cell)
        theme, rect, painter = self._theme, cell.rect, self._painter
        left, room, top = rect.left() + PAD, rect.width() - 2 * PAD, rect.top() + 6
        ink = QColor(theme.tokens.accent_text) if cell.is_today else theme.ink
        theme.name.draw(painter, left, top, str(cell.day.day), room, ink if cell.is_in_month else theme.ink_3)
        load = cell.load
        if load is None:
            return
        if load.whole.percent is None:
            theme.small.draw(painter, left, top + theme.name.height + 4, cell.closed, room, theme.ink_3)
            return
        words = share(load.whole)
        right = left + room - round(theme.name.width(words))
        theme.name.draw(painter, right, top, words, room, theme.ink)
        top += theme.name.height + 4
        self._bar(QRect(left, top, room, BAR), load.whole, QColor(theme.tokens.accent))
        top += BAR + 4
        people = len(load.providers) * theme.small.height
        if rect.width() >= NARROW and rect.bottom() - 4 - top >= people + theme.small.height + ROW_GAP:
            free = tr("{time} free", time=hours(load.whole.free))
            theme.small.draw(painter, left, top, free, room, theme.ink_2)
            top += theme.small.height + ROW_GAP
        self._people(load, QRect(left, top, room, rect.bottom() - 4 - top))

    def _ground(self, cell: Cell) -> None:
        theme, rect, load = self._theme, cell.rect, cell.load
        closed = load is not None and load.whole.percent is None
        ground = QColor(theme.tokens.closed) if closed else theme.grid
        self._painter.fillRect(rect, QColor(theme.tokens.hover) if cell.is_hovered else ground)
        self._painter.fillRect(rect.left(), rect.top(), rect.width(), 1, theme.line)
        self._painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.line)
        if cell.is_chosen:
            self._painter.setPen(QPen(theme.accent, 2, Qt.PenStyle.DashLine))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), RADIUS_TILE, RADIUS_TILE)

    def _people(self, load: DayLoad, room: QRect) -> None:
        """A row for each provider, as many as fit."""
        theme, cache = self._theme, self._theme.small
        names = [(self._providers.get(number, ("", "")), each) for number, each in load.providers]
        widest = max((round(cache.width(name)) for (name, _), _ in names), default=0) + 6
        top = room.top()
        for (name, color), each in names:
            if top + cache.height > room.bottom():
                break
            cache.draw(self._painter, room.left(), top, name, widest, theme.ink_2)
            bar = QRect(
                room.left() + widest, top + (cache.height - SMALL_BAR) // 2, room.width() - widest, SMALL_BAR
            )
            if bar.width() > SMALL_BAR:
                self._bar(bar, each, QColor(legible(color or theme.tokens.ink_3, theme.tokens.grid)))
            top += cache.height

    def _bar(self, rect: QRect, load: Load, color: QColor) -> None:
        """The open time, and what is booked of it; more than all of it ends in the alert color."""
        percent = load.percent if load.percent is not None else 100 if load.booked else 0
        self._painter.fillRect(rect, self._theme.line)
        filled = QRect(rect.left(), rect.top(), rect.width() * min(percent, 100) // 100, rect.height())
        self._painter.fillRect(filled, color)
        if percent > 100:
            self._painter.fillRect(
                rect.right() - 3, rect.top(), 4, rect.height(), QColor(self._theme.tokens.alert)
            )
