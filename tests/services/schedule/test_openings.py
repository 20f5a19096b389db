"""The next openings, from memory and then from the office."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from app.domain.schedule.asking.asked import TimeSet, Window
from app.services.schedule.openings import Opening, OpeningFinder, OpeningWish
from app.services.schedule.slots import starts_in
from app.wire.resources.appointments import Slot
from tests.practice import office as tiny
from tests.support.bench_office import Bench

TODAY, TOMORROW = tiny.TODAY, tiny.TOMORROW


@pytest.fixture
async def finder(bench: Bench) -> OpeningFinder:
    """Today and tomorrow in memory; it is noon."""
    await bench.office.reader.open_days([TODAY, TOMORROW])
    bench.wire.take()
    return OpeningFinder(bench.client, bench.office, bench.clock)


def times(found: tuple[Opening, ...]) -> list[tuple[str, int, int]]:
    """Openings as (day and time, operatory, provider)."""
    return [(f"{each.start:%d %H:%M}", each.op_num, each.prov_num) for each in found]


async def test_memory_answers_without_a_request(finder: OpeningFinder, bench: Bench) -> None:
    """If the days in memory have three openings, nothing is sent; lunch and closed hours are no openings."""
    bench.visit(90, f"{TODAY} 14:00:00", Pattern="X" * 12)
    await bench.office.reader.reread([TODAY])
    bench.wire.take()
    found = await finder.first(OpeningWish(60, hygiene=False, clinic_num=1))
    assert times(found) == [("23 13:00", 1, 1), ("23 15:00", 1, 1), ("24 08:00", 1, 1)]
    assert bench.wire.take() == []


async def test_beyond_memory_the_office_is_asked(finder: OpeningFinder, bench: Bench) -> None:
    """With too few openings in memory and free requests, two weeks of the schedule are read in two requests."""
    day = date(2026, 12, 1)
    bench.sql(
        "INSERT INTO schedule (ScheduleNum, SchedDate, StartTime, StopTime, SchedType, ProvNum) VALUES (90,?,?,?,1,?)",
        day.isoformat(),
        "08:05:00",
        "10:00:00",
        tiny.DOC,
    )
    found = await finder.first(OpeningWish(60, prov_num=tiny.DOC, clinic_num=1))
    assert times(found) == [("23 13:00", 1, 1), ("24 08:00", 1, 1), ("01 08:10", 1, 1)]
    sent = bench.wire.take()
    assert [each.split("?")[0] for each in sent] == ["GET /appointments", "GET /schedules"]
    assert f"dateStart={TODAY + timedelta(days=2)}" in sent[0]


async def test_a_place_that_was_pointed_at_comes_first(finder: OpeningFinder) -> None:
    """A clicked time is offered as it is, with the provider who works there, followed by the nearest ones after it."""
    at = datetime(2026, 11, 23, 15, 30)
    found = await finder.first(OpeningWish(30, at=(at, 1)))
    assert times(found)[0] == ("23 15:30", 1, 1)
    assert all(each.start > at for each in found[1:])
    closed = await finder.first(OpeningWish(30, at=(datetime(2026, 11, 23, 19, 0), 3)))
    assert times(closed)[0] == ("23 19:00", 3, tiny.OTHER_DOC)


async def test_a_time_without_a_chair_is_where_the_search_begins(finder: OpeningFinder) -> None:
    """A clicked time without an operatory is offered in the first free one, and nothing before it."""
    at = datetime(2026, 11, 24, 10, 30)
    found = await finder.first(OpeningWish(30, at=(at, None)))
    assert found[0].start == at
    assert all(each.start > at for each in found[1:])


async def test_a_past_time_without_a_chair_comes_first(finder: OpeningFinder, bench: Bench) -> None:
    """A past time without an operatory is offered in the first one that was free; the others start from now."""
    usual = times(await finder.first(OpeningWish(30)))
    past = await finder.first(OpeningWish(30, at=(datetime(2026, 11, 23, 8, 0), None)))
    assert past[0].start == datetime(2026, 11, 23, 8, 0)
    assert times(past[1:]) == usual[:2]
    evening = await finder.first(OpeningWish(30, at=(datetime(2026, 11, 22, 20, 0), None)))
    assert times(evening) == usual


async def test_no_schedule_blockouts_are_no_openings(finder: OpeningFinder) -> None:
    """The hygienist works through noon, but the lunch blockout keeps the operatory free."""
    found = await finder.first(OpeningWish(30, hygiene=True))
    assert times(found)[0] == ("23 13:00", 2, tiny.HYG)


async def test_nothing_fits_nothing_is_offered(finder: OpeningFinder) -> None:
    """A length that fits nowhere gives no openings and no error."""
    assert await finder.first(OpeningWish(540)) == ()


def test_openings_of_the_office_start_on_its_steps() -> None:
    """The office's slots are offered from the next multiple of its increment on."""
    slot = Slot(DateTimeStart=datetime(2026, 11, 23, 9, 7), DateTimeEnd=datetime(2026, 11, 23, 10, 0))
    for increment, start in ((5, 10), (10, 10), (15, 15)):
        wish = OpeningWish(30, increment=increment)
        assert next(starts_in(slot, wish, datetime(2026, 11, 23, 8, 0))) == datetime(2026, 11, 23, 9, start)


async def test_days_that_are_asked_for_are_read_without_names(finder: OpeningFinder, bench: Bench) -> None:
    """Only such days are offered, from the office's schedule; names are not read until a day is shown."""
    for week in range(4):
        day = date(2026, 12, 1) + timedelta(weeks=week)
        bench.sql(
            "INSERT INTO schedule (ScheduleNum, SchedDate, StartTime, StopTime, SchedType, ProvNum) "
            "VALUES (?,?,?,?,1,?)",
            90 + week,
            day.isoformat(),
            "08:00:00",
            "10:00:00",
            tiny.DOC,
        )
        bench.visit(90 + week, f"{day} 08:00:00", Pattern="X" * 6)
    tuesdays = (
        Window(ranges=((date(2026, 12, 1), None),), weekdays=frozenset({1}), times=(TimeSet(before=600),)),
    )
    found = await finder.first(OpeningWish(30, prov_num=tiny.DOC, clinic_num=1, windows=tuesdays))
    assert times(found) == [("01 08:30", 1, 1), ("08 08:30", 1, 1), ("15 08:30", 1, 1)]
    sent = {each.split("?")[0] for each in bench.wire.take()}
    assert sent == {"GET /appointments", "GET /schedules"}


async def test_the_search_ends_with_the_last_day_asked_for(finder: OpeningFinder, bench: Bench) -> None:
    """Beyond it nothing is read: where the days are in memory, nothing is sent at all."""
    today = (Window(ranges=((TODAY, TODAY),)),)
    found = await finder.first(OpeningWish(30, windows=today), 10)
    assert {each.start.date() for each in found} == {TODAY}
    assert len(found) < 10
    assert bench.wire.take() == []


async def test_a_clicked_place_is_not_offered_with_who_is_not_wanted(finder: OpeningFinder) -> None:
    """Not Dr. Doc means not Dr. Doc, also in Dr. Doc's own operatory."""
    at = datetime(2026, 11, 23, 15, 30)
    found = await finder.first(OpeningWish(30, at=(at, 1), not_providers=frozenset({tiny.DOC})))
    assert found
    assert all(each.prov_num != tiny.DOC for each in found)


async def test_where_no_time_is_left_nothing_is_read(finder: OpeningFinder, bench: Bench) -> None:
    """After 3 and before 10 at once is no time of any day: no week is searched for it."""
    never = (Window(times=(TimeSet(earliest=900, before=600),)),)
    assert await finder.first(OpeningWish(30, windows=never)) == ()
    assert bench.wire.take() == []


async def test_a_search_from_another_day(finder: OpeningFinder) -> None:
    """The day on screen is the first one, unless a place was clicked."""
    found = await finder.first(OpeningWish(60, first_day=TOMORROW, hygiene=False))
    assert found[0].start.date() == TOMORROW
    at = datetime(2026, 11, 23, 15, 30)
    clicked = await finder.first(OpeningWish(30, at=(at, 1), first_day=TOMORROW))
    assert clicked[0].start == at
