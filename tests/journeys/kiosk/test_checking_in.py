"""Patients check in at a real kiosk, on a practice behind a hub, over TLS."""

from __future__ import annotations

from datetime import timedelta

from app.viewmodels.kiosk.page_data import BirthdatePage
from app.viewmodels.kiosk.state import Page
from app.wire.hub.check_in import ArrivalResult
from tests.journeys.kiosk.kiosk import Kiosks
from tests.support.kinds import the
from tests.support.waiting_room import BORN, HALF_PAST_TEN, WaitingRoom

DAY = timedelta(days=1)
LEFT = (Page.BIRTHDATE, Page.NAME, Page.IS_THIS_YOU, Page.CONTACT, Page.CHANGES, Page.CHECKED_IN)
"""The pages that patients leave. The last one needs no question."""
FAST = 300
"""How many times faster an untouched kiosk's clock runs."""


async def test_a_returning_patient_checks_in(kiosks: Kiosks, room: WaitingRoom) -> None:
    """At most four touches after typing; the office has the arrival once, and the desk learns of it."""
    apt_num = await room.expected()
    kiosk = await kiosks()
    await kiosk.check_in(BORN, "OKA")
    assert await room.times_marked(apt_num) == 1
    assert await room.results() == [ArrivalResult.ARRIVED]
    assert kiosk.touches - 3 <= 4  # without the welcome, and Next after the birthdate and the letters


async def test_two_kiosks_check_the_same_appointment_in_once(kiosks: Kiosks, room: WaitingRoom) -> None:
    """Both patients are welcomed, and the office hears of one arrival."""
    apt_num = await room.expected()
    both = [await kiosks("Front door"), await kiosks("Side door")]
    for kiosk in both:
        await kiosk.begin()
        await kiosk.identify(BORN, "OKA")
        await kiosk.sees(Page.IS_THIS_YOU)
    for kiosk in both:
        await kiosk.touch("Yes")
    for kiosk in both:
        await kiosk.finish()
        await kiosk.sees(Page.CHECKED_IN)
    assert await room.times_marked(apt_num) == 1


async def test_a_patient_who_walks_away_leaves_nothing(kiosks: Kiosks, room: WaitingRoom) -> None:
    """From every page the kiosk goes back to an empty welcome page, and asks for more time before."""
    apt_num = await room.expected(WirelessPhone="(503) 555-0142")
    kiosk = await kiosks()
    warned: list[Page] = []
    kiosk.model.warned.connect(lambda: warned.append(kiosk.page))
    for page in LEFT:
        await kiosk.go_to(page, BORN, "OKA")
        kiosk.clock.run(FAST)
        await kiosk.sees(Page.WELCOME)
        kiosk.clock.run(1)
        assert "O." not in kiosk.texts
        assert await room.is_marked(apt_num) is (page is Page.CHECKED_IN)
        await kiosk.begin()
        assert the(BirthdatePage, kiosk.model.state.data).birthdate.parts == ("", "", "")
        await kiosk.start_over()
    assert set(warned) == set(LEFT[:-1])


async def test_the_kiosk_shows_the_offices_time(kiosks: Kiosks, room: WaitingRoom) -> None:
    """Its own clock is seven hours ahead, and nobody notices but IT."""
    await room.expected()
    kiosk = await kiosks(ahead=timedelta(hours=7))
    await kiosk.check_in(BORN, "OKA")
    assert abs(kiosk.program.clock.now() - room.clock.now()) < timedelta(seconds=2)
    assert "clock" in kiosk.program.trouble()


async def test_the_day_changes_at_midnight_with_a_kiosk_on(kiosks: Kiosks, room: WaitingRoom) -> None:
    """Yesterday's patient is not found any more, and today's is, without a restart."""
    await room.expected()
    tomorrow = await room.book(await room.patient(last="Lindqvist"), HALF_PAST_TEN + DAY)
    kiosk = await kiosks()
    await kiosk.begin()
    for clock in (room.clock, kiosk.clock):
        clock.skip(DAY.total_seconds())
    kiosk.clock.run(FAST)  # it still asks whether somebody needs more time
    await kiosk.sees(Page.WELCOME)
    kiosk.clock.run(1)
    await kiosk.begin()
    room.clock.run(50)  # a failure takes its time
    await kiosk.identify(BORN, "OKA")
    room.clock.run(1)
    assert kiosk.page is Page.BIRTHDATE
    await kiosk.start_over()
    await kiosk.check_in(BORN, "LIN")
    assert await room.is_marked(tomorrow)


async def test_a_hub_that_is_gone_sends_patients_to_the_desk_and_comes_back(
    kiosks: Kiosks, room: WaitingRoom
) -> None:
    """In the middle of a visit nothing is promised; once the hub is back, the same kiosk checks in."""
    apt_num = await room.expected()
    kiosk = await kiosks()
    await kiosk.go_to(Page.CONTACT, BORN, "OKA")
    await room.hub.lose()
    await kiosk.finish()
    await kiosk.sees(Page.SEE_DESK)
    assert not await room.is_marked(apt_num)
    await kiosk.touch("OK")
    await kiosk.reads("Please see the front desk to check in.")
    await room.hub.restore()
    await kiosk.check_in(BORN, "OKA")
    assert await room.times_marked(apt_num) == 1


async def test_an_appointment_canceled_meanwhile_goes_to_the_desk(kiosks: Kiosks, room: WaitingRoom) -> None:
    """Between "is this you?" and the arrival staff may cancel it."""
    apt_num = await room.expected()
    kiosk = await kiosks()
    await kiosk.go_to(Page.CONTACT, BORN, "OKA")
    await room.office.appointments.break_(apt_num, sendToUnscheduledList="true")
    await kiosk.finish()
    await kiosk.sees(Page.SEE_DESK)
    assert not await room.is_marked(apt_num)
