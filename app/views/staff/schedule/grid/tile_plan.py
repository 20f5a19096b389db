"""The layout of a tile: what fits and where, in device pixels from the tile's upper left corner.

Planning is separate from painting so that plans can be cached: most tiles recur with every repaint of a day.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple, TypeAlias

from app.domain.schedule.tile import TileText
from app.domain.schedule.visit import Mark
from app.viewmodels.translation import tr
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.lanes.sliver import SLIVER, sliver_parts

USUAL_NAME = "Pacheco, Fiona"  # words: only measured
"""A tile wide enough for such a name shows the time before it; a narrower one shows the time below."""
SCARCE = 68
"""Below this width a tile shows a smaller dot, its name on as many lines as it has, and no procedures."""
SMALL_DOT = 12
NAME_SHARE = 0.62
"""Minimum width left to the name on a line shared with signs other than urgent ones."""
URGENT = (Mark.ALERT, Mark.TASK)
"""They come first, and are dropped only where they don't fit: an alert never, a task can be clicked."""
ROOM_FOR_BOTH = 5
"""A low tile has both on its one line if the line is so many signs wide."""


class Extra(Enum):
    """Signs besides the appointment's marks."""

    LATE = auto()
    PENDING = auto()
    OVERLAP = auto()


Sign: TypeAlias = Mark | Extra


Line: TypeAlias = tuple[str, int, int, int]
"""A line of text: its text, left edge, top, and maximum width."""
Spot: TypeAlias = tuple[int, int, int]
"""A square: left edge, top, size. Plain tuples for speed: planning a day blocks the UI."""
Placed: TypeAlias = tuple[tuple[Sign, Spot], ...]


class TilePlan(NamedTuple):
    """The positions of a tile's parts; what doesn't fit is None or left out."""

    dot: Spot
    names: tuple[Line, ...]
    late_dot: Spot | None = None
    time: Line | None = None
    waiting: Spot | None = None
    """Left edge and baseline of the waiting time; its size is the width."""
    signs: Placed = ()
    words: tuple[int, int, int, int, int] | None = None
    """Procedures and note: left, top, right, bottom, and where the first line ends."""
    turned: Line | None = None
    """A name that reads downward: its text, left edge, top, and maximum length."""


class TilePlanner:
    """Plans tiles for one theme."""

    def __init__(self, theme: PaintTheme) -> None:
        self.theme = theme
        self.pad, self.gap, self._space = theme.u(3), theme.u(4), theme.u(2)
        self.head, self.row = theme.name.height, theme.small.height
        self.two = self.head + self.row
        self.scarce, self.sliver = theme.text_u(SCARCE), theme.text_u(SLIVER)
        self._small_dot = theme.text_u(SMALL_DOT)
        self._low_mark = min(theme.mark, self.row - 1)
        """A sign's size on a line of small letters."""
        self.time_width = round(theme.time.width("10:00")) + theme.u(5)
        fixed = theme.edge + theme.dot + 3 * self.gap + self.time_width
        self.roomy = fixed + round(theme.name.width(USUAL_NAME))
        self._span_width = round(theme.time.width("10:00 – 10:00"))

    def plan(self, text: TileText, width: int, height: int, edge: int, *, doubled: bool) -> TilePlan:
        """Plan a tile of a size whose provider strips are `edge` wide; `doubled`: it overlaps another one."""
        if width < self.sliver:
            dot, urgent, turned = sliver_parts(self.theme, text, (width, height), self._small_dot)
            return TilePlan(dot, (), signs=urgent, turned=turned)
        lines = self.two if height >= self.two else self.head
        pad = min(self.pad, (height - lines) // 2)
        inner, bottom = edge + self.gap, height - max(pad, 0)
        signs = self._signs(text, width, doubled=doubled)
        if height < self.two:
            return self._one_line(text, (width, height), inner, pad, signs)
        if width >= self.roomy:
            return self._wide(text, width, inner, (pad, bottom), signs)
        if width < self.scarce:
            return self._scarce(text, width, inner, (pad, bottom), signs)
        return self._narrow(text, width, inner, (pad, bottom), signs)

    # --- the four shapes -----------------------------------------------------------------------------------

    def _one_line(
        self, text: TileText, size: tuple[int, int], inner: int, top: int, signs: list[Sign]
    ) -> TilePlan:
        """Everything on one line: alert and dot first, then the name."""
        width, height = size
        roomy, scarce = width >= self.roomy, width < self.scarce
        dot = self._dot(width, top, min(self._small_dot if scarce else self.theme.dot, height - 2))
        left, right, late, time = inner, dot[0] - (1 if scarce else self.gap), None, None
        if roomy:
            time = self._time(text.time, left, top)
            left += self.time_width
            late, right = self._late(text, dot, right)
        named = min(self.theme.name.width(text.name), (right - left) * NAME_SHARE)
        mark = min(self._small_dot if scarce else self.theme.mark, height - 2)
        urgent = _urgent(signs)
        if roomy:
            shown = signs
        elif scarce:
            shown = signs[: min(urgent, 1)]
        else:
            shown = signs[: 2 if urgent == 2 and right - left >= ROOM_FOR_BOTH * (mark + self.gap) else 1]
        placed, right = self._place(shown, (left, left + named), right, top, mark, self.head)
        waiting, right = (
            (None, right)
            if scarce
            else self._waiting(tr(text.waiting), left, right, top + self.theme.name.ascent)
        )
        return TilePlan(dot, ((text.name, left, top, right - left),), late, time, waiting, placed)

    def _wide(
        self, text: TileText, width: int, inner: int, span: tuple[int, int], signs: list[Sign]
    ) -> TilePlan:
        """Time and name on the first line, the signs beside them or on the line below."""
        theme, (top, bottom) = self.theme, span
        dot, right = self._dot(width, top, theme.dot), width - self.gap
        late, free = self._late(text, dot, dot[0] - self.gap)
        left, below = inner + self.time_width, top + self.head
        needed = theme.name.width(text.name) + len(signs) * (theme.mark + self.gap)
        beside = needed <= free - left
        placed: Placed = ()
        if beside:
            placed, free = self._place(signs, (left, left), free, top, theme.mark, self.head)
        name = (text.name, left, top, free - left)
        urgent = 0 if beside else self._urgent_room(signs)
        waiting, rest = self._waiting(tr(text.waiting), inner + urgent, right, below + theme.small.ascent)
        if not beside:
            placed, rest = self._place(signs, (inner, inner), rest, below, self._low_mark, self.row)
        words = (inner, below, right, bottom, rest)
        return TilePlan(dot, (name,), late, self._time(text.time, inner, top), waiting, placed, words)

    def _narrow(
        self, text: TileText, width: int, inner: int, span: tuple[int, int], signs: list[Sign]
    ) -> TilePlan:
        """The name above the time. The dot moves down as far as the time if it would cut the name."""
        theme, (top, bottom) = self.theme, span
        right, head = width - self.gap, self.head
        names, lines, at = self._name_lines(text.name, inner, right, span)
        dot = (right + self.gap - self.pad - theme.dot, top + at * head, theme.dot)
        below = top + lines * head
        end = dot[0] - self.gap if at == lines else right
        base, rest = below + theme.small.ascent, end
        waiting: Spot | None = None
        placed: Placed = ()
        if words := tr(text.waiting):
            left = inner + self._urgent_room(signs)
            waiting, rest = self._waiting(words, left, end, base)
            if waiting is None:  # the tile's place tells the time, nothing else tells the wait
                waiting, rest = self._waiting(words, left, end, base, beside=0)
        if signs:
            start = inner, inner + self.time_width
            placed, rest = self._place(signs, start, rest, below, self._low_mark, self.row)
        time = None
        if self.time_width <= rest + self.gap - inner:
            shown = text.span if self._span_width <= rest - inner else text.time
            time = (shown, inner, base - theme.time.ascent, rest - inner)
        area = (inner, below + self.row, right, bottom, right)
        return TilePlan(dot, names, None, time, waiting, placed, area)

    def _name_lines(
        self, name: str, left: int, right: int, span: tuple[int, int]
    ) -> tuple[tuple[Line, ...], int, int]:
        """A name's lines, their number, and the line on which, or below which, the dot is."""
        measure, (top, bottom), room = self.theme.name.width, span, right - left
        beside = room + self.gap - self.pad - self.theme.dot - self.gap
        if measure(name) <= beside:
            return ((name, left, top, beside),), 1, 0
        last, comma, first = name.partition(", ")
        if not comma or top + 2 * self.head + self.row > bottom:
            return ((name, left, top, room),), 1, 1
        family = f"{last},"
        at = 0 if measure(family) <= beside else 1 if measure(first) <= beside else 2
        if at and measure(family) > room:
            family = last
        lines = (
            (family, left, top, room if at else beside),
            (first, left, top + self.head, beside if at == 1 else room),
        )
        return lines, 2, at

    def _scarce(
        self, text: TileText, width: int, inner: int, span: tuple[int, int], signs: list[Sign]
    ) -> TilePlan:
        """Signs and dot on the first line; the name below, in small letters, on as many lines as it needs."""
        theme, (top, bottom) = self.theme, span
        dot = self._dot(width, top, self._small_dot)
        time, right = None, dot[0] - 1
        urgent, start = _urgent(signs), (inner, inner)
        placed, right = self._place(signs[:urgent], start, right, top, self._small_dot, self.head)
        if self.time_width <= right - inner:
            time = self._time(text.time, inner, top)
        elif not urgent:
            placed, right = self._place(signs[:1], start, right, top, self._small_dot, self.head)
        room, first, cache = width - self.gap - inner, top + self.head, theme.low_name
        most = max((bottom - first) // cache.height, 1)
        rows = cache.wrap(text.name, room, most, whole=True) if text.name else []
        names = tuple(
            (words, inner, first + number * cache.height, room) for number, words in enumerate(rows)
        )
        return TilePlan(dot, names, None, time, None, placed)

    # --- parts ---------------------------------------------------------------------------------------------

    def _signs(self, text: TileText, width: int, *, doubled: bool) -> list[Sign]:
        """A tile's signs, most urgent first: an alert is dropped last, a task before it."""
        marks = text.marks
        signs: list[Sign] = [mark for mark in URGENT if mark in marks] if marks else []
        if text.late and self.scarce <= width < self.roomy:
            signs.append(Extra.LATE)  # a wide tile has a second dot for it, a narrow one a late dot instead
        if text.pending:
            signs.append(Extra.PENDING)
        if doubled:
            signs.append(Extra.OVERLAP)
        if marks:
            signs.extend(mark for mark in marks if mark not in URGENT)
        return signs

    def _place(
        self, signs: list[Sign], start: tuple[int, float], right: int, top: int, size: int, line: int
    ) -> tuple[Placed, int]:
        """Put signs at the right end of a line that is `line` high; returns where the rest of the line ends.

        They are placed after the second `start`, urgent ones after the first. An alert is never dropped.
        """
        if not signs:
            return (), right
        usual = int(right - start[1]) // (size + self.gap)
        whole = (right - start[0] + self._space) // (size + self._space)
        fitting = max(usual, min(whole, _urgent(signs)), int(signs[0] is Mark.ALERT))
        down = (line - size) // 2
        placed: list[tuple[Sign, Spot]] = []
        for sign in reversed(signs[:fitting]):
            right -= size
            placed.append((sign, (right, top + down, size)))
            right -= self._space
        return tuple(placed), right

    def _urgent_room(self, signs: list[Sign]) -> int:
        return (self.theme.mark + self.gap) * _urgent(signs)

    def _waiting(
        self, words: str, left: int, right: int, base: int, *, beside: int | None = None
    ) -> tuple[Spot | None, int]:
        """Put the waiting time at a line's right end; returns where the rest of the line ends.

        It leaves room for `beside`; None: for the time.
        """
        width = round(self.theme.small_strong.width(words)) + 1
        if not words or right - left < width + (self.time_width if beside is None else beside):
            return None, right
        return (right - width, base, width), right - width - self.gap

    def _dot(self, width: int, top: int, size: int) -> Spot:
        return width - self.pad - size, max(top + (self.head - size) // 2, 1), size

    def _late(self, text: TileText, dot: Spot, right: int) -> tuple[Spot | None, int]:
        """Put the late dot before the stage's; returns where the rest of the line ends."""
        if not text.late:
            return None, right
        before, top, size = dot
        left = before - size - self._space
        return (left, top, size), left - self.gap

    def _time(self, words: str, left: int, top: int) -> Line:
        return words, left, top + self.theme.name.ascent - self.theme.time.ascent, self.time_width


def _urgent(signs: list[Sign]) -> int:
    """How many of them are urgent; they are the first."""
    return sum(sign in URGENT for sign in signs[: len(URGENT)])
