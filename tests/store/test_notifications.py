"""The office's notifications: stored at once, or read again because of them."""

from __future__ import annotations

import asyncio
import datetime
from decimal import Decimal

import pytest

from app.api.events import Event
from app.api.modes import Mode
from app.core.tasks import TaskScope
from app.practice.schema.enums.base import SIGNAL_TYPE
from app.store.notifications import Notifications
from app.store.schedule.requests import ROWS_AT_ONCE
from app.store.sync import EVENTS_LAST_SECONDS, ROUNDS_TO_ONE, Sync
from app.store.topics import Part, Topic
from app.wire.resources.hist_appointments import HistAppointment
from app.wire.resources.patients_records import Patient
from app.wire.resources.schedules import Schedule
from app.wire.resources.subscriptions import WatchedTable
from app.wire.rows import RowList
from tests.practice import office as tiny
from tests.store.event_source import FakeEventSource, later
from tests.support.bench_office import Bench, BenchMaker

TODAY = tiny.TODAY


@pytest.fixture
async def bench(open_bench: BenchMaker) -> Bench:
    """An office with today open, and nothing in flight."""
    bench = open_bench()
    await bench.office.reader.open_day(TODAY)
    bench.clock.step(5)
    bench.wire.take()
    bench.changes.clear()
    return bench


async def test_a_changed_visit_is_there_at_once(bench: Bench) -> None:
    """An event's rows need no request, and notify of the days they left and joined."""
    tomorrow = datetime.datetime.combine(tiny.TOMORROW, datetime.time(9))
    assert bench.office.take_rows([later(bench, Note="Moved", AptDateTime=tomorrow)])
    assert bench.wire.take() == []
    assert bench.office.visit_row(tiny.VISIT) is None
    assert [change.dates for change in bench.changes] == [{TODAY}]


async def test_the_same_row_again_changes_nothing(bench: Bench) -> None:
    """An unchanged row redraws nothing."""
    row = bench.office.visit_row(tiny.VISIT)
    assert row is not None
    assert bench.office.take_rows([later(bench, DateTStamp=row.DateTStamp)])
    assert bench.changes == []


async def test_an_older_row_does_not_undo_a_newer(bench: Bench) -> None:
    """A row sent while a write of ours was being done is skipped and has to be read."""
    old = later(bench, Note="Before")
    bench.office.apply(later(bench, Note="Mine", DateTStamp=None))
    assert not bench.office.take_rows([old])
    row = bench.office.visit_row(tiny.VISIT)
    assert row is not None
    assert row.Note == "Mine"


async def test_a_day_that_is_being_read_keeps_what_an_event_brought(bench: Bench) -> None:
    """An appointment from an event that arrives while its day's page is in flight stays, though the page lacks it."""
    released = bench.wire.hold("/appointments?date=")
    reading = asyncio.gather(bench.office.reader.reread([TODAY]))
    await bench.wire.until("/appointments?date=")
    bench.office.take_rows([later(bench, AptNum=77)])
    released.set()
    await reading
    assert bench.office.visit_row(77) is not None


async def test_a_long_event_is_taken_in_parts(bench: Bench) -> None:
    """After an outage an event may have a thousand rows: the first are stored at once, the rest without a request."""
    rows = [later(bench, AptNum=1_000 + number) for number in range(ROWS_AT_ONCE + 5)]
    notifications = Notifications(bench.office)
    assert notifications.process(Event(WatchedTable.APPOINTMENT, "", RowList(rows)))
    assert bench.office.visit_row(1_000 + ROWS_AT_ONCE) is None
    await notifications.follow([TODAY])
    assert all(bench.office.visit_row(row.AptNum) is not None for row in rows)
    assert bench.wire.take() == []


async def test_a_deleted_visit_is_gone_at_once(bench: Bench) -> None:
    """AppointmentDeleted removes the appointment from the schedule."""
    gone = Event(WatchedTable.APPOINTMENT_DELETED, "", RowList([HistAppointment(AptNum=tiny.VISIT)]))
    assert Notifications(bench.office).process(gone)
    assert bench.office.visit_row(tiny.VISIT) is None


async def test_a_new_name_is_there_at_once(bench: Bench) -> None:
    """A Patient event updates the name, and keeps the medical alert that it doesn't contain."""
    patient = Patient(PatNum=tiny.ANN, LName="Moss", FName="Ann")
    Notifications(bench.office).process(Event(WatchedTable.PATIENT, "", RowList([patient])))
    person = bench.office.person(tiny.ANN)
    assert person is not None
    assert person.last_name == "Moss"
    assert bench.wire.take() == []


async def test_hours_and_lists_are_read_again(bench: Bench) -> None:
    """A changed schedule is read for the days in memory, a changed operatory with all lists; both once."""
    notifications = Notifications(bench.office)
    rows = RowList([Schedule(SchedDate=day) for day in (TODAY, tiny.TOMORROW)])
    notifications.process(Event(WatchedTable.SCHEDULE, "", rows))
    notifications.process(Event(WatchedTable.OPERATORY, "", RowList([])))
    await notifications.follow([TODAY])
    sent = bench.wire.take()
    assert sent[0] == f"GET /schedules?date={TODAY}"
    assert "GET /operatories" in sent
    await notifications.follow([TODAY])
    assert bench.wire.take() == []


async def test_failed_reads_are_repeated(bench: Bench) -> None:
    """When the office doesn't answer, hours and lists are read the next time."""
    notifications = Notifications(bench.office)
    notifications.process(Event(WatchedTable.PROVIDER, "", RowList([])))
    bench.wire.down = True
    with pytest.raises(Exception, match="Unreachable"):
        await notifications.follow([TODAY])
    bench.wire.down = False
    await bench.client.appointments.get(tiny.VISIT)  # a click finds that the office is back
    bench.wire.take()
    await notifications.follow([TODAY])
    assert "GET /providers" in bench.wire.take()


async def take_while(bench: Bench, notifications: Notifications, address: str, event: Event) -> None:
    """Process events, and let one arrive while the answer from this address is in flight."""
    released = bench.wire.hold(address)
    reading = asyncio.gather(notifications.follow([TODAY]))
    await bench.wire.until(address)
    notifications.process(event)
    released.set()
    await reading
    bench.wire.take()


async def test_a_schedule_that_changes_while_it_is_read_is_read_once_more(bench: Bench) -> None:
    """A second change of the same day, while the first is being read, is not lost."""
    notifications = Notifications(bench.office)
    edited = Event(WatchedTable.SCHEDULE, "", RowList([Schedule(SchedDate=TODAY)]))
    notifications.process(edited)
    await take_while(bench, notifications, "/schedules", edited)
    await notifications.follow([TODAY])
    assert bench.wire.take() == [f"GET /schedules?date={TODAY}"]


async def test_a_name_behind_a_visit_that_comes_while_names_are_read(bench: Bench) -> None:
    """A patient whose appointment arrives while other names are being read is named by the next read."""
    notifications = Notifications(bench.office)
    one, other = (
        Event(WatchedTable.APPOINTMENT, "", RowList([later(bench, AptNum=number, PatNum=pat_num)]))
        for number, pat_num in ((78, tiny.INACTIVE), (79, tiny.ARCHIVED))
    )
    notifications.process(one)
    await take_while(bench, notifications, "/queries", other)
    assert bench.office.person(tiny.ARCHIVED) is None
    await notifications.follow([TODAY])
    assert bench.office.person(tiny.ARCHIVED) is not None


def sync_with(bench: Bench, tasks: TaskScope, source: FakeEventSource, period: float) -> Sync:
    """A sync that shows today and subscribes to this source."""
    return Sync(bench.office, bench.clock, tasks, lambda: (TODAY,), period_seconds=period, events=source)


async def test_events_are_taken_and_rounds_are_fewer(bench: Bench, tasks: TaskScope) -> None:
    """While events arrive one round replaces five; after a silence there are as many as before."""
    source = FakeEventSource()
    sync = sync_with(bench, tasks, source, period=3.0)
    await sync.start()
    await asyncio.sleep(0)
    assert sync._rest() == 3.0
    source.tell(WatchedTable.APPOINTMENT, later(bench, Note="Told"))
    row = bench.office.visit_row(tiny.VISIT)
    assert row is not None
    assert row.Note == "Told"
    assert sync._rest() == 3.0 * ROUNDS_TO_ONE
    bench.clock.step(EVENTS_LAST_SECONDS)
    assert sync._rest() == 3.0
    await sync.stop()
    assert source.callback is None


async def test_the_names_behind_new_visits_are_read(bench: Bench, tasks: TaskScope) -> None:
    """An appointment of an unknown patient gets the name without a round."""
    source = FakeEventSource()
    sync = sync_with(bench, tasks, source, period=3600.0)
    await sync.start()
    await asyncio.sleep(0)
    source.tell(WatchedTable.APPOINTMENT, later(bench, AptNum=78, PatNum=tiny.INACTIVE))
    while bench.office.person(tiny.INACTIVE) is None:
        await asyncio.sleep(0)
    assert [line.split(" ")[1] for line in bench.wire.take()] == ["/queries/ShortQuery"]
    await sync.stop()


async def test_a_doubtful_row_hurries_the_next_round(bench: Bench, tasks: TaskScope) -> None:
    """What an event leaves open is read at once."""
    source = FakeEventSource()
    sync = sync_with(bench, tasks, source, period=3600.0)
    await sync.start()
    await asyncio.sleep(0)
    bench.office.apply(later(bench, Note="Mine", DateTStamp=None))
    bench.change(tiny.VISIT, Note="Theirs")
    source.tell(WatchedTable.APPOINTMENT, later(bench, Note="Theirs"))
    while (row := bench.office.visit_row(tiny.VISIT)) is None or row.Note != "Theirs":
        await asyncio.sleep(0.001)
    await sync.stop()


async def remote(open_bench: BenchMaker) -> tuple[Bench, Sync, TaskScope]:
    """An office reached through Open Dental's servers, today open, its signals read once."""
    bench = open_bench(mode=Mode.REMOTE)
    await bench.office.reader.open_day(TODAY)
    scope = TaskScope("test", lambda _: None)
    sync = Sync(bench.office, bench.clock, scope, lambda: (TODAY,), period_seconds=3600.0)
    await sync.start()
    await asyncio.sleep(0)
    await four_rounds(sync)
    bench.clock.step(60)
    bench.wire.take()
    return bench, sync, scope


async def four_rounds(sync: Sync) -> None:
    """Enough rounds to read the signals once."""
    for _ in range(4):
        await sync.round()


async def test_signals_where_no_event_can_come(open_bench: BenchMaker) -> None:
    """In Remote mode one round in four reads signals instead of changes."""
    bench, sync, scope = await remote(open_bench)
    await four_rounds(sync)
    kinds = [line.partition("?")[0] for line in bench.wire.take()]
    assert kinds == ["GET /appointments"] * 3 + ["GET /signalods"]
    await scope.close()


async def test_a_signal_without_a_changed_visit_tells_of_a_deleted_one(open_bench: BenchMaker) -> None:
    """The day of such a signal is read completely, and the deleted appointment is removed."""
    bench, sync, scope = await remote(open_bench)
    at = bench.clock.now().isoformat(" ", "seconds")
    bench.sql("DELETE FROM appointment WHERE AptNum = ?", tiny.VISIT)
    signal = "INSERT INTO signalod (IType, DateViewing, SigDateTime) VALUES (?, ?, ?)"
    bench.sql(signal, SIGNAL_TYPE.number("Appointment"), str(TODAY), at)
    bench.sql(signal, SIGNAL_TYPE.number("Schedules"), "0001-01-01", at)
    await four_rounds(sync)
    assert bench.office.visit_row(tiny.VISIT) is None
    sent = bench.wire.take()
    assert f"GET /appointments?date={TODAY}" in [line.partition("&")[0] for line in sent]
    assert any(line.startswith("GET /schedules") for line in sent)
    await scope.close()


async def test_signals_tell_of_accounts(open_bench: BenchMaker, tasks: TaskScope) -> None:
    """Where events come too, they are read once accounts are followed, and told every fourth round; each once."""
    bench = open_bench()
    await bench.office.reader.open_day(TODAY)
    sync = Sync(bench.office, bench.clock, tasks, lambda: (TODAY,))
    bench.office.follows_accounts = True
    await sync.read_signals()  # from now on
    for follows in (True, False):
        bench.clock.step(2)
        bench.office.follows_accounts = follows
        bench.wire.take()
        bench.changes.clear()
        await bench.client.payments.create(PatNum=tiny.ANN, PayAmt=Decimal("10.00"))
        for _ in range(4):
            await sync.read_signals()
            await sync.round()
        told = [each.topic for each in bench.changes if each.topic is not None]
        assert told == [Topic(Part.ACCOUNT, tiny.ANN)] * follows


async def test_a_signal_about_a_changed_visit_costs_nothing(open_bench: BenchMaker) -> None:
    """What the rounds have already read is not read again for its signal."""
    bench, sync, scope = await remote(open_bench)
    await bench.client.send_raw("Appointments.append_note", {"AptNum": tiny.VISIT, "Note": "x"})
    bench.wire.take()
    await four_rounds(sync)
    kinds = [line.partition("?")[0] for line in bench.wire.take()]
    assert kinds == ["GET /appointments"] * 3 + ["GET /signalods"]
    await scope.close()
