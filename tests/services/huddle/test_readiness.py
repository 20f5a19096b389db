"""A day's readiness: six requests with Queries, one a patient without, and nothing unknown looks fine."""

from __future__ import annotations

import asyncio
import copy
import datetime
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.api.need import Need
from app.core.tasks import TaskScope
from app.domain.huddle.readiness import Item, Readiness, Standing
from app.services.huddle.huddle import FRESH_SECONDS, OfficeHuddle
from app.services.huddle.readiness_queries import PATIENT_QUESTIONS
from app.services.patients.summary.reader import SummaryReader
from app.store.patients.parts import Ready
from app.store.patients.readers import PatientParts
from app.store.topics import EVERY, Part, Topic
from app.wire.resources.appointments import Appointment
from tests.practice import office as tiny
from tests.support.bench_office import NO_QUERIES, Bench, BenchMaker
from tests.support.kinds import the
from tests.support.seeds import seeded_file

TODAY = tiny.TODAY
VISITS = 60
MOST_REQUESTS = 6
"""For 60 appointments, where the key has Queries."""
DUE = TODAY - datetime.timedelta(days=40)
NEVER = "0001-01-01 00:00:00"


@pytest.fixture
async def open_seeded(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> AsyncIterator[BenchMaker]:
    """Opens the made-up practice."""
    maker = BenchMaker(seeded_file(tmp_path_factory, TODAY), tmp_path)
    yield maker
    await maker.close()


@pytest.fixture
async def scope() -> AsyncIterator[TaskScope]:
    """Whose tasks end with the test."""
    made = TaskScope("test", lambda error: pytest.fail(str(error)))
    yield made
    await made.close()


async def huddle_of(bench: Bench, scope: TaskScope) -> tuple[OfficeHuddle, PatientParts]:
    """A day of sixty patients, once each, that the schedule has read."""
    bench.sql("DELETE FROM appointment WHERE AptDateTime >= ? AND AptDateTime < ?", f"{TODAY}", f"{TODAY} 24")
    for each in range(1, VISITS + 1):
        bench.visit(
            900_000 + each, f"{TODAY} {8 + each // 10:02}:{each % 6}0:00", PatNum=each, Op=1 + each % 4
        )
    await bench.office.reader.open_days((TODAY,), Need.SCREEN)
    parts = PatientParts(bench.client, bench.office, scope, bench.clock)
    huddle = OfficeHuddle(bench.client, bench.office, parts, bench.clock)
    assert len(huddle.visits(TODAY) or ()) == VISITS
    bench.wire.take()
    return huddle, parts


def row_of(huddle: OfficeHuddle, pat_num: int) -> Readiness:
    """A patient's appointment of the day."""
    return next(row for row in huddle.readiness(TODAY) or () if row.visit.pat_num == pat_num)


async def test_sixty_appointments_take_six_requests(open_seeded: BenchMaker, scope: TaskScope) -> None:
    """With Queries at most six requests tell everything about a day of 60 appointments; a fresh day none."""
    bench = open_seeded()
    huddle, _ = await huddle_of(bench, scope)
    steps: list[int] = []
    huddle.watch(lambda day: steps.append(huddle.state(day).progress.done))
    await huddle.read(TODAY)
    assert len(bench.wire.take()) == len(PATIENT_QUESTIONS) + 1 <= MOST_REQUESTS
    assert sorted(set(steps)) == list(range(MOST_REQUESTS + 1))
    assert not any(row.unknown for row in huddle.readiness(TODAY) or ())
    assert huddle.state(TODAY).progress.complete
    await huddle.read(TODAY)
    assert bench.wire.take() == []
    bench.clock.step(FRESH_SECONDS + 1)
    await huddle.read(TODAY)
    assert (
        len([line for line in bench.wire.take() if "ShortQuery" in line]) <= MOST_REQUESTS + 1
    )  # and the day


def let_all_be_wanted(bench: Bench) -> None:
    """Patient 3 owes, has alerts and no phone, and needs a recall, a signature, lab work and a referral."""
    bench.sql(
        "UPDATE patient SET BalTotal = 120.5, InsEst = 20.5"
        " WHERE PatNum = (SELECT Guarantor FROM patient WHERE PatNum = 3)"
    )
    bench.sql(
        "UPDATE patient SET Premed = 1, MedUrgNote = 'Pacemaker', HmPhone='', WkPhone='', WirelessPhone=''"
        " WHERE PatNum = 3"
    )
    bench.sql("DELETE FROM allergy WHERE PatNum = 3")
    bench.sql("DELETE FROM patplan WHERE PatNum = 3")
    bench.sql("DELETE FROM recall WHERE PatNum = 3")
    values = (3, DUE.isoformat(), "0001-01-01", "0001-01-01", 1, 0)
    bench.sql(
        "INSERT INTO recall (PatNum, DateDue, DateScheduled, DisableUntilDate, RecallTypeNum, IsDisabled)"
        " VALUES (?,?,?,?,?,?)",
        *values,
    )
    bench.sql("DELETE FROM sheet WHERE PatNum = 3")
    bench.sql(
        "INSERT INTO sheet (SheetNum, SheetType, PatNum, DateTimeSheet, IsDeleted) VALUES (77001, 11, 3, ?, 0)",
        "2026-05-01 10:00:00",
    )
    bench.sql(
        "INSERT INTO sheetfield (SheetNum, FieldType, FieldName, FieldValue) VALUES (77001, 9, 'signature', '')"
    )
    bench.sql("DELETE FROM refattach WHERE PatNum = 3")
    bench.sql("INSERT INTO refattach (PatNum, ReferralNum, RefType, RefToStatus) VALUES (3, 1, 0, 2)")
    bench.sql(
        "INSERT INTO labcase (PatNum, AptNum, DateTimeRecd, DateTimeDue) VALUES (3, 900003, ?, ?)",
        NEVER,
        f"{TODAY} 09:00:00",
    )


async def test_what_the_queries_tell(open_seeded: BenchMaker, scope: TaskScope) -> None:
    """Balance, alerts, verification, recall, forms, phones, lab and referrals are those of the database."""
    bench = open_seeded()
    let_all_be_wanted(bench)
    huddle, _ = await huddle_of(bench, scope)
    await huddle.read(TODAY)
    row = row_of(huddle, 3)
    facts = row.facts
    assert (facts.balance, facts.pending, facts.portion) == (
        Decimal("120.50"),
        Decimal("20.50"),
        Decimal("100.00"),
    )
    assert [str(each) for each in facts.alerts or ()] == ["Premedicate", "Pacemaker"]
    assert facts.guarantor == (await bench.client.patients.get(3)).Guarantor > 0
    assert (facts.phones, facts.coverage, facts.referrals) == ((), (), 1)
    assert [each.due for each in facts.recalls or ()] == [DUE]
    assert facts.forms is not None
    assert (facts.forms.unsigned, facts.forms.all, facts.forms.history) == (1, 1, datetime.date(2026, 5, 1))
    assert row.lab is not None
    assert (row.lab.away, row.lab.due) == (1, TODAY)
    assert set(row.to_do) == set(Item) - {Item.INSURANCE}


async def test_without_queries_one_request_a_patient(open_seeded: BenchMaker, scope: TaskScope) -> None:
    """Each patient takes one request; what it can't tell is unknown, and a patient who was read is not asked again."""
    bench = open_seeded(permissions=NO_QUERIES)
    huddle, parts = await huddle_of(bench, scope)
    await huddle.read(TODAY)
    sent = [line for line in bench.wire.take() if "PatientInfo" in line]
    assert len(sent) == VISITS
    state = huddle.state(TODAY)
    assert (state.progress.done, state.progress.total, state.progress.queried) == (VISITS, VISITS, False)
    row = row_of(huddle, 3)
    assert row.standing(Item.ALERT) is not Standing.UNKNOWN
    for item in (Item.BALANCE, Item.RECALL, Item.FORMS, Item.LAB, Item.REFERRAL):
        assert row.standing(item) is Standing.UNKNOWN
    for wait in (0, FRESH_SECONDS + 1):
        bench.clock.step(wait)
        await huddle.read(TODAY)
        assert not [line for line in bench.wire.take() if "PatientInfo" in line]
        assert not huddle.state(TODAY).progress.queried
    summaries = parts.of(SummaryReader)
    release = summaries.need(3, Need.CLICK)
    while not isinstance(summary := summaries.state(3), Ready) or summary.stale:
        await asyncio.sleep(0)  # the clock stands still: it would make requests late
    row = row_of(huddle, 3)
    assert row.standing(Item.BALANCE) is not Standing.UNKNOWN
    assert row.standing(Item.RECALL) is not Standing.UNKNOWN
    release()
    parts.close()


async def test_a_refused_query_leaves_only_its_facts_unknown(
    open_seeded: BenchMaker, scope: TaskScope
) -> None:
    """An office whose database lacks a table still tells everything else."""
    bench = open_seeded()
    bench.sql("DROP TABLE refattach")
    huddle, _ = await huddle_of(bench, scope)
    await huddle.read(TODAY)
    for row in huddle.readiness(TODAY) or ():
        assert row.unknown == (Item.REFERRAL,)


async def test_a_changed_patient_is_read_again_alone(open_seeded: BenchMaker, scope: TaskScope) -> None:
    """A payment of one patient, or a new appointment, reads that patient only."""
    bench = open_seeded()
    huddle, _ = await huddle_of(bench, scope)
    await huddle.read(TODAY)
    bench.wire.take()
    bench.office.tell_of(Topic(Part.ACCOUNT, 3))
    assert huddle.state(TODAY).changed == {3}
    await huddle.read(TODAY)
    sent = [line for line in bench.wire.take() if "patient.PatNum IN" in line or "AptNum IN" in line]
    assert all("(3)" in line or "(900003)" in line for line in sent)
    assert len(sent) == 2
    assert huddle.state(TODAY).changed == frozenset()
    bench.office.tell_of(Topic(Part.ACCOUNT, EVERY))
    assert len(huddle.state(TODAY).changed) == VISITS


async def test_who_changes_during_a_read_is_read_again(open_seeded: BenchMaker, scope: TaskScope) -> None:
    """A payment that comes while the day is read isn't lost; a read that was canceled forgets no change either."""
    bench = open_seeded()
    huddle, _ = await huddle_of(bench, scope)
    await huddle.read(TODAY)
    released = bench.wire.hold("FROM labcase")
    bench.wire.take()
    reading = scope.start(huddle.read(TODAY, again=True), "read")
    await bench.wire.until("FROM labcase")
    bench.office.tell_of(Topic(Part.ACCOUNT, 3))
    reading.cancel()
    await asyncio.wait([reading])
    assert huddle.state(TODAY).changed == {3}
    bench.wire.take()
    reading = scope.start(huddle.read(TODAY), "read")
    await bench.wire.until("FROM labcase")
    assert huddle.state(TODAY).changed == frozenset()
    bench.office.tell_of(Topic(Part.ACCOUNT, 3))
    released.set()
    await reading
    assert huddle.state(TODAY).changed == {3}


async def test_what_is_learned_during_a_read_stays(open_seeded: BenchMaker, scope: TaskScope) -> None:
    """Without Queries, the balance of a patient who is opened while the others are read is kept."""
    bench = open_seeded(permissions=NO_QUERIES)
    huddle, parts = await huddle_of(bench, scope)
    released = bench.wire.hold("chartmodules/60/")
    reading = scope.start(huddle.read(TODAY), "read")
    await bench.wire.until("chartmodules/60/")
    summaries = parts.of(SummaryReader)
    release = summaries.need(3, Need.CLICK)
    while not isinstance(summary := summaries.state(3), Ready) or summary.stale:
        await asyncio.sleep(0)  # the clock stands still: it would make requests late
    assert row_of(huddle, 3).standing(Item.BALANCE) is not Standing.UNKNOWN
    released.set()
    await reading
    assert huddle.state(TODAY).progress.complete
    assert row_of(huddle, 3).standing(Item.BALANCE) is not Standing.UNKNOWN
    release()
    parts.close()


async def test_who_was_selected_before_is_known(open_seeded: BenchMaker, scope: TaskScope) -> None:
    """Without Queries, the balance of a patient who was opened before the huddle is there when it is read."""
    bench = open_seeded(permissions=NO_QUERIES)
    huddle, parts = await huddle_of(bench, scope)
    summaries = parts.of(SummaryReader)
    release = summaries.need(3, Need.CLICK)
    while not isinstance(summary := summaries.state(3), Ready) or summary.stale:
        await asyncio.sleep(0)  # the clock stands still: it would make requests late
    await huddle.read(TODAY)
    row = row_of(huddle, 3)
    assert row.standing(Item.BALANCE) is not Standing.UNKNOWN
    assert row.standing(Item.RECALL) is not Standing.UNKNOWN
    assert row_of(huddle, 4).standing(Item.BALANCE) is Standing.UNKNOWN
    release()
    parts.close()


async def test_a_failure_keeps_what_is_known(open_seeded: BenchMaker, scope: TaskScope) -> None:
    """Offline, the facts and their age stay, with the reason; the next read goes on."""
    bench = open_seeded()
    huddle, _ = await huddle_of(bench, scope)
    await huddle.read(TODAY)
    before = huddle.readiness(TODAY)
    bench.wire.down = True
    bench.clock.step(FRESH_SECONDS + 1)
    await huddle.read(TODAY)
    state = huddle.state(TODAY)
    assert state.why is not None
    assert not state.reading
    assert huddle.readiness(TODAY) == before
    bench.wire.down = False
    await huddle.read(TODAY)
    assert huddle.state(TODAY).why is None


async def test_it_is_put_together_once_a_change(open_seeded: BenchMaker, scope: TaskScope) -> None:
    """Headline, table and notes of one change share the same rows; the next change gives others."""
    bench = open_seeded()
    huddle, parts = await huddle_of(bench, scope)
    await huddle.read(TODAY)
    before = huddle.readiness(TODAY)
    assert huddle.readiness(TODAY) is before
    changed = copy.copy(the(Appointment, bench.office.visit_row(900_001)))
    changed.Note = "bring the x-rays"
    bench.office.apply(changed)
    assert row_of(huddle, 1).visit.note == "bring the x-rays"
    parts.close()
