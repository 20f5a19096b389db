"""Builds the schedule's grids from the days in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from app.core.text import At, msg
from app.domain.schedule.columns import lane_key, place_key
from app.domain.schedule.days import moved
from app.domain.schedule.hours import DAY, ChairDay, DayPlan, Span, column_blocks, joined, whole_hours
from app.domain.schedule.layout import start_minute
from app.domain.schedule.pattern import MAX_MINUTES, shown_minutes
from app.domain.schedule.stages import StageRules
from app.domain.schedule.visit import Block, Column, Person, Placed, Problem, ScheduleGrid, Visit
from app.services.schedule.columns.chairs import Chairs
from app.services.schedule.columns.people import People
from app.services.schedule.columns.places import GridDay, OfficeRows, Places
from app.services.schedule.columns.week import lanes_of
from app.services.schedule.filter import ColumnKind, ScheduleFilter
from app.services.schedule.rows import hex_color, plan_of, visit_of
from app.store.lists import OfficeLists
from app.store.office import Office
from app.store.schedule.days import DayRows
from app.wire.resources.appointments import Appointment

NO_LISTS = OfficeLists()


def build_grid(office: Office, days: Sequence[date], shown: ScheduleFilter) -> ScheduleGrid:
    """Arrange the days' data into columns: operatories or providers; for several days these are each day's lanes.

    Data that hasn't loaded is listed in `still_coming`, rows that can't be placed in `problems`.
    """
    return _Builder(office, shown).build(tuple(days))


def all_visits(office: Office, day: date) -> tuple[Visit, ...]:
    """All appointments in memory that touch a day, unfiltered, by time.

    Appointments of the day before that last past midnight come first.
    """
    found = [*_past_midnight(office.rows(moved(day, -1))), *office.rows(day)]
    rules = (office.lists or NO_LISTS).stages
    visits = (_visit(office, row, rules) for row in found)
    return tuple(visit for visit in visits if visit is not None)


def visit_in_memory(office: Office, apt_num: int) -> Visit | None:
    """An appointment on any day in memory, whatever is shown; None: it isn't there."""
    row = office.visit_row(apt_num)
    if row is None or row.AptDateTime is None:
        return None
    visits = all_visits(office, row.AptDateTime.date())
    return next((each for each in visits if each.apt_num == apt_num), None)


def visit_named(office: Office, row: Appointment, name: str) -> Visit | None:
    """An appointment whose day may not be in memory; None: it isn't on the schedule.

    `name`: the patient's as it was recorded, "Ortiz, Maria", for a patient who isn't known yet.
    """
    last_name, _, first_name = name.partition(", ")
    person = office.person(row.PatNum) or Person(row.PatNum, last_name, first_name)
    rules = (office.lists or NO_LISTS).stages
    return visit_in_memory(office, row.AptNum) or visit_of(row, person, rules)


def _visit(office: Office, row: Appointment, rules: StageRules) -> Visit | None:
    person, marked, pending = office.person(row.PatNum), office.times(row.AptNum), office.pending
    if row.AptNum not in pending:
        return _with_lab(office, visit_of(row, person, rules, marked))
    visit = _with_lab(office, visit_of(row, person or pending.person(row.AptNum), rules, marked))
    return visit and replace(visit, pending=pending.words(row.AptNum), provisional=True)


def _with_lab(office: Office, visit: Visit | None) -> Visit | None:
    """With the mark of its lab work, which is read apart from the appointments."""
    lab = office.labs.of(visit.apt_num) if visit is not None else None
    return visit if visit is None or lab is None else replace(visit, marks=visit.marks | {lab})


def _past_midnight(rows: Sequence[Appointment]) -> list[Appointment]:
    """A day's appointments that last into the next day. Rows are sorted by time, so only the last ones are checked."""
    lasting: list[Appointment] = []
    for row in reversed(rows):
        if row.AptDateTime is None:
            break
        start = row.AptDateTime.hour * 60 + row.AptDateTime.minute
        if start + MAX_MINUTES <= DAY:
            break
        if start + shown_minutes(row.Pattern) > DAY:
            lasting.append(row)
    return lasting[::-1]


def day_plan(office: Office, day: date, *, with_next: bool = False) -> DayPlan | None:
    """Who works where on a day; None while its schedule has not been read.

    `with_next` adds the next day, from minute 1440 on, if known.
    """
    if with_next:
        plan, after = day_plan(office, day), day_plan(office, moved(day, 1))
        return plan if plan is None or after is None else joined(plan, after)
    rows = office.day(day)
    if rows is None or rows.schedules is None or office.lists is None:
        return None
    return plan_of(rows.schedules, office.lists)


class _Builder:
    """Builds one grid."""

    def __init__(self, office: Office, shown: ScheduleFilter) -> None:
        self._office = office
        self._shown = shown
        self._lists = office.lists or NO_LISTS
        self._rows = OfficeRows(self._lists, shown, coming=office.lists is None)
        by_provider = shown.columns is ColumnKind.PROVIDER
        self._places: Places = People(self._rows) if by_provider else Chairs(self._rows)
        self._problems: list[Problem] = []
        self._week = False

    def build(self, dates: tuple[date, ...]) -> ScheduleGrid:
        self._week = len(dates) > 1
        days = [self._day(day) for day in dates]
        columns = self._columns(days)
        opens, closes = self._hours(days)
        return ScheduleGrid(
            days=dates,
            columns=tuple(columns),
            blocks=tuple(self._blocks(days, columns, opens, closes)),
            visits=tuple(Placed(self._key(day, visit), visit) for day in days for visit in day.visits),
            opens=opens,
            closes=closes,
            increment=self._lists.increment,
            problems=tuple(self._problems),
            colors=tuple((number, hex_color(row.provColor)) for number, row in self._rows.providers.items()),
            still_coming=self._office.still_coming(dates),
            day_notes=tuple(note for day in days if day.plan is not None for note in day.plan.notes),
        )

    def _day(self, day: date) -> GridDay:
        rows = self._office.day(day)
        if rows is None:
            return GridDay(day, None, (), read=False)
        self._problems += rows.problems
        visits, chairs = all_visits(self._office, day), self._rows.chairs
        shown = tuple(visit for visit in visits if self._shown.shows(visit, chairs.get(visit.op_num)))
        plan = None if rows.schedules is None else plan_of(rows.schedules, self._lists)
        self._name_oddities([visit for visit in shown if visit.start.date() == day], rows)
        return GridDay(day, plan, shown, read=True)

    def _name_oddities(self, visits: Sequence[Visit], rows: DayRows) -> None:
        """Report problems of appointments that are shown nevertheless."""
        unknown = {row.AptNum for row in rows.appointments if not row.AptStatus.known}
        for visit in visits:
            if visit.pattern and not unknown:
                continue
            at, where = At(visit.start), self._rows.chair_name(visit.op_num)
            if not visit.pattern:
                words = msg(
                    "The {time} appointment in {operatory} has no length. It is shown as {n} minutes. "
                    "Drag its lower edge to set one.",
                    time=at, operatory=where, n=visit.minutes,
                )  # fmt: skip
                self._problems.append(Problem(visit.apt_num, words))
            if visit.apt_num in unknown:
                words = msg(
                    "The {time} appointment in {operatory} has a status that Front Desk doesn't know. "
                    "Open it in Open Dental.",
                    time=at, operatory=where,
                )  # fmt: skip
                self._problems.append(Problem(visit.apt_num, words))

    # --- columns, hours and blocks -------------------------------------------------------------------------

    def _columns(self, days: Sequence[GridDay]) -> list[Column]:
        if not self._week:
            return self._places.columns(days[0])
        clinic_num = self._shown.clinic_num or 0
        return [lane for day in days for lane in lanes_of(self._places, day, clinic_num)]

    def _key(self, day: GridDay, visit: Visit) -> int:
        key = self._places.key_of(visit)
        return lane_key(day.date, key) if self._week else key

    def _hours(self, days: Sequence[GridDay]) -> Span:
        """The hours shown: those of every shown column, extended to include every appointment."""
        spans = [
            span
            for day in days
            if day.plan is not None
            for column in self._places.columns(day)
            for span in self._places.hours(column.key, day.plan).open
        ]
        for day in days:
            for visit in day.visits:
                start = start_minute(visit, day.date)
                spans.append((max(start, 0), start + visit.minutes))
        return whole_hours(spans)

    def _blocks(
        self, days: Sequence[GridDay], columns: Sequence[Column], opens: int, closes: int
    ) -> list[Block]:
        """What each column has besides appointments. A whole day as a column is closed."""
        blocks: list[Block] = []
        plans = {
            day.date: self._plan_until(day.date, day.plan, closes) for day in days if day.plan is not None
        }
        for column in columns:
            if column.day is None or (plan := plans.get(column.day)) is None:
                continue
            whole_day = column.op_num is None and column.prov_num is None
            hours = ChairDay() if whole_day else self._places.hours(place_key(column.key), plan)
            blocks += column_blocks(column.key, hours, opens, closes)
        return blocks

    def _plan_until(self, day: date, plan: DayPlan, closes: int) -> DayPlan:
        """The plan of a grid that may extend past midnight."""
        return plan if closes <= DAY else day_plan(self._office, day, with_next=True) or plan
