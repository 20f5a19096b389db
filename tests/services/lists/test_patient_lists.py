"""The lists of patients who wait: read when they are needed, one row for one appointment."""

from __future__ import annotations

import copy
import datetime
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.api.need import Need
from app.core.observers import Observers
from app.core.tasks import TaskScope
from app.domain.lists.candidate import CandidateKind
from app.journal.entries import Entry
from app.services.lists.confirming import next_days, open_next
from app.services.lists.patient_lists import PatientLists
from app.store.patients.parts import Ready, Unread
from app.store.patients.people import known_of
from app.wire.resources.appointments import Appointment, ApptPriority, ApptStatus
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


async def read(bench: Bench, *kinds: CandidateKind, clinic: int = 0) -> PatientLists:
    """The lists after these kinds were read."""
    await bench.office.office_lists.reread()
    errors: list[BaseException] = []
    scope = TaskScope("test", errors.append)
    lists = PatientLists(bench.client, bench.office, Observers[Entry]().add, scope, bench.clock)
    for kind in kinds:
        assert lists.state(kind, clinic) == Unread()
        lists.need(kind, Need.SCREEN, clinic)
    while scope.running:
        await bench.office.clock.sleep(0)
    assert not errors
    for kind in kinds:
        assert isinstance(lists.state(kind, clinic), Ready)
    return lists


async def test_each_list_has_its_rows(open_seeded: BenchMaker) -> None:
    """Every list is read with what its rows need to be booked, and an appointment is one candidate."""
    bench = open_seeded(permissions=NO_QUERIES)
    lists = await read(bench, *CandidateKind)
    for kind in CandidateKind:
        rows = lists.rows(kind)
        assert rows, kind
        assert {row.kind for row in rows} == {kind}
        assert all(row.pat_num for row in rows)
        assert all(bool(row.apt_num) == (kind is not CandidateKind.RECALL) for row in rows)
    assert all(row.asap for row in lists.rows(CandidateKind.ASAP))
    assert all(row.at is None and row.minutes for row in lists.rows(CandidateKind.UNSCHEDULED))
    assert all(row.since and row.since <= TODAY for row in lists.rows(CandidateKind.UNSCHEDULED))
    every = lists.candidates()
    appointments = [row.apt_num for row in every if row.apt_num]
    assert len(appointments) == len(set(appointments))
    assert any(row.minutes and row.since for row in lists.rows(CandidateKind.RECALL))


async def test_a_clinic_has_its_own(open_seeded: BenchMaker) -> None:
    """A clinic's list has that clinic's appointments only, read or taken from the office's."""
    bench = open_seeded(permissions=NO_QUERIES)
    lists = await read(bench, CandidateKind.UNSCHEDULED, CandidateKind.ASAP, clinic=2)
    rows = lists.candidates(2)
    assert rows
    assert {row.clinic_num for row in rows} == {2}
    whole = await read(bench, CandidateKind.UNSCHEDULED, CandidateKind.ASAP)
    assert {row.key for row in whole.candidates(2)} == {row.key for row in rows}


async def test_a_list_is_read_again_when_it_is_old(open_seeded: BenchMaker) -> None:
    """What was read five minutes ago is read again when it is needed anew; what is known stays visible."""
    bench = open_seeded(permissions=NO_QUERIES)
    lists = await read(bench, CandidateKind.UNSCHEDULED)
    bench.wire.take()
    lists.need(CandidateKind.UNSCHEDULED, Need.SCREEN)
    assert bench.wire.take() == []
    bench.clock.step(datetime.timedelta(minutes=6).total_seconds())
    lists.need(CandidateKind.UNSCHEDULED, Need.SCREEN)
    assert isinstance(lists.state(CandidateKind.UNSCHEDULED), Ready)
    await bench.wire.until("AptStatus=UnschedList")
    lists.close()


@pytest.mark.parametrize("kind", list(CandidateKind))
async def test_a_query_finds_the_same_rows(open_seeded: BenchMaker, kind: CandidateKind) -> None:
    """With Queries a list has the same patients as Open Dental's own, and in addition names, contacts and fees."""
    limited = open_seeded(permissions=NO_QUERIES)
    limited.office.people.learn_all([known_of(row) for row in await limited.client.patients.simple()])
    plain = (await read(limited, kind)).rows(kind)
    bench = open_seeded()
    bench.wire.take()
    rows = (await read(bench, kind)).rows(kind)
    sent = [line for line in bench.wire.take() if "ShortQuery" in line and "commlog" in line]
    assert len(sent) == len(rows) // 100 + 1
    assert all(bench.office.person(row.pat_num) is not None for row in rows)
    assert all(row.attempts is not None for row in rows)
    assert any(row.attempts and row.last_contact for row in rows)
    assert any(row.production for row in rows)
    wanted = {(row.apt_num, row.pat_num, row.recall_type) for row in plain}
    found = {(row.apt_num, row.pat_num, row.recall_type) for row in rows}
    if kind is CandidateKind.PLANNED:  # the API's list has those that were scheduled since
        assert found < wanted
    elif kind is CandidateKind.ASAP:
        over = {row.apt_num for row in plain if row.at is not None and row.at.date() < TODAY}
        assert found == {each for each in wanted if each[0] not in over}
    else:
        assert found == wanted
    same = {row.key: row for row in plain}
    for row in rows:
        other = same[row.key]
        assert (row.minutes, row.pattern, row.since, row.clinic_num, row.at) == (
            other.minutes,
            other.pattern,
            other.since,
            other.clinic_num,
            other.at,
        )


@pytest.mark.parametrize(
    ("kind", "key"),
    [(CandidateKind.UNSCHEDULED, "AptNum"), (CandidateKind.PLANNED, "PlannedAptNum")],
)
async def test_fees_count_units(open_seeded: BenchMaker, kind: CandidateKind, key: str) -> None:
    """The production of an appointment is the sum of its procedures' fees times their units, without deleted ones."""
    bench = open_seeded()
    (row, *_) = (await read(bench, kind)).rows(kind)
    with sqlite3.connect(bench.path) as connection:
        found = connection.execute("SELECT ProcNum FROM procedurelog WHERE PatNum = ?", [row.pat_num])
        first, second = (number for (number,) in found.fetchall()[:2])
    connection.close()
    own = {"AptNum": 0, "PlannedAptNum": 0, "ProcFee": 100, "UnitQty": 1, "BaseUnits": 0, key: row.apt_num}
    bench.sql(f"UPDATE procedurelog SET {key} = 0 WHERE {key} = ?", row.apt_num)
    for proc, values in ((first, {"ProcStatus": 1, "UnitQty": 3}), (second, {"ProcStatus": 6})):
        for name, value in (own | values).items():
            bench.sql(f"UPDATE procedurelog SET {name} = ? WHERE ProcNum = ?", value, proc)
    lists = await read(bench, kind)
    assert next(each for each in lists.rows(kind) if each.apt_num == row.apt_num).production == 300


async def test_a_day_with_a_note_is_no_business_day(open_seeded: BenchMaker) -> None:
    """A day with only notes or broken appointments, such as a holiday, is not the next business day."""
    bench = open_seeded()
    await bench.office.office_lists.reread()
    await open_next(bench.office, TODAY, 1, Need.SCREEN)
    (day,) = next_days(bench.office, TODAY, 1)
    first, *others = bench.office.rows(day)
    bench.office.apply(replace_row(first, AptStatus=ApptStatus.PT_NOTE))
    for row in others:
        bench.office.apply(replace_row(row, AptStatus=ApptStatus.BROKEN))
    assert bench.office.rows(day)
    assert day not in next_days(bench.office, TODAY, 1)


async def test_the_day_after_a_vacation_is_confirmed_before_it(open_seeded: BenchMaker) -> None:
    """Where nobody is expected for ten days, the next business day is the one after them."""
    bench = open_seeded()
    bench.sql(
        "UPDATE appointment SET AptStatus = 5 WHERE AptDateTime >= ? AND AptDateTime < ?",
        str(TODAY + datetime.timedelta(1)),
        str(TODAY + datetime.timedelta(11)),
    )
    await bench.office.office_lists.reread()
    await open_next(bench.office, TODAY, 1, Need.SCREEN)
    (day,) = next_days(bench.office, TODAY, 1)
    assert day >= TODAY + datetime.timedelta(11)


async def test_changes_are_on_the_lists_at_once(open_seeded: BenchMaker) -> None:
    """An appointment that is booked, set to ASAP or made from a planned one changes the lists without a request."""
    bench = open_seeded()
    lists = await read(bench, *CandidateKind)
    await bench.office.reader.open_day(TODAY)
    unscheduled = lists.rows(CandidateKind.UNSCHEDULED)[0]
    planned = lists.rows(CandidateKind.PLANNED)[0]
    row = bench.office.rows(TODAY)[0]
    bench.wire.take()
    later = datetime.datetime.combine(TODAY, datetime.time(16))
    booked = replace_row(
        row,
        AptNum=unscheduled.apt_num,
        AptDateTime=later,
        AptStatus=ApptStatus.SCHEDULED,
        NextAptNum=planned.apt_num,
    )
    asap = replace_row(booked, Priority=ApptPriority.ASAP, NextAptNum=0)
    bench.office.apply(booked)
    assert unscheduled.apt_num not in [each.apt_num for each in lists.rows(CandidateKind.UNSCHEDULED)]
    assert planned.apt_num not in [each.apt_num for each in lists.rows(CandidateKind.PLANNED)]
    bench.office.apply(asap)
    found = next(each for each in lists.rows(CandidateKind.ASAP) if each.apt_num == unscheduled.apt_num)
    assert found.at == later
    assert not [line for line in bench.wire.take() if "Recalls" not in line and "recalls" not in line]
    lists.close()


async def test_what_leaves_the_schedule_is_looked_for(open_seeded: BenchMaker) -> None:
    """An appointment that another program took off its day may be on the Unscheduled List: it is read again."""
    bench = open_seeded()
    lists = await read(bench, CandidateKind.UNSCHEDULED)
    await bench.office.reader.open_day(TODAY)
    row = bench.office.rows(TODAY)[-1]
    bench.change(row.AptNum, AptStatus=3)
    bench.sql("UPDATE patient SET PatStatus = 0 WHERE PatNum = ?", row.PatNum)
    await bench.office.reader.reread((TODAY,))
    while row.AptNum not in [each.apt_num for each in lists.rows(CandidateKind.UNSCHEDULED)]:
        await bench.office.clock.sleep(0)
    lists.close()


async def test_a_booked_recall_leaves_the_list(open_seeded: BenchMaker) -> None:
    """Where a patient of the recall list has an appointment now, one request tells whether it was for the recall."""
    bench = open_seeded()
    lists = await read(bench, CandidateKind.RECALL)
    await bench.office.reader.open_day(TODAY)
    first, second = lists.rows(CandidateKind.RECALL)[:2]
    row = bench.office.rows(TODAY)[-1]
    bench.sql("UPDATE recall SET DateScheduled = ? WHERE RecallNum = ?", TODAY.isoformat(), first.recall_num)
    bench.wire.take()
    for each in (first, second):
        scheduled = {"AptNum": each.pat_num, "AptStatus": ApptStatus.SCHEDULED, "PatNum": each.pat_num}
        bench.office.apply(replace_row(row, **scheduled))
    while first.key in [each.key for each in lists.rows(CandidateKind.RECALL)]:
        await bench.office.clock.sleep(0)
    assert second.key in [each.key for each in lists.rows(CandidateKind.RECALL)]
    assert all("recalls?PatNum=" in line for line in bench.wire.take())
    lists.close()


def replace_row(row: Appointment, **fields: object) -> Appointment:
    """A row as it would be with these fields."""
    changed = copy.copy(row)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed
