"""The printed day sheet: all appointments, by operatory and time, with the age of the data."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from app.api.errors import NotSent
from app.core.text import Words, join
from app.domain.printing.document import Document
from app.domain.schedule.clashes import Names
from app.domain.schedule.visit import Column, Person, Placed, ScheduleGrid, Stage, Visit
from app.services.schedule.day_sheet import PrintedDay, day_sheet, make_day_sheet
from app.services.schedule.filter import ScheduleFilter
from tests.domain.builders import DAY, visit
from tests.practice import office as tiny
from tests.support.bench_office import Bench

NOW = DAY.replace(hour=10, minute=25)
NAMES = Names({}, {1: "LEE", 2: "KIM"})
ALL = ScheduleFilter()


def printed(*visits: Visit, chairs: int = 2, **changes: object) -> PrintedDay:
    """A day of these appointments, each in its operatory."""
    columns = tuple(Column(number, f"Op {number}", "Lee") for number in range(1, chairs + 1))
    placed = tuple(Placed(each.op_num, each) for each in visits)
    grid = ScheduleGrid((DAY.date(),), columns, (), placed, 480, 1020)
    return PrintedDay(replace(grid, **changes), NOW - timedelta(minutes=5))


def sheet(*days: PrintedDay, now: datetime = NOW) -> Document:
    """The document for some days."""
    return day_sheet(days, NAMES, "Lanternlight Family Dental", now)


def said(words: Words) -> str:
    """English text."""
    return str(join([words]))


def row_of(one: Visit) -> list[str]:
    """What is printed of an appointment."""
    row = sheet(printed(one)).sections[0].tables[0].rows[0]
    return [said(join([cell.lead, cell.words], " / ")) for cell in row]


def test_an_appointment_is_a_row() -> None:
    """Time, length, patient, phone, procedures, provider, status and note, the alert before the note."""
    maria = Person(11, "Ortiz", "Maria", "Mia", phone="(541) 555-0101", alert="Latex")
    one = visit(15, 40, person=maria, procedures="Comp #3", note="Call first", prov_num=1, prov_hyg=2)
    assert row_of(one) == [
        "3:40 PM", "40 min", 'Ortiz, Maria "Mia"', "(541) 555-0101", "Comp #3", "LEE, KIM", "Confirmed",
        "Latex / Call first",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"status_name": "E-mailed"}, "E-mailed"),
        ({"stage": Stage.BROKEN}, "Broken"),
        ({"complete": True}, "Complete"),
        ({"is_note": True}, "Note, not an appointment"),
        ({"pending": "not sent yet"}, "Confirmed; not sent yet"),
    ],
)
def test_the_status_is_the_offices_own_word(changes: dict[str, object], status: str) -> None:
    """Open Dental's status name, unless the appointment is broken, complete, or a note; unsent changes are named."""
    assert row_of(visit(**changes))[6] == status


def test_sixty_appointments_stand_by_operatory_and_time() -> None:
    """Each operatory has a table in the office's order, each table is sorted by time, and nothing is missing."""
    visits = [
        visit(8 + number % 9, 10 * (number % 6), apt_num=number, op_num=1 + number * 7 % 5)
        for number in range(60)
    ]
    section = sheet(printed(*visits, chairs=6)).sections[0]
    assert [said(table.heading) for table in section.tables] == [f"Op {each} · Lee" for each in range(1, 6)]
    wanted = [
        [
            said(join([f"{v.start:%-I:%M %p}"]))
            for v in sorted(visits, key=lambda v: v.start)
            if v.op_num == op
        ]
        for op in range(1, 6)
    ]
    assert [[said(row[0].lead) for row in table.rows] for table in section.tables] == wanted
    assert said(section.lines[0]) == "60 appointments"
    assert [said(line) for line in section.closing] == ["No appointments in Op 6"]


def test_its_head_says_how_old_it_is() -> None:
    """Date, practice, time of printing and age of the data; the age has a date if it is not today."""
    document = sheet(printed(visit()))
    assert said(document.sections[0].title) == "Monday, November 23, 2026"
    assert document.practice == "Lanternlight Family Dental"
    assert said(document.age) == "As of 10:20 AM"
    assert said(document.printed) == "Printed Mon, Nov 23, 10:25 AM"
    assert said(sheet(printed(visit()), now=NOW + timedelta(days=1)).age) == "As of Mon, Nov 23, 10:20 AM"
    older = replace(printed(visit()), as_of=NOW - timedelta(hours=1))
    assert said(sheet(printed(visit()), older).age) == "As of 9:25 AM"


def test_the_day_sheet_names_what_is_missing() -> None:
    """A filter, and what had not been read, are named; an empty day says so."""
    day = printed(still_coming=("names",), day_notes=("Holiday hours",))
    lines = sheet(replace(day, only="North")).sections[0].lines
    assert [said(line) for line in lines] == [
        "No appointments",
        "Only North",
        "Holiday hours",
        "Incomplete. Not loaded when this was made: names",
    ]


async def test_a_day_is_read_and_printed(bench: Bench) -> None:
    """Days that aren't in memory are read first, with names and the practice's own name."""
    document = await make_day_sheet(bench.office, (tiny.TODAY,), ALL)
    rows = [row for table in document.sections[0].tables for row in table.rows]
    assert "Berg, Ann" in [said(row[2].lead) for row in rows]
    assert said(document.age) == "As of 12:00 PM"


async def test_a_filter_holds_on_paper(bench: Bench) -> None:
    """Only the filtered provider is printed, and the page says so."""
    document = await make_day_sheet(bench.office, (tiny.TODAY,), ScheduleFilter(prov_num=tiny.DOC))
    assert "Only DOC1" in [said(line) for line in document.sections[0].lines]


async def test_without_the_server_what_is_known_is_printed(bench: Bench) -> None:
    """A day in memory is printed with its age; one never read can't be, and the error gives the reason."""
    await bench.office.reader.open_day(tiny.TODAY)
    bench.clock.step(3600)
    bench.wire.down = True
    document = await make_day_sheet(bench.office, (tiny.TODAY,), ALL)
    assert document.sections[0].tables
    assert said(document.age) == "As of 12:00 PM"
    with pytest.raises(NotSent):
        await make_day_sheet(bench.office, (tiny.TODAY + timedelta(days=1),), ALL)


def test_without_names_nobody_can_be_recognized() -> None:
    """Time, length, procedures, provider and status; no name, phone, alert or typed note, and the title says so."""
    maria = Person(11, "Ortiz", "Maria", phone="(541) 555-0101", alert="Latex")
    one = visit(15, 40, person=maria, procedures="Comp #3", note="Mrs. Ortiz is late", prov_num=1)
    one = replace(one, pending="Ortiz, Maria moved to 3:40 PM: not sent yet")
    note = visit(16, apt_num=2, person=maria, procedures="Maria", is_note=True)
    document = sheet(replace(printed(one, note, day_notes=("Ask Ortiz",)), nameless=True))
    table = document.sections[0].tables[0]
    rows = [[said(join([cell.lead, cell.words])) for cell in row] for row in table.rows]
    assert rows == [
        ["3:40 PM", "40 min", "Comp #3", "LEE", "Confirmed; Change not saved yet"],
        ["4:00 PM", "40 min", "", "LEE", "Note, not an appointment"],
    ]
    assert [said(line) for line in document.sections[0].lines] == ["1 appointment"]
    assert said(document.title) == "Schedule without names"
