"""Layout of a column's appointments: overlapping ones side by side, all of them visible and within the grid."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from operator import attrgetter, itemgetter
from typing import NamedTuple

from msgspec import Struct

from app.domain.schedule.visit import Column, ScheduleGrid, Visit

LEAST_MINUTES = 10
"""Minimum drawn length in minutes, for legibility; one increment if that is shorter."""


class Slot(NamedTuple):
    """An appointment's position: minutes after the column's midnight, its lane, and how many lanes share the width."""

    visit: Visit
    column: int
    start: int
    end: int
    lane: int
    lanes: int
    starts_before: bool
    """It starts before the grid does."""
    ends_after: bool
    """It continues after the grid's end (past midnight, for instance)."""
    doubled: bool = False
    """Overlaps another appointment in the same operatory. In a week view, lanes are mostly different operatories."""


class ColumnLayout(Struct, frozen=True):
    """One column's appointments in reading order. `lanes` is the maximum number side by side, at least 1."""

    key: int
    slots: tuple[Slot, ...]
    lanes: int


class Layout(Struct, frozen=True):
    """Every column of a grid, in the grid's order."""

    columns: Mapping[int, ColumnLayout]

    def slots(self) -> Iterable[Slot]:
        """Every appointment, column by column."""
        for column in self.columns.values():
            yield from column.slots


def lay_out(grid: ScheduleGrid) -> Layout:
    """Lay out all appointments of a grid. Raises ValueError for an appointment in an unknown column."""
    groups = _grouped(grid)
    return Layout({column.key: _lay_column(grid, column, groups[column.key]) for column in grid.columns})


def lay_out_again(layout: Layout, grid: ScheduleGrid, changed: Collection[int]) -> Layout:
    """Lay out only the changed columns; all other columns stay the same objects.

    The grid must have the same columns and hours as the one this layout was made for.
    """
    groups: dict[int, list[Visit]] = {key: [] for key in changed}
    for placed in grid.visits:
        if placed.column in groups:
            groups[placed.column].append(placed.visit)
    again = {
        column.key: _lay_column(grid, column, groups[column.key])
        for column in grid.columns
        if column.key in groups
    }
    return Layout({**layout.columns, **again})


def with_visit(layout: Layout, column: int, visit: Visit) -> Layout:
    """The same layout with an appointment whose texts alone have changed."""
    old = layout.columns[column]
    slots = tuple(
        slot._replace(visit=visit) if slot.visit.apt_num == visit.apt_num else slot for slot in old.slots
    )
    return Layout({**layout.columns, column: ColumnLayout(column, slots, old.lanes)})


def start_minute(visit: Visit, day: date) -> int:
    """An appointment's start in minutes after the day's midnight; negative if it started the day before."""
    start = visit.start
    return (start.toordinal() - day.toordinal()) * 1440 + start.hour * 60 + start.minute


def day_of(grid: ScheduleGrid, column: Column) -> date:
    """The date that a column shows."""
    return column.day or grid.days[0]


def _grouped(grid: ScheduleGrid) -> dict[int, list[Visit]]:
    groups: dict[int, list[Visit]] = {column.key: [] for column in grid.columns}
    for placed in grid.visits:
        group = groups.get(placed.column)
        if group is None:
            raise ValueError(f"appointment {placed.visit.apt_num} stands in a column that the grid lacks")
        group.append(placed.visit)
    return groups


_Span = tuple[int, int, int, Visit, bool, bool]
"""Start, negative end, number, appointment, starts before the grid, continues after it.

The first three sort into reading order: earlier, then longer, then lower number. A plain tuple for speed:
laying out a day blocks the UI.
"""


def _lay_column(grid: ScheduleGrid, column: Column, visits: list[Visit]) -> ColumnLayout:
    midnight = day_of(grid, column).toordinal() * 1440
    slots: list[Slot] = []
    cluster: list[tuple[_Span, int]] = []
    lane_ends: list[int] = []
    free_from = 0
    least = min(LEAST_MINUTES, grid.increment)
    spans = [_span(visit, midnight, grid.opens, grid.closes, least) for visit in visits]
    for span in sorted(spans, key=itemgetter(0, 1, 2)):
        start, end = span[0], -span[1]
        if cluster and start >= free_from:
            slots.extend(_settled(cluster, column.key, len(lane_ends)))
            cluster, lane_ends, free_from = [], [], 0
        cluster.append((span, _take_lane(lane_ends, start, end)))
        free_from = max(free_from, end)
    slots.extend(_settled(cluster, column.key, len(lane_ends)))
    return ColumnLayout(column.key, tuple(slots), max([slot.lanes for slot in slots], default=1))


def _take_lane(lane_ends: list[int], start: int, end: int) -> int:
    """Put a span into the first free lane, or into a new one."""
    for lane, lane_end in enumerate(lane_ends):
        if lane_end <= start:
            lane_ends[lane] = end
            return lane
    lane_ends.append(end)
    return len(lane_ends) - 1


def _settled(cluster: list[tuple[_Span, int]], column: int, lanes: int) -> list[Slot]:
    doubled = _doubled([span[3] for span, _ in cluster]) if lanes > 1 else frozenset()
    return [
        Slot(visit, column, start, -before_end, lane, lanes, before, after, apt_num in doubled)
        for (start, before_end, apt_num, visit, before, after), lane in cluster
    ]


def _doubled(visits: list[Visit]) -> frozenset[int]:
    """The numbers of appointments that overlap another one in their operatory, by actual (not drawn) times."""
    found: set[int] = set()
    longest: dict[int, Visit] = {}
    for visit in sorted(visits, key=attrgetter("start")):
        before = longest.get(visit.op_num)
        if before is not None and visit.start < before.end:
            found.update((before.apt_num, visit.apt_num))
        if before is None or visit.end > before.end:
            longest[visit.op_num] = visit
    return frozenset(found)


def _span(visit: Visit, midnight: int, opens: int, closes: int, least: int) -> _Span:
    """Clip an appointment to the grid's hours. One entirely outside is placed at the nearer edge and marked."""
    moment, minutes = visit.start, visit.minutes
    start = moment.toordinal() * 1440 + moment.hour * 60 + moment.minute - midnight
    end = start + max(minutes, least)
    before, after = start < opens, start + minutes > closes
    if before or end > closes:
        start, end = (
            max(opens, min(start, closes - least)),
            min(closes, max(end, opens + least)),
        )
    return start, -end, visit.apt_num, visit, before, after
