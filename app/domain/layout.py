"""Where each visit stands in its column: overlaps side by side, nothing hidden, nothing beyond the sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.visit import Column, Placed, Sheet, Visit

LEAST_MINUTES = 10
"""What a shorter visit (down to one of no length) is given, so that it can be read and picked up."""


class Slot(NamedTuple):
    """A visit's place: minutes after the column's midnight, its lane, and how many lanes share the width."""

    visit: Visit
    column: int
    start: int
    end: int
    lane: int
    lanes: int
    starts_before: bool
    """It begins before the sheet does."""
    ends_after: bool
    """It goes on after the sheet's end (past midnight, for one)."""


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """One column's visits in reading order. `lanes` is the most that stand side by side; at least 1."""

    key: int
    slots: tuple[Slot, ...]
    lanes: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Every column of a sheet, in the sheet's order."""

    columns: Mapping[int, ColumnLayout]

    def slots(self) -> Iterable[Slot]:
        """Every visit, column by column."""
        for column in self.columns.values():
            yield from column.slots


def lay_out(sheet: Sheet) -> Layout:
    """Place all visits of a sheet. A visit in a column that the sheet lacks is a ValueError."""
    groups = _grouped(sheet)
    return Layout({column.key: _lay_column(sheet, column, groups[column.key]) for column in sheet.columns})


def lay_out_again(layout: Layout, sheet: Sheet, changed: Collection[int]) -> Layout:
    """Place the visits of the changed columns; every other column stays the very object that it was.

    The sheet must have the columns and hours that the layout was made for.
    """
    groups = _grouped(sheet)
    return Layout(
        {
            column.key: _lay_column(sheet, column, groups[column.key])
            if column.key in changed
            else layout.columns[column.key]
            for column in sheet.columns
        }
    )


def start_minute(visit: Visit, day: date) -> int:
    """When a visit starts, in minutes after that day's midnight; negative when it started the day before."""
    start = visit.start
    return (start.toordinal() - day.toordinal()) * 1440 + start.hour * 60 + start.minute


def day_of(sheet: Sheet, column: Column) -> date:
    """The day that a column shows."""
    return column.day or sheet.days[0]


def _grouped(sheet: Sheet) -> dict[int, list[Visit]]:
    groups: dict[int, list[Visit]] = {column.key: [] for column in sheet.columns}
    for placed in sheet.visits:
        _group_of(groups, placed).append(placed.visit)
    return groups


def _group_of(groups: dict[int, list[Visit]], placed: Placed) -> list[Visit]:
    group = groups.get(placed.column)
    if group is None:
        raise ValueError(f"visit {placed.visit.apt_num} stands in a column that the sheet lacks")
    return group


def _lay_column(sheet: Sheet, column: Column, visits: list[Visit]) -> ColumnLayout:
    day = day_of(sheet, column)
    spans = sorted((_span(visit, day, sheet.opens, sheet.closes) for visit in visits), key=_reading_order)
    slots: list[Slot] = []
    cluster: list[tuple[Slot, int]] = []
    lane_ends: list[int] = []
    for span in spans:
        if cluster and span.start >= max(lane_ends):
            slots.extend(_settled(cluster, len(lane_ends)))
            cluster, lane_ends = [], []
        cluster.append((span._replace(column=column.key), _take_lane(lane_ends, span)))
    slots.extend(_settled(cluster, len(lane_ends)))
    return ColumnLayout(column.key, tuple(slots), max((slot.lanes for slot in slots), default=1))


def _reading_order(slot: Slot) -> tuple[int, int, int]:
    return slot.start, -slot.end, slot.visit.apt_num


def _take_lane(lane_ends: list[int], span: Slot) -> int:
    """Put a span into the first lane that is free by then, or into a new one."""
    for lane, end in enumerate(lane_ends):
        if end <= span.start:
            lane_ends[lane] = span.end
            return lane
    lane_ends.append(span.end)
    return len(lane_ends) - 1


def _settled(cluster: list[tuple[Slot, int]], lanes: int) -> list[Slot]:
    if lanes == 1:
        return [slot for slot, _ in cluster]
    return [slot._replace(lane=lane, lanes=lanes) for slot, lane in cluster]


def _span(visit: Visit, day: date, opens: int, closes: int) -> Slot:
    """Cut a visit to the sheet's hours. One wholly outside stands at the nearer edge, marked."""
    start = start_minute(visit, day)
    end = start + max(visit.minutes, LEAST_MINUTES)
    shown_start = max(opens, min(start, closes - LEAST_MINUTES))
    shown_end = min(closes, max(end, opens + LEAST_MINUTES))
    return Slot(visit, 0, shown_start, shown_end, 0, 1, start < opens, start + visit.minutes > closes)
