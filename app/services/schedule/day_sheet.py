"""The printed day sheet: all appointments by operatory, to hang up or to use when the server is down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from msgspec import Struct

from app.api.errors import ApiError
from app.api.need import Need
from app.core.text import At, Shape, Words, join, many, msg
from app.domain.printing.document import Align, Cell, Column, Document, Section, Table
from app.domain.schedule.clashes import Names
from app.domain.schedule.visit import Column as Chair
from app.domain.schedule.visit import ScheduleGrid, Stage, Visit
from app.services.schedule.filter import ScheduleFilter
from app.services.schedule.grids import build_grid
from app.services.schedule.rows import names_of
from app.store.lists import PRACTICE_TITLE, OfficeLists
from app.store.office import Office

COLUMNS = (
    Column(msg("Time"), align=Align.END),
    Column(msg("Length"), align=Align.END),
    Column(msg("Patient"), 5),
    Column(msg("Phone")),
    Column(msg("Procedures"), 5),
    Column(msg("Provider")),
    Column(msg("Status"), 3),
    Column(msg("Note"), 7),
)
NAMELESS_COLUMNS = (
    Column(msg("Time"), align=Align.END),
    Column(msg("Length"), align=Align.END),
    Column(msg("Procedures"), 6),
    Column(msg("Provider"), 2),
    Column(msg("Status"), 3),
)
"""Nothing that was typed about a patient: a note could name one."""
NOT_SAVED = msg("Change not saved yet")
"""Without names instead of what is being done, which names the patient."""


class PrintedDay(Struct, frozen=True):
    """One day to print."""

    grid: ScheduleGrid
    """The day's grid, with one column per operatory."""
    as_of: datetime
    """When its appointments were read or last confirmed up to date."""
    only: Words = ""
    """The clinic or provider it is limited to; empty for no filter."""
    nameless: bool = False
    """Without what tells who comes: to be hung up where patients pass."""

    @property
    def day(self) -> date:
        """The day's title."""
        return self.grid.days[0]


def day_sheet(days: Sequence[PrintedDay], names: Names, practice: str, now: datetime) -> Document:
    """The document for these days, each on its own pages."""
    oldest = min(day.as_of for day in days)
    return Document(
        title=msg("Schedule without names") if days[0].nameless else msg("Schedule"),
        practice=practice,
        printed=msg("Printed {when}", when=At(now, Shape.BOTH)),
        age=msg("As of {when}", when=At(oldest, Shape.TIME if oldest.date() == now.date() else Shape.BOTH)),
        sections=tuple(_section(day, names) for day in days),
        wide=True,
    )


async def make_day_sheet(
    office: Office, days: Sequence[date], shown: ScheduleFilter, *, nameless: bool = False
) -> Document:
    """The document for these days, as `read_days` has them."""
    printed = await read_days(office, days, shown, nameless=nameless)
    lists = office.lists or OfficeLists()
    practice = lists.preferences.get(PRACTICE_TITLE, "")
    return day_sheet(printed, names_of(lists), practice, office.clock.now())


async def read_days(
    office: Office, days: Sequence[date], shown: ScheduleFilter, *, nameless: bool = False
) -> list[PrintedDay]:
    """These days; those that are not in memory, or are old, are read first.

    If the office can't be reached, the days in memory are returned with their age. Raises ApiError when one is
    not in memory.
    """
    try:
        await office.reader.open_days(days, Need.SCREEN)
    except ApiError:
        if any(office.day(day) is None for day in days):
            raise
    lists, now = office.lists or OfficeLists(), office.clock.now()
    names = names_of(lists)
    clinic = lists.clinic_names.get(shown.clinic_num, "") if shown.clinic_num is not None else ""
    provider = names.provider(shown.prov_num) if shown.prov_num is not None else ""
    return [
        PrintedDay(
            build_grid(office, (day,), shown),
            now - (office.age(day) or timedelta(0)),
            join([clinic, provider], ", "),
            nameless,
        )
        for day in days
    ]


def _section(day: PrintedDay, names: Names) -> Section:
    by_chair: dict[int, list[Visit]] = {}
    for placed in day.grid.visits:
        if (
            placed.visit.start.date() == day.day
        ):  # an appointment that started the day before is on that day's pages
            by_chair.setdefault(placed.column, []).append(placed.visit)
    chairs = day.grid.columns
    tables = tuple(
        _table(chair, by_chair[chair.key], names, nameless=day.nameless)
        for chair in chairs
        if chair.key in by_chair
    )
    empty = join([chair.title for chair in chairs if chair.key not in by_chair], ", ")
    return Section(
        title=At(datetime.combine(day.day, time()), Shape.FULL_DAY),
        lines=tuple(_lines(day)),
        tables=tables,
        closing=(msg("No appointments in {names}", names=empty),) if empty and tables else (),
    )


def _lines(day: PrintedDay) -> Iterator[Words]:
    grid = day.grid
    count = sum(not placed.visit.is_note for placed in grid.visits)
    yield many("{n} appointments", "{n} appointment", count) if count else msg("No appointments")
    if day.only:
        #: a clinic or a provider
        yield msg("Only {names}", names=day.only)
    if not day.nameless:
        yield from grid.day_notes
    if grid.still_coming:
        yield msg("Incomplete. Not loaded when this was made: {what}", what=join(grid.still_coming, ", "))


def _table(chair: Chair, visits: list[Visit], names: Names, *, nameless: bool) -> Table:
    ordered = sorted(visits, key=lambda visit: (visit.start, visit.apt_num))
    heading = join([chair.title, chair.subtitle], " · ")
    if nameless:
        return Table(NAMELESS_COLUMNS, tuple(_nameless_row(visit, names) for visit in ordered), heading)
    return Table(COLUMNS, tuple(_row(visit, names) for visit in ordered), heading)


def _row(visit: Visit, names: Names) -> tuple[Cell, ...]:
    person = visit.person
    return (
        Cell(lead=At(visit.start)),
        Cell(msg("{n} min", n=visit.minutes)),
        Cell(lead=visit.name),
        Cell(person.phone if person else ""),
        Cell(visit.procedures),
        Cell(_team(visit, names)),
        Cell(_status(visit, visit.pending)),
        Cell(visit.note, lead=person.alert if person else ""),
    )


def _nameless_row(visit: Visit, names: Names) -> tuple[Cell, ...]:
    return (
        Cell(lead=At(visit.start)),
        Cell(msg("{n} min", n=visit.minutes)),
        Cell("" if visit.is_note else visit.procedures),
        Cell(_team(visit, names)),
        Cell(_status(visit, NOT_SAVED if visit.pending else "")),
    )


def _team(visit: Visit, names: Names) -> str:
    """The providers, the main one first."""
    who = (visit.prov_hyg, visit.prov_num) if visit.is_hygiene else (visit.prov_num, visit.prov_hyg)
    return ", ".join(names.provider(each) for each in who if each)


def _status(visit: Visit, pending: Words) -> Words:
    """`pending`: what is being done to it, in words."""
    if visit.is_note:
        return msg("Note, not an appointment")
    stands: Words = visit.status_name.strip()
    if visit.stage is Stage.BROKEN:
        stands = msg("Broken")
    elif visit.complete:
        stands = msg("Complete")
    return join([stands, pending], "; ")
