"""Where things stand on the grid, in device pixels from its upper left corner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.domain.schedule.layout import Layout, Slot
from app.domain.schedule.visit import Column
from app.views.staff.schedule.grid.paint_theme import PaintTheme

LEAST_LANE = 44
"""Pixels that one of several appointments side by side has at least."""
LEAST_COLUMN = 96
"""Room for two lanes."""
SCROLLED_COLUMN = 120
"""A column's width where not all of them fit into the window."""
GUTTER = 6
"""Free background at a column's right, where one can always click."""
INSET = 2


class Box(NamedTuple):
    """A rectangle."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel beyond it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.top + self.height

    def touches(self, other: Box) -> bool:
        """Whether the two share a pixel."""
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.top + other.height
            and other.top < self.top + self.height
        )

    def holds(self, x: int, y: int) -> bool:
        """Whether a point lies in it."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height

    def grown(self, by: int) -> Box:
        """The box with a margin around it."""
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)


class Span(NamedTuple):
    """A column's place from left to right."""

    key: int
    left: int
    width: int


class Geometry:
    """Turns minutes and lanes into pixels, and back. It holds for one width, zoom and set of columns."""

    def __init__(self, theme: PaintTheme, opens: int, closes: int, hour: int, spans: Sequence[Span]) -> None:
        self.opens = opens
        self.closes = closes
        self.hour = hour
        """Device pixels an hour."""
        self.spans = tuple(spans)
        self._by_key: Mapping[int, Span] = {span.key: span for span in spans}
        self._inset = theme.u(INSET)
        self._gutter = theme.u(GUTTER)
        self._line = theme.u(1)
        self._least = theme.u(10)
        self.width = spans[-1].left + spans[-1].width if spans else 0
        self.height = self.y(closes)

    def y(self, minute: float) -> int:
        """The line of a minute after midnight."""
        return round((minute - self.opens) * self.hour / 60)

    def minute(self, y: float) -> float:
        """The minute after midnight at a line."""
        return self.opens + y * 60 / self.hour

    def box(self, slot: Slot) -> Box:
        """An appointment's tile."""
        span = self._by_key[slot.column]
        room = span.width - self._inset - self._gutter
        left = span.left + self._inset + room * slot.lane // slot.lanes
        right = span.left + self._inset + room * (slot.lane + 1) // slot.lanes
        top, bottom = self.y(slot.start), self.y(slot.end)
        return Box(left, top, right - left - self._line, max(bottom - top - self._line, self._least))

    def stretch(self, column: int, start: int, end: int) -> Box:
        """A column between two minutes, its whole width."""
        span = self._by_key[column]
        return Box(span.left, self.y(start), span.width, self.y(end) - self.y(start))

    def ghost(self, column: int, start: int, end: int) -> Box:
        """Where a tile would stand that has the column for itself."""
        box = self.stretch(column, start, end)
        return Box(box.left + self._inset, box.top, box.width - self._inset - self._gutter, box.height)

    def column_at(self, x: int) -> int | None:
        """The key of the column under a point, or of the nearest one; None when there are no columns."""
        if not self.spans:
            return None
        for span in self.spans:
            if x < span.left + span.width:
                return span.key
        return self.spans[-1].key

    def beside(self, column: int, step: int) -> int:
        """The key of the column so many to the right, at most the last."""
        keys = [span.key for span in self.spans]
        return keys[min(max(keys.index(column) + step, 0), len(keys) - 1)]


def share_width(theme: PaintTheme, columns: Sequence[Column], layout: Layout, room: int) -> list[Span]:
    """Columns side by side over the room, all equally wide, whatever stands in them.

    Only a column with three or more appointments at once may need more; it grows by itself, to the right.
    """
    margin, lane = theme.u(INSET) + theme.u(GUTTER), theme.text_u(LEAST_LANE)
    spans: list[Span] = []
    left, rest = 0, room
    fits = bool(columns) and room // len(columns) >= theme.text_u(LEAST_COLUMN)
    for index, column in enumerate(columns):
        usual = rest // (len(columns) - index) if fits else theme.text_u(SCROLLED_COLUMN)
        width = max(usual, layout.columns[column.key].lanes * lane + margin)
        spans.append(Span(column.key, left, width))
        left, rest = left + width, rest - usual
    return spans
