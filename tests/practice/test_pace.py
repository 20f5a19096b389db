"""The rate limit of a customer key, and simulated faults."""

from __future__ import annotations

import asyncio

import pytest

from app.core.tasks import TaskScope
from app.practice.server.faults import Fault, Faults
from app.practice.server.load import Deadline
from app.practice.server.pace import PACES, Gate, PaceRule
from app.practice.server.refusals import TookTooLong, TooMany
from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused
from tests.support.manual_clock import ManualClock, settle

VISIT = f"/appointments/{office.VISIT}"


@pytest.mark.parametrize(("pace", "seconds"), [("read-all", 5.0), ("paid", 1.0), ("enterprise", 0.5)])
async def test_requests_are_held_to_the_pace(open_desk: Opener, pace: str, seconds: float) -> None:
    """The first request is processed at once, each further one after the key's interval."""
    desk = open_desk(pace=PACES[pace])
    for _ in range(3):
        good(await desk.get("/operatories"))
    assert desk.clock.slept == [seconds, seconds]
    desk.clock.pass_(seconds=60)
    good(await desk.get("/operatories"))
    assert len(desk.clock.slept) == 2


async def test_an_unpaced_practice_holds_nobody(desk: Desk) -> None:
    """Local and Service mode have no rate limit."""
    for _ in range(20):
        good(await desk.get("/operatories"))
    assert desk.clock.slept == []


@pytest.mark.parametrize("refuses", [True, False])
async def test_too_many_in_the_queue_are_refused(tasks: TaskScope, *, refuses: bool) -> None:
    """More than the queue holds get 429 with the seconds to wait, or with the switch off are all queued."""
    clock = ManualClock()
    gate = Gate(PaceRule(1.0, depth=2), clock, refuses=refuses)
    through: list[float | int | None] = []

    async def ask() -> None:
        try:
            await gate.enter(Deadline.of_arrival(clock))
        except TooMany as refusal:
            through.append(refusal.retry_after)
        else:
            through.append(clock.monotonic())

    for _ in range(5):
        tasks.start(ask(), "ask")
    await clock.advance(10.0)
    assert through == ([0.0, 1, 1, 1.0, 2.0] if refuses else [0.0, 1.0, 2.0, 3.0, 4.0])


async def test_a_turn_that_comes_too_late_is_not_taken(tasks: TaskScope) -> None:
    """Who would wait for more than a request's time gets 504 at its end, and the turn is another request's."""
    clock = ManualClock()
    gate = Gate(PaceRule(40.0), clock, refuses=False)
    through: list[tuple[str, float]] = []

    async def ask(name: str) -> None:
        try:
            await gate.enter(Deadline.of_arrival(clock))
        except TookTooLong:
            name = f"not {name}"
        through.append((name, clock.monotonic()))

    for name in "abc":
        tasks.start(ask(name), name)
    await clock.advance(60.0)
    assert through == [("a", 0.0), ("b", 40.0), ("not c", 59.0)]
    tasks.start(ask("d"), "d")
    await clock.advance(20.0)
    assert through[3:] == [("d", 80.0)]


def faulty(open_desk: Opener) -> tuple[Desk, Faults]:
    """A practice with the test instrument."""
    faults = Faults()
    return open_desk(faults=faults), faults


@pytest.mark.parametrize(
    ("fault", "status", "done"),
    [
        (Fault.TIMEOUT_BEFORE, 504, False),
        (Fault.TIMEOUT_AFTER, 504, True),
        (Fault.SERVER_ERROR, 500, False),
        (Fault.BUSY, 429, False),
        (Fault.GARBAGE, 200, True),
    ],
)
async def test_a_planned_fault_happens_once(
    open_desk: Opener, fault: Fault, status: int, *, done: bool
) -> None:
    """A fault affects the next request of its method, and defines whether the work was done."""
    desk, faults = faulty(open_desk)
    faults.plan("Appointments.append_note", fault)
    answer = await desk.put(f"{VISIT}/Note", Note="x")
    assert (answer.status_code, answer.headers.get("retry-after")) == (status, "1" if status == 429 else None)
    assert ("x" in (await desk.rows(VISIT))["Note"]) is done
    good(await desk.put(f"{VISIT}/Note", Note="y"))
    assert faults.seen == ["Appointments.append_note", "Appointments.get", "Appointments.append_note"]


@pytest.mark.parametrize(("fault", "done"), [(Fault.DROP_BEFORE, False), (Fault.DROP_AFTER, True)])
async def test_a_dropped_connection_breaks(open_desk: Opener, fault: Fault, *, done: bool) -> None:
    """In process a dropped connection is a ConnectionResetError, before or after the work."""
    desk, faults = faulty(open_desk)
    faults.plan("Appointments.append_note", fault)
    with pytest.raises(ConnectionResetError):
        await desk.put(f"{VISIT}/Note", Note="x")
    assert ("x" in (await desk.rows(VISIT))["Note"]) is done


@pytest.mark.parametrize(("fault", "done"), [(Fault.HANG_BEFORE, False), (Fault.HANG_AFTER, True)])
async def test_a_hanging_request_ends_with_its_caller(
    open_desk: Opener, tasks: TaskScope, fault: Fault, *, done: bool
) -> None:
    """A hanging request never answers; the practice still serves others."""
    desk, faults = faulty(open_desk)
    faults.plan("Appointments.append_note", fault)
    asking = tasks.start(desk.put(f"{VISIT}/Note", Note="x"), "asking")
    while "Appointments.append_note" not in faults.seen:
        await asyncio.sleep(0)
    while done and "x" not in (await desk.rows(VISIT))["Note"]:
        assert not asking.done()
    await settle()
    assert not asking.done()
    asking.cancel()
    await asyncio.wait([asking])
    assert asking.cancelled()
    assert ("x" in (await desk.rows(VISIT))["Note"]) is done


async def test_a_late_write_comes_when_it_is_delivered(open_desk: Opener) -> None:
    """After a 504 the work may still be done, later."""
    desk, faults = faulty(open_desk)
    faults.plan("Appointments.append_note", Fault.TIMEOUT_LATE)
    refused(await desk.put(f"{VISIT}/Note", Note="x"), 504)
    assert "x" not in (await desk.rows(VISIT))["Note"]
    await faults.deliver_late()
    assert "x" in (await desk.rows(VISIT))["Note"]


async def test_an_unreachable_practice_comes_back(open_desk: Opener) -> None:
    """While unreachable nothing gets through; afterwards everything is as before."""
    desk, faults = faulty(open_desk)
    faults.unreachable = True
    with pytest.raises(ConnectionRefusedError):
        await desk.get(VISIT)
    faults.unreachable = False
    good(await desk.get(VISIT))


async def test_closing_ends_what_has_begun(open_desk: Opener) -> None:
    """A practice that closes while a request hangs leaves nothing behind."""
    desk, faults = faulty(open_desk)
    faults.plan("Operatories.list", Fault.HANG_AFTER)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await desk.get("/operatories")
