"""Builds the schedule's grids from the days in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import NO_TEXT, At, Shape, Words, many, msg
from app.domain.schedule.days import moved
from app.domain.schedule.hours import DAY, ChairDay, DayPlan, Span, column_blocks, joined, merge, whole_hours
from app.domain.schedule.layout import start_minute
from app.domain.schedule.pattern import MAX_MINUTES, shown_minutes
from app.domain.schedule.stages import StageRules
from app.domain.schedule.visit import Block, Column, Placed, Problem, ScheduleGrid, Visit
from app.services.schedule.rows import hex_color, own_providers, plan_of, visit_of
from app.store.lists import OfficeLists
from app.store.office import Office
from app.store.schedule.days import DayRows
from app.wire.resources.appointments import Appointment
from app.wire.resources.operatories import Operatory
from app.wire.resources.providers import Provider

NO_LISTS = OfficeLists()
MOST_NAMES = 3
"""Maximum number of providers named over a column."""


class ScheduleFilter(Struct, frozen=True):
    """The filter of the schedule. None: everything."""

    clinic_num: int | None = None
    prov_num: int | None = None

    def shows(self, visit: Visit, chair: Operatory | None) -> bool:
        """Whether an appointment passes the filter. One without a clinic belongs to its operatory's clinic."""
        if self.prov_num is not None and self.prov_num not in (visit.prov_num, visit.prov_hyg):
            return False
        clinic = visit.clinic_num or (chair.ClinicNum if chair is not None else 0)
        return self.clinic_num is None or clinic == self.clinic_num


class _Day(Struct, frozen=True):
    """One day's data of a grid."""

    date: date
    rows: DayRows | None
    plan: DayPlan | None
    visits: tuple[Visit, ...]


def build_grid(office: Office, days: Sequence[date], shown: ScheduleFilter) -> ScheduleGrid:
    """Arrange the days' data into columns: operatories for one day, days for several.

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


def _visit(office: Office, row: Appointment, rules: StageRules) -> Visit | None:
    person, marked, pending = office.person(row.PatNum), office.times(row.AptNum), office.pending
    if row.AptNum not in pending:
        return visit_of(row, person, rules, marked)
    visit = visit_of(row, person or pending.person(row.AptNum), rules, marked)
    return visit and replace(visit, pending=pending.words(row.AptNum), provisional=True)


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
        self._chairs = {row.OperatoryNum: row for row in self._lists.operatories}
        self._providers = {row.ProvNum: row for row in self._lists.providers}
        self._problems: list[Problem] = []

    def build(self, dates: tuple[date, ...]) -> ScheduleGrid:
        days = [self._day(day) for day in dates]
        if len(days) == 1:
            columns = self._chair_columns(days[0])
            visits = [Placed(visit.op_num, visit) for visit in days[0].visits]
            opens, closes = self._hours(days, {column.key for column in columns})
            blocks = self._chair_blocks(days[0], columns, opens, closes)
        else:
            columns = [self._day_column(day) for day in days]
            visits = [Placed(day.date.toordinal(), visit) for day in days for visit in day.visits]
            opens, closes = self._hours(days, {row.OperatoryNum for row in self._offered()})
            blocks = self._day_blocks(days, opens, closes)
        return ScheduleGrid(
            days=dates,
            columns=tuple(columns),
            blocks=tuple(blocks),
            visits=tuple(visits),
            opens=opens,
            closes=closes,
            increment=self._lists.increment,
            problems=tuple(self._problems),
            colors=tuple((number, hex_color(row.provColor)) for number, row in self._providers.items()),
            still_coming=self._office.still_coming(dates),
            day_notes=tuple(note for day in days if day.plan is not None for note in day.plan.notes),
        )

    def _day(self, day: date) -> _Day:
        rows = self._office.day(day)
        if rows is None:
            return _Day(day, None, None, ())
        self._problems += rows.problems
        visits = all_visits(self._office, day)
        shown = tuple(visit for visit in visits if self._shown.shows(visit, self._chairs.get(visit.op_num)))
        plan = None if rows.schedules is None else plan_of(rows.schedules, self._lists)
        self._name_oddities([visit for visit in shown if visit.start.date() == day], rows)
        return _Day(day, rows, plan, shown)

    def _name_oddities(self, visits: Sequence[Visit], rows: DayRows) -> None:
        """Report problems of appointments that are shown nevertheless."""
        unknown = {row.AptNum for row in rows.appointments if not row.AptStatus.known}
        for visit in visits:
            if visit.pattern and not unknown:
                continue
            at, where = At(visit.start), self._chair_name(visit.op_num)
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

    # --- columns -------------------------------------------------------------------------------------------

    def _offered(self) -> list[Operatory]:
        """The operatories that are always shown."""
        wanted = self._shown.clinic_num
        return [
            row for row in self._lists.operatories if not row.IsHidden and wanted in (None, row.ClinicNum)
        ]

    def _chair_columns(self, day: _Day) -> list[Column]:
        used = {visit.op_num for visit in day.visits}
        offered = self._offered()
        if self._shown.prov_num is not None:
            theirs = [row for row in offered if self._shown.prov_num in self._staff(row, day.plan)]
            offered = [row for row in offered if row in theirs or row.OperatoryNum in used] or offered
        known = {row.OperatoryNum for row in offered}
        others = [row for row in self._lists.operatories if row.OperatoryNum in used - known]
        strangers = sorted(used - known - {row.OperatoryNum for row in others})
        columns = [self._chair_column(row, day) for row in [*offered, *others]]
        return columns + [self._stranger_column(op_num, day) for op_num in strangers]

    def _chair_column(self, row: Operatory, day: _Day) -> Column:
        staff = [self._providers[each] for each in self._staff(row, day.plan) if each in self._providers]
        return Column(
            key=row.OperatoryNum,
            title=self._chair_name(row.OperatoryNum),
            subtitle=msg("hidden in Open Dental") if row.IsHidden else _names(staff),
            color=hex_color(staff[0].provColor) if staff else "",
            clinic_num=row.ClinicNum,
            staff=tuple(map(_full_name, staff)),
            day=day.date,
            hidden=row.IsHidden,
        )

    def _stranger_column(self, op_num: int, day: _Day) -> Column:
        """An operatory that isn't in the office's list; shown because it has appointments."""
        coming = self._office.lists is None
        subtitle = NO_TEXT if coming else msg("not in the office's operatory list")
        return Column(op_num, self._chair_name(op_num), subtitle, day=day.date, hidden=not coming)

    def _chair_name(self, op_num: int) -> Words:
        row = self._chairs.get(op_num)
        if row is None and not op_num:
            return msg("No operatory")
        return (row.OpName or row.Abbrev if row is not None else "") or msg("Op {n}", n=op_num)

    def _staff(self, row: Operatory, plan: DayPlan | None) -> list[int]:
        """The operatory's providers on the day: dentists, then hygienists; without a schedule, its own providers."""
        scheduled = plan.chair(row.OperatoryNum).providers if plan is not None else ()
        if scheduled:
            return sorted(scheduled, key=self._is_hygienist)
        return own_providers(row)

    def _is_hygienist(self, prov_num: int) -> bool:
        row = self._providers.get(prov_num)
        return row is not None and row.IsSecondary

    def _day_column(self, day: _Day) -> Column:
        count = sum(not visit.is_note and visit.start.date() == day.date for visit in day.visits)
        words = many("{n} appointments", "{n} appointment", count) if count else NO_TEXT
        if not words and day.plan is not None and day.plan.hours is None:
            words = msg("closed")
        title = At(datetime.combine(day.date, time()), Shape.WEEKDAY)
        return Column(
            day.date.toordinal(), title, words, clinic_num=self._shown.clinic_num or 0, day=day.date
        )

    # --- hours and blocks ----------------------------------------------------------------------------------

    def _hours(self, days: Sequence[_Day], op_nums: set[int]) -> Span:
        """The hours shown: those of every shown operatory, extended to include every appointment."""
        spans = [
            span
            for day in days
            if day.plan is not None
            for op_num in op_nums
            for span in day.plan.chair(op_num).open
        ]
        for day in days:
            for visit in day.visits:
                start = start_minute(visit, day.date)
                spans.append((max(start, 0), start + visit.minutes))
        return whole_hours(spans)

    def _chair_blocks(self, day: _Day, columns: Sequence[Column], opens: int, closes: int) -> list[Block]:
        if day.plan is None:
            return []
        plan = self._plan_until(day.date, day.plan, closes)
        return [
            block
            for column in columns
            for block in column_blocks(column.key, plan.chair(column.key), opens, closes)
        ]

    def _plan_until(self, day: date, plan: DayPlan, closes: int) -> DayPlan:
        """The plan of a grid that may extend past midnight."""
        return plan if closes <= DAY else day_plan(self._office, day, with_next=True) or plan

    def _day_blocks(self, days: Sequence[_Day], opens: int, closes: int) -> list[Block]:
        """In a week a column is a whole day: open while any shown operatory is, without blockouts of operatories."""
        blocks: list[Block] = []
        op_nums = [row.OperatoryNum for row in self._offered()]
        for day in days:
            if day.plan is not None:
                plan = self._plan_until(day.date, day.plan, closes)
                hours = merge(span for op_num in op_nums for span in plan.chair(op_num).open)
                blocks += column_blocks(day.date.toordinal(), ChairDay(hours), opens, closes)
        return blocks


def _names(staff: Sequence[Provider]) -> str:
    """The providers over a column: Lee · Kim."""
    named = [row.Abbr or row.LName for row in staff]
    return " · ".join(named[:MOST_NAMES]) + (" …" if len(named) > MOST_NAMES else "")


def _full_name(row: Provider) -> str:
    """A provider as on the office's door, with the abbreviation that columns have: MARR: Susan Marr, DMD."""
    name = " ".join(part for part in (row.FName, row.LName) if part)
    title = ", ".join(part for part in (name, row.Suffix) if part)
    return ": ".join(part for part in (row.Abbr, title) if part)
