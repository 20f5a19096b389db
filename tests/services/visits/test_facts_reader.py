"""What is known of an appointment: one query, or the same by methods; unknown is told from none."""

from __future__ import annotations

import sqlite3

import pytest

from app.api.need import Need
from app.api.transport import Answer
from app.services.visits import facts_query
from app.services.visits.facts import LabWork, Papers, VisitFacts
from app.services.visits.reader import VisitFactsReader
from app.store.changes import Change, ChangeKind
from app.store.patients.parts import Refused
from app.store.topics import Part, Topic
from app.wire.record import Record
from tests.practice import office as tiny
from tests.support.bench_office import NO_QUERIES, Bench, BenchMaker

GROUPS = (
    "procedures",
    "fields",
    "labs",
    "restrictions",
    "referrals",
    "recalls",
    "quick",
)
READ = {
    branch.record: {field.rpartition(" AS ")[2].rpartition(".")[2] for field in branch.fields}
    for branch in facts_query.BRANCHES.values()
}


def plain(value: object) -> object:
    """As plain data, with only those fields of records that the query reads too."""
    if isinstance(value, Record):
        names = READ[type(value)] - {"ItemOrder", "BaseUnits"}
        return {name: getattr(value, name) for name in names}
    if isinstance(value, tuple):
        return sorted((plain(each) for each in value), key=str)
    if isinstance(value, LabWork):
        return plain(value.case), value.lab, value.phone
    return value


def interesting(bench: Bench) -> list[int]:
    """Appointments with lab work, fields, referrals, several procedures."""
    with sqlite3.connect(bench.path) as connection:
        found = [
            row[0]
            for command in (
                "SELECT AptNum FROM labcase WHERE AptNum ORDER BY AptNum DESC LIMIT 3",
                "SELECT AptNum FROM apptfield ORDER BY AptNum DESC LIMIT 2",
                "SELECT AptNum FROM appointment JOIN refattach USING (PatNum) WHERE AptStatus = 1 LIMIT 2",
                "SELECT AptNum FROM procedurelog WHERE AptNum GROUP BY AptNum ORDER BY COUNT(*) DESC LIMIT 2",
            )
            for row in connection.execute(command)
        ]
    connection.close()
    return found


async def test_queries_and_methods_agree(open_seeded: BenchMaker) -> None:
    """A key without Queries reads the same; with Queries it is one request."""
    fast, slow = open_seeded(), open_seeded(permissions=NO_QUERIES)
    await slow.client.probe()
    for apt_num in interesting(fast):
        row = await fast.client.appointments.get(apt_num)
        assert row.AptDateTime is not None
        for bench in (fast, slow):
            await bench.office.reader.open_days((row.AptDateTime.date(),))
        fast.wire.take()
        one = await VisitFactsReader(fast.client, fast.office).read(apt_num, Need.SCREEN)
        assert len(fast.wire.take()) == 1
        other = await VisitFactsReader(slow.client, slow.office).read(apt_num, Need.SCREEN)
        for group in GROUPS:
            assert plain(getattr(one, group)) == plain(getattr(other, group)), (apt_num, group)
        assert {number: other.times[number].ProcTime for number in one.times} == {
            number: code.ProcTime for number, code in one.times.items()
        }


async def test_what_only_a_query_tells_is_unknown_without(open_bench: BenchMaker) -> None:
    """Forms that wait for the patient are known by a query only: without, they are unknown, not none."""
    fast, slow = open_bench(), open_bench(permissions=NO_QUERIES)
    await slow.client.probe()
    for bench, waiting in ((fast, ()), (slow, None)):
        facts = await VisitFactsReader(bench.client, bench.office).read(tiny.VISIT, Need.SCREEN)
        assert isinstance(facts.papers, Papers)
        assert facts.papers.waiting == waiting


async def test_a_refused_group_takes_no_other_with_it(open_bench: BenchMaker) -> None:
    """Without Queries each group is read by itself, and says why it was refused."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    bench.wire.spoil("/labcases", Answer(401, {}, b"The customer key lacks the permission ApiReadAll."))
    facts = await VisitFactsReader(bench.client, bench.office).read(tiny.VISIT, Need.SCREEN)
    assert isinstance(facts.labs, Refused)
    assert [row.ProcNum for row in facts.attached] == [1]
    assert [row.ProcNum for row in facts.planned] == [4, 5]


async def test_what_makes_it_stale(bench: Bench) -> None:
    """A change of the patient, or of how the schedule describes the appointment; no other change of it."""
    await bench.office.reader.open_days((tiny.TODAY,))
    reader = VisitFactsReader(bench.client, bench.office)
    await reader.read(tiny.VISIT, Need.SCREEN)
    row = bench.office.visit_row(tiny.VISIT)
    assert row is not None

    def concerned(change: Change) -> list[int]:
        return list(reader.concerns(change))

    assert concerned(Change(ChangeKind.TOPIC, topic=Topic(Part.CHART, row.PatNum))) == [tiny.VISIT]
    assert concerned(Change(ChangeKind.TOPIC, topic=Topic(Part.ACCOUNT, row.PatNum))) == []
    seen = Change(ChangeKind.VISITS, apt_nums=frozenset({tiny.VISIT}))
    assert concerned(seen) == []
    bench.change(tiny.VISIT, ProcDescript="Something else")
    await bench.office.reader.reread((tiny.TODAY,))
    assert concerned(seen) == [tiny.VISIT]


@pytest.mark.parametrize("queries", [True, False])
async def test_a_restriction_is_told(open_bench: BenchMaker, *, queries: bool) -> None:
    """A patient who may not be scheduled is known as such, either way."""
    bench = open_bench() if queries else open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    bench.sql("INSERT INTO patrestriction (PatNum, PatRestrictType) VALUES (?, 1)", tiny.ANN)
    facts: VisitFacts = await VisitFactsReader(bench.client, bench.office).read(tiny.VISIT, Need.SCREEN)
    assert isinstance(facts.restrictions, tuple)
    assert [row.PatNum for row in facts.restrictions] == [tiny.ANN]
