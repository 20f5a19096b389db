"""Lab cases that are not back, and planned treatment with the benefits that are left."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.api.errors import ServerFault
from app.api.need import Need
from app.api.transport import Answer
from app.domain.chart.plans import Progress
from app.domain.insurance.figures import Covered, figures
from app.services.lists import lab
from app.services.lists.estimate import read_estimate
from app.services.lists.lab import LabCaseReader
from app.services.lists.treatment import TreatmentReader
from app.store.queries import Questions
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


def ask(bench: Bench, command: str) -> list[tuple[object, ...]]:
    """Rows of the office's database."""
    with sqlite3.connect(bench.path) as connection:
        return connection.execute(command).fetchall()


async def test_lab_cases_that_are_not_back(open_seeded: BenchMaker) -> None:
    """Cases that were not received and whose appointment is still to come, the ones needed first in front."""
    found = []
    for bench in (open_seeded(), open_seeded(permissions=NO_QUERIES)):
        rows = await LabCaseReader(bench.client, bench.office, Questions(bench.client)).read(0, Need.SCREEN)
        assert rows is not None
        found.append(rows)
        wanted = ask(
            bench,
            "SELECT LabCaseNum FROM labcase LEFT JOIN appointment USING (AptNum) JOIN patient ON patient.PatNum ="
            " labcase.PatNum WHERE DateTimeRecd < '1880-01-01' AND DateTimeChecked < '1880-01-01'"
            " AND PatStatus IN (0, 6) AND (labcase.AptNum = 0 OR AptStatus IN (1, 3, 4))",
        )
        assert wanted
        assert {row.lab_case_num for row in rows} == {number for (number,) in wanted}
        times = [row.at for row in rows if row.at is not None]
        assert times == sorted(times)
        assert all(row.laboratory for row in rows)
    queried, listed = found
    assert set(queried) == set(listed)


@pytest.mark.parametrize("limit", ["MOST_READ", "MOST_VISITS"])
async def test_too_many_lab_cases_are_not_read(
    open_seeded: BenchMaker, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """Without Queries a long list of cases is given up before their appointments are read one by one."""
    monkeypatch.setattr(lab, limit, 1)
    bench = open_seeded(permissions=NO_QUERIES)
    bench.wire.take()
    assert (
        await LabCaseReader(bench.client, bench.office, Questions(bench.client)).read(0, Need.SCREEN) is None
    )
    (sent,) = [line for line in bench.wire.take() if "ShortQuery" not in line]  # which is refused
    assert "/labcases" in sent
    allowed = open_seeded()
    assert await LabCaseReader(allowed.client, allowed.office, Questions(allowed.client)).read(0, Need.SCREEN)


async def test_the_appointment_of_a_lab_case_is_unknown_or_gone(open_seeded: BenchMaker) -> None:
    """One that can't be read isn't taken for none: the case would lose its day. One that was deleted is none."""
    for bench in (open_seeded(), open_seeded(permissions=NO_QUERIES)):
        reader = LabCaseReader(bench.client, bench.office, Questions(bench.client))
        gone = next(row for row in await reader.read(0, Need.SCREEN) or () if row.at is not None)
        with sqlite3.connect(bench.path) as connection:
            connection.execute("DELETE FROM appointment WHERE AptNum = ?", (gone.apt_num,))
        rows = {row.lab_case_num: row for row in await reader.read(0, Need.SCREEN) or ()}
        assert rows[gone.lab_case_num].at is None
    bench.wire.spoil("/appointments/", Answer(500, {}, b""))
    with pytest.raises(ServerFault):
        await reader.read(0, Need.SCREEN)


async def test_planned_treatment_and_benefits(open_seeded: BenchMaker) -> None:
    """Fees and estimates are sums of procedures without a time; what is left of benefits is what the chart says."""
    bench = open_seeded()
    bench.wire.take()
    rows = await TreatmentReader(bench.office, Questions(bench.client)).read(0, Need.SCREEN)
    assert rows
    assert len(bench.wire.take()) == len(rows) // 100 + 1 + -(-len(rows) // 99)
    fees = [row.fees for row in rows]
    assert fees == sorted(fees, reverse=True)
    told = {row.pat_num: row for row in rows}
    insured = [row for row in rows if row.benefits is not None and row.benefits.left is not None]
    assert insured
    assert any(row.benefits.left for row in insured if row.benefits is not None)
    for row in (*rows[:3], *insured[:5]):
        procedures = await bench.client.procedure_logs.list(PatNum=row.pat_num)
        visits = {
            each.AptNum: each.AptStatus.value
            for each in await bench.client.appointments.list(PatNum=row.pat_num)
        }
        unbooked = [
            each
            for each in procedures
            if each.ProcStatus.value == "TP" and visits.get(each.AptNum) not in ("Scheduled", "ASAP")
        ]
        assert row.count == len(unbooked)
        assert row.fees == sum(
            (each.ProcFee * max(each.UnitQty + each.BaseUnits, 1) for each in unbooked), Decimal(0)
        )
    for row in insured[:5]:
        benefits = told[row.pat_num].benefits
        assert benefits is not None
        assert benefits.left == await left(bench, row.pat_num)
        assert benefits.last_day.year in (TODAY.year, TODAY.year + 1)


async def left(bench: Bench, pat_num: int) -> Decimal | None:
    """The rest of the person's own maximum by the rules that the patient page uses."""
    coverage = (await bench.client.family_modules.insurance(PatNum=pat_num))[0]
    plan = await bench.client.ins_plans.get(coverage.PlanNum)
    benefits = [
        *await bench.client.benefits.list(PlanNum=coverage.PlanNum),
        *await bench.client.benefits.list(PatPlanNum=coverage.PatPlanNum),
    ]
    categories = await bench.client.cov_cats.list()
    general = frozenset(each.CovCatNum for each in categories if each.EbenefitCat.value == "General")
    covered = Covered(pat_num, coverage.PatPlanNum, coverage.InsSubNum, coverage.PlanNum, plan.MonthRenew)
    paid = await bench.client.claim_procs.list(PatNum=pat_num)
    found = figures(covered, benefits, paid, TODAY, general=general)
    return found.maximum.remaining if found.maximum is not None else None


async def test_without_queries_nothing_is_asked(open_seeded: BenchMaker) -> None:
    """Planned treatment of all patients needs queries: a key without them sends nothing."""
    bench = open_seeded(permissions=NO_QUERIES)
    assert await TreatmentReader(bench.office, Questions(bench.client)).read(0, Need.SCREEN) is None


async def test_an_estimate_has_all_planned_procedures(open_seeded: BenchMaker) -> None:
    """The estimate has every planned procedure, also one on no plan, with fee, insurance and the patient's part."""
    bench = open_seeded()
    rows = await TreatmentReader(bench.office, Questions(bench.client)).read(0, Need.SCREEN)
    assert rows
    for row in (rows[0], rows[-1], rows[len(rows) // 2]):
        lines = await read_estimate(bench.client, bench.office, row.pat_num, Need.CLICK)
        assert len(lines) >= row.count
        assert sum((line.fee for line in lines), Decimal(0)) >= row.fees
        open_ones = [line for line in lines if line.progress is not Progress.SCHEDULED]
        assert row.patient == sum((line.patient for line in open_ones), Decimal(0))
        assert all(line.patient <= line.fee for line in lines)
