"""Positions on the grid, in device pixels from its upper left corner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.domain.schedule.layout import Layout, Slot
from app.domain.schedule.visit import Column
from app.views.staff.schedule.grid.paint_theme import PaintTheme

LEAST_LANE = 44
"""Minimum width in pixels of an appointment that shares its column."""
LEAST_COLUMN = 96
"""The width of two lanes."""
SCROLLED_COLUMN = 120
"""The width of a column when not all of them fit into the window."""
GUTTER = 6
"""Free background at a column's right that can always be clicked."""
INSET = 2
LEAST_WEEK_LANE = 9
"""Minimum width in pixels of an operatory in a week; only offices with dozens of them scroll sideways."""
DAY_LINE = 2
"""The width in pixels of the line between two days of a week."""
CLOSED_DAY = 52
"""The width in pixels of a day on which nobody works, in a week."""


class Box(NamedTuple):
    """A rectangle."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel to the right of it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.top + self.height

    def touches(self, other: Box) -> bool:
        """Whether two boxes overlap."""
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.top + other.height
            and other.top < self.top + self.height
        )

    def holds(self, x: int, y: int) -> bool:
        """Whether it contains a point."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height

    def grown(self, by: int) -> Box:
        """The box with a margin around it."""
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)


class Span(NamedTuple):
    """A column's horizontal position."""

    key: int
    left: int
    width: int
    line: int = 1
    """The width in pixels of the line after it; 0: a faint one, between the lanes of a day."""


class Geometry:
    """Converts minutes and lanes to pixels and back, for one width, zoom and set of columns."""

    def __init__(self, theme: PaintTheme, opens: int, closes: int, hour: int, spans: Sequence[Span]) -> None:
        self.opens = opens
        self.closes = closes
        self.hour = hour
        """Device pixels per hour."""
        self.spans = tuple(spans)
        self._by_key: Mapping[int, Span] = {span.key: span for span in spans}
        lane, wide, narrow = (
            theme.text_u(LEAST_LANE),
            (theme.u(INSET), theme.u(GUTTER)),
            (theme.u(1), theme.u(1)),
        )
        margins = ((span, wide if span.width >= lane else narrow) for span in spans)
        self._rooms = {
            span.key: (span.left + inset, span.width - inset - gutter) for span, (inset, gutter) in margins
        }
        """Where a column's tiles begin, and the width that they share."""
        self._line = theme.u(1)
        self._least = theme.u(10)
        self.width = spans[-1].left + spans[-1].width if spans else 0
        self.height = self.y(closes)

    def y(self, minute: float) -> int:
        """The vertical position of a minute after midnight."""
        return round((minute - self.opens) * self.hour / 60)

    def minute(self, y: float) -> float:
        """The minute after midnight at a vertical position."""
        return self.opens + y * 60 / self.hour

    def box(self, slot: Slot) -> Box:
        """An appointment's tile."""
        start, room = self._rooms[slot.column]
        left = start + room * slot.lane // slot.lanes
        right = start + room * (slot.lane + 1) // slot.lanes
        top, bottom = self.y(slot.start), self.y(slot.end)
        return Box(left, top, right - left - self._line, max(bottom - top - self._line, self._least))

    def stretch(self, column: int, start: int, end: int) -> Box:
        """A column between two minutes, in its full width."""
        span = self._by_key[column]
        return Box(span.left, self.y(start), span.width, self.y(end) - self.y(start))

    def ghost(self, column: int, start: int, end: int) -> Box:
        """The tile of an appointment that has the column to itself."""
        box = self.stretch(column, start, end)
        left, room = self._rooms[column]
        return Box(left, box.top, room, box.height)

    def column_at(self, x: int) -> int | None:
        """The key of the column at a point, or of the nearest one; None without columns."""
        if not self.spans:
            return None
        for span in self.spans:
            if x < span.left + span.width:
                return span.key
        return self.spans[-1].key

    def beside(self, column: int, step: int) -> int:
        """The key of the column this many to the right, limited to the existing ones."""
        keys = [span.key for span in self.spans]
        return keys[min(max(keys.index(column) + step, 0), len(keys) - 1)]


def share_width(theme: PaintTheme, columns: Sequence[Column], layout: Layout, room: int) -> list[Span]:
    """Distribute the width equally among the columns, whatever they contain.

    Only a column with three or more concurrent appointments may need more; it alone grows, to the right.
    The days of a week are never wider than the room: their lanes share it, however narrow they become.
    """
    if any(column.heading or column.narrow for column in columns):
        return _share_week(theme, columns, room)
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


def _share_week(theme: PaintTheme, columns: Sequence[Column], room: int) -> list[Span]:
    """Lanes of the same width on every day; a day that hasn't loaded gets as many as the busiest one has."""
    days = Counter(column.day for column in columns if column.heading)
    unread = max(days.values(), default=1)
    closed = theme.text_u(CLOSED_DAY)
    shares = [1 if column.heading else 0 if column.narrow else unread for column in columns]
    rest = room - closed * shares.count(0)
    rest = max(rest, theme.text_u(LEAST_WEEK_LANE) * sum(shares))
    spans: list[Span] = []
    left, left_shares = 0, sum(shares)
    for index, (column, share) in enumerate(zip(columns, shares, strict=True)):
        width = rest * share // left_shares if share else closed
        last = index + 1 == len(columns) or columns[index + 1].day != column.day
        spans.append(Span(column.key, left, width, DAY_LINE if last else 0))
        left += width
        if share:
            rest, left_shares = rest - width, left_shares - share
    return spans
