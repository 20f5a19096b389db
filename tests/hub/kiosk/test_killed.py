"""A hub that is gone in the middle of a check-in: the appointment is marked once, or the patient saw the desk."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.core.tasks import TaskScope
from app.hub.kiosk.arrival_rows import LEASE
from app.hub.kiosk.arriving import LATE_WRITE, Arriving
from app.practice.server.app import Practice
from app.practice.server.faults import Fault, Faults
from app.wire.hub.actions import Nothing
from app.wire.hub.check_in import ARRIVALS, Arrival, ArrivalResult, Why
from app.wire.hub.kiosk import ARRIVE, IDENTIFY, Arrive, Identify, Outcome
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice, hub_office
from tests.support.waiting_room import BORN, WaitingRoom

GET, CONFIRM = "Appointments.get", "Appointments.confirm"


class TwoHubs:
    """Two hubs on one database, one after the other or at once."""

    def __init__(self, practice: Practice, clock: FastClock, faults: Faults, path: Path) -> None:
        self.practice, self.clock, self.faults, self.path = practice, clock, faults, path

    @contextlib.asynccontextmanager
    async def start(self) -> AsyncIterator[HubOffice]:
        """One of them; at its end everything that it was doing is cut off."""
        scope = TaskScope("hub", lambda _: None)
        try:
            async with hub_office(self.practice, self.clock, scope, self.path / "hub.db") as served:
                yield served
        finally:
            await scope.close()

    async def begin(self, served: HubOffice, waits_for: str) -> asyncio.Task[object]:
        """A patient checks in; returns once the office has got this request, and answers it never."""
        kiosk = await served.kiosk()
        found = await kiosk.call(IDENTIFY, Identify(birthdate=BORN, letters="oka"))
        self.faults.seen.clear()
        arriving = asyncio.ensure_future(  # noqa: TID251 # canceled by the test
            kiosk.call(ARRIVE, Arrive(visit=found.visit, people=(0,), request="request 1"))
        )
        while waits_for not in self.faults.seen:
            await asyncio.sleep(0.01)
        return arriving

    async def settled(self, served: HubOffice) -> list[Arrival]:
        """What the desks see once everything is settled."""
        desk = await served.desk()
        self.clock.skip(LEASE.total_seconds() + 1)
        self.clock.run(100)
        while True:
            found = list((await desk.call(ARRIVALS, Nothing())).arrivals)
            if found and found[0].result is not ArrivalResult.UNCLEAR:
                self.clock.run(1)
                return found
            await asyncio.sleep(0.01)


@pytest.fixture
def hubs(practice: Practice, clock: FastClock, faults: Faults, tmp_path: Path) -> TwoHubs:
    """The hubs of this office."""
    return TwoHubs(practice, clock, faults, tmp_path)


@pytest.fixture
async def room_of(hubs: TwoHubs) -> AsyncIterator[WaitingRoom]:
    """The practice's day, made while another hub was running."""
    async with hubs.start() as served, WaitingRoom.open(served, hubs.practice, hubs.clock) as opened:
        yield opened


@pytest.mark.parametrize(
    ("fault", "waits_for", "result", "why", "marked"),
    [
        (Fault.HANG_BEFORE, GET, ArrivalResult.SENT_TO_DESK, Why.INTERRUPTED, 0),
        (Fault.HANG_BEFORE, CONFIRM, ArrivalResult.SENT_TO_DESK, Why.NOT_MARKED, 0),
        (Fault.HANG_AFTER, CONFIRM, ArrivalResult.ARRIVED, "", 1),
    ],
)
async def test_the_next_start_settles_what_was_open(
    room_of: WaitingRoom, hubs: TwoHubs, fault: Fault, waits_for: str, result: str, why: str, marked: int
) -> None:
    """Killed before it sent, after it sent, and after the office did it: never twice, never neither."""
    apt = await room_of.expected()
    async with hubs.start() as first:
        hubs.faults.plan(waits_for, fault)
        arriving = await hubs.begin(first, waits_for)
        await first.hub.part(Arriving).close()
        arriving.cancel()
    async with hubs.start() as second:
        (event,) = await hubs.settled(second)
        assert (event.result, event.why, event.apt_num) == (result, why, apt)
        kiosk = await second.kiosk("Kiosk 2")
        found = await kiosk.call(IDENTIFY, Identify(birthdate=BORN, letters="oka"))
        again = Arrive(visit=found.visit, people=(0,), request="request 2")
        assert (await kiosk.call(ARRIVE, again)).outcome is Outcome.OK
    assert await room_of.times_marked(apt) == 1
    assert hubs.faults.seen.count(CONFIRM) == (1 if marked or waits_for == GET else 2)


async def test_another_hub_takes_over(room_of: WaitingRoom, hubs: TwoHubs, tasks: TaskScope) -> None:
    """A hub that hangs loses its check-in by the lease, and can change nothing when it comes back."""
    apt = await room_of.expected()
    async with hubs.start() as first, hubs.start() as second:
        hubs.faults.plan(CONFIRM, Fault.HANG_AFTER)
        arriving = await hubs.begin(first, CONFIRM)
        first.hub.part(Arriving)._running.clear()
        (event,) = await hubs.settled(second)
        assert (event.result, event.apt_num) == (ArrivalResult.ARRIVED, apt)
        hubs.clock.skip(LATE_WRITE.total_seconds())
        arriving.cancel()
    assert await room_of.times_marked(apt) == 1
