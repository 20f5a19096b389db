"""The parts of a tile that is too narrow for a line of text, as in the lanes of a week."""

from __future__ import annotations

from app.domain.schedule.tile import TileText
from app.domain.schedule.visit import Mark
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.grid.texts import TextCache

SLIVER = 40
"""Below this width a tile has its name downward: no line of it would hold a name."""
SLIVER_EDGE, LEAST_EDGE = 3, 2
"""The width in pixels of a sliver's provider strip; beside the smallest letters it is narrower."""
LEAST_DOT = 11
"""Below this size the letter in a dot can't be read: the dot is left out."""
USUAL_LETTERS, LEAST_LETTERS = 10, 6
"""Minimum width in pixels for a name that reads downward: in small letters, and in the smallest."""

Square = tuple[int, int, int]
"""Left edge, top, size."""
Turned = tuple[str, int, int, int]
"""A text that reads downward, its left edge, top and maximum length."""


def sliver_parts(
    theme: PaintTheme, text: TileText, size: tuple[int, int], dot: int
) -> tuple[Square, tuple[tuple[Mark, Square], ...], Turned | None]:
    """The dot above, an alert below it, and the name downward in what is left; a dot of 0 has no room."""
    width, height = size
    edge, gap = edge_width(theme, width), theme.u(2)
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
    name, room = name_cache(theme, width), height - top - gap
    if room < name.height or inner < theme.text_u(LEAST_LETTERS):
        return first, signs, None
    return first, signs, (_shortened(name, text.name, room), edge + (inner - name.height) // 2, top, room)


def name_cache(theme: PaintTheme, width: int) -> TextCache:
    """The letters of a name that reads downward in a tile of this width."""
    return theme.low_name if _is_roomy(theme, width) else theme.tiny_name


def edge_width(theme: PaintTheme, width: int) -> int:
    """The provider strip's width in a tile of this width."""
    return theme.u(SLIVER_EDGE if _is_roomy(theme, width) else LEAST_EDGE)


def _is_roomy(theme: PaintTheme, width: int) -> bool:
    return width - theme.u(SLIVER_EDGE) >= theme.text_u(USUAL_LETTERS)


def _shortened(letters: TextCache, name: str, room: int) -> str:
    """A name, else the family name, else as much of it as fits: dots would cost three of its letters."""
    if letters.width(name) <= room:
        return name
    return letters.cut(name.partition(", ")[0], room)
