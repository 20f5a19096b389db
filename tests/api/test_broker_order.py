"""Which request is sent first, which is sent at all, and who gets whose answer."""

from __future__ import annotations

import asyncio

import pytest

from app.api import errors
from app.api.need import Need
from app.api.pace import PAID_PACE
from tests.api.conftest import MakeBench
from tests.api.script import read, write
from tests.support.manual_clock import settle

ORDERS = [
    # asked, in this order (after one in flight) -> sent in this order
    ([("/p", Need.PREFETCH), ("/c", Need.CLICK)], ["/c", "/p"]),
    ([("/r", Need.REFRESH), ("/s", Need.SCREEN), ("/c", Need.CLICK)], ["/c", "/s", "/r"]),
    ([("/1", Need.SCREEN), ("/2", Need.SCREEN), ("/3", Need.SCREEN)], ["/1", "/2", "/3"]),
    (
        [("/p1", Need.PREFETCH), ("/c1", Need.CLICK), ("/p2", Need.PREFETCH), ("/c2", Need.CLICK)],
        ["/c1", "/c2", "/p1", "/p2"],
    ),
]


@pytest.mark.parametrize(("asked", "order"), ORDERS)
async def test_order(make_bench: MakeBench, asked: list[tuple[str, Need]], order: list[str]) -> None:
    """A click overtakes everything that waits; within one need, first come, first served."""
    bench = make_bench(pace=PAID_PACE)
    bench.ask(read("/first"))
    await settle()
    for path, need in asked:
        bench.ask(read(path), need)
    await bench.clock.advance(30)
    assert bench.script.paths == ["/first", *order]


async def test_a_click_always_finds_room(make_bench: MakeBench) -> None:
    """Of six slots, prefetch uses at most three and refresh four, so that a click doesn't wait for them."""
    bench = make_bench(takes=1.0)
    for number in range(9):
        bench.ask(read(f"/prefetch{number}"), Need.PREFETCH)
    for number in range(9):
        bench.ask(read(f"/refresh{number}"), Need.REFRESH)
    await settle()
    assert bench.broker.status.in_flight == 4
    bench.ask(read("/click"))
    await settle()
    assert bench.script.paths[-1] == "/click"


async def test_never_more_than_six(make_bench: MakeBench) -> None:
    """At most six requests are in flight."""
    bench = make_bench(takes=1.0)
    for number in range(20):
        bench.ask(read(f"/{number}"))
    await settle()
    assert (bench.broker.status.in_flight, bench.broker.status.waiting) == (6, 14)
    await bench.clock.advance(10)
    assert len(bench.script.sent) == 20


async def test_equal_reads_share_an_answer(make_bench: MakeBench) -> None:
    """Two equal concurrent requests cost one."""
    bench = make_bench(takes=1.0)
    first, second = bench.ask(read("/day")), bench.ask(read("/day"), Need.REFRESH)
    await bench.clock.advance(1)
    assert first.result() is second.result()
    assert bench.script.paths == ["/day"]


async def test_a_later_equal_read_asks_again(make_bench: MakeBench) -> None:
    """Only reads in flight are shared; nothing is cached."""
    bench = make_bench()
    await bench.broker.send(read("/day"), Need.CLICK)
    await bench.broker.send(read("/day"), Need.CLICK)
    assert bench.script.paths == ["/day", "/day"]


async def test_equal_writes_are_two(make_bench: MakeBench) -> None:
    """Writes are never merged: two notes with the same text are two notes."""
    bench = make_bench()
    bench.ask(write("/note"))
    bench.ask(write("/note"))
    await settle()
    assert bench.script.paths == ["/note", "/note"]


async def test_a_read_does_not_join_one_from_before_a_write(make_bench: MakeBench) -> None:
    """A request made after a write has ended never gets an answer that was in flight before."""
    bench = make_bench(takes=1.0)
    before = bench.ask(read("/day"), Need.REFRESH)
    await bench.clock.advance(0.5)
    bench.script.takes = 0.1
    await bench.run(advance_with(bench.broker.send(write("/visit"), Need.CLICK), bench.clock, 0.1))
    after = bench.ask(read("/day"))
    await bench.clock.advance(1)
    assert bench.script.paths == ["/day", "/visit", "/day"]
    assert before.done()
    assert after.done()


async def advance_with(work, clock, seconds):
    """Await something while the clock advances."""
    task = asyncio.get_running_loop().create_task(work)
    await clock.advance(seconds)
    return await task


async def test_a_click_lifts_a_waiting_prefetch(make_bench: MakeBench) -> None:
    """A click that needs a waiting prefetch raises its priority to a click."""
    bench = make_bench(pace=PAID_PACE)
    bench.ask(read("/first"))
    await settle()
    bench.ask(read("/other"), Need.SCREEN)
    bench.ask(read("/day"), Need.PREFETCH)
    await settle()
    bench.ask(read("/day"), Need.CLICK)
    await bench.clock.advance(10)
    assert bench.script.paths == ["/first", "/day", "/other"]


async def test_a_click_that_left_lifts_nothing(make_bench: MakeBench) -> None:
    """When the click is canceled, the rest is a prefetch again."""
    bench = make_bench(pace=PAID_PACE)
    bench.ask(read("/first"))
    await settle()
    bench.ask(read("/other"), Need.SCREEN)
    bench.ask(read("/day"), Need.PREFETCH)
    await settle()
    click = bench.ask(read("/day"), Need.CLICK)
    await settle()
    click.cancel()
    await bench.clock.advance(10)
    assert bench.script.paths == ["/first", "/other", "/day"]


async def test_canceling_one_of_two_shared_requests_keeps_the_other(make_bench: MakeBench) -> None:
    """Canceling one of two that share a request doesn't cancel the other, waiting or in flight."""
    bench = make_bench(pace=PAID_PACE, takes=0.5)
    for path in ("/under-way", "/waiting"):
        first, second = bench.ask(read(path)), bench.ask(read(path))
        await settle()
        first.cancel()
        await bench.clock.advance(3)
        assert first.cancelled()
        assert second.result().status == 200
    assert bench.script.paths == ["/under-way", "/waiting"]


@pytest.mark.parametrize("request_", [read("/left"), write("/left")])
async def test_a_canceled_request_never_leaves(make_bench: MakeBench, request_) -> None:
    """A waiting request whose only caller was canceled is not sent, reads and writes alike."""
    bench = make_bench(pace=PAID_PACE)
    bench.ask(read("/first"))
    await settle()
    left = bench.ask(request_)
    await settle()
    left.cancel()
    await bench.clock.advance(10)
    assert bench.script.paths == ["/first"]
    assert bench.broker.status.waiting == 0


async def test_a_read_that_nobody_wants_is_broken_off(make_bench: MakeBench) -> None:
    """A read in flight frees its slot at once when its last caller is canceled."""
    bench = make_bench(takes=60.0)
    left = bench.ask(read("/slow"))
    await settle()
    left.cancel()
    await settle()
    assert bench.script.broken_off == ["/slow"]
    assert bench.broker.status.in_flight == 0


async def test_a_write_goes_on_without_its_asker(make_bench: MakeBench) -> None:
    """Closing a screen never aborts a write in flight."""
    bench = make_bench(takes=1.0)
    left = bench.ask(write("/visit"))
    await settle()
    left.cancel()
    await bench.clock.advance(1)
    assert left.cancelled()
    assert bench.script.broken_off == []
    assert bench.broker.status.in_flight == 0


async def test_canceled_in_the_turn_it_was_sent(make_bench: MakeBench) -> None:
    """A request canceled before its task ran leaves no slot taken."""
    bench = make_bench(takes=1.0)
    asked = [bench.ask(read(f"/{number}")) for number in range(6)]
    await asyncio.sleep(0)
    for task in asked:
        task.cancel()
    await settle()
    assert bench.broker.status.in_flight == 0
    assert (await advance_with(bench.broker.send(read("/next"), Need.CLICK), bench.clock, 1)).status == 200


async def test_closing(make_bench: MakeBench) -> None:
    """On closing, unsent requests get Canceled and a write in flight ConnectionLost: nobody waits forever."""
    bench = make_bench(pace=PAID_PACE, takes=5.0)
    flying = bench.ask(write("/visit"))
    await settle()
    waiting = bench.ask(read("/day"))
    await settle()
    await bench.broker.aclose()
    assert isinstance(flying.exception(), errors.ConnectionLost)
    assert isinstance(waiting.exception(), errors.Canceled)
    with pytest.raises(errors.Canceled):
        await bench.broker.send(read("/day"), Need.CLICK)
