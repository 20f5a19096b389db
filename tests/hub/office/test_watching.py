"""The office is watched once for all desks, and they are told what changed."""

from __future__ import annotations

import msgspec
import pytest

from app.api.events import EventListener
from app.core.stillness import Stillness
from app.hub.office.watching import OfficeWatch
from app.hub.stream import Line
from app.practice.server.faults import Fault
from app.wire.codec import decode_rows
from app.wire.hub.actions import Kind
from app.wire.hub.stream import OfficeEvent, SignalRows, StreamLine, Written
from app.wire.resources.signalods import Signalod
from tests.support.fast_clock import FastClock
from tests.support.hub_desks import Desks
from tests.support.qt_loop import until


def told(line: Line) -> list[StreamLine | None]:
    """What a device was told so far."""
    return [line.queue.get_nowait() for _ in range(line.queue.qsize())]


async def test_desks_are_told_what_another_program_changed(desks: Desks, clock: FastClock) -> None:
    """One request of the hub serves all desks; each signal is told once, as rows that the desks can read."""
    hub = desks.hub.hub
    watch = hub.part(OfficeWatch)
    one, two = hub.stream.open(1, Kind.DESK), hub.stream.open(2, Kind.DESK)
    running = hub.scope.start(watch.run(), "watch")
    clock.skip(3.5)
    await until(lambda: desks.faults.seen.count("Signalods.list") >= 1)
    await desks.direct.payments.create(PatNum=1, PayAmt=20)
    clock.skip(3.5)
    await until(lambda: not one.queue.empty())
    lines = told(one)
    assert lines == told(two)
    rows = [
        row
        for line in lines
        if isinstance(line, SignalRows)
        for row in decode_rows(b"[" + b",".join(map(bytes, line.rows)) + b"]", Signalod)
    ]
    assert 1 in [row.FKey for row in rows]
    await watch.look()
    assert one.queue.empty()
    running.cancel()


async def test_back_on_the_network_the_hub_looks_at_once(desks: Desks, clock: FastClock) -> None:
    """It doesn't wait for its next try."""
    clock.run(0)
    watch = desks.hub.hub.part(OfficeWatch)
    desks.hub.hub.stream.open(1, Kind.DESK)
    running = desks.hub.hub.scope.start(watch.run(), "watch")
    await until(lambda: watch._pause.lasts)
    assert "Signalods.list" not in desks.faults.seen
    watch.hurry()
    await until(lambda: "Signalods.list" in desks.faults.seen)
    running.cancel()


async def test_nobody_is_watched_for(desks: Desks, clock: FastClock) -> None:
    """Without a connected device, and with nothing kept, the office isn't asked."""
    hub = desks.hub.hub
    running = hub.scope.start(hub.part(OfficeWatch).run(), "watch")
    for _ in range(3):
        clock.skip(4.0)
        await desks.direct.operatories.list()
    assert "Signalods.list" not in desks.faults.seen
    running.cancel()


async def test_lists_that_were_read_while_nobody_looked_are_read_again(
    desks: Desks, clock: FastClock
) -> None:
    """While devices ask, signals are looked for and lists are kept; after a minute without a question neither is."""
    hub, desk = desks.hub.hub, await desks.open()
    running = hub.scope.start(hub.part(OfficeWatch).run(), "watch")
    await desk.office.operatories.list()
    clock.skip(3.5)
    await until(lambda: "Signalods.list" in desks.faults.seen)
    await desk.office.operatories.list()
    assert desks.faults.seen.count("Operatories.list") == 1
    clock.skip(61.0)
    await desks.direct.clinics.list()
    clock.skip(3.5)
    await desks.direct.clinics.list()
    await desk.office.operatories.list()
    assert desks.faults.seen.count("Operatories.list") == 2
    running.cancel()


async def test_what_was_signaled_while_the_office_was_away_is_told_after_it(desks: Desks) -> None:
    """A look that fails loses nothing."""
    hub = desks.hub.hub
    watch = hub.part(OfficeWatch)
    line = hub.stream.open(1, Kind.DESK)
    watch.begin()
    desks.faults.plan("Signalods.list", Fault.DROP_BEFORE, times=9)
    await desks.direct.payments.create(PatNum=1, PayAmt=20)
    await watch.look()
    assert line.queue.empty()
    for _ in range(9):
        await watch.look()
    assert any(isinstance(each, SignalRows) for each in told(line))


async def test_an_office_in_this_process_is_asked_only_after_a_change(desks: Desks) -> None:
    """The training practice: while it is still there is nothing to look for, and a change is told as ever."""
    hub = desks.hub.hub
    watch = hub.part(OfficeWatch)
    watch.stillness = Stillness(hub.clock)
    line = hub.stream.open(1, Kind.DESK)
    watch.begin()
    await watch.look()
    assert "Signalods.list" not in desks.faults.seen
    await desks.direct.payments.create(PatNum=1, PayAmt=20)
    watch.stillness.end()
    await watch.look()
    assert any(isinstance(each, SignalRows) for each in told(line))


async def test_events_of_open_dental_are_passed_on(desks: Desks, clock: FastClock) -> None:
    """As they came, on one line each."""
    hub = desks.hub.hub
    listener = EventListener("key", clock)
    hub.part(OfficeWatch).listen(listener)
    line = hub.stream.open(1, Kind.DESK)
    body = b'[\n {"AptNum": 7,\n "Note": "one\\ntwo"}\n]'
    headers = [
        (b"authorization", b"key"),
        (b"event-type", b"WatchTable: Appointment"),
        (b"workstation", b"SERVER"),
    ]
    sent: list[object] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: object) -> None:
        sent.append(message)

    await listener({"type": "http", "method": "POST", "path": "/events", "headers": headers}, receive, send)
    (event,) = told(line)
    assert isinstance(event, OfficeEvent)
    assert (event.kind, event.workstation) == ("Appointment", "SERVER")
    assert msgspec.json.decode(bytes(event.body)) == [{"AptNum": 7, "Note": "one\ntwo"}]
    assert b"\n" not in bytes(event.body)


async def test_a_write_is_told_once_it_is_done(desks: Desks) -> None:
    """With its keys and whose it was; a refused one is not told."""
    desk = await desks.open_signed_in()
    line = desks.hub.hub.stream.open(9, Kind.DESK)
    made = await desk.office.payments.create(PatNum=1, PayAmt=20)
    await desk.raw("POST", "/payments", b'{"PatNum": 999999, "PayAmt": 20}')
    assert told(line) == [Written("Payments.create", desk.device_num, {"PatNum": 1, "PayNum": made.PayNum})]


@pytest.mark.parametrize("fault", [Fault.DROP_AFTER, Fault.TIMEOUT_AFTER])
async def test_what_was_not_seen_done_is_not_told(desks: Desks, fault: Fault) -> None:
    """A lost answer is no "done"."""
    desk = await desks.open()
    line = desks.hub.hub.stream.open(9, Kind.DESK)
    desks.faults.plan("Commlogs.create", fault)
    answer = await desk.raw("POST", "/commlogs", b'{"PatNum": 1, "Note": "Called"}')
    assert answer.status == 504
    assert told(line) == []
