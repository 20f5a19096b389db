"""Events end to end on real sockets: the practice, its delivery, the listener, the in-memory office."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import pytest

from app.api.errors import Unreachable
from app.api.listening import KINDS, EventSubscriptions, note_of
from app.api.modes import Mode, OfficeAddress
from app.bootstrap.delivery import HttpCourier
from app.bootstrap.listener import LOOPBACK, EventServer, host_towards
from app.core import http_limits
from app.core.tasks import TaskScope
from app.practice.server import select as select_patient
from app.practice.server.events import Delivery
from app.practice.server.serve import serve
from app.store.office import Office
from app.store.sync import Sync
from app.wire.resources.subscriptions import UiEventKind, WatchedTable
from tests.bootstrap.event_path import MACHINE, EventPath, StoppedClock, event_path, until
from tests.practice import office as tiny
from tests.support.bench_fixtures import tiny_database

__all__ = ["event_path", "tiny_database"]


async def test_a_change_elsewhere_is_there_at_the_next_poll(event_path: EventPath) -> None:
    """Another desk's write arrives in memory by an event, without a request of this desk."""
    office = Office(event_path.client, event_path.clock)
    await office.reader.open_day(tiny.TODAY)
    shown = (tiny.TODAY,)
    still = StoppedClock(event_path.clock)
    sync = Sync(
        office, still, event_path.scope, lambda: shown, period_seconds=3600.0, events=event_path.listener
    )
    await sync.start()
    await event_path.server.start()
    await event_path.subscribed()
    event_path.clock.pass_(seconds=60)
    await event_path.note("From elsewhere")
    await event_path.pass_()
    await until(lambda: "From elsewhere" in getattr(office.visit_row(tiny.VISIT), "Note", ""))
    assert [event.kind for event in event_path.received] == [WatchedTable.APPOINTMENT]
    await sync.stop()


async def test_a_listener_that_was_down_is_told_what_it_missed(event_path: EventPath) -> None:
    """While no listener answers, DateTimeStart stays; the next listener on the same port gets all changes."""
    opened = socket.create_server((LOOPBACK, 0))
    port = opened.getsockname()[1]
    opened.close()
    endpoint = f"http://localhost:{port}/events"
    mine = EventSubscriptions(
        event_path.client, endpoint, workstation=MACHINE, note="x", kinds=[WatchedTable.APPOINTMENT],
        clock=event_path.clock,
    )  # fmt: skip
    await mine.subscribe()
    ((_, before),) = await event_path.held()
    await event_path.note("One")
    for _ in range(3):
        await event_path.pass_()
    assert await event_path.held() == [(WatchedTable.APPOINTMENT, before)]
    await event_path.note("Two")
    async with _on_port(event_path, port):
        await event_path.pass_()
        (event,) = event_path.received
        assert "One" in event.rows[0].Note
        assert "Two" in event.rows[0].Note
    ((_, after),) = await event_path.held()
    assert after > before


@contextlib.asynccontextmanager
async def _on_port(event_path: EventPath, port: int) -> AsyncIterator[None]:
    """Serve the desk's listener on a given port."""
    opened = socket.create_server((LOOPBACK, port))
    serving = event_path.scope.start(event_path.server._server.serve(sockets=[opened]), "again")
    await until(lambda: event_path.server._server.started)
    yield
    event_path.server._server.should_exit = True
    await asyncio.gather(serving)
    opened.close()


async def test_stopping_takes_the_subscriptions_away(event_path: EventPath) -> None:
    """Closing a desk removes its subscriptions and frees its port."""
    await event_path.server.start()
    await event_path.subscribed()
    assert len(await event_path.held()) == len(KINDS)
    endpoint = event_path.server.endpoint
    await event_path.server.stop()
    assert await event_path.held() == []
    assert event_path.server.endpoint == ""
    delivery = Delivery(f"{endpoint}/Appointment", {}, b"[]")
    assert not await event_path.engine._courier.deliver(delivery)


async def test_another_address_of_this_pc_is_told_to_the_office(event_path: EventPath) -> None:
    """On another network events are sent to the address of now, and nothing is left at the old one."""
    hosts = [LOOPBACK]
    server = EventServer(
        event_path.listener, event_path.client, event_path.scope, event_path.server._clock, user="mo",
        find_host=lambda _: hosts[-1],
    )  # fmt: skip
    await server.start()
    await until(lambda: server._subscribed)
    before = server.endpoint
    await server.move()
    assert server.endpoint == before
    hosts.append("127.0.0.2")
    await server.move()
    await until(lambda: server._subscribed)
    rows = [row for row in await event_path.client.subscriptions.list() if row.Workstation == MACHINE]
    assert {row.EndPointUrl.rpartition("/")[0] for row in rows} == {server.endpoint}
    assert server.endpoint.startswith("http://127.0.0.2:")
    assert len(rows) == len(KINDS)
    await server.stop()
    await server.move()
    assert server.endpoint == ""


async def test_an_office_that_cannot_be_found_yet_moves_nothing(event_path: EventPath) -> None:
    """Just after sleep its name may not be found: the office would be told to send events to itself."""
    hosts = ["127.0.0.2"]
    server = EventServer(
        event_path.listener, event_path.client, event_path.scope, event_path.server._clock, user="mo",
        find_host=lambda _: hosts[-1],
    )  # fmt: skip
    await server.start()
    await until(lambda: server._subscribed)
    before = server.endpoint
    hosts.append(LOOPBACK)
    await server.move()
    await until(lambda: server._subscribed)
    assert server.endpoint == before
    await server.stop()


async def test_back_on_the_network_it_subscribes_at_once(
    event_path: EventPath, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next try would come in a quarter of a minute, or of an hour."""
    subscribe, failures = EventSubscriptions.subscribe, [Unreachable("Subscriptions.list")]

    async def fail_first(own: EventSubscriptions) -> int:
        if failures:
            raise failures.pop()
        return await subscribe(own)

    monkeypatch.setattr(EventSubscriptions, "subscribe", fail_first)
    server = event_path.server
    await server.start()
    await until(lambda: server._pause.lasts)
    await server.move()
    await event_path.subscribed()


async def test_a_crash_is_cleared_up_at_the_next_start(event_path: EventPath) -> None:
    """Subscriptions left by a crash are removed once the next run has subscribed."""
    note = note_of(MACHINE, "mo")
    crashed = EventSubscriptions(
        event_path.client, "http://localhost:9/events", workstation=MACHINE, note=note, clock=event_path.clock
    )
    await crashed.subscribe()
    await event_path.server.start()
    await event_path.subscribed()
    rows = [row for row in await event_path.client.subscriptions.list() if row.Workstation == MACHINE]
    assert {row.EndPointUrl.rpartition("/")[0] for row in rows} == {event_path.server.endpoint}
    assert len(rows) == len(KINDS)


async def test_an_office_that_does_not_answer_stops_nobody(event_path: EventPath) -> None:
    """If subscribing fails, the desk continues, and closing it doesn't hang."""
    await event_path.client.aclose()
    await event_path.server.start()
    await until(lambda: event_path.server.endpoint != "")
    await event_path.server.stop()
    assert event_path.received == []


async def test_a_port_that_cannot_be_opened_stops_nobody(event_path: EventPath) -> None:
    """If the listener can't use its address, the desk continues without events."""
    server = EventServer(
        event_path.listener,
        event_path.client,
        event_path.scope,
        event_path.clock,
        user="mo",
        find_host=lambda _: "203.0.113.7",
    )
    await server.start()
    assert server._living is not None
    await server._living
    assert server.endpoint == ""
    await server.stop()


async def test_a_forged_event_changes_nothing(event_path: EventPath) -> None:
    """Events without the customer key are rejected, even from the same computer."""
    await event_path.server.start()
    await event_path.subscribed()
    for key in ("", "forged", event_path.practice.keys.developer_key):
        headers = {"Authorization": key, "Event-Type": "WatchTable: AppointmentDeleted"}
        delivery = Delivery(f"{event_path.server.endpoint}/AppointmentDeleted", headers, b'[{"AptNum": 1}]')
        assert not await event_path.engine._courier.deliver(delivery)
    assert event_path.received == []


async def test_a_patient_selected_at_the_workstation(event_path: EventPath) -> None:
    """The program subscribes to it; the event arrives at once, as the patient's record."""
    await event_path.server.start()
    await event_path.subscribed()
    assert await event_path.engine.select_patient(tiny.ANN) == 1
    (event,) = event_path.received
    assert (event.kind, event.rows[0].PatNum) == (UiEventKind.PATIENT_SELECTED, tiny.ANN)


@pytest.mark.parametrize(
    ("url", "host"),
    [("http://127.0.0.1:30223/api/v1", "127.0.0.1"), ("http://no.such.host.invalid:1/", LOOPBACK)],
)
def test_how_an_office_reaches_this_computer(url: str, host: str) -> None:
    """It is taken from the route to the office: loopback for one on this computer."""
    assert host_towards(OfficeAddress(Mode.SERVICE, url)) == host


async def test_the_command_selects_a_patient(
    event_path: EventPath, tasks: TaskScope, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m app select-patient` sends the event of a served practice, and reports the reason if it can't."""
    listening: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    serving = serve(
        event_path.practice, port=0, announce=listening.set_result, courier=HttpCourier(), workstation=MACHINE
    )
    tasks.start(serving, "with events")
    address = await listening
    await event_path.server.start()
    await event_path.subscribed()
    keys = event_path.practice.keys
    known = ["--address", address, "--developer-key", keys.developer_key, "--customer-key", keys.customer_key]
    assert await asyncio.to_thread(select_patient.main, [str(tiny.ANN), *known]) == 0
    assert capsys.readouterr().out == '{"told":1}\n'
    await until(lambda: len(event_path.received) == 1)
    assert await asyncio.to_thread(select_patient.main, ["987", *known]) == 2
    assert "Patient not found" in capsys.readouterr().err
    assert await asyncio.to_thread(select_patient.main, ["1", *known[:-1], "forged"]) == 2
    assert "customer key" in capsys.readouterr().err
    away = ["1", "--address", "http://127.0.0.1:9/api/v1", *known[2:]]
    assert await asyncio.to_thread(select_patient.main, away) == 2
    assert "does not answer" in capsys.readouterr().err


async def test_silent_connections_keep_nobody_out(
    event_path: EventPath, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Silent connections, or ones with endless headers, don't block an event; they are closed after a timeout."""
    monkeypatch.setattr(http_limits, "HEAD_SECONDS", 0.3)
    await event_path.server.start()
    await event_path.subscribed()
    port = int(event_path.server.endpoint.rpartition(":")[2].partition("/")[0])
    silent = [await asyncio.open_connection(LOOPBACK, port) for _ in range(100)]
    headers = {
        "Authorization": event_path.practice.keys.customer_key,
        "Event-Type": "WatchTable: AppointmentDeleted",
    }
    delivery = Delivery(f"{event_path.server.endpoint}/AppointmentDeleted", headers, b'[{"AptNum": 1}]')
    assert await event_path.engine._courier.deliver(delivery)
    assert len(event_path.received) == 1
    slow = [await asyncio.open_connection(LOOPBACK, port) for _ in range(5)]
    for _, writer in slow:
        writer.write(b"POST /events/Appointment HTTP/1.1\r\nHost: x\r\nX-Slow: ")
    async with asyncio.timeout(20):
        for reader, writer in (*silent, *slow):
            with contextlib.suppress(ConnectionError):
                assert await reader.read() == b""
            writer.close()


async def test_too_large_an_event_is_refused(event_path: EventPath) -> None:
    """An endless body or one with too many rows is rejected, and the next event is accepted."""
    await event_path.server.start()
    await event_path.subscribed()
    headers = {
        "Authorization": event_path.practice.keys.customer_key,
        "Event-Type": "WatchTable: AppointmentDeleted",
    }
    bodies = (b" " * 17_000_000, b"[" + b"{}," * 400_000 + b"{}]", b"[" * 100_000)
    for body in bodies:
        delivery = Delivery(f"{event_path.server.endpoint}/AppointmentDeleted", headers, body)
        assert not await event_path.engine._courier.deliver(delivery)
    good = Delivery(f"{event_path.server.endpoint}/AppointmentDeleted", headers, b'[{"AptNum": 1}]')
    assert await event_path.engine._courier.deliver(good)
    assert len(event_path.received) == 1
