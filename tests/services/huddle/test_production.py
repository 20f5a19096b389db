"""A day's production: two requests with Queries, one an appointment without; equal to the database's own sums."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.api.need import Need
from app.api.transport import Answer
from app.domain.huddle.production import by, total
from app.domain.schedule.visit import Stage, Visit
from app.services.huddle.production import DayProduction, ProductionReader
from app.services.schedule.grids import all_visits
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


async def visits_of(bench: Bench) -> list[Visit]:
    """Today's appointments."""
    await bench.office.reader.open_days((TODAY,), Need.SCREEN)
    await bench.office.office_lists.read_missing()
    bench.wire.take()
    return [each for each in all_visits(bench.office, TODAY) if each.start.date() == TODAY]


async def read(bench: Bench, visits: list[Visit]) -> DayProduction:
    """Read the day."""
    reader = ProductionReader(bench.client, bench.office)
    return await reader.read((TODAY, TODAY), visits, lambda _: None, Need.SCREEN)


async def test_two_requests_tell_fees_write_offs_and_goals(open_seeded: BenchMaker) -> None:
    """Gross and net by provider and operatory are the sums of the procedures; a goal is hourly."""
    bench = open_seeded()
    bench.sql("UPDATE provider SET HourlyProdGoalAmt = 400 WHERE ProvNum = 1")
    apt_num = 0
    for visit in await visits_of(bench):
        if visit.prov_num == 1:
            apt_num = visit.apt_num
    bench.sql("DELETE FROM procedurelog WHERE AptNum = ?", apt_num)
    row = "INSERT INTO procedurelog (ProcNum, PatNum, AptNum, ProcFee, ProcStatus, ProvNum, UnitQty, BaseUnits) VALUES"
    bench.sql(f"{row} (900001, 3, ?, 100.10, 1, 1, 2, 0)", apt_num)
    bench.sql(f"{row} (900002, 3, ?, 50, 2, 1, 1, 0)", apt_num)
    bench.sql(f"{row} (900003, 3, ?, 999, 6, 1, 1, 0)", apt_num)  # deleted
    claimed = (
        "INSERT INTO claimproc (ProcNum, PatNum, Status, WriteOff, WriteOffEst, WriteOffEstOverride) VALUES"
    )
    bench.sql(f"{claimed} (900001, 3, 6, 0, 20, -1)")
    bench.sql(f"{claimed} (900002, 3, 1, 5, -1, -1)")
    bench.sql("INSERT INTO adjustment (ProcNum, PatNum, AdjAmt) VALUES (900002, 3, -10)")
    visits = await visits_of(bench)
    before = await read(bench, [])
    assert len(bench.wire.take()) == 2
    assert (before.done, before.total, before.queried) == (2, 2, True)
    assert before.goals.of(1) is not None
    assert any(before.goals.at(1).minutes.values())
    for prov_num, minutes in before.goals.minutes.items():
        parts = [before.goals.at(clinic).minutes.get(prov_num, 0) for clinic in (1, 2)]
        assert sum(parts) == minutes
        assert 0 in parts
    bench.sql("DELETE FROM procedurelog WHERE AptNum = ?", apt_num)
    after = await read(bench, visits)
    gross = total(before.parts).gross - total(after.parts).gross
    assert gross == Decimal("250.20")
    nets = [total(each.parts).net for each in (before, after)]
    assert None not in nets
    assert nets[0] is not None
    assert nets[1] is not None
    assert nets[0] - nets[1] == Decimal("250.20") - Decimal(20) - Decimal(5) - Decimal(10)


async def test_without_queries_one_request_an_appointment(open_seeded: BenchMaker) -> None:
    """The gross sums are the same as with Queries; net amounts and goals stay unknown."""
    known = await read(open_seeded(), [])
    bench = open_seeded(permissions=NO_QUERIES)
    visits = [each for each in await visits_of(bench) if not each.is_note and each.stage is not Stage.BROKEN]
    found = await read(bench, visits)
    sent = [line for line in bench.wire.take() if "procedurelogs" in line]
    assert len(sent) == len(visits) == found.done
    assert not found.queried
    for key in (lambda each: each.prov_num, lambda each: each.op_num):
        wanted = {number: sums.gross for number, sums in by(known.parts, key).items()}
        assert {number: sums.gross for number, sums in by(found.parts, key).items()} == wanted
    assert total(found.parts).net is None
    assert found.goals.all is None


async def test_refused_goals_are_not_no_goals(open_seeded: BenchMaker) -> None:
    """Where the goals are refused, or nobody's hours are known, it isn't known that there is no goal."""
    bench = open_seeded()
    visits = await visits_of(bench)
    bench.wire.spoil("HourlyProdGoalAmt", Answer(400, {}, b'"not allowed"'))
    assert (await read(bench, visits)).goals is None
    bench = open_seeded()
    bench.wire.spoil("/schedules", Answer(404, {}, b'"not found"'))
    assert (await read(bench, await visits_of(bench))).goals is None


async def test_a_week_is_the_sum_of_its_days(open_seeded: BenchMaker) -> None:
    """Three requests for a week, whose amounts and goals are those of its days together."""
    bench = open_seeded()
    bench.sql("UPDATE provider SET HourlyProdGoalAmt = 400")
    await visits_of(bench)
    reader = ProductionReader(bench.client, bench.office)
    days = [TODAY + timedelta(days=number - TODAY.weekday()) for number in range(7)]
    whole = await reader.read((days[0], days[-1]), [], lambda _: None, Need.SCREEN)
    assert len(bench.wire.take()) == whole.done == whole.total == 3
    await bench.office.reader.open_days(tuple(days), Need.SCREEN)
    parts = [await reader.read((day, day), [], lambda _: None, Need.SCREEN) for day in days]
    assert total(whole.parts).gross == sum(total(each.parts).gross for each in parts) > 0
    assert whole.goals is not None
    goals = [each.goals.all for each in parts if each.goals is not None]
    assert whole.goals.all == sum(goal for goal in goals if goal is not None)


async def test_a_week_needs_queries(open_seeded: BenchMaker) -> None:
    """Without the permission no appointment of the week is asked for."""
    bench = open_seeded(permissions=NO_QUERIES)
    await visits_of(bench)
    reader = ProductionReader(bench.client, bench.office)
    found = await reader.read((TODAY, TODAY + timedelta(days=6)), [], lambda _: None, Need.SCREEN)
    assert (found.queried, found.is_empty, found.parts) == (False, True, ())
    assert not [line for line in bench.wire.take() if "procedurelogs" in line]
