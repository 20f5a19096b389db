"""The schedule of a range of days: shifts, appointments and blockouts, one query each."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator

import sqlalchemy as sa
from msgspec import Struct

from app.practice.handlers.schedule.room_rules import (
    LONGEST,
    TAKES_ROOM,
    Span,
    hours_span,
    is_closed_to_visits,
    span_of,
)
from app.practice.schema.enums.base import SCHED_TYPE
from app.practice.schema.office import definition, operatory
from app.practice.schema.schedule import appointment, schedule, scheduleop
from app.practice.server.periods import DAY, midnight
from app.practice.server.work import Row, Work

_A, _O, _S = appointment.c, operatory.c, schedule.c
Days = tuple[datetime.date, datetime.date]


class Shift(Struct, frozen=True):
    """A provider's working time, in operatories that count as one."""

    hours: Span
    prov_num: int
    op_nums: tuple[int, ...]


class Ground:
    """The schedule of a range of days; hidden operatories do not count."""

    def __init__(self, work: Work, days: Days) -> None:
        self._work = work
        self._days = days
        shown = sa.select(operatory).where(_O.IsHidden == 0).order_by(_O.ItemOrder, _O.OperatoryNum)
        self._chairs = list(work.connection.execute(shown))
        self._tied = self._ties()
        self._visits = self._by_day(self._read_visits())
        self._closed = self._read_closed()

    def shifts(self, prov_num: int | None) -> Iterator[Shift]:
        """The working times of a provider, or all, in order."""
        for row in self._entries("Provider"):
            if prov_num is not None and row.ProvNum != prov_num:
                continue
            chairs = self._chairs_of(row)
            hours = hours_span(datetime.date.fromisoformat(row.SchedDate), row)
            if chairs and hours[0] < hours[1]:
                yield Shift(hours, row.ProvNum, chairs)

    def open_time(self, shift: Shift) -> list[Span]:
        """The free parts of a shift: no appointment in its operatories or of its provider, no blockout."""
        day = shift.hours[0].date()
        taken = [
            span_of(row)
            for each in (day - DAY, day)
            for row in self._visits[each]
            if row.Op in shift.op_nums or shift.prov_num in (row.ProvNum, row.ProvHyg)
        ]
        for op_num in shift.op_nums:
            taken += self._closed[day, op_num]
        return _left(shift.hours, taken)

    def _entries(self, kind: str) -> list[Row]:
        wanted = sa.select(schedule).where(
            _S.SchedDate >= self._days[0],
            _S.SchedDate <= self._days[1],
            _S.SchedType == SCHED_TYPE.number(kind),
        )
        return list(self._work.connection.execute(wanted.order_by(_S.SchedDate, _S.StartTime)))

    def _ties(self) -> dict[int, set[int]]:
        wanted = (
            sa.select(scheduleop.c.ScheduleNum, scheduleop.c.OperatoryNum)
            .join(schedule, _S.ScheduleNum == scheduleop.c.ScheduleNum)
            .where(_S.SchedDate >= self._days[0], _S.SchedDate <= self._days[1])
        )
        found: dict[int, set[int]] = defaultdict(set)
        for number, op_num in self._work.connection.execute(wanted):
            found[number].add(op_num)
        return found

    def _chairs_of(self, entry: Row) -> tuple[int, ...]:
        """The shift's operatories, else the provider's own."""
        tied = self._tied.get(entry.ScheduleNum)
        if tied:
            return tuple(row.OperatoryNum for row in self._chairs if row.OperatoryNum in tied)
        own = (row for row in self._chairs if entry.ProvNum in (row.ProvDentist, row.ProvHygienist))
        return tuple(row.OperatoryNum for row in own)

    def _read_visits(self) -> Iterable[Row]:
        wanted = sa.select(_A.AptDateTime, _A.Pattern, _A.Op, _A.ProvNum, _A.ProvHyg).where(
            _A.AptStatus.in_(TAKES_ROOM),
            _A.AptDateTime > midnight(self._days[0]) - LONGEST,
            _A.AptDateTime < midnight(self._days[1]) + DAY,
        )
        return self._work.connection.execute(wanted)

    @staticmethod
    def _by_day(rows: Iterable[Row]) -> dict[datetime.date, list[Row]]:
        found: dict[datetime.date, list[Row]] = defaultdict(list)
        for row in rows:
            found[datetime.date.fromisoformat(row.AptDateTime[:10])].append(row)
        return found

    def _read_closed(self) -> dict[tuple[datetime.date, int], list[Span]]:
        kinds = self._work.connection.execute(sa.select(definition.c.DefNum, definition.c.ItemValue))
        closed = {number for number, value in kinds if is_closed_to_visits(value)}
        found: dict[tuple[datetime.date, int], list[Span]] = defaultdict(list)
        for row in self._entries("Blockout"):
            if row.BlockoutType in closed:
                day = datetime.date.fromisoformat(row.SchedDate)
                for op_num in self._tied.get(row.ScheduleNum, ()):
                    found[day, op_num].append(hours_span(day, row))
        return found


def _left(hours: Span, taken: Iterable[Span]) -> list[Span]:
    free = []
    at, end = hours
    for start, stop in sorted(taken):
        if start > at:
            free.append((at, min(start, end)))
        at = max(at, stop)
        if at >= end:
            break
    free.append((at, end))
    return [span for span in free if span[0] < span[1]]
