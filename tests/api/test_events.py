"""The listener for the office's events: what it accepts, and what it rejects."""

from __future__ import annotations

import asyncio
import datetime
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import given as cases
from hypothesis import strategies as st

from app.api.events import MOST_BYTES, REPEATS_KEPT, SAME_SECONDS, EventListener
from app.core.tasks import TaskScope
from app.wire.resources.appointments import Appointment, ApptStatus
from app.wire.resources.subscriptions import UiEventKind, WatchedTable
from tests.api.running_listener import APPOINTMENT, KEY, SELECTED, RunningListener, listening
from tests.support.manual_clock import ManualClock

VISIT = {"AptNum": 18, "AptStatus": "Scheduled", "AptDateTime": "2026-11-23 08:30:00", "confirmed": "Not Called",
         "TimeLocked": "false", "DateTimeArrived": "0001-01-01 00:00:00"}  # fmt: skip
PATIENT = {"PatNum": 28, "LName": "Harrison", "ClinicNum": "1", "EstBalance": 0, "Birthdate": "1986-11-06"}


@pytest.fixture
async def running(tasks: TaskScope) -> AsyncIterator[RunningListener]:
    """A listener on a port."""
    async with listening(tasks) as opened:
        yield opened


async def test_changed_rows_come_as_records(running: RunningListener) -> None:
    """An event is passed on once, with its rows as wire records and the machine that sent it."""
    assert await running.send([VISIT]) == 200
    (event,) = running.received
    assert (event.kind, event.workstation) == (WatchedTable.APPOINTMENT, "FRONT1")
    (row,) = event.rows
    assert isinstance(row, Appointment)
    assert (row.AptNum, row.AptStatus, row.DateTimeArrived) == (18, ApptStatus.SCHEDULED, None)
    assert row.AptDateTime == datetime.datetime(2026, 11, 23, 8, 30)


async def test_a_selected_patient_comes_as_one_record(running: RunningListener) -> None:
    """The body of a PatientSelected event is one object."""
    assert await running.send(PATIENT, SELECTED, path="/events/PatientSelected") == 200
    (event,) = running.received
    assert event.kind is UiEventKind.PATIENT_SELECTED
    assert [row.LName for row in event.rows] == ["Harrison"]


@pytest.mark.parametrize("key", [None, "", "x", KEY[:-1], KEY + "x", KEY.upper(), f"ODFHIR dev/{KEY}"])  # fmt: skip
async def test_without_the_customer_key_nothing_is_taken(running: RunningListener, key: str | None) -> None:
    """A missing, empty or wrong key is a 401, whatever the body."""
    assert await running.send([VISIT], key=key) == 401
    assert running.received == []
    assert await running.send([VISIT]) == 200


async def test_an_office_without_a_key_lets_nobody_in(tasks: TaskScope) -> None:
    """An empty key of our own matches no empty header."""
    async with listening(tasks, key="") as running:
        assert await running.send([VISIT], key="") == 401


@pytest.mark.parametrize(
    ("kind", "path", "status"),
    [
        ("WatchTable: Toothbrush", "/events/Appointment", 404),
        ("UiEventType: Appointment", "/events/Appointment", 404),
        (APPOINTMENT, "/other", 404),
        (APPOINTMENT, "/eventsome", 404),
        ("", "/events", 404),
        ("", "/events/appointment/", 200),
        ("", "/events/Appointment", 200),
    ],
)
async def test_what_is_not_listened_to(running: RunningListener, kind: str, path: str, status: int) -> None:
    """Unknown types and addresses are a 404; without a header the address gives the type."""
    assert await running.send([VISIT], kind, path=path) == status
    assert len(running.received) == (status == 200)


async def test_only_posts_are_events(running: RunningListener) -> None:
    """Another verb is a 405, and without the key a 401."""
    for key, status in ((KEY, 405), ("x", 401)):
        answer = await running.http.get(f"{running.url}/events/Appointment", headers={"Authorization": key})
        assert answer.status_code == status


MALFORMED = [b"[{", b'"text"', b"17", b"[" * 100_000, b"\xff\xfe", b"<html>"]


@pytest.mark.parametrize("body", MALFORMED, ids=range(len(MALFORMED)))
async def test_a_malformed_body_does_no_harm(running: RunningListener, body: bytes) -> None:
    """A body that isn't a list of objects is a 400, and the next event is accepted as usual."""
    assert await running.send(body) == 400
    assert running.received == []
    assert await running.send([VISIT]) == 200


async def test_a_row_that_cannot_be_read_keeps_nobody_else_out(running: RunningListener) -> None:
    """One bad row is reported, and the others are accepted."""
    assert await running.send([{"AptNum": "many"}, VISIT, 5]) == 200
    (event,) = running.received
    assert [row.AptNum for row in event.rows] == [18]
    assert [bad.index for bad in event.rows.unreadable] == [0, 2]


async def test_a_body_that_is_too_long_is_not_read(running: RunningListener) -> None:
    """A length beyond the limit is a 413 at once, and so is a body that exceeds it unannounced."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(running.url.rpartition(":")[2]))
    head = f"POST /events/Appointment HTTP/1.1\r\nHost: here\r\nAuthorization: {KEY}\r\nEvent-Type: {APPOINTMENT}\r\n"
    writer.write(f"{head}Content-Length: {MOST_BYTES + 1}\r\n\r\n".encode())
    assert b" 413 " in await reader.readline()
    writer.close()

    async def growing() -> AsyncIterator[bytes]:
        for _ in range(MOST_BYTES // 1_000_000 + 2):
            yield b" " * 1_000_000

    headers = {"Authorization": KEY, "Event-Type": APPOINTMENT}
    answer = await running.http.post(f"{running.url}/events/Appointment", content=growing(), headers=headers)
    assert answer.status_code == 413
    assert running.received == []


async def test_a_caller_who_goes_away_leaves_nothing(running: RunningListener) -> None:
    """A body that ends early is no event."""
    _, writer = await asyncio.open_connection("127.0.0.1", int(running.url.rpartition(":")[2]))
    head = f"POST /events/Appointment HTTP/1.1\r\nHost: here\r\nAuthorization: {KEY}\r\nEvent-Type: {APPOINTMENT}\r\n"
    writer.write(f"{head}Content-Length: 100\r\n\r\n[".encode())
    await writer.drain()
    writer.close()
    assert await running.send([VISIT]) == 200
    assert len(running.received) == 1


async def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    """A connection without a body ends with a 408."""
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        raise TimeoutError  # like the time limit around it

    async def send(message: Any) -> None:
        sent.append(message)

    await EventListener(KEY, ManualClock())(scope(KEY), receive, send)
    assert sent[0]["status"] == 408


async def test_a_repeat_is_dropped(running: RunningListener) -> None:
    """The same rows again, for instance from a second machine, are answered but not passed on; changed rows are."""
    for machine in ("FRONT1", "BACK2"):
        assert await running.send([VISIT], Workstation=machine) == 200
    assert len(running.received) == 1
    assert await running.send([{**VISIT, "Note": "x"}]) == 200
    assert await running.send([VISIT]) == 200
    assert [event.rows[0].Note for event in running.received] == ["", "x"]


async def test_a_patient_selected_again_is_no_repeat(running: RunningListener) -> None:
    """The same patient is passed on again after another one, or later; twice at once is a second machine's."""
    other = {**PATIENT, "PatNum": 29}
    for patient in (PATIENT, PATIENT, other, PATIENT):
        assert await running.send(patient, SELECTED) == 200
    assert [event.rows[0].PatNum for event in running.received] == [28, 29, 28]
    await running.clock.advance(SAME_SECONDS)
    assert await running.send(PATIENT, SELECTED) == 200
    assert len(running.received) == 4


async def test_a_chair_that_is_named_back_is_no_repeat(running: RunningListener) -> None:
    """Rows without a stamp that repeat an earlier state after another change are passed on."""
    for name in ("Chair 1", "Chair 1", "Window", "Chair 1"):
        assert await running.send([{"OperatoryNum": 1, "OpName": name}], "WatchTable: Operatory") == 200
    assert [event.rows[0].OpName for event in running.received] == ["Chair 1", "Window", "Chair 1"]


def scope(key: str) -> dict[str, Any]:
    """An event's request line and headers."""
    headers = [(b"authorization", key.encode()), (b"event-type", APPOINTMENT.encode())]
    return {"type": "http", "method": "POST", "path": "/events/Appointment", "headers": headers}


async def take(listener: EventListener, body: bytes, key: str = KEY) -> int:
    """Deliver an event without a socket; returns the answer's status."""
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body}

    async def send(message: Any) -> None:
        sent.append(message)

    await listener(scope(key), receive, send)
    return int(sent[0]["status"])


_plain = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
_names = st.sampled_from(["AptNum", "Op", "Note", "x"])
_json = st.recursive(
    _plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_names, inner, max_size=3),
    max_leaves=8,
)


@cases(st.binary(max_size=60) | _json.map(lambda value: json.dumps(value).encode()))
def test_no_body_breaks_it(body: bytes) -> None:
    """Any body is either accepted or rejected."""
    assert asyncio.run(take(EventListener(KEY, ManualClock()), body)) in (200, 400)


async def test_old_repeats_are_dropped_from_memory() -> None:
    """Old repeats are dropped, so that a long day doesn't fill the memory."""
    listener, received = EventListener(KEY, ManualClock()), list[Any]()
    listener.watch(received.append)
    bodies = [json.dumps([{**VISIT, "AptNum": number}]).encode() for number in range(REPEATS_KEPT + 1)]
    for body in (*bodies, bodies[1], bodies[0]):
        assert await take(listener, body) == 200
    assert len(received) == len(bodies) + 1
    assert len(listener._repeats._marks) == REPEATS_KEPT


async def test_unsubscribing_during_a_notification() -> None:
    """A subscriber may unsubscribe during its own notification."""
    listener, received = EventListener(KEY, ManualClock()), list[Any]()
    end = listener.watch(lambda event: (received.append(event), end()))  # type: ignore[func-returns-value]
    listener.watch(received.append)
    await take(listener, json.dumps([VISIT]).encode())
    await take(listener, json.dumps([{**VISIT, "Op": 2}]).encode())
    assert len(received) == 3
