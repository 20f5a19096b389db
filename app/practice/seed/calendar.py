"""The practice's calendar: working hours, lunch, blockouts, holidays and vacations, as schedule rows.

Times are five-minute slots after midnight, and a span of them is a bit mask: bit 96 is 8:00 to 8:05.
"""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass, field

from app.practice.schema.schedule import schedule, scheduleop
from app.practice.seed import lists
from app.practice.seed.office import CHAIRS, EMPLOYEES, HARBOR, MAIN, PROVIDERS, Provider
from app.practice.seed.rows import Rows, at, iso

DAYS_BACK, DAYS_AHEAD = 731, 122
EIGHT, NINE, ELEVEN, NOON, ONE, FOUR, FIVE = (hour * 12 for hour in (8, 9, 11, 12, 13, 16, 17))
HOURS = {MAIN: (EIGHT, NOON, ONE, FIVE), HARBOR: (EIGHT - 6, NOON - 6, ONE - 6, FIVE - 6)}
"""A clinic's day: opens, lunch, lunch ends, closes."""
FRIDAY, SATURDAY = 4, 5
_PRACTICE, _PROVIDER, _BLOCKOUT, _EMPLOYEE = range(4)
_HOLIDAY = 2


@dataclass(slots=True)
class Day:
    """A working day, as the schedule is filled."""

    ordinal: int
    text: str
    """ISO date."""
    working: dict[int, int] = field(default_factory=dict)
    """When each provider works."""
    blocked: dict[int, int] = field(default_factory=dict)
    """When an operatory is blocked."""
    held: dict[int, int] = field(default_factory=dict)
    """When an operatory is reserved for emergencies."""


def span(start: int, end: int) -> int:
    """The mask of the slots from one to another, the last one excluded."""
    return ((1 << (end - start)) - 1) << start


class Calendar:
    """Creates the days and their schedule rows."""

    def __init__(self, today: int, dice: random.Random) -> None:
        self._today = today
        self._first, self._last = today - DAYS_BACK, today + DAYS_AHEAD
        self.schedules = Rows(
            schedule, "SchedDate", "StartTime", "StopTime", "SchedType", "ProvNum", "BlockoutType", "Note",
            "Status", "EmployeeNum", "DateTStamp", "ClinicNum",
        )  # fmt: skip
        self.operatories = Rows(scheduleop, "ScheduleNum", "OperatoryNum")
        self.days: list[Day] = []
        self._away = {each.num: self._vacations(dice) for each in PROVIDERS}
        self._blockouts = {
            name: lists.number(lists.BLOCKOUTS, name)
            for name in ("Lunch", "Do not schedule", "Staff meeting", "Emergency", "New patient")
        }
        self._fill()

    def _vacations(self, dice: random.Random) -> set[int]:
        """A week off in each half year, never around today: the shown days are fully staffed."""
        away: set[int] = set()
        for start in range(self._first, self._last, 182):
            week = dice.randrange(start, start + 175)
            if abs(week - self._today) > 35:
                away.update(range(week, week + 7))
        return away

    def _fill(self) -> None:
        years = range(
            datetime.date.fromordinal(self._first).year, datetime.date.fromordinal(self._last).year + 1
        )
        closed = {day: name for year in years for day, name in holidays(year).items()}
        for ordinal in range(self._first, self._last + 1):
            weekday = datetime.date.fromordinal(ordinal).weekday()
            if ordinal != self._today and ordinal in closed:
                self._add(iso(ordinal), 0, 0, _PRACTICE, note=closed[ordinal], status=_HOLIDAY)
            elif ordinal == self._today or weekday < SATURDAY:
                self._open(ordinal, weekday)

    def _open(self, ordinal: int, weekday: int) -> None:
        is_today = ordinal == self._today
        day = Day(ordinal, iso(ordinal))
        for each in PROVIDERS:
            if is_today or (weekday in each.days and ordinal not in self._away[each.num]):
                self._work(day, each, short=weekday == FRIDAY and not is_today)
        if not day.working:
            return
        self._block(day, weekday, is_today=is_today)
        for number in range(1, len(EMPLOYEES) + 1):
            self._add(day.text, EIGHT - 6, FOUR + 6, _EMPLOYEE, employee=number)
        if is_today:
            self._add(day.text, 0, 0, _PRACTICE, note="Water off in the break room until noon")
        elif weekday == 0 and ordinal % 28 < 7:
            self._add(day.text, 0, 0, _PRACTICE, note="Payroll week")
        self.days.append(day)

    def _work(self, day: Day, who: Provider, *, short: bool) -> None:
        opens, lunch, back, closes = HOURS[who.clinic]
        stretches = [(opens, lunch), (back, closes)] if not short else [(opens, lunch + 12)]
        chairs = tuple(chair.op for chair in CHAIRS if chair.worker == who.num)
        for start, end in stretches:
            day.working[who.num] = day.working.get(who.num, 0) | span(start, end)
            # One dentist's shifts name no operatory, as in many offices: the operatory's own dentist then
            # applies.
            named = () if who.num == 2 else chairs
            self._add(day.text, start, end, _PROVIDER, provider=who.num, chairs=named)

    def _block(self, day: Day, weekday: int, *, is_today: bool) -> None:
        for clinic, (_, lunch, back, _) in HOURS.items():
            chairs = tuple(each.op for each in CHAIRS if each.clinic == clinic and each.worker in day.working)
            if chairs and (weekday != FRIDAY or is_today):
                self._hold(day, "Lunch", lunch, back, chairs)
            if chairs and weekday == 2 and day.ordinal % 14 < 7 and not is_today:
                start = HOURS[clinic][0]
                self._hold(day, "Staff meeting", start, start + 6, chairs)
        if 2 in day.working:
            self._hold(day, "Emergency", ELEVEN, ELEVEN + 6, (3,))
        if 3 in day.working:
            self._hold(day, "Emergency", ELEVEN - 18, ELEVEN - 12, (7,))
        if 4 in day.working and weekday in {1, 3}:
            self._hold(day, "New patient", NINE + 12, ELEVEN, (4,))
        if is_today:
            self._hold(day, "Do not schedule", FOUR, FIVE, (2,), note="Compressor service")

    def _hold(
        self, day: Day, name: str, start: int, end: int, chairs: tuple[int, ...], *, note: str = ""
    ) -> None:
        self._add(day.text, start, end, _BLOCKOUT, blockout=self._blockouts[name], chairs=chairs, note=note)
        kept = day.held if name == "Emergency" else day.blocked if name != "New patient" else None
        if kept is not None:
            for op in chairs:
                kept[op] = kept.get(op, 0) | span(start, end)

    def _add(
        self,
        day: str,
        start: int,
        end: int,
        kind: int,
        *,
        provider: int = 0,
        blockout: int = 0,
        employee: int = 0,
        note: str = "",
        status: int = 0,
        chairs: tuple[int, ...] = (),
    ) -> None:
        stamp = iso(self._first - 30) + " 08:00:00"
        key = self.schedules.add(
            day, at(day, start)[11:], at(day, end)[11:], kind, provider, blockout, note, status, employee,
            stamp, 0,
        )  # fmt: skip
        for op in chairs:
            self.operatories.add(key, op)


def holidays(year: int) -> dict[int, str]:
    """The days of a year on which the practice is closed, as ordinals."""

    def nth(month: int, weekday: int, count: int) -> int:
        first = datetime.date(year, month, 1)
        return first.toordinal() + (weekday - first.weekday()) % 7 + 7 * (count - 1)

    thanksgiving = nth(11, 3, 4)
    return {
        datetime.date(year, 1, 1).toordinal(): "New Year's Day",
        nth(6, 0, 1) - 7: "Memorial Day",
        datetime.date(year, 7, 4).toordinal(): "Independence Day",
        nth(9, 0, 1): "Labor Day",
        thanksgiving: "Thanksgiving",
        thanksgiving + 1: "Day after Thanksgiving",
        datetime.date(year, 12, 24).toordinal(): "Christmas Eve",
        datetime.date(year, 12, 25).toordinal(): "Christmas Day",
    }
