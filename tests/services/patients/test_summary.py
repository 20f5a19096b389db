"""The summary of a patient: what answers most phone questions, in one query or in order of use."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.api.errors import NotFound
from app.api.need import Need
from app.api.transport import Answer
from app.core.tasks import TaskScope
from app.services.patients.summary.reader import SummaryReader
from app.services.patients.summary.records import PatientSummary, SummaryAlerts, known_or_none
from app.store.patients.parts import Ready, Refused, Unread
from app.store.patients.readers import PatientParts
from app.store.topics import Part, Topic
from tests.practice import office as tiny
from tests.support.bench_office import NO_QUERIES, READ_ALL, Bench, BenchMaker

USEFUL = ("person", "alerts", "money", "appointments", "recalls", "popups", "family")
"""The groups of fields that the strip shows."""


def fill_ann(bench: Bench) -> None:
    """Ann has every kind of alert, appointments on both sides of now, and popups of all levels."""
    bench.sql(
        "UPDATE patient SET MedUrgNote = 'Latex', Premed = 1, Language = 'spa' WHERE PatNum = ?", tiny.ANN
    )
    bench.sql(
        "UPDATE patient SET FamFinUrgNote = 'Cash only', BalTotal = 1128.4, InsEst = 200.125 WHERE PatNum ="
        " (SELECT Guarantor FROM patient WHERE PatNum = ?)",
        tiny.ANN,
    )
    bench.visit(90, f"{tiny.TODAY} 16:00:00", PatNum=tiny.ANN, Pattern="X" * 6, Op=2)
    bench.visit(91, f"{tiny.TOMORROW} 09:00:00", PatNum=tiny.ANN, AptStatus=5)
    popup = "INSERT INTO popup (PopupNum, PatNum, Description, PopupLevel, DateTimeDisabled, IsArchived)"
    for number, (pat_num, words, level, disabled) in enumerate(
        [
            (tiny.BEN, "for the family", 1, "0001-01-01 00:00:00"),
            (tiny.BEN, "for Ben only", 0, "0001-01-01 00:00:00"),
            (tiny.ANN, "over", 0, f"{tiny.TODAY} 08:00:00"),
        ],
        800,
    ):
        bench.sql(f"{popup} VALUES (?, ?, ?, ?, ?, 0)", number, pat_num, words, level, disabled)


async def read(bench: Bench, pat_num: int = tiny.ANN) -> PatientSummary:
    """Read a summary, having forgotten the requests so far."""
    bench.wire.take()
    return await SummaryReader(bench.client, bench.office).read(pat_num, Need.CLICK)


async def test_one_query_tells_everything(bench: Bench) -> None:
    """Everything that the strip shows comes from one request, exact to the cent."""
    fill_ann(bench)
    summary = await read(bench)
    assert len(bench.wire.take()) == 1
    values: dict[str, Any] = {name: known_or_none(getattr(summary, name)) for name in USEFUL}
    assert None not in values.values()
    assert (values["alerts"].premedicate, values["alerts"].medical) == (True, "Latex")
    assert values["alerts"].allergies == ("Penicillin",)
    assert (values["money"].total, values["money"].pending) == (Decimal("1128.40"), Decimal("200.12"))
    assert 90 in [each.apt_num for each in values["appointments"].upcoming]
    assert 91 not in [each.apt_num for each in values["appointments"].upcoming]
    assert values["appointments"].last is not None
    assert [each.due for each in values["recalls"]] != []
    assert {"for the family"} <= {each.text for each in values["popups"]}
    assert {"for Ben only", "over"}.isdisjoint(each.text for each in values["popups"])
    assert {tiny.ANN, tiny.BEN} <= {each.person.pat_num for each in values["family"]}
    assert "Cash only" in {each.financial_note for each in values["family"]}
    assert values["person"].language == "spa"


async def test_without_queries_it_grows_in_order_of_use(open_bench: BenchMaker) -> None:
    """A key without Queries reads the same by ordinary methods; what hasn't come is loading, never zero."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    fill_ann(bench)
    bench.wire.take()
    reader = SummaryReader(bench.client, bench.office)
    seen: list[PatientSummary] = []
    reader.publish = lambda _, summary: seen.append(summary)
    summary = await reader.read(tiny.ANN, Need.CLICK)
    assert [each.partition("?")[0] for each in bench.wire.take()] == [
        "GET /patients/1", "GET /appointments", "GET /accountmodules/1/Aging",
        "GET /chartmodules/1/PatientInfo", "GET /recalls", "GET /popups", "GET /patients/Simple",
    ]  # fmt: skip
    assert known_or_none(seen[0].person) is not None
    assert isinstance(seen[0].money, Unread)
    assert summary.alerts == SummaryAlerts(True, "Latex", ("Penicillin",))
    appointments = known_or_none(summary.appointments)
    assert appointments is not None
    assert 90 in [each.apt_num for each in appointments.upcoming]
    assert 91 not in [each.apt_num for each in appointments.upcoming]
    popups = {each.text for each in known_or_none(summary.popups) or ()}
    assert {"for the family"} <= popups
    assert {"for Ben only", "over"}.isdisjoint(popups)


async def test_a_canceled_read_goes_on(open_bench: BenchMaker) -> None:
    """Whoever comes back to a patient within a minute waits only for what had not been read; a change starts anew."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    reader = SummaryReader(bench.client, bench.office)
    errors: list[BaseException] = []
    scope = TaskScope("test", errors.append)

    async def interrupted() -> set[str]:
        """Read until the balance is known; returns the requests that were answered by then."""
        reading = scope.start(reader.read(tiny.ANN, Need.CLICK), "summary")
        reader.publish = lambda _, summary: reading.cancel() if known_or_none(summary.money) else None
        bench.wire.take()
        with contextlib.suppress(asyncio.CancelledError):
            await reading
        return {"GET /patients/1", "GET /accountmodules/1/Aging"}

    known = await interrupted()
    reader.publish = lambda _, __: None
    bench.wire.take()
    summary = await reader.read(tiny.ANN, Need.CLICK)
    assert all(known_or_none(getattr(summary, name)) is not None for name in USEFUL)
    asked = {each.partition("?")[0] for each in bench.wire.take()}
    assert asked
    assert asked.isdisjoint(known)
    for start_anew in (
        lambda: bench.office.tell_of(Topic(Part.ACCOUNT, tiny.ANN)),
        lambda: bench.clock.step(61),
    ):
        bench.office.watch(lambda change: set(reader.concerns(change)))
        await interrupted()
        start_anew()
        reader.publish = lambda _, __: None
        bench.wire.take()
        await reader.read(tiny.ANN, Need.CLICK)
        assert known <= {each.partition("?")[0] for each in bench.wire.take()}
    await scope.close()
    assert errors == []


async def test_a_refused_group_names_what_is_missing(open_bench: BenchMaker) -> None:
    """Only the group whose method is refused is unknown; the others work."""
    bench = open_bench(permissions=READ_ALL)
    await bench.client.probe()
    bench.wire.spoil("/Aging", Answer(500, {}, b""))
    summary = await read(bench)
    assert isinstance(summary.money, Refused)
    assert known_or_none(summary.appointments) is not None


async def test_a_deleted_patient(bench: Bench) -> None:
    """A patient who is no longer in the office is an error, which the part keeps with what it knew."""
    summary = await read(bench)
    assert known_or_none(summary.person) is not None
    with pytest.raises(NotFound):
        await read(bench, 9_999_999)


async def test_stepping_through_the_day_reads_nothing_twice(bench: Bench) -> None:
    """A busy day's patients take one request each; stepping back through them takes none until one of them changes."""
    errors: list[BaseException] = []
    scope = TaskScope("test", errors.append)
    parts = PatientParts(bench.client, bench.office, scope, bench.office.clock)
    part = parts.of(SummaryReader)
    assert parts.of(SummaryReader) is part
    people = list(range(500, 620))
    for pat_num in people:
        bench.sql("INSERT INTO patient (PatNum, LName, Guarantor) VALUES (?, 'Many', ?)", pat_num, pat_num)
    bench.wire.take()

    async def show(pat_num: int) -> None:
        release = part.need(pat_num, Need.CLICK)
        while scope.running:
            await bench.office.clock.sleep(0)
        assert isinstance(part.state(pat_num), Ready)
        release()

    for pat_num in people:
        await show(pat_num)
    assert len(bench.wire.take()) == len(people)
    for pat_num in reversed(people):
        await show(pat_num)
    assert bench.wire.take() == []
    bench.office.tell_of(Topic(Part.ACCOUNT, people[3]))
    for pat_num in people:
        await show(pat_num)
    assert len(bench.wire.take()) == 1
    parts.close()
    await scope.close()
    assert errors == []


async def test_an_arrival_changes_nothing_that_is_shown(bench: Bench) -> None:
    """Only appointments whose time, chair or completion differ from what was read make a summary stale."""
    reader = SummaryReader(bench.client, bench.office)
    await bench.office.reader.open_day(tiny.TODAY)
    await reader.read(tiny.ANN, Need.CLICK)
    changes: list[set[int]] = []
    bench.office.watch(lambda change: changes.append(set(reader.concerns(change))))
    row = bench.office.visit_row(tiny.VISIT)
    assert row is not None
    bench.sql(
        "UPDATE appointment SET Note = 'Late', DateTStamp = datetime('now') WHERE AptNum = ?", tiny.VISIT
    )
    bench.office.apply(await bench.client.appointments.get(tiny.VISIT))
    assert set().union(*changes) == set()
    bench.sql("UPDATE appointment SET AptDateTime = ? WHERE AptNum = ?", f"{tiny.TODAY} 15:30:00", tiny.VISIT)
    bench.office.apply(await bench.client.appointments.get(tiny.VISIT))
    assert set().union(*changes) == {row.PatNum}


async def test_a_move_is_shown_without_reading(bench: Bench) -> None:
    """An appointment that moves brings its own row; one that is completed or disappears is read about."""
    errors: list[BaseException] = []
    scope = TaskScope("test", errors.append)
    parts = PatientParts(bench.client, bench.office, scope, bench.office.clock)
    part = parts.of(SummaryReader)
    await bench.office.reader.open_day(tiny.TODAY)
    row = bench.office.visit_row(tiny.VISIT)
    assert row is not None

    async def after(**fields: Any) -> tuple[int, Any]:
        """The requests after a change of the appointment, and how it is shown then."""
        for name, value in fields.items():
            bench.sql(f"UPDATE appointment SET {name} = ? WHERE AptNum = ?", value, tiny.VISIT)
        changed = await bench.client.appointments.get(tiny.VISIT)
        bench.wire.take()
        bench.office.apply(changed)
        while scope.running:
            await bench.office.clock.sleep(0)
        state = part.state(row.PatNum)
        assert isinstance(state, Ready)
        known = known_or_none(state.value.appointments)
        assert known is not None
        shown = next((each.start for each in known.upcoming if each.apt_num == tiny.VISIT), None)
        return len(bench.wire.take()), shown

    part.need(row.PatNum, Need.CLICK)
    while scope.running:
        await bench.office.clock.sleep(0)
    soon = datetime.combine(tiny.TODAY, time(15, 30))
    assert await after(AptDateTime=str(soon)) == (0, soon)
    far = datetime.combine(tiny.TODAY + timedelta(days=30), time(9, 0))
    requests, shown = await after(AptDateTime=str(far))
    assert (requests <= 1, shown) == (True, far)
    assert await after(AptDateTime=str(soon), AptStatus=5) == (1, None)
    parts.close()
    await scope.close()
    assert errors == []
