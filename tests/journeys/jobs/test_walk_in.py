"""Booking a patient who is here already: one check box, one write."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace
from PySide6.QtCore import Qt

from app.viewmodels.staff.schedule.booking.rules import may_be_here
from tests.journeys.desk import CONTROL, Desk
from tests.journeys.practices import TODAY
from tests.journeys.test_booking import found, offered, somebody


async def begin(desk: Desk) -> None:
    """Book somebody without a type, today."""
    person = somebody(desk)
    await desk.press(Qt.Key.Key_N, CONTROL)
    desk.type(f"{person.last_name}, {person.first_name}")
    await found(desk, desk.model.booking_find, person)
    await desk.press(Qt.Key.Key_Return)
    desk.model.booking.set_type(0)
    await offered(desk)
    assert desk.model.booking.state.chosen_opening is not None
    assert desk.model.booking.state.chosen_opening.day == TODAY


async def test_a_walk_in(desk: Desk) -> None:
    """A check box below "New patient" books today's patient as arrived, with the time, in the same request."""
    await begin(desk)
    here = desk.screen.booking._here
    assert here.isVisible()
    here.setFocus()
    await desk.press(Qt.Key.Key_Space)
    assert desk.model.booking.state.is_here
    await desk.press(Qt.Key.Key_Return)
    assert (await desk.told("booked for")).endswith("and marked arrived.")
    entry = await desk.settled()
    row = desk.served.row(entry.answer["AptNum"])
    assert row["DateTimeArrived"].startswith(str(TODAY))
    assert row["Confirmed"] == desk.model.parts.office.lists.stages.arrived
    assert len(desk.entries) == 1
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.told("and its recorded arrival time can't be deleted from here.")
    undone = desk.served.row(entry.answer["AptNum"])
    assert undone["Confirmed"] != row["Confirmed"], "nobody on the Unscheduled List has arrived"
    assert undone["DateTimeArrived"] == row["DateTimeArrived"]


async def test_who_can_t_be_here(desk: Desk) -> None:
    """An opening of another day has no such check box, nor has an office before 25.2.10; what was ticked isn't sent."""
    await begin(desk)
    booking, client, office = desk.model.booking, desk.model.parts.client, desk.model.parts.office
    booking.mark(is_here=True)
    client.learn(client.capabilities.with_version("25.2.10"))
    assert may_be_here(client, office, booking.state)
    [first, *_] = booking.state.openings
    later = replace(first.opening, start=first.opening.start + timedelta(days=1))
    assert not may_be_here(
        client, office, replace(booking.state, openings=(replace(first, opening=later),), chosen=0)
    )
    client.learn(client.capabilities.with_version("25.2.9"))
    booking.change()
    await offered(desk)
    assert not desk.screen.booking._here.isVisible()
    booking.book()
    assert not (await desk.told("booked for")).endswith("and marked arrived.")
    assert "DateTimeArrived" not in (await desk.settled()).intent.arguments
