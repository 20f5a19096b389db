"""A month of waits: one query, or the history's pages, with the same figures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.api.need import Need
from app.domain.waiting_room.punctuality import by_provider, everyone
from app.services.waiting_room.punctuality import MonthOfWaits, PunctualityReader
from tests.practice import office as tiny
from tests.support.bench_office import NO_QUERIES, Bench, BenchMaker
from tests.support.seeds import seeded_file

TODAY = tiny.TODAY


@pytest.fixture
async def open_seeded(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> AsyncIterator[BenchMaker]:
    """Opens the made-up practice."""
    maker = BenchMaker(seeded_file(tmp_path_factory, TODAY), tmp_path)
    yield maker
    await maker.close()


async def read(bench: Bench, shown: list[MonthOfWaits] | None = None) -> MonthOfWaits:
    """The month up to today."""
    await bench.office.office_lists.read_missing()
    bench.wire.take()
    seen = [] if shown is None else shown
    return await PunctualityReader(bench.client, bench.office).read(TODAY, seen.append, Need.SCREEN)


async def test_one_query_tells_a_month(open_seeded: BenchMaker) -> None:
    """With Queries one request has all providers, with figures that fit each other."""
    bench = open_seeded()
    month = await read(bench)
    assert len(bench.wire.take()) == 1
    assert month.complete
    rows = by_provider(month.parts)
    assert len(rows) >= 5
    for row in rows:
        assert 0 <= row.late_starts <= row.on_time <= row.visits
        assert row.average_wait <= row.longest
        assert 0 <= (row.punctual or 0) <= 100
    waits = [row.average_wait for row in rows]
    assert waits == sorted(waits, reverse=True)
    assert everyone(rows).visits > 300


async def test_the_pages_of_the_history_tell_the_same(open_seeded: BenchMaker) -> None:
    """Without Queries the history is read page by page, with what is known so far after each of them."""
    with_queries = await read(open_seeded())
    bench = open_seeded(permissions=NO_QUERIES)
    shown: list[MonthOfWaits] = []
    month = await read(bench, shown)
    assert shown
    assert [each.entries for each in shown] == sorted(each.entries for each in shown)
    assert month.entries == shown[-1].entries
    assert by_provider(month.parts) == by_provider(with_queries.parts)
    assert by_provider(month.parts, 2) == by_provider(with_queries.parts, 2)


async def test_empty_times_as_midnight_are_none(open_seeded: BenchMaker) -> None:
    """An office that stores midnight for no time gets the same figures."""
    bench = open_seeded()
    before = await read(bench)
    for name in ("DateTimeArrived", "DateTimeSeated"):
        bench.sql(
            f"UPDATE histappointment SET {name} = substr(AptDateTime, 1, 10) || ' 00:00:00' WHERE {name} < '1900'"
        )
    after = await read(bench)
    assert by_provider(after.parts) == by_provider(before.parts)
