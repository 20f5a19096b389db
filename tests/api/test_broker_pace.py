"""A key's rate limit, kept and shown."""

from __future__ import annotations

import pytest

from app.api import errors
from app.api.modes import Mode, pace
from app.api.need import Need
from app.api.pace import ENTERPRISE_PACE, NO_PACE, PAID_PACE, READ_ALL_PACE, Pace
from app.api.status import BrokerStatus
from app.api.transport import Answer
from app.wire.permissions import Permission
from tests.api.conftest import MakeBench
from tests.api.script import read, write
from tests.support.manual_clock import settle

ALL = frozenset(Permission)
READ = frozenset({Permission.READ_ALL})
PAID = READ | {Permission.COMM}


@pytest.mark.parametrize(
    ("mode", "permissions", "expected"),
    [
        (Mode.REMOTE, READ, READ_ALL_PACE),
        (Mode.REMOTE, PAID, PAID_PACE),
        (Mode.REMOTE, ALL, ENTERPRISE_PACE),
        (Mode.REMOTE, None, PAID_PACE),
        (Mode.LOCAL, READ, NO_PACE),
        (Mode.SERVICE, READ, NO_PACE),
        (Mode.HUB, READ, NO_PACE),
        (Mode.TRAINING, READ, NO_PACE),
    ],
)
def test_pace_of_a_key(mode: Mode, permissions: frozenset[Permission] | None, expected: Pace) -> None:
    """Only Remote is limited, by the key's permissions."""
    assert pace(mode, permissions) is expected


@pytest.mark.parametrize(
    ("pace_", "takes", "starts"),
    [
        (PAID_PACE, 0.2, [0, 1.02, 2.04]),
        (PAID_PACE, 1.5, [0, 1.5, 3.0]),  # one at a time: a slow answer holds the next
        (ENTERPRISE_PACE, 0.1, [0, 0.51, 1.02]),
        (READ_ALL_PACE, 2.0, [0, 5.1, 10.2]),  # the request's own 2 s are part of the 5
        (READ_ALL_PACE, 7.0, [0, 7.0, 14.0]),
        (NO_PACE, 1.0, [0, 0, 0]),
    ],
)
async def test_starts(make_bench: MakeBench, pace_: Pace, takes: float, starts: list[float]) -> None:
    """The key's interval, plus a margin for the network, passes between starts; never two at once."""
    bench = make_bench(pace=pace_, takes=takes)
    for number in range(3):
        bench.ask(read(f"/{number}"))
    await bench.clock.advance(30)
    assert [sent.at for sent in bench.script.sent] == starts


async def test_writes_keep_the_pace_too(make_bench: MakeBench) -> None:
    """All requests of a key count, not only reads."""
    bench = make_bench(pace=PAID_PACE)
    bench.ask(write("/1"))
    bench.ask(write("/2"))
    await bench.clock.advance(5)
    assert [sent.at for sent in bench.script.sent] == [0, 1.02]


async def test_idle_time_is_not_saved_up(make_bench: MakeBench) -> None:
    """A long pause allows no burst: two requests after it keep their distance."""
    bench = make_bench(pace=PAID_PACE)
    await bench.clock.advance(60)
    bench.ask(read("/1"))
    bench.ask(read("/2"))
    await bench.clock.advance(5)
    assert [sent.at for sent in bench.script.sent] == [60, 61.02]


async def test_a_canceled_read_still_counts(make_bench: MakeBench) -> None:
    """A read aborted in flight has used its turn."""
    bench = make_bench(pace=PAID_PACE, takes=10)
    left = bench.ask(read("/1"))
    await settle()
    left.cancel()
    bench.ask(read("/2"))
    await bench.clock.advance(5)
    assert [sent.at for sent in bench.script.sent] == [0, 1.02]


async def test_the_pace_changes_when_the_key_is_known(make_bench: MakeBench) -> None:
    """A higher limit than assumed applies from the next request on."""
    bench = make_bench(pace=READ_ALL_PACE)
    bench.ask(read("/1"))
    await settle()
    bench.ask(read("/2"))
    await settle()
    bench.broker.set_pace(ENTERPRISE_PACE)
    await bench.clock.advance(5)
    assert [sent.at for sent in bench.script.sent] == [0, 0.51]


async def test_a_429_of_an_unknown_key_slows_to_the_slowest_pace(make_bench: MakeBench) -> None:
    """While the permissions are unknown, a 429 means the free key; a known key keeps its limit."""
    for known, text in ((False, READ_ALL_PACE.text), (True, PAID_PACE.text)):
        bench = make_bench(pace=PAID_PACE)
        if known:
            bench.broker.set_pace(PAID_PACE)
        bench.script.then("/1", Answer(429, {"retry-after": "3"}, b""))
        bench.ask(read("/1"))
        await bench.clock.advance(10)
        assert bench.broker.status.pace_text == text


async def test_retry_after_holds_what_nobody_waits_for(make_bench: MakeBench) -> None:
    """After a 429 only a click is sent before its Retry-After; then the refused one goes first."""
    bench = make_bench(pace=PAID_PACE)
    bench.broker.set_pace(PAID_PACE)
    bench.script.then("/1", Answer(429, {"retry-after": "7"}, b"busy"))
    first = bench.ask(read("/1"), Need.SCREEN)
    bench.ask(read("/2"), Need.REFRESH)
    await bench.clock.advance(30)
    assert [(sent.at, sent.path) for sent in bench.script.sent] == [(0, "/1"), (7.125, "/1"), (8.145, "/2")]
    assert first.result().status == 200


async def test_a_person_does_not_wait_for_a_pause(make_bench: MakeBench) -> None:
    """A write, and a read requested again (F5), are sent at once while a 429 holds everything else."""
    bench = make_bench(pace=PAID_PACE)
    bench.broker.set_pace(PAID_PACE)
    bench.script.then("/day", Answer(429, {"retry-after": "86400"}, b"busy"))
    bench.ask(read("/day"), Need.REFRESH)
    bench.ask(read("/names"), Need.REFRESH)
    await bench.clock.advance(10)
    bench.ask(write("/visit"))
    again = bench.ask(read("/day"))
    await bench.clock.advance(10)
    assert [(sent.at, sent.path) for sent in bench.script.sent] == [
        (0, "/day"),
        (10, "/visit"),
        (11.02, "/day"),
    ]
    assert again.result().status == 200
    await bench.clock.advance(60)
    assert bench.script.paths[3:] == ["/names"]


async def test_status_under_way(make_bench: MakeBench) -> None:
    """How many wait, when the next is sent and when the last may be sent, as numbers."""
    bench = make_bench(pace=PAID_PACE, takes=0.1)
    seen: list[BrokerStatus] = []
    unwatch = bench.broker.watch(seen.append)
    for number in range(4):
        bench.ask(read(f"/{number}"))
    await bench.clock.advance(0.5)
    status = bench.broker.status
    assert (status.waiting, status.in_flight) == (3, 0)
    assert status.next_in == pytest.approx(0.52)
    assert str(status.pace_text) == "1 request a second"
    assert status.clear_in == pytest.approx(2.56, abs=0.1)
    assert status.last_answer == pytest.approx(0.1)
    await bench.clock.advance(10)
    assert bench.broker.status.waiting == 0
    assert seen[-1].waiting == 0
    told = len(seen)
    unwatch()
    bench.ask(read("/more"))
    await bench.clock.advance(5)
    assert len(seen) == told


async def test_429_gives_up(make_bench: MakeBench) -> None:
    """A wait longer than a click's timeout is reported immediately."""
    bench = make_bench()
    bench.script.then("/1", Answer(429, {"retry-after": "30"}, b""))
    asked = bench.ask(read("/1"))
    await settle()
    error = asked.exception()
    assert isinstance(error, errors.TooManyRequests)
    assert error.retry_after == 30
