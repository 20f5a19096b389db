"""Patients who were sent to the desk because the office took too long: nothing is sent for them any more."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from app.api.sending import Sending
from app.api.transport import Answer, Transport
from app.practice.server.faults import Faults
from app.wire.hub.check_in import ArrivalResult, Why
from app.wire.hub.kiosk import Outcome
from app.wire.hub.stream import Written
from tests.support.hub_desks import HeardTransport
from tests.support.waiting_room import WaitingRoom

CONFIRM = "Appointments.confirm"


class SlowReads(HeardTransport):
    """Holds reads of single appointments back until `answers_now`."""

    def __init__(self, inner: Transport) -> None:
        super().__init__(inner)
        self.answers_now = asyncio.Event()

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """As Transport."""
        if verb == "GET" and "/appointments/" in url:
            await self.answers_now.wait()
        return await super().send(verb, url, headers, body, timeout, sending)


class BusyOnce(HeardTransport):
    """Answers the first write with 429: come back after so many seconds."""

    def __init__(self, inner: Transport, seconds: int) -> None:
        super().__init__(inner)
        self._seconds = seconds
        self.is_busy = True

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """As Transport."""
        if verb == "PUT" and self.is_busy:
            self.is_busy = False
            return Answer(429, {"retry-after": f"{self._seconds}"}, b"")
        return await super().send(verb, url, headers, body, timeout, sending)


async def test_nothing_is_sent_once_the_patient_sees_the_desk(room: WaitingRoom, faults: Faults) -> None:
    """The office answers the read before the write too late: staff may have seated the patient since."""
    apt = await room.expected()
    visit = await room.visit()
    line = room.hub.hub.office.broker.line
    line._transport = slow = SlowReads(line._transport)
    faults.seen.clear()
    assert await room.arrive(visit, times=40) is Outcome.SEE_DESK
    slow.answers_now.set()
    while ArrivalResult.UNCLEAR in await room.results():
        await asyncio.sleep(0.01)
    assert CONFIRM not in faults.seen
    assert [(each.result, each.why) for each in await room.arrivals()] == [
        (ArrivalResult.SENT_TO_DESK, Why.OFFICE_AWAY)
    ]
    assert await room.arrive(visit, request="request 2") is Outcome.OK
    assert await room.times_marked(apt) == 1


async def test_a_write_that_still_waits_for_its_turn_is_withdrawn(room: WaitingRoom, faults: Faults) -> None:
    """The office asked to come back later, and the patient doesn't wait so long."""
    apt = await room.expected()
    visit = await room.visit()
    line = room.hub.hub.office.broker.line
    line._transport = BusyOnce(line._transport, seconds=15)
    faults.seen.clear()
    assert await room.arrive(visit, times=40) is Outcome.SEE_DESK
    room.clock.skip(20)
    while ArrivalResult.UNCLEAR in await room.results():
        await asyncio.sleep(0.01)
    assert CONFIRM not in faults.seen
    assert [(each.result, each.why) for each in await room.arrivals()] == [
        (ArrivalResult.SENT_TO_DESK, Why.OFFICE_AWAY)
    ]
    assert not await room.is_marked(apt)


async def test_marked_by_staff_while_it_waits_for_its_turn_nothing_is_sent(
    room: WaitingRoom, faults: Faults
) -> None:
    """The office's key is busy, and a desk is faster: a second mark would move the time of arrival."""
    apt = await room.expected()
    visit = await room.visit()
    line = room.hub.hub.office.broker.line
    line._transport = busy = BusyOnce(line._transport, seconds=5)
    faults.seen.clear()
    checking_in = room.hub.hub.scope.start(room.arrive(visit), "checking in")
    while busy.is_busy:
        await asyncio.sleep(0.01)
    await room.office.appointments.confirm(apt, defNum=room.stages.arrived)
    room.hub.hub.stream.tell(Written(CONFIRM, 1, {"AptNum": apt}))
    room.clock.skip(6)
    assert await checking_in is Outcome.OK
    assert faults.seen.count(CONFIRM) == 1
    assert await room.results() == [ArrivalResult.ALREADY]
