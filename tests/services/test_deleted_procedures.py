"""A deleted procedure stays in Open Dental's lists with the status D: no reader of the desk counts it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import pytest

from app.api.need import Need
from app.services.lists.estimate import read_estimate
from app.services.money.account.reader import AccountReader
from app.services.patients.chart.notes import NotesReader
from app.services.patients.chart.teeth import TeethReader
from app.services.visits.reader import VisitFactsReader
from app.services.writes.schedule.attach import NOT_CHARTED
from app.services.writes.schedule.visits import BreakChoice, BreakKind
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from tests.practice import office as tiny
from tests.services.conftest import OpenTown
from tests.services.front_desk import REFUSED
from tests.support.bench_office import ALL, NO_QUERIES, Bench, BenchMaker

ON_A_VISIT, CROWN, DONE = 1, 4, 3
"""Ann's procedures in the tiny office: planned on her appointment, planned on none, complete."""
GONE = frozenset({ON_A_VISIT, CROWN, DONE})


async def deleted(bench: Bench) -> None:
    """Delete them as another program does, which may leave the appointment's number."""
    for number in GONE:
        bench.sql("UPDATE procedurelog SET ProcStatus = 6 WHERE ProcNum = ?", number)
    await bench.client.probe()


def numbers(rows: object) -> set[int]:
    """The numbers of these procedures; they were read."""
    assert isinstance(rows, Iterable)
    return {row.ProcNum for row in rows}


@pytest.fixture(params=[ALL, NO_QUERIES], ids=["queries", "methods"])
async def office(request: pytest.FixtureRequest, open_bench: BenchMaker) -> Bench:
    """An office that lists deleted procedures, read by a query or by methods."""
    bench = open_bench(permissions=request.param)
    await deleted(bench)
    return bench


async def test_the_office_lists_them(office: Bench) -> None:
    """What the readers leave out is in the office's list, as D."""
    rows = await asyncio.wait_for(_listed(office), 60)
    assert {row.ProcNum for row in rows if row.ProcStatus is ProcedureStatus.DELETED} == GONE


async def _listed(office: Bench) -> list[ProcedureLog]:
    return list(await office.client.procedure_logs.list(PatNum=tiny.ANN))


async def test_the_chart_leaves_them_out(office: Bench) -> None:
    """Neither the teeth nor the progress notes have them."""
    teeth = await TeethReader(office.client, office.office).read(tiny.ANN, Need.SCREEN)
    assert not numbers(teeth.procedures) & GONE
    assert numbers(teeth.procedures)
    notes = await NotesReader(office.client, office.office).read(tiny.ANN, Need.SCREEN)
    assert not {note.row.PrimaryKey for note in notes.rows if note.kind.value == "procedure"} & GONE


async def test_the_ledger_leaves_them_out(office: Bench) -> None:
    """Nobody owes for a procedure that was deleted, and no payment plan covers one."""
    office.sql(
        "INSERT INTO payplan (PayPlanNum, PatNum, Guarantor, IsDynamic) VALUES (70, ?, ?, 1)", *[tiny.ANN] * 2
    )
    office.sql("INSERT INTO payplanlink (PayPlanNum, LinkType, FKey) VALUES (70, 2, ?)", CROWN)
    account = await AccountReader(office.client, office.office).read(tiny.ANN, Need.SCREEN)
    assert not numbers(account.rows.procedures) & GONE
    assert [plan.PayPlanNum for plan in account.rows.plans] == [70]


async def test_an_appointment_leaves_them_out(office: Bench) -> None:
    """An appointment's page neither has a deleted procedure nor offers it."""
    facts = await VisitFactsReader(office.client, office.office).read(tiny.VISIT, Need.SCREEN)
    assert not numbers(facts.procedures) & GONE
    assert numbers(facts.procedures)


async def test_an_estimate_leaves_them_out(office: Bench) -> None:
    """A printed estimate has the planned procedures only."""
    lines = await read_estimate(office.client, office.office, tiny.ANN, Need.SCREEN)
    assert not {line.proc_num for line in lines} & GONE
    assert lines


async def test_an_undo_leaves_them_off(open_town: OpenTown) -> None:
    """A procedure that was deleted after a break isn't put back: the undo says why, and sends nothing."""
    town = open_town(broken_detaches_procedures=True)
    desk = await town.desk()
    broken = await town.broken(desk, BreakChoice(BreakKind.MISSED, to_unscheduled=True))
    town.sql("UPDATE procedurelog SET ProcStatus = 6 WHERE ProcNum = ?", ON_A_VISIT)
    await desk.writes.undo(broken)
    (left,) = desk.outbox.journal.open_entries()
    assert (left.state, left.outcome) == (REFUSED, NOT_CHARTED)
    assert "ProcedureLogs.update" not in town.faults.seen
