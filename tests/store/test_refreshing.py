"""Keeping days up to date: what one request finds, and what no page may overwrite."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from app.core.tasks import TaskScope
from app.domain.schedule.stages import Times
from app.domain.schedule.visit import Stage
from app.store.changes import ChangeKind
from app.store.office import NAMES
from tests.practice import office as tiny
from tests.support.bench_office import Bench

TODAY, TOMORROW, YESTERDAY = tiny.TODAY, tiny.TOMORROW, tiny.YESTERDAY


@pytest.fixture
async def opened(bench: Bench) -> Bench:
    """Today and tomorrow in memory, no changes recorded yet."""
    await bench.office.reader.open_days([TODAY, TOMORROW])
    bench.clock.step(10)
    bench.wire.take()
    bench.changes.clear()
    return bench


def numbers(bench: Bench, day: object) -> list[int]:
    """The appointments of a day in memory."""
    known = bench.office.day(day)  # type: ignore[arg-type]
    assert known is not None
    return [row.AptNum for row in known.appointments]


async def test_a_refresh_is_one_request_and_changes_nothing_when_nothing_changed(opened: Bench) -> None:
    """One request reads the changes; without any, nobody is notified, and the day is fresh again."""
    await opened.office.reader.refresh([TODAY])
    assert len(opened.wire.take()) == 1
    assert opened.changes == []
    assert opened.office.age(TODAY) == timedelta(0)


async def test_a_change_elsewhere_appears(opened: Bench) -> None:
    """An appointment that another program changed is replaced, and only its day is reported."""
    opened.change(tiny.VISIT, Note="Late")
    await opened.office.reader.refresh([TODAY])
    row = opened.office.visit_row(tiny.VISIT)
    assert row is not None
    assert row.Note == "Late"
    assert [(change.kind, change.dates, change.apt_nums) for change in opened.changes] == [
        (ChangeKind.VISITS, {TODAY}, {tiny.VISIT})
    ]


async def test_the_last_two_seconds_are_asked_again_and_equal_rows_dropped(opened: Bench) -> None:
    """A change in the second of the last answer is found by the next refresh; known rows count as unchanged."""
    opened.change(tiny.VISIT, Note="First")
    await opened.office.reader.refresh([TODAY])
    opened.change(tiny.HYGIENE_VISIT, Note="Second, in the same second")
    opened.changes.clear()
    await opened.office.reader.refresh([TODAY])
    assert [change.apt_nums for change in opened.changes] == [{tiny.HYGIENE_VISIT}]


async def test_a_move_between_days_concerns_both(opened: Bench) -> None:
    """An appointment moved to another day in memory leaves the one and joins the other."""
    opened.change(tiny.VISIT, AptDateTime=f"{TOMORROW} 09:00:00")
    await opened.office.reader.refresh([TODAY])
    assert tiny.VISIT not in numbers(opened, TODAY)
    assert numbers(opened, TOMORROW) == [tiny.VISIT]
    assert opened.changes[0].dates == {TODAY, TOMORROW}


async def test_a_move_out_of_sight_leaves_the_day(opened: Bench) -> None:
    """An appointment moved to a day that isn't in memory, or off the schedule, is removed from its day."""
    opened.change(tiny.VISIT, AptDateTime=f"{TODAY + timedelta(days=90)} 09:00:00")
    opened.change(tiny.HYGIENE_VISIT, AptStatus=3)
    await opened.office.reader.refresh([TODAY])
    assert numbers(opened, TODAY) == []
    assert opened.office.visit_row(tiny.VISIT) is None


async def test_a_new_visit_elsewhere_appears_with_its_name(opened: Bench) -> None:
    """An appointment booked elsewhere appears with the refresh; an unknown name is read after it."""
    opened.visit(90, f"{TODAY} 14:00:00", PatNum=tiny.BEN)
    await opened.office.reader.refresh([TODAY])
    assert numbers(opened, TODAY) == [tiny.VISIT, tiny.HYGIENE_VISIT, 90]
    assert opened.office.still_coming([TODAY]) == (NAMES,)
    opened.wire.take()
    await opened.office.reader.complete([TODAY])
    assert len(opened.wire.take()) == 1
    person = opened.office.person(tiny.BEN)
    assert person is not None
    assert person.display == "Berg, Ben"


async def test_a_deleted_visit_is_found_by_reading_the_whole_day(opened: Bench) -> None:
    """Reading changes doesn't show deletions; reading the shown days again, in one request, does."""
    opened.sql("DELETE FROM appointment WHERE AptNum = ?", tiny.VISIT)
    await opened.office.reader.refresh([TODAY])
    assert tiny.VISIT in numbers(opened, TODAY)
    opened.wire.take()
    await opened.office.reader.reread([TODAY, TOMORROW])
    assert len(opened.wire.take()) == 1
    assert numbers(opened, TODAY) == [tiny.HYGIENE_VISIT]


async def test_a_written_row_is_not_overwritten_by_an_older_page(opened: Bench, tasks: TaskScope) -> None:
    """A page requested before a write, and arriving after its answer, doesn't restore the old row."""
    held = opened.wire.hold(f"date={TODAY}")
    page = tasks.start(opened.office.reader.reread([TODAY]), "page")
    await opened.wire.until(f"date={TODAY}")
    await asyncio.sleep(0.05)  # the old page has been answered but is held back
    await opened.client.appointments.update(tiny.VISIT, Note="Written", AptDateTime=datetime(2026, 11, 24, 8))
    opened.office.apply(await opened.client.appointments.get(tiny.VISIT))
    held.set()
    await page
    assert numbers(opened, TODAY) == [tiny.HYGIENE_VISIT]
    row = opened.office.visit_row(tiny.VISIT)
    assert row is not None
    assert row.Note == "Written"


async def test_one_row_read_late_is_not_newer_than_a_page_read_meanwhile(
    opened: Bench, tasks: TaskScope
) -> None:
    """One appointment, asked for before a change and answered after it was read, doesn't bring the old row back."""
    held = opened.wire.hold(f"/appointments/{tiny.VISIT}")
    row = tasks.start(opened.office.reader.reread_visit(tiny.VISIT), "row")
    await opened.wire.until(f"/appointments/{tiny.VISIT}")
    await asyncio.sleep(0.05)  # the old row has been answered but is held back
    opened.change(tiny.VISIT, Note="Changed in the same second")
    await opened.office.reader.reread([TODAY])
    held.set()
    await row
    known = opened.office.visit_row(tiny.VISIT)
    assert known is not None
    assert known.Note == "Changed in the same second"


async def test_a_refresh_that_overtakes_a_days_page_is_not_lost(opened: Bench, tasks: TaskScope) -> None:
    """A refresh's rows of a day that is still being read stay, because the day's page is older."""
    held = opened.wire.hold(f"date={YESTERDAY}")
    page = tasks.start(opened.office.reader.open_day(YESTERDAY), "page")
    await opened.wire.until(f"date={YESTERDAY}")
    await asyncio.sleep(0.05)
    opened.change(tiny.DONE, Note="Changed meanwhile")
    await opened.office.reader.refresh([TODAY])
    held.set()
    await page
    row = opened.office.visit_row(tiny.DONE)
    assert row is not None
    assert row.Note == "Changed meanwhile"


async def test_an_answer_with_a_blank_stamp_is_taken_over(opened: Bench) -> None:
    """The row in a PUT's answer, without DateTStamp, replaces the held one until the office's own arrives."""
    written = await opened.client.appointments.update(tiny.VISIT, Note="Short answer")
    assert written.DateTStamp is None
    opened.office.apply(written)
    row = opened.office.visit_row(tiny.VISIT)
    assert row is not None
    assert row.Note == "Short answer"
    opened.clock.step(1)
    await opened.office.reader.refresh([TODAY])
    row = opened.office.visit_row(tiny.VISIT)
    assert row is not None
    assert row.DateTStamp is not None


async def test_after_a_long_silence_the_shown_days_are_read_anew(opened: Bench) -> None:
    """After hours without updates, changes are not requested: only the shown day stays and is read again."""
    await opened.office.reader.refresh([TODAY])
    opened.clock.step(3 * 3600)
    opened.wire.take()
    await opened.office.reader.refresh([TODAY])
    assert opened.wire.take() == [f"GET /appointments?date={TODAY}"]
    assert opened.office.day(TOMORROW) is None


async def test_a_start_on_an_empty_day_still_sees_changes(bench: Bench) -> None:
    """Without an appointment that has the office's time, the lists tell it, and changes elsewhere are found."""
    sunday = TODAY - timedelta(days=8)
    await bench.office.reader.open_day(sunday)
    await bench.office.reader.refresh([sunday])
    bench.visit(91, f"{sunday} 10:00:00")
    await bench.office.reader.refresh([sunday])
    assert numbers(bench, sunday) == [91]


async def test_changed_hours_are_found_behind_everything(opened: Bench) -> None:
    """Reading the shown days' schedules again finds a new blockout and reports the day."""
    opened.sql("UPDATE schedule SET StopTime = '18:00:00' WHERE ScheduleNum = 2")
    await opened.office.reader.reread_hours([TODAY])
    assert [change.dates for change in opened.changes] == [{TODAY}]
    opened.changes.clear()
    await opened.office.reader.reread_hours([TODAY])
    assert opened.changes == []


async def test_an_undated_visit_is_named_as_a_problem(bench: Bench) -> None:
    """A row that can't be placed on the schedule is listed as a sentence without patient data."""
    await bench.office.reader.open_day(TODAY)
    row = await bench.client.appointments.get(tiny.VISIT)
    row.AptDateTime = None
    bench.office.apply(row)
    assert numbers(bench, TODAY) == [tiny.HYGIENE_VISIT]


async def test_times_that_were_noted_here_last_for_a_day(opened: Bench) -> None:
    """Marking an appointment today drops the times recorded on earlier days, also its own."""
    office, now = opened.office, opened.clock.now()
    office.note_time(tiny.VISIT, Stage.ARRIVED, now - timedelta(days=1))
    office.note_time(tiny.VISIT, Stage.SEATED, now)
    assert office.times(tiny.VISIT) == Times(seated=now)
