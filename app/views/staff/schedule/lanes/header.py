"""The header of a week: each day's title over its lanes, with their short names and colors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtGui import QColor, QPainter

from app.domain.schedule.visit import Column
from app.viewmodels.translation import typed
from app.views.staff.schedule.grid.geometry import Span
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.theme.colors import legible

Lane = tuple[Column, Span]
PAD = 8
GAP = 6
LANE_PAD = 2


def draw_days(painter: QPainter, theme: PaintTheme, lanes: Sequence[Lane], today: date, bottom: int) -> None:
    """Paint the titles of whole days and their lanes; the lanes' colors begin at `bottom`."""
    for day, group in groupby(lanes, key=lambda lane: lane[0].day):
        _draw_day(painter, theme, list(group), bottom, is_today=day == today)


def _draw_day(
    painter: QPainter, theme: PaintTheme, lanes: Sequence[Lane], bottom: int, *, is_today: bool
) -> None:
    first, (_, last) = lanes[0], lanes[-1]
    column, left = first[0], first[1].left + theme.u(PAD)
    room = last.left + last.width - theme.u(PAD) // 2 - left
    top = theme.u(PAD) // 2 + theme.u(1)
    title, note = typed(column.heading), typed(column.heading_note)
    ink = QColor(theme.tokens.accent_text) if is_today else theme.ink
    theme.name.draw(painter, left, top, title, room, ink)
    beside = round(theme.name.width(title)) + theme.u(GAP)
    if theme.small.width(note) <= room - beside:
        down = theme.name.ascent - theme.small.ascent
        theme.small.draw(painter, left + beside, top + down, note, room - beside, theme.ink_2)
    for each, span in lanes:
        _draw_lane(painter, theme, each, span, (top + theme.name.height, bottom))


def _draw_lane(
    painter: QPainter, theme: PaintTheme, column: Column, span: Span, place: tuple[int, int]
) -> None:
    """Its short name if it fits whole, at least its number, and its color."""
    (top, bottom), line = place, theme.u(1)
    short = initials(column.label)
    names = (column.label, short, short[:3], short[:2], "".join(filter(str.isdigit, short)))
    name = next((each for each in names if _fits(theme, each, span)), "")
    if name:
        left = span.left + max((span.width - round(theme.small.width(name))) // 2, 0)
        theme.small.draw(painter, left, top, name, span.width, theme.ink_2)
    if column.color:
        color = QColor(legible(column.color, theme.tokens.surface))
        painter.fillRect(span.left, bottom, span.width - line, theme.u(3), color)


def _fits(theme: PaintTheme, name: str, span: Span) -> bool:
    return bool(name) and theme.small.width(name) <= span.width - theme.u(LANE_PAD)


def initials(name: str) -> str:
    """A name's capitals and digits: Hygiene 1 becomes H1, HbHyg becomes HH, Op3 becomes O3."""
    return "".join(each for each in name if each.isupper() or each.isdigit())
