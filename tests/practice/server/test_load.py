"""Limits for one customer key."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack

import pytest

from app.core.tasks import TaskScope
from app.practice.server import door
from app.practice.server.load import (
    MOST_BYTES,
    MOST_REQUESTS,
    QUERY_SECONDS,
    QUERY_SHARE,
    Load,
    QueryLine,
    QueryTime,
    in_time,
)
from app.practice.server.refusals import TookTooLong, TooMany
from app.practice.sql.limits import MOST_SECONDS
from tests.practice import office
from tests.practice.conftest import Desk, OfficeClock, good, refused


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


async def test_a_query_gets_what_is_left_of_its_request() -> None:
    """A request that waited has less time; one that waited for a minute is not started."""
    clock = OfficeClock()
    given: list[float] = []

    class Nobody:
        def stop(self) -> None:
            """Nothing runs."""

        def close(self) -> None:
            """Nothing is open."""

    line = QueryLine(Nobody(), clock)  # type: ignore[arg-type]
    try:
        clock.pass_(seconds=20)
        await line.run(lambda _, seconds: given.append(seconds), 0)
        assert given == [MOST_SECONDS - 20]
        clock.pass_(seconds=40)
        with pytest.raises(TookTooLong):
            await line.run(lambda _, seconds: given.append(seconds), 0)
        assert len(given) == 1
    finally:
        line.close()
    assert in_time(59) == 1


async def test_a_query_does_not_hold_up_the_others(desk: Desk, tasks: TaskScope) -> None:
    """While a query runs, the practice serves everything else."""
    if "://" in desk.address:
        pytest.skip("MariaDB ends a query by its own clock")
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"
    query = tasks.start(desk.put("/queries/ShortQuery", SqlCommand=endless), "query")
    for _ in range(5):
        good(await desk.put(f"/appointments/{office.VISIT}/Note", Note="meanwhile"))
    assert not query.done()
    desk.clock.pass_(seconds=61)
    refused(await query, 504)


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


async def test_a_body_that_does_not_arrive_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body has a minute to arrive: until then it counts among the requests of its key."""
    monkeypatch.setattr(door, "BODY_SECONDS", 0.01)
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        await asyncio.Event().wait()
        raise AssertionError("nothing arrives")

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    headers = [
        (b"authorization", desk.practice.keys.header.encode()),
        (b"content-type", b"application/json"),
    ]
    scope = {"type": "http", "method": "PUT", "path": "/api/v1/appointments/1", "query_string": b""}
    await desk.practice.asgi(scope | {"headers": headers}, receive, send)
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
