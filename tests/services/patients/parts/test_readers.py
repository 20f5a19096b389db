"""The parts of the patient page: as few requests as possible, and the same data with and without Queries."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from app.api.errors import PermissionMissing
from app.api.need import Need
from app.api.transport import Answer
from app.services.patients.parts import commlogs, family, filed_query, insurance_query, medical
from app.services.patients.parts.commlogs import CommlogsReader, FamilyCommlogs, FamilyCommlogsReader
from app.services.patients.parts.family import FamilyReader, PatientFamily
from app.services.patients.parts.filed import FiledReader, is_off
from app.services.patients.parts.history import HistoryReader
from app.services.patients.parts.insurance import InsuranceReader, PatientInsurance
from app.services.patients.parts.medical import MedicalReader
from app.services.patients.parts.recalls import RecallsReader, is_overdue
from app.services.patients.parts.union import Branches, field_name
from app.store.changes import Change, ChangeKind
from app.store.patients.parts import Refused
from app.store.patients.readers import PartReader
from app.store.topics import Part, Topic
from app.wire.record import Record
from tests.practice import office as tiny
from tests.practice import office_insurance as insured
from tests.support.bench_office import ALL, Bench, BenchMaker

READERS: dict[type[PartReader[Any]], Branches] = {
    FiledReader: filed_query.WITH_ITEMS,
    FamilyReader: family.BRANCHES,
    InsuranceReader: insurance_query.BRANCHES,
    MedicalReader: medical.BRANCHES,
    CommlogsReader: commlogs.OWN,
    FamilyCommlogsReader: commlogs.FAMILY,
}
ONLY_BY_QUERY = {
    "unsigned",
    "files",
    "blank",
    "counts_family",
    "family_maximum",
    "family_deductible",
    "super_members",
    "known",
    "items",
}
NO_QUERIES = ALL - {"Queries"}


def read_fields(branches: Branches) -> dict[type[Record], set[str]]:
    """The fields that a query reads of each record."""
    found: dict[type[Record], set[str]] = {}
    for branch in branches.values():
        found.setdefault(branch.record, set()).update(field_name(field) for field in branch.fields)
    return found


def plain(value: Any, fields: dict[type[Record], set[str]]) -> Any:
    """A part as plain data, with only those fields of records that both ways read."""
    if isinstance(value, Record):
        return {name: getattr(value, name) for name in fields[type(value)]}
    if isinstance(value, msgspec.Struct):
        names = [each.name for each in msgspec.structs.fields(value) if each.name not in ONLY_BY_QUERY]
        return {name: plain(getattr(value, name), fields) for name in names}
    if isinstance(value, tuple):
        return sorted((plain(each, fields) for each in value), key=str)
    return value


def interesting(bench: Bench) -> Iterator[int]:
    """Patients of every kind: with popups, plans, medications, referrals, documents, a super family."""
    with sqlite3.connect(bench.path) as connection:
        for table in (
            "popup",
            "patplan",
            "medicationpat",
            "refattach",
            "document",
            "sheet",
            "commlog",
            "recall",
        ):
            rows = connection.execute(f"SELECT DISTINCT PatNum FROM {table} ORDER BY PatNum LIMIT 3")
            yield from (row[0] for row in rows)
        yield from (
            row[0] for row in connection.execute("SELECT PatNum FROM patient WHERE SuperFamily LIMIT 2")
        )
    connection.close()


async def test_queries_and_methods_agree(open_seeded: BenchMaker, subtests: pytest.Subtests) -> None:
    """Whatever the patient, a key without Queries reads the same data, in more requests."""
    fast, slow = open_seeded(), open_seeded(permissions=NO_QUERIES)
    await slow.client.probe()
    for pat_num in sorted(set(interesting(fast))):
        for reader, branches in READERS.items():
            with subtests.test(f"{reader.__name__} of patient {pat_num}"):
                fast.wire.take()
                one = await reader(fast.client, fast.office).read(pat_num, Need.SCREEN)
                assert len(fast.wire.take()) == 1
                other = await reader(slow.client, slow.office).read(pat_num, Need.SCREEN)
                fields = read_fields(branches)
                assert plain(one, fields) == plain(other, fields)


async def test_parts_of_one_request(bench: Bench) -> None:
    """Recalls and the patient's own commlogs are one request each; recall types and names one more, once."""
    bench.wire.take()
    reader = RecallsReader(bench.client, bench.office)
    recalls = await reader.read(tiny.ANN, Need.SCREEN)
    rows = await CommlogsReader(bench.client, bench.office).read(tiny.ANN, Need.SCREEN)
    assert len(bench.wire.take()) == 3
    assert (await reader.read(tiny.BEN, Need.SCREEN)).types == recalls.types
    assert len(bench.wire.take()) == 1
    assert [row.Note for row in rows] == ["Newer", "Older"]
    assert recalls.rows == tuple(sorted(recalls.rows, key=lambda row: str(row.DateDue)))
    await bench.client.appointments.update(tiny.VISIT, Op=2)
    history = HistoryReader(bench.client, bench.office)
    bench.wire.take()
    for requests in (2, 1):
        found = await history.read(tiny.ANN, Need.SCREEN)
        assert len(bench.wire.take()) == requests
    assert [row.Op for row in found.of(tiny.VISIT)] == [2]


async def test_a_refused_group_says_why(open_bench: BenchMaker) -> None:
    """Without Queries each group is read by itself: one that fails takes no other with it."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    bench.wire.spoil("/documents", Answer(401, {}, b"The customer key lacks the permission ApiDocuments."))
    found = await FiledReader(bench.client, bench.office).read(tiny.ANN, Need.SCREEN)
    assert isinstance(found.documents, Refused)
    assert isinstance(found.documents.why, PermissionMissing)
    assert isinstance(found.fields, tuple)
    assert found.fields


async def test_popups_that_concern_a_patient(bench: Bench) -> None:
    """A relative's own popup is not the patient's; the family's is, and a snoozed one says so."""
    bench.sql("UPDATE popup SET DateTimeDisabled = '2026-11-23 11:00:00' WHERE PopupNum = 2")
    found = await FiledReader(bench.client, bench.office).read(tiny.BEN, Need.SCREEN)
    assert isinstance(found.popups, tuple)
    assert [row.PopupNum for row in found.popups] == [2]
    assert is_off(found.popups[0], bench.clock.now())


async def test_an_adjustment_makes_what_is_used(bench: Bench) -> None:
    """What the office is told to have been used is what the figures call used."""
    reader = InsuranceReader(bench.client, bench.office)
    await bench.client.claim_procs.set_adjustment(
        PatPlanNum=insured.EVES_COVERAGE, insUsed=300, deductibleUsed=20
    )
    found: PatientInsurance = await reader.read(insured.EVE, Need.SCREEN)
    (plan,) = found.plans
    assert plan.figures is not None
    assert plan.figures.used == 300
    assert plan.figures.deductible is not None
    assert plan.figures.deductible.used >= 20
    assert plan.is_active(tiny.TODAY)
    assert plan.coverage.CarrierName


@pytest.mark.parametrize("queries", [True, False])
async def test_who_shares_a_plan_is_read_again(open_bench: BenchMaker, *, queries: bool) -> None:
    """A change of a patient's insurance concerns everyone with the same subscriber, plan or carrier, nobody else."""
    bench = open_bench(permissions=ALL if queries else NO_QUERIES)
    await bench.client.probe()
    reader = InsuranceReader(bench.client, bench.office)
    for pat_num in (insured.EVE, insured.DAN, tiny.ANN):
        await reader.read(pat_num, Need.SCREEN)
    changed = Change(ChangeKind.TOPIC, topic=Topic(Part.INSURANCE, insured.DAN))
    assert {insured.EVE, insured.DAN} <= set(reader.concerns(changed))
    assert tiny.ANN not in reader.concerns(changed)
    paid = Change(ChangeKind.TOPIC, topic=Topic(Part.ACCOUNT, insured.DAN))
    assert set(reader.concerns(paid)) == {insured.DAN}


async def test_the_family_says_who_is_due(bench: Bench) -> None:
    """Each member with the first recall that isn't booked, the next visit, and what is to be booked."""
    bench.sql("UPDATE recall SET DateDue = '2026-01-01', DateScheduled = '0001-01-01', IsDisabled = 0")
    bench.visit(90, f"{tiny.TOMORROW} 09:00:00", PatNum=tiny.BEN)
    bench.visit(91, "0001-01-01 00:00:00", AptStatus=3)
    found: PatientFamily = await FamilyReader(bench.client, bench.office).read(tiny.ANN, Need.SCREEN)
    by_number = {each.row.PatNum: each for each in found.members}
    assert found.members[0].is_guarantor
    assert str(by_number[tiny.BEN].next_visit) == f"{tiny.TOMORROW} 09:00:00"
    assert str(by_number[tiny.ANN].due) == "2026-01-01"
    assert (by_number[tiny.ANN].to_book, by_number[tiny.ANN].next_visit) == (1, None)
    recalls = await RecallsReader(bench.client, bench.office).read(tiny.ANN, Need.SCREEN)
    assert is_overdue(recalls.rows[0], tiny.TODAY)


async def test_a_large_family_is_read_in_part(open_bench: BenchMaker) -> None:
    """Without Queries a family of forty is listed at once, and its first members in detail; it says for whom."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    for number in range(100, 140):
        bench.sql(
            "INSERT INTO patient (PatNum, LName, FName, Guarantor) VALUES (?, 'Berg', 'X', ?)",
            number,
            tiny.ANN,
        )
    bench.wire.take()
    found = await FamilyReader(bench.client, bench.office).read(tiny.ANN, Need.SCREEN)
    assert len(bench.wire.take()) <= 2 + 2 * family.MOST_MEMBERS
    assert sum(each.known for each in found.members) == family.MOST_MEMBERS
    assert len(found.members) >= 40
    commlog = await FamilyCommlogsReader(bench.client, bench.office).read(tiny.ANN, Need.SCREEN)
    assert isinstance(commlog, FamilyCommlogs)
    assert not commlog.complete
