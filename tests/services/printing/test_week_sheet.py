"""The printed week: every appointment in its day and operatory, without names where that is wanted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.api.errors import NotSent
from app.core.text import Words, join
from app.domain.printing.document import Document
from app.domain.schedule.visit import Block, BlockKind, Column, Person, Placed, ScheduleGrid, Stage, Visit
from app.services.printing.week_sheet import make_week_sheet, week_sheet
from app.services.schedule.day_sheet import PrintedDay
from app.services.schedule.filter import ScheduleFilter
from tests.domain.builders import DAY, visit
from tests.practice import office as tiny
from tests.support.bench_office import Bench

MARIA = Person(11, "Ortiz", "Maria")
CHAIRS = (Column(1, "Op 1", "Lee"), Column(2, "Op 2", "Kim"))


def day_of(number: int, *visits: Visit, nameless: bool = False, closed: bool = False) -> PrintedDay:
    """A day of the week with these appointments."""
    day = DAY + timedelta(days=number)
    moved = [replace(each, start=each.start + timedelta(days=number)) for each in visits]
    blocks = tuple(Block(each.key, 0, 1440, BlockKind.CLOSED) for each in CHAIRS) if closed else ()
    placed = tuple(Placed(each.op_num, each) for each in moved)
    grid = ScheduleGrid((day.date(),), CHAIRS, blocks, placed, 480, 1020)
    return PrintedDay(grid, DAY.replace(hour=10), nameless=nameless)


def cells(document: Document) -> list[list[str]]:
    """The table, its column titles first."""
    (table,) = document.sections[0].tables
    rows = [[said(join([cell.lead, cell.words], " / ")) for cell in row] for row in table.rows]
    return [[said(column.title) for column in table.columns], *rows]


def said(words: Words) -> str:
    """English text."""
    return str(join([words]))


def test_a_column_is_a_day_and_a_row_an_operatory() -> None:
    """By time within a cell; a closed day without appointments has no column."""
    days = [
        day_of(0, visit(9, person=MARIA), visit(8, apt_num=2, person=MARIA, stage=Stage.BROKEN)),
        day_of(1, visit(10, op_num=2, person=MARIA, is_note=True)),
        day_of(2, closed=True),
    ]
    document = week_sheet(days, "Lanternlight", DAY.replace(hour=11))
    assert cells(document) == [
        ["Operatory", "Mon 23", "Tue 24"],
        ["Op 1", "8:00 AM Ortiz, Maria (broken)\n9:00 AM Ortiz, Maria", ""],
        ["Op 2", "", "10:00 AM Ortiz, Maria (note)"],
    ]
    section = document.sections[0]
    assert said(section.title) == "Nov 23 – Nov 24, 2026"
    assert [said(line) for line in section.lines] == ["2 appointments"]
    assert said(document.age) == "As of 10:00 AM"


def test_without_names_there_is_time_and_length() -> None:
    """Nothing tells who comes."""
    document = week_sheet([day_of(0, visit(9, person=MARIA), nameless=True)], "", DAY)
    assert cells(document)[1] == ["Op 1", "9:00 AM · 40 min"]
    assert said(document.title) == "Week without names"


def test_a_week_in_which_nobody_works() -> None:
    """It has its days, and says that there are no appointments."""
    document = week_sheet([day_of(number, closed=True) for number in range(7)], "", DAY)
    assert len(cells(document)[0]) == 8
    assert [said(line) for line in document.sections[0].lines] == ["No appointments"]


async def test_a_week_is_read_and_printed(bench: Bench) -> None:
    """Days that aren't in memory are read first; without the server, those that are known have their age."""
    week = [tiny.TODAY + timedelta(days=each) for each in range(3)]
    document = await make_week_sheet(bench.office, week, ScheduleFilter())
    assert "Berg, Ann" in str(cells(document))
    bench.clock.step(3600)
    bench.wire.down = True
    again = await make_week_sheet(bench.office, week, ScheduleFilter())
    assert said(again.age) == "As of 12:00 PM"
    with pytest.raises(NotSent):
        await make_week_sheet(bench.office, [tiny.TODAY + timedelta(days=9)], ScheduleFilter())
