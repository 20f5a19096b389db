"""A hub that is gone in the middle of a check-in: the appointment is marked once, or the patient saw the desk."""

from __future__ import annotations

import pytest

from app.core.tasks import TaskScope
from app.hub.kiosk.arriving import LATE_WRITE, Arriving
from app.practice.server.faults import Fault
from app.wire.hub.check_in import ArrivalResult, Why
from app.wire.hub.kiosk import ARRIVE, IDENTIFY, Arrive, Identify, Outcome
from tests.hub.kiosk.two_hubs import TwoHubs
from tests.support.waiting_room import BORN, WaitingRoom

GET, CONFIRM = "Appointments.get", "Appointments.confirm"


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
