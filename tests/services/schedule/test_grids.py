"""The schedule's grids: columns, blocks and appointments, including invalid ones."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.domain.schedule.columns import lane_key
from app.domain.schedule.visit import BlockKind, Mark, ScheduleGrid, Stage, Visit
from app.services.schedule.filter import ScheduleFilter
from app.services.schedule.grids import build_grid
from app.store.office import APPOINTMENTS
from app.store.schedule.pending import Pending
from tests.practice import office as tiny
from tests.support.bench_office import Bench, BenchMaker
from tests.support.english import english

TODAY = tiny.TODAY


async def read(bench: Bench, shown: ScheduleFilter = ScheduleFilter()) -> ScheduleGrid:  # noqa: B008  # frozen
    """Today's grid."""
    await bench.office.reader.open_day(TODAY)
    return build_grid(bench.office, (TODAY,), shown)


def visit(grid: ScheduleGrid, number: int) -> Visit:
    """An appointment of a grid."""
    return next(placed.visit for placed in grid.visits if placed.visit.apt_num == number)


def column_of(grid: ScheduleGrid, number: int) -> str:
    """The title over an appointment."""
    titles = {column.key: column.title for column in grid.columns}
    return next(english(titles[each.column]) for each in grid.visits if each.visit.apt_num == number)


async def test_a_day_has_its_chairs_under_their_people(bench: Bench) -> None:
    """Columns are the shown operatories in the office's order, with their providers of the day."""
    grid = await read(bench)
    assert [(english(column.title), english(column.subtitle)) for column in grid.columns] == [
        ("Chair 1", "DOC1"),
        ("Chair 2", "HYG1"),
        ("Chair 3", "DOC2"),
    ]
    assert grid.columns[0].color == "#00ff00"
    assert grid.columns[0].staff == ("DOC1",)
    assert grid.columns[2].color == ""  # black means no color
    assert dict(grid.colors)[tiny.DOC] == "#00ff00"
    assert grid.still_coming == ()
    assert grid.day_notes == ("Open late",)


async def test_the_ground_is_closed_lunch_and_blockouts(bench: Bench) -> None:
    """Closed hours, the lunch blockout and named blockouts are in the right operatories, between whole hours."""
    grid = await read(bench)
    assert (grid.opens, grid.closes) == (480, 1020)
    ground = {(block.column, block.start, block.end, block.kind, block.label) for block in grid.blocks}
    assert (1, 720, 780, BlockKind.LUNCH, "Lunch") in ground
    assert (1, 900, 960, BlockKind.BLOCKOUT, "Emergency") in ground
    assert (3, 480, 540, BlockKind.CLOSED, "") in ground
    assert (3, 720, 1020, BlockKind.CLOSED, "") in ground


async def test_a_visit_has_everything_that_its_tile_shows(bench: Bench) -> None:
    """Time, length, stage, name, alert and marks come from the row, the patient and the office's statuses."""
    bench.sql("UPDATE patient SET MedUrgNote = 'Latex', Premed = 1 WHERE PatNum = ?", tiny.ANN)
    bench.change(tiny.VISIT, Confirmed=tiny.CONFIRMED, IsNewPatient=1)
    found = visit(await read(bench), tiny.VISIT)
    assert (found.start, found.minutes) == (datetime(2026, 11, 23, 9, 0), 40)
    assert (found.name, found.stage, found.status_name) == ("Berg, Ann", Stage.CONFIRMED, "Confirmed")
    assert found.marks == {Mark.NOTE, Mark.NEW_PATIENT, Mark.ALERT}
    assert found.person is not None
    assert (english(found.person.alert), found.person.phone) == ("Premedicate. Latex", "(541) 555-0101")
    assert visit(await read(bench), tiny.HYGIENE_VISIT).marks == {Mark.ASAP}


@pytest.mark.parametrize("empty_times", ["none", "midnight"])
async def test_empty_times_are_empty_however_they_come(open_bench: BenchMaker, empty_times: str) -> None:
    """No date and midnight both mean that nobody has arrived; a recorded time is kept."""
    bench = open_bench(empty_times=empty_times)
    found = visit(await read(bench), tiny.VISIT)
    assert (found.arrived_at, found.seated_at, found.dismissed_at) == (None, None, None)
    assert found.stage is Stage.UNCONFIRMED
    bench.change(tiny.VISIT, Confirmed=tiny.ARRIVED, DateTimeArrived=f"{TODAY} 08:55:00")
    await bench.office.reader.reread([TODAY])
    found = visit(await read(bench), tiny.VISIT)
    assert (found.stage, found.arrived_at) == (Stage.ARRIVED, datetime(2026, 11, 23, 8, 55))


async def test_damaged_visits_are_drawn_and_named(bench: Bench) -> None:
    """No length, nine hours, past midnight, a hidden, a deleted and no chair: each is drawn, the odd ones named."""
    bench.visit(90, f"{TODAY} 11:00:00", Pattern="", PatternSecondary="")
    bench.visit(91, f"{TODAY} 08:00:00", Op=4, Pattern="X" * 108)
    bench.visit(92, f"{TODAY} 23:30:00", Op=77, Pattern="X" * 24)
    bench.visit(93, f"{TODAY} 10:00:00", Op=0, PatNum=4242)
    grid = await read(bench)
    lengths = {placed.visit.apt_num: placed.visit.minutes for placed in grid.visits}
    assert (lengths[90], lengths[91], lengths[92], lengths[93]) == (10, 540, 120, 20)
    assert [column_of(grid, number) for number in (90, 91, 92, 93)] == [
        "Chair 1",
        "Store room",
        "Op 77",
        "No operatory",
    ]
    assert [column.hidden for column in grid.columns] == [False, False, False, True, True, True]
    assert (grid.opens, grid.closes) == (480, 1560)
    assert [str(problem.words) for problem in grid.problems] == [
        (
            "The 11:00 AM appointment in Chair 1 has no length. It is shown as 10 minutes. "
            "Drag its lower edge to set one."
        )
    ]
    assert visit(grid, 93).name == "Patient 4242"


async def test_overlaps_and_double_bookings_all_stand_on_the_grid(bench: Bench) -> None:
    """However many appointments share a time and an operatory, every one is placed."""
    for number in range(400):
        bench.visit(1000 + number, f"{TODAY} {8 + number % 9:02}:00:00", Op=1 + number % 3)
    grid = await read(bench)
    assert len(grid.visits) == 402


async def test_a_note_on_the_schedule_is_a_note(bench: Bench) -> None:
    """PtNote rows are shown as notes, broken appointments as broken, unscheduled and planned ones not at all."""
    bench.visit(90, f"{TODAY} 11:00:00", AptStatus=7)
    bench.visit(91, f"{TODAY} 11:00:00", AptStatus=5)
    bench.visit(92, f"{TODAY} 11:00:00", AptStatus=3)
    grid = await read(bench)
    assert visit(grid, 90).is_note
    assert visit(grid, 91).stage is Stage.BROKEN
    assert all(placed.visit.apt_num != 92 for placed in grid.visits)


async def test_a_clinic_shows_its_own_chairs_and_visits(bench: Bench) -> None:
    """The clinic filter keeps its operatories and appointments, and other operatories that have one of them."""
    bench.visit(90, f"{TODAY} 11:00:00", ClinicNum=2, Op=1)
    grid = await read(bench, ScheduleFilter(clinic_num=2))
    assert [english(column.title) for column in grid.columns] == ["Chair 3", "Chair 1"]
    assert [placed.visit.apt_num for placed in grid.visits] == [90]


async def test_a_provider_shows_where_they_work(bench: Bench) -> None:
    """The provider's filter leaves their appointments, and the chairs that they are scheduled in or stand in."""
    grid = await read(bench, ScheduleFilter(prov_num=tiny.HYG))
    assert [english(column.title) for column in grid.columns] == ["Chair 2"]
    assert [placed.visit.apt_num for placed in grid.visits] == [tiny.HYGIENE_VISIT]
    nowhere = build_grid(bench.office, (TODAY,), ScheduleFilter(prov_num=99))
    assert (len(nowhere.columns), nowhere.visits) == (3, ())


async def test_the_operatories_of_a_week_are_its_lanes(bench: Bench) -> None:
    """Each day has the operatories that are open or have appointments, under its title and its number of them."""
    days = tuple(TODAY + timedelta(days=each) for each in range(-1, 2))
    await bench.office.reader.open_days(days)
    grid = build_grid(bench.office, days, ScheduleFilter())
    lanes = [
        (english(column.heading), english(column.heading_note), english(column.title))
        for column in grid.columns
    ]
    assert lanes == [
        ("Sun 22", "2 appointments", "Sun 22, Chair 1"),
        ("Mon 23", "2 appointments", "Mon 23, Chair 1"),
        ("Mon 23", "2 appointments", "Mon 23, Chair 2"),
        ("Mon 23", "2 appointments", "Mon 23, Chair 3"),
        ("Tue 24", "", "Tue 24, Chair 1"),
    ]
    columns = {column.key: column for column in grid.columns}
    places = {
        each.visit.apt_num: (columns[each.column].day, columns[each.column].op_num) for each in grid.visits
    }
    assert places == {
        tiny.DONE: (tiny.YESTERDAY, 1),
        tiny.BROKEN: (tiny.YESTERDAY, 1),
        tiny.VISIT: (TODAY, 1),
        tiny.HYGIENE_VISIT: (TODAY, 2),
    }
    lane = lane_key(tiny.TOMORROW, 1)
    assert [(each.start, each.end) for each in grid.blocks if each.column == lane] == [(720, 1020)]


async def test_a_day_of_a_week_on_which_nobody_works_is_narrow(bench: Bench) -> None:
    """A closed day is one narrow, closed column; one that hasn't loaded is one column too, and not closed."""
    days = tuple(TODAY + timedelta(days=each) for each in range(7))
    await bench.office.reader.open_days(days[:6])
    grid = build_grid(bench.office, days, ScheduleFilter())
    closed, unread = grid.columns[-2:]
    assert (closed.narrow, english(closed.subtitle), unread.narrow) == (True, "closed", False)
    assert {each.kind for each in grid.blocks if each.column == closed.key} == {BlockKind.CLOSED}
    assert all(each.column != unread.key for each in grid.blocks)


async def test_what_is_not_read_yet_is_named(bench: Bench) -> None:
    """A grid can be made from partial data; the rest is listed as still loading."""
    assert build_grid(bench.office, (TODAY,), ScheduleFilter()).still_coming == (APPOINTMENTS,)
    await bench.office.office_lists.read_missing()
    grid = build_grid(bench.office, (TODAY,), ScheduleFilter())
    assert [english(column.title) for column in grid.columns] == ["Chair 1", "Chair 2", "Chair 3"]
    assert (grid.blocks, grid.opens, grid.closes) == ((), 480, 1020)


async def test_a_pending_write_stands_on_its_visit(bench: Bench) -> None:
    """A write's description is on the appointment until it has settled."""
    await bench.office.reader.open_day(TODAY)
    bench.office.set_pending(tiny.VISIT, Pending("moving…", lambda row: row))
    found = visit(await read(bench), tiny.VISIT)
    assert (found.pending, found.provisional) == ("moving…", True)
