"""Limits for one customer key."""

from __future__ import annotations

import asyncio
import threading
from contextlib import ExitStack

import pytest

from app.core.tasks import TaskScope
from app.practice.server import door
from app.practice.server.database import DatabaseThread
from app.practice.server.load import (
    MOST_BYTES,
    MOST_REQUESTS,
    QUERY_SECONDS,
    QUERY_SHARE,
    ROOM_SECONDS,
    Deadline,
    Load,
    QueryLine,
    QueryTime,
)
from app.practice.server.refusals import TookTooLong, TooMany
from app.practice.sql.limits import MOST_SECONDS, TOO_LONG
from tests.practice import office
from tests.practice.conftest import Desk, OfficeClock, good, refused
from tests.support.manual_clock import settle


def test_requests_at_once_are_limited() -> None:
    """One more than a thousand at once is told to wait; one that ended makes room."""
    load = Load()
    with ExitStack() as others:
        for _ in range(MOST_REQUESTS - 1):
            others.enter_context(load.entered())
        with load.entered(), pytest.raises(TooMany) as refusal, load.entered():
            pass
        assert refusal.value.retry_after == 1
        with load.entered():
            pass


def test_bytes_at_once_are_limited() -> None:
    """Bodies that are too much together are refused; each gives its bytes back, refused or not."""
    load = Load()
    with load.entered() as take:
        take(MOST_BYTES)
        with pytest.raises(TooMany), load.entered() as more:
            more(1)
    with load.entered() as take:
        take(MOST_BYTES)


def test_the_time_of_queries_is_limited() -> None:
    """Two minutes of queries at a stretch; then half of the time, and a refusal says when."""
    clock = OfficeClock()
    time = QueryTime(clock)
    clock.pass_(hours=1)
    assert time.left() == QUERY_SECONDS
    time.spend(QUERY_SECONDS + 29)
    with pytest.raises(TooMany) as refusal:
        time.left()
    assert refusal.value.retry_after == 30 / QUERY_SHARE
    clock.pass_(seconds=60)
    assert time.left() == 1


class Nobody:
    """Takes the place of what runs queries."""

    def stop(self) -> None:
        """Nothing runs."""

    def close(self) -> None:
        """Nothing is open."""


async def test_a_query_gets_what_is_left_of_its_request() -> None:
    """A request that waited has less time; one that waited for a minute is not started."""
    clock = OfficeClock()
    given: list[float] = []
    line = QueryLine(Nobody(), clock)  # type: ignore[arg-type]
    try:
        deadline = Deadline.of_arrival(clock)
        clock.pass_(seconds=20)
        await line.run(lambda _, seconds: given.append(seconds), deadline)
        assert given == [MOST_SECONDS - ROOM_SECONDS - 20]
        clock.pass_(seconds=40 - ROOM_SECONDS)
        with pytest.raises(TookTooLong):
            await line.run(lambda _, seconds: given.append(seconds), deadline)
        assert len(given) == 1
    finally:
        line.close()


async def test_a_query_during_which_the_computer_slept_costs_what_it_may_take_at_most() -> None:
    """It was charged for the whole night: no query was answered for hours."""
    clock = OfficeClock()
    line = QueryLine(Nobody(), clock)  # type: ignore[arg-type]
    try:
        await line.run(lambda _, __: clock.pass_(hours=21), Deadline.of_arrival(clock))
        await line.run(lambda _, __: None, Deadline.of_arrival(clock))
    finally:
        line.close()


async def test_who_waits_in_line_is_answered_in_time(tasks: TaskScope) -> None:
    """A request behind a long one gets its 504 at its own deadline, and is not done afterwards."""
    clock, thread, ends = OfficeClock(), DatabaseThread(), threading.Event()
    done: list[str] = []
    deadline = Deadline(clock, clock.monotonic() + 0.01)
    first = tasks.start(thread.run(ends.wait), "first")
    await settle()
    try:
        with pytest.raises(TookTooLong):
            await deadline.run(thread, lambda: done.append("late"))
    finally:
        ends.set()
        await first
        thread.close()
    assert done == []


async def test_the_time_of_a_request_begins_when_it_arrives(desk: Desk) -> None:
    """A body that arrives slowly takes of the request's time; the rest is too little to begin with."""
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        desk.clock.pass_(seconds=59)
        return {"type": "http.request", "body": b'{"Note": "late"}'}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "PUT",
        "path": f"/api/v1/appointments/{office.VISIT}/Note",
        "query_string": b"",
    }
    await desk.practice.asgi(scope | {"headers": headers_of(desk)}, receive, send)
    assert (sent[0]["status"], sent[1]["body"]) == (504, TOO_LONG.encode())
    assert "late" not in (await desk.rows(f"/appointments/{office.VISIT}"))["Note"]


async def test_a_query_does_not_hold_up_the_others(desk: Desk, tasks: TaskScope) -> None:
    """While a query runs, the practice serves everything else."""
    if "://" in desk.address:
        pytest.skip("MariaDB ends a query by its own clock")
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"
    query = tasks.start(desk.put("/queries/ShortQuery", SqlCommand=endless), "query")
    waiting = tasks.start(desk.put("/queries/ShortQuery", SqlCommand="SELECT 1"), "waiting")
    for _ in range(5):
        good(await desk.put(f"/appointments/{office.VISIT}/Note", Note="meanwhile"))
    assert not query.done()
    desk.clock.pass_(seconds=60)
    refused(await query, 504)
    refused(await waiting, 504)


async def test_a_strangers_body_is_not_read(desk: Desk) -> None:
    """Without the right keys a request is refused before its body is read."""
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        raise AssertionError("read")

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "PUT", "path": "/api/v1/appointments/1", "query_string": b""}
    await desk.practice.asgi(scope | {"headers": [(b"authorization", b"ODFHIR a/b")]}, receive, send)
    assert sent[0]["status"] == 401


def headers_of(desk: Desk) -> list[tuple[bytes, bytes]]:
    """The headers of every request."""
    keys = desk.practice.keys.header.encode()
    return [(b"authorization", keys), (b"content-type", b"application/json")]


async def test_a_body_that_does_not_arrive_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body has a minute to arrive: until then it counts among the requests of its key."""
    monkeypatch.setattr(door, "BODY_SECONDS", 0.01)
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        await asyncio.Event().wait()
        raise AssertionError("nothing arrives")

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "PUT", "path": "/api/v1/appointments/1", "query_string": b""}
    await desk.practice.asgi(scope | {"headers": headers_of(desk)}, receive, send)
    assert (sent[0]["status"], sent[1]["body"]) == (400, door.TOO_SLOW.encode())


async def test_what_finds_no_memory_can_be_asked_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that finds no memory beside a query changes nothing, and is told to come again."""

    def handle(*_: object) -> None:
        raise MemoryError

    path = f"/appointments/{office.VISIT}/Note"
    with monkeypatch.context() as patched:
        patched.setattr(door.Door, "_handle", handle)
        answer = await desk.put(path, Note="x")
    refused(answer, 429, "memory")
    assert answer.headers["retry-after"] == "1"
    good(await desk.put(path, Note="x"))
