"""Reading how full days are: from memory, by a query, or by their appointments."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.services.schedule.filter import ScheduleFilter
from app.services.schedule.month.reading import MonthReader
from tests.practice import office as tiny
from tests.support.bench_office import ALL, NO_QUERIES, BenchMaker

DAYS = [tiny.TODAY + timedelta(days=each) for each in range(-1, 6)]
EVERYTHING = ScheduleFilter()


@pytest.mark.parametrize("permissions", [ALL, NO_QUERIES])
async def test_what_is_read_is_what_the_schedule_shows(
    open_bench: BenchMaker, permissions: frozenset[object]
) -> None:
    """With and without Queries a week is the same as its days in memory, and none of it is kept there."""
    bench = open_bench(permissions=permissions)
    await bench.office.office_lists.read_missing()
    reader = MonthReader(bench.office.client, bench.office)
    read = await reader.read(DAYS, EVERYTHING)
    assert bench.office.day(tiny.TODAY) is None
    await bench.office.reader.open_days(DAYS)
    known = reader.known(DAYS, EVERYTHING)
    assert {day: load.whole for day, load in read.items()} == {day: load.whole for day, load in known.items()}
    assert {day: dict(load.providers) for day, load in read.items()} == {
        day: dict(load.providers) for day, load in known.items()
    }
    assert read[tiny.TODAY].count == 2
    assert read[tiny.TODAY].whole.percent is not None


async def test_days_cost_two_requests(open_bench: BenchMaker) -> None:
    """One query for what is booked and one request for the schedules of all kinds."""
    bench = open_bench()
    await bench.office.office_lists.read_missing()
    bench.wire.take()
    await MonthReader(bench.office.client, bench.office).read(DAYS, EVERYTHING)
    sent = [each.split("?")[0].split(" SELECT")[0] for each in bench.wire.take()]
    assert sent == ["PUT /queries/ShortQuery", "GET /schedules"]


async def test_filters_count(open_bench: BenchMaker) -> None:
    """A provider's filter leaves that provider's booked time; a clinic's or view's its operatories."""
    bench = open_bench()
    await bench.office.office_lists.read_missing()
    reader = MonthReader(bench.office.client, bench.office)
    whole = (await reader.read(DAYS, EVERYTHING))[tiny.TODAY].whole
    hygiene = (await reader.read(DAYS, ScheduleFilter(prov_num=tiny.HYG)))[tiny.TODAY].whole
    chair = (await reader.read(DAYS, ScheduleFilter(op_nums=(2,))))[tiny.TODAY].whole
    clinic = (await reader.read(DAYS, ScheduleFilter(clinic_num=2)))[tiny.TODAY].whole
    assert 0 < hygiene.booked < whole.booked
    assert 0 < hygiene.open < whole.open
    assert 0 < chair.open < whole.open
    assert clinic.booked == 0


async def test_nothing_is_known_before_the_lists(open_bench: BenchMaker) -> None:
    """Without the office's operatories no day is called closed or free."""
    bench = open_bench()
    assert await MonthReader(bench.office.client, bench.office).read(DAYS, EVERYTHING) == {}
