"""What is retried, what never is, and how an office that is down is protected."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.api import errors
from app.api.need import Need
from app.api.request import Request
from app.api.retry import LONGEST_BACKOFF, UNSAID_RETRY_AFTER, pause, retry_after
from app.api.transport import Answer, TransportLost, TransportNotSent
from tests.api.conftest import MakeBench
from tests.api.script import GOOD, read, write
from tests.support.manual_clock import settle

DOWN = TransportNotSent("ConnectError")
BROKEN = TransportLost("ReadError", timed_out=False)
SILENT = TransportLost("TimeoutError", timed_out=True)
FAULT = Answer(500, {}, b"")
GATEWAY = Answer(504, {}, b"")
BUSY = Answer(429, {"retry-after": "1"}, b"")

FAILURES = [
    (DOWN, errors.Unreachable),
    (BROKEN, errors.ConnectionLost),
    (SILENT, errors.TimedOut),
    (FAULT, errors.ServerFault),
    (GATEWAY, errors.GatewayTimeout),
]


@pytest.mark.parametrize("outcome", [failure for failure, _ in FAILURES] + [BUSY])
async def test_a_read_goes_out_again(make_bench: MakeBench, outcome: Answer | Exception) -> None:
    """A click's read that failed temporarily is retried automatically."""
    bench = make_bench()
    bench.script.then("/day", outcome, GOOD)
    asked = bench.ask(read("/day"))
    await bench.clock.advance(10)
    assert asked.result() is GOOD
    assert len(bench.script.sent) == 2


@pytest.mark.parametrize(("outcome", "error"), FAILURES)
async def test_a_write_leaves_once(
    make_bench: MakeBench, outcome: Answer | Exception, error: type[errors.ApiError]
) -> None:
    """A failed write is never sent again, whatever the failure."""
    bench = make_bench()
    bench.script.then("/visit", outcome, GOOD)
    asked = bench.ask(write("/visit"))
    await bench.clock.advance(100)
    failure = asked.exception()
    assert type(failure) is error
    assert not failure.reads
    assert len(bench.script.sent) == 1


async def test_a_write_that_was_not_taken_on_goes_out_when_told(make_bench: MakeBench) -> None:
    """429 means that nothing was done, so the write is sent after Retry-After: that is still once."""
    bench = make_bench()
    bench.script.then("/visit", BUSY, GOOD)
    asked = bench.ask(write("/visit"))
    await bench.clock.advance(10)
    assert asked.result() is GOOD
    assert [sent.at for sent in bench.script.sent] == [0, 1.125]


async def test_a_refused_write_that_nobody_wants_is_over(make_bench: MakeBench) -> None:
    """A write that got 429 after its caller was canceled is not sent again."""
    bench = make_bench(takes=1.0)
    bench.script.then("/visit", BUSY, GOOD)
    asked = bench.ask(write("/visit"))
    await settle()
    asked.cancel()
    await bench.clock.advance(30)
    assert len(bench.script.sent) == 1


@pytest.mark.parametrize("need", list(Need))
@pytest.mark.parametrize(("outcome", "error"), FAILURES)
async def test_tries_are_bounded(
    make_bench: MakeBench, outcome: Answer | Exception, error: type[errors.ApiError], need: Need
) -> None:
    """A read that keeps failing is given up, the sooner the lower its priority; prefetch is tried once."""
    bench = make_bench()
    bench.script.then("/day", *[outcome] * 50)
    asked = bench.ask(read("/day"), need)
    await bench.clock.advance(500)
    failure = asked.exception()
    assert type(failure) is error
    assert failure.reads or isinstance(failure, errors.Unreachable)
    assert len(bench.script.sent) <= (1 if need is Need.PREFETCH else 3)


@pytest.mark.parametrize("status", [400, 401, 404, 410])
async def test_a_refusal_is_final(make_bench: MakeBench, status: int) -> None:
    """What the office refused is not requested again."""
    bench = make_bench()
    bench.script.then("/day", Answer(status, {}, b"no"))
    asked = bench.ask(read("/day"))
    await bench.clock.advance(100)
    assert isinstance(asked.exception(), errors.Refused)
    assert len(bench.script.sent) == 1


def test_backoff_grows_with_full_jitter() -> None:
    """The delay is random between zero and a bound that doubles, up to a limit."""
    fault = errors.ServerFault("Test")
    bounds = [pause(fault, tries, Need.CLICK, reads=True, draw=lambda: 1.0) for tries in (1, 2, 3)]
    assert bounds == [0.5, 1.0, None]
    assert pause(fault, 1, Need.CLICK, reads=True, draw=lambda: 0.0) == 0.0
    assert LONGEST_BACKOFF == 8.0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": " 0.5 "}, 0.5),
        ({"retry-after": "-2"}, UNSAID_RETRY_AFTER),
        ({}, UNSAID_RETRY_AFTER),
        ({"retry-after": "soon"}, UNSAID_RETRY_AFTER),
        ({"retry-after": "nan"}, UNSAID_RETRY_AFTER),
        ({"retry-after": "Mon, 23 Nov 2026 08:00:09 GMT"}, UNSAID_RETRY_AFTER),
        (
            {"retry-after": "Mon, 23 Nov 2026 08:00:09 GMT", "date": "Mon, 23 Nov 2026 08:00:00 GMT"},
            9.0,
        ),
        ({"retry-after": "86400"}, 60.0),
        ({"retry-after": "9" * 400}, 60.0),
        (
            {"retry-after": "Tue, 24 Nov 2026 08:00:00 GMT", "date": "Mon, 23 Nov 2026 08:00:00 GMT"},
            60.0,
        ),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float) -> None:
    """Retry-After is seconds or a time of the office's own clock, at most a minute; five seconds if it is missing."""
    assert retry_after(headers) == seconds


async def test_connected_is_what_the_last_try_says(make_bench: MakeBench) -> None:
    """A failure to reach the office shows at once, and so does any answer after it, even a refusal."""
    bench = make_bench()
    seen: list[bool] = []
    bench.broker.watch(lambda status: seen.append(status.connected))
    bench.script.then("/1", DOWN, DOWN)
    bench.ask(read("/1"))
    await bench.clock.advance(5)
    assert bench.broker.status.connected is False
    bench.script.then("/2", Answer(404, {}, b""))
    bench.ask(read("/2"))
    await settle()
    assert bench.broker.status.connected is True
    assert False in seen
    assert seen[-1] is True


@pytest.mark.parametrize("need", [Need.REFRESH, Need.PREFETCH])
async def test_little_needed_fails_fast_while_down(make_bench: MakeBench, need: Need) -> None:
    """While the office is down, refresh and prefetch fail at once, except for one probe after each pause."""
    bench = make_bench()
    await take_down(bench, write)
    before = len(bench.script.sent)
    bench.script.then("/day", DOWN, DOWN)
    for _ in range(5):
        with pytest.raises(errors.Unreachable):
            await bench.broker.send(read("/day"), need)
    assert len(bench.script.sent) == before
    await bench.clock.advance(1)
    asked = [bench.ask(read("/day"), need), bench.ask(read("/other"), need)]
    await settle()
    assert len(bench.script.sent) == before + 1
    assert all(isinstance(each.exception(), errors.Unreachable) for each in asked)
    await bench.clock.advance(1)
    bench.ask(read("/day"), need)
    await settle()
    assert len(bench.script.sent) == before + 1  # the second pause is longer
    await bench.clock.advance(2)
    bench.ask(read("/other"), need)
    await settle()
    assert bench.script.paths[-1] == "/other"
    assert bench.broker.status.connected is True


async def test_clicks_still_try_while_down(make_bench: MakeBench) -> None:
    """A click is always sent, reads and writes, and its success is noticed."""
    bench = make_bench()
    await take_down(bench, write)
    answer = await bench.broker.send(write("/visit"), Need.CLICK)
    assert answer is GOOD
    assert bench.broker.status.connected is True


async def test_what_waits_fails_when_the_office_goes_down(make_bench: MakeBench) -> None:
    """Requests waiting behind the failure fail with it instead of queueing for a dead server; clicks stay."""
    bench = make_bench(takes=5.0)
    bench.script.then("/0", DOWN)
    for number in range(6):
        bench.ask(write(f"/{number}"))
    await settle()
    screen, click = bench.ask(read("/screen"), Need.SCREEN), bench.ask(read("/click"))
    await settle()
    await bench.clock.advance(5)
    assert isinstance(screen.exception(), errors.Unreachable)
    await bench.clock.advance(10)
    assert click.result() is GOOD
    assert "/screen" not in bench.script.paths


async def test_screens_take_turns_while_down(make_bench: MakeBench) -> None:
    """While the office is down, only one of a screen's reads is tried, and the others get its result."""
    bench = make_bench()
    await take_down(bench, write)
    bench.script.takes = 5.0
    bench.script.then("/1", DOWN, DOWN)
    asked = [bench.ask(read(f"/{number}"), Need.SCREEN) for number in (1, 2, 3)]
    await bench.clock.advance(20)
    assert [sent.path for sent in bench.script.sent[1:]] == ["/1", "/1"]
    assert all(isinstance(each.exception(), errors.Unreachable) for each in asked)


async def test_one_slow_query_does_not_mean_that_the_office_is_down(make_bench: MakeBench) -> None:
    """A timeout while other requests were answered doesn't count as the office being down."""
    bench = make_bench(takes=65.0)
    bench.script.then("/slow", SILENT)
    bench.ask(write("/slow"))
    await settle()
    bench.script.takes = 0.0
    await bench.clock.advance(10)
    await bench.broker.send(read("/quick"), Need.CLICK)
    await bench.clock.advance(60)
    assert bench.broker.status.connected is True


async def test_silence_is_a_dead_office(make_bench: MakeBench) -> None:
    """A timeout with nothing else answered meanwhile does."""
    bench = make_bench(takes=65.0)
    bench.script.then("/slow", SILENT)
    bench.ask(write("/slow"))
    await bench.clock.advance(70)
    assert bench.broker.status.connected is False


async def test_a_mistake_of_our_own_leaves_nobody_waiting(make_bench: MakeBench) -> None:
    """A transport that violates its contract ends the request, and the bug is reported."""
    bench = make_bench()
    bench.script.then("/day", ZeroDivisionError())
    asked = bench.ask(read("/day"))
    await settle()
    assert isinstance(asked.exception(), errors.Canceled)
    assert [type(mistake) for mistake in bench.mistakes] == [ZeroDivisionError]
    bench.mistakes.clear()
    assert bench.broker.status.in_flight == 0


async def take_down(bench, make: Callable[[str], Request]) -> None:
    """Let the office be found down."""
    bench.script.then("/down", DOWN)
    with pytest.raises(errors.Unreachable):
        await bench.broker.send(make("/down"), Need.CLICK)


async def test_after_a_sleep_reads_leave_again_and_writes_dont(make_bench: MakeBench) -> None:
    """Connections from before are dropped; the read in flight is sent anew, the write is not sent twice."""
    bench = make_bench(takes=50.0)
    day, visit = bench.ask(read("/day")), bench.ask(write("/visit"))
    await settle()
    bench.script.takes = 0.0
    bench.broker.reconnect()
    await bench.clock.advance(1)
    assert bench.script.dropped == 1
    assert day.result() is GOOD
    assert not visit.done()
    await bench.clock.advance(100)
    assert visit.result() is GOOD
    assert bench.script.paths == ["/day", "/visit", "/day"]
    assert bench.script.broken_off == ["/day"]


async def test_after_a_sleep_nobody_waits_for_the_circuit(make_bench: MakeBench) -> None:
    """An office that was away before the sleep is asked at once, also by a refresh."""
    bench = make_bench()
    bench.script.then("/day", *[DOWN] * 4)
    for _ in range(4):
        bench.ask(read("/day"), Need.REFRESH)
        await bench.clock.advance(5)
    bench.ask(read("/day"), Need.REFRESH)
    bench.script.then("/day", DOWN)
    await settle()
    sent = len(bench.script.sent)
    bench.broker.reconnect()
    bench.ask(read("/day"), Need.REFRESH)
    await settle()
    assert len(bench.script.sent) == sent + 1
