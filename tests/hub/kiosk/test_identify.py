"""Finding a patient at a kiosk, over real TLS."""

from __future__ import annotations

from app.wire.hub.kiosk import Outcome
from tests.support.waiting_room import WaitingRoom


async def test_a_patient_is_found_and_marked(room: WaitingRoom) -> None:
    """Birthdate and letters find the patient; the kiosk learns initials and time; arriving marks the appointment."""
    apt = await room.expected()
    found = await room.identify()
    assert found.outcome is Outcome.OK
    assert found.person is not None
    assert (found.person.initials, found.person.at.isoformat()) == ("A. O.", "10:30:00")
    assert await room.arrive(found.visit) is Outcome.OK
    assert await room.is_marked(apt)
    assert await room.times_marked(apt) == 1
