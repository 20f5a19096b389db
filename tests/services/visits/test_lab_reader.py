"""The marks for lab work: one query for a day, or one request an appointment in the background."""

from __future__ import annotations

import pytest

from app.api.transport import Answer
from app.domain.schedule.visit import Mark
from app.services.schedule.grids import all_visits
from app.services.visits.lab_reader import FRESH_SECONDS, LabReader
from tests.practice import office as tiny
from tests.support.bench_office import NO_QUERIES, Bench, BenchMaker

SHOWN = (tiny.VISIT, tiny.HYGIENE_VISIT)


def order(bench: Bench, apt_num: int, received: str = "0001-01-01 00:00:00") -> None:
    """A lab case for an appointment."""
    bench.sql(
        "INSERT INTO labcase (PatNum, LaboratoryNum, AptNum, DateTimeRecd, DateTimeChecked, ProvNum)"
        " VALUES (?, 1, ?, ?, '0001-01-01 00:00:00', 1)",
        tiny.ANN,
        apt_num,
        received,
    )


@pytest.mark.parametrize("queries", [True, False])
async def test_away_and_back(open_bench: BenchMaker, *, queries: bool) -> None:
    """An appointment shows whether its lab work is back; of several cases the one that is away counts."""
    bench = open_bench() if queries else open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    await bench.office.reader.open_days((tiny.TODAY,))
    bench.sql("DELETE FROM labcase")
    for received in (f"{tiny.TODAY} 08:00:00", "0001-01-01 00:00:00"):
        order(bench, tiny.VISIT, received)
    order(bench, tiny.HYGIENE_VISIT, f"{tiny.TODAY} 08:00:00")
    bench.wire.take()
    await LabReader(bench.client, bench.office).read(SHOWN, one_by_one=True)
    assert len(bench.wire.take()) == (1 if queries else len(SHOWN))
    marks = {each.apt_num: each.marks for each in all_visits(bench.office, tiny.TODAY)}
    assert Mark.LAB_AWAY in marks[tiny.VISIT]
    assert Mark.LAB in marks[tiny.HYGIENE_VISIT]


async def test_a_paced_key_reads_again_only_what_was_away(open_bench: BenchMaker) -> None:
    """While a day stays open, appointments without lab work don't take a request each every ten minutes."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    await bench.office.reader.open_days((tiny.TODAY,))
    bench.sql("DELETE FROM labcase")
    order(bench, tiny.VISIT)
    reader = LabReader(bench.client, bench.office)
    await reader.read(SHOWN, one_by_one=True)
    bench.clock.step(FRESH_SECONDS + 1)
    assert reader.due(SHOWN) == list(SHOWN)
    assert reader.due_again(SHOWN) == [tiny.VISIT]


async def test_it_is_read_again_after_a_while(bench: Bench) -> None:
    """What was read counts for some minutes; then it is read again, and a case that came back says so."""
    await bench.office.reader.open_days((tiny.TODAY,))
    bench.sql("DELETE FROM labcase")
    order(bench, tiny.VISIT)
    reader = LabReader(bench.client, bench.office)
    await reader.read(reader.due(SHOWN), one_by_one=False)
    assert reader.due(SHOWN) == []
    bench.sql("UPDATE labcase SET DateTimeRecd = ?", f"{tiny.TODAY} 11:00:00")
    bench.clock.step(FRESH_SECONDS + 1)
    assert reader.due(SHOWN) == list(SHOWN)
    await reader.read(reader.due(SHOWN), one_by_one=False)
    assert bench.office.labs.of(tiny.VISIT) is Mark.LAB


async def test_a_week_is_not_read_one_by_one(open_bench: BenchMaker) -> None:
    """Without Queries nothing is sent for a week, and a refusal stays without a mark."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    reader = LabReader(bench.client, bench.office)
    bench.wire.take()
    await reader.read(SHOWN, one_by_one=False)
    assert bench.wire.take() == []
    bench.wire.spoil("/labcases", Answer(500, {}, b"broken"))
    await reader.read(SHOWN, one_by_one=True)
    assert bench.office.labs.of(tiny.VISIT) is None
