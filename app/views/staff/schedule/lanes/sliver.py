"""The parts of a tile that is too narrow for a line of text, as in the lanes of a week."""

from __future__ import annotations

from app.domain.schedule.tile import TileText
from app.domain.schedule.visit import Mark
from app.views.staff.schedule.grid.paint_theme import PaintTheme

SLIVER = 40
"""Below this width a tile has its name downward: no line of it would hold a name."""
SLIVER_EDGE = 3
"""The width in pixels of a sliver's provider strip."""
LEAST_DOT = 11
"""Below this size the letter in a dot can't be read: the dot is left out."""
LEAST_LETTERS = 8
"""Minimum width in pixels for a name that reads downward."""

Square = tuple[int, int, int]
"""Left edge, top, size."""
Turned = tuple[str, int, int, int]
"""A text that reads downward, its left edge, top and maximum length."""


def sliver_parts(
    theme: PaintTheme, text: TileText, size: tuple[int, int], dot: int
) -> tuple[Square, tuple[tuple[Mark, Square], ...], Turned | None]:
    """The dot above, an alert below it, and the name downward in what is left; a dot of 0 has no room."""
    width, height = size
    edge, gap = theme.u(SLIVER_EDGE), theme.u(2)
    inner = width - edge
    size_of = min(dot, inner - theme.u(1), height - gap)
    top = min(gap, (height - size_of) // 2)
    first: Square = (edge, 0, 0)
    signs: tuple[tuple[Mark, Square], ...] = ()
    if size_of >= theme.text_u(LEAST_DOT):
        first = (edge + (inner - size_of) // 2, top, size_of)
        top += size_of + gap
    if Mark.ALERT in text.marks and size_of > 0 and top + size_of <= height:
        signs = ((Mark.ALERT, (edge + (inner - size_of) // 2, top, size_of)),)
        top += size_of + gap
    name, room = theme.low_name, height - top - gap
    if room < name.height or inner < theme.text_u(LEAST_LETTERS):
        return first, signs, None
    return first, signs, (text.name, edge + (inner - name.height) // 2, top, room)
