"""The printed week: a column a day, a row an operatory, the appointments of each in one cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from app.core.text import At, Shape, Words, join, many, msg
from app.domain.printing.document import Cell, Column, Document, Section, Table
from app.domain.schedule.visit import BlockKind, Stage, Visit
from app.domain.schedule.visit import Column as Chair
from app.services.schedule.day_sheet import PrintedDay, read_days
from app.services.schedule.filter import ScheduleFilter
from app.store.lists import PRACTICE_TITLE, OfficeLists
from app.store.office import Office


async def make_week_sheet(
    office: Office, days: Sequence[date], shown: ScheduleFilter, *, nameless: bool = False
) -> Document:
    """The week of these days, as `read_days` has them. Raises ApiError when one is not in memory."""
    printed = await read_days(office, days, shown, nameless=nameless)
    lists = office.lists or OfficeLists()
    return week_sheet(printed, lists.preferences.get(PRACTICE_TITLE, ""), office.clock.now())


def week_sheet(days: Sequence[PrintedDay], practice: str, now: datetime) -> Document:
    """The document for these days. A day on which nobody works and nobody comes has no column."""
    shown = [day for day in days if day.grid.visits or not _is_closed(day)] or list(days)
    oldest = min(day.as_of for day in days)
    title = join([_at(shown[0].day, Shape.MONTH_DAY), _at(shown[-1].day, Shape.DATE)], " – ")
    nameless = days[0].nameless
    return Document(
        title=msg("Week without names") if nameless else msg("Week"),
        practice=practice,
        printed=msg("Printed {when}", when=At(now, Shape.BOTH)),
        age=msg("As of {when}", when=At(oldest, Shape.TIME if oldest.date() == now.date() else Shape.BOTH)),
        sections=(Section(title, tuple(_lines(days)), (_table(shown),)),),
        wide=True,
    )


def _is_closed(day: PrintedDay) -> bool:
    """Whether the whole day is known to be closed in every operatory."""
    grid = day.grid
    closed = {
        block.column
        for block in grid.blocks
        if block.kind is BlockKind.CLOSED and block.start <= grid.opens and block.end >= grid.closes
    }
    return bool(grid.columns) and all(chair.key in closed for chair in grid.columns)


def _lines(days: Sequence[PrintedDay]) -> Iterable[Words]:
    count = sum(not placed.visit.is_note for day in days for placed in day.grid.visits)
    yield many("{n} appointments", "{n} appointment", count) if count else msg("No appointments")
    if days[0].only:
        #: a clinic or a provider
        yield msg("Only {names}", names=days[0].only)
    coming = dict.fromkeys(what for day in days for what in day.grid.still_coming)
    if coming:
        yield msg("Incomplete. Not loaded when this was made: {what}", what=join(coming, ", "))


def _table(days: Sequence[PrintedDay]) -> Table:
    chairs: dict[int, Chair] = {}
    for day in days:
        for chair in day.grid.columns:
            chairs.setdefault(chair.key, chair)
    columns = (
        Column(msg("Operatory"), 2),
        *(Column(_at(day.day, Shape.WEEKDAY), 3) for day in days),
    )
    rows = tuple(
        (Cell(lead=chair.title), *(_cell(day, chair.key) for day in days)) for chair in chairs.values()
    )
    return Table(columns, rows, small=True)


def _cell(day: PrintedDay, chair: int) -> Cell:
    visits = [each.visit for each in day.grid.visits if each.column == chair]
    here = sorted((each for each in visits if each.start.date() == day.day), key=lambda each: each.start)
    return Cell(join([_line(each, nameless=day.nameless) for each in here], "\n"))


def _line(visit: Visit, *, nameless: bool) -> Words:
    length = msg("{n} min", n=visit.minutes)
    if nameless:
        return join([At(visit.start), length], " · ")
    named = join([At(visit.start), visit.name])
    if visit.is_note:
        return msg("{appointment} (note)", appointment=named)
    if visit.stage is Stage.BROKEN:
        return msg("{appointment} (broken)", appointment=named)
    return named


def _at(day: date, shape: Shape) -> At:
    return At(datetime.combine(day, time()), shape)
