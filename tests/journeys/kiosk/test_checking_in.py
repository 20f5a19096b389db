"""Patients check in at a real kiosk, on a practice behind a hub, over TLS."""

from __future__ import annotations

from app.viewmodels.kiosk.state import Page
from app.wire.hub.check_in import ArrivalResult
from tests.journeys.kiosk.kiosk import Kiosks
from tests.support.waiting_room import BORN, WaitingRoom


async def test_a_returning_patient_checks_in(kiosks: Kiosks, room: WaitingRoom) -> None:
    """At most four touches after typing; the office has the arrival once, and the desk learns of it."""
    apt_num = await room.expected()
    kiosk = await kiosks()
    await kiosk.check_in(BORN, "OKA")
    assert await room.is_marked(apt_num)
    assert await room.times_marked(apt_num) == 1
    assert await room.results() == [ArrivalResult.ARRIVED]
    assert kiosk.touches - 3 <= 4  # the language, and Next after the birthdate and the letters
    assert kiosk.page is Page.CHECKED_IN
