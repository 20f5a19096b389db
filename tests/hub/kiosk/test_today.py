"""The hub's copy of the day: when it is read, and when it counts no more."""

from __future__ import annotations

import asyncio

import msgspec
import pytest

from app.core.tasks import TaskScope
from app.hub.kiosk.today import TodayReader
from app.practice.server.faults import Faults
from app.wire.hub.kiosk import HEARTBEAT, Heartbeat, Identified, Outcome, Step
from app.wire.hub.stream import OfficeEvent, SignalRows, StreamLine, Written
from tests.support.fast_clock import FastClock
from tests.support.waiting_room import WaitingRoom

NOT_FOUND = Identified(outcome=Outcome.AGAIN)


@pytest.mark.parametrize(
    "told",
    [
        Written("Appointments.break_", 1, {"AptNum": 1}),
        SignalRows((msgspec.Raw(b'{"IType": "Appointment"}'),)),
        OfficeEvent("AppointmentDeleted", "", msgspec.Raw(b"{}")),
    ],
    ids=["write of a desk", "signal", "event"],
)
async def test_what_the_hub_hears_of_counts_at_once(room: WaitingRoom, told: StreamLine) -> None:
    """A canceled appointment isn't offered once the hub has heard of a change, however young its copy of the day is."""
    apt = await room.expected()
    assert (await room.identify()).outcome is Outcome.OK
    await room.office.appointments.break_(apt, sendToUnscheduledList=False)
    assert (await room.identify()).outcome is Outcome.OK
    room.hub.hub.stream.tell(told)
    assert await room.identify() == NOT_FOUND


async def test_what_changes_while_the_day_is_read_is_read_again(
    room: WaitingRoom, faults: Faults, tasks: TaskScope
) -> None:
    """A reading that a change overtook is no answer to it."""
    await room.expected()
    faults.seen.clear()
    reading = tasks.start(room.identify(), "identify")
    while "Appointments.list" not in faults.seen:  # the next step: the answer is a moment away
        await asyncio.sleep(0)
    room.hub.hub.stream.tell(Written("Appointments.update", 1, {"AptNum": 1}))
    assert (await reading).outcome is Outcome.OK
    assert [*faults.seen].count("Appointments.list") == 2


async def test_the_day_is_read_while_the_patient_types(
    room: WaitingRoom, faults: Faults, clock: FastClock
) -> None:
    """Then the answer itself costs the office no request."""
    await room.expected()
    await room.identify()
    clock.skip(600)
    faults.seen.clear()
    await room.kiosk.call(HEARTBEAT, Heartbeat(step=Step.BIRTHDATE))
    while "Queries.short_query" not in faults.seen:
        await asyncio.sleep(0.01)
    await room.hub.hub.part(TodayReader).get()
    faults.seen.clear()
    assert (await room.identify()).outcome is Outcome.OK
    assert not {"Appointments.list", "Queries.short_query", "Patients.simple"} & {*faults.seen}
