"""What happens at a kiosk is told at every desk, until it was seen at one of them."""

from __future__ import annotations

from datetime import date

from app.viewmodels.staff.check_in.commands import SEEN
from app.wire.hub.kiosk import HELP, Help, Step
from tests.services.people.offices import PINS
from tests.support.qt_loop import until
from tests.support.waiting_room import WaitingRoom
from tests.viewmodels.check_in.desks import ANA, BEN, CheckInDesks

OTHER_BORN = date(1911, 5, 2)


async def test_an_arrival_is_told_and_seen_at_every_desk(
    open_check_in: CheckInDesks, room: WaitingRoom
) -> None:
    """A toast with the name, a mark in the waiting room, the tile arrived; seen at one desk it goes away at both."""
    apt_num = await room.expected()
    first, second = await open_check_in(), await open_check_in(BEN)
    await room.arrive(await room.visit())
    for each in (first, second):
        await until(lambda each=each: "Okafor, Ada checked in at Kiosk 1." in each.told())
        await until(lambda each=each: apt_num in {row.apt_num for row in each.schedule.waiting.rows})
        row = next(row for row in each.schedule.waiting.rows if row.apt_num == apt_num)
        assert (row.under, row.amber) == ("Checked in at Kiosk 1", False)
        assert row.unseen
    first.schedule.waiting.see(row)
    for each in (first, second):
        await until(lambda each=each: not each.check_in.arrivals.unseen)
        row = next(row for row in each.schedule.waiting.rows if row.apt_num == apt_num)
        assert (row.under, row.unseen) == ("Checked in at Kiosk 1", 0)
    (arrival,) = await room.arrivals()
    assert arrival.seen_by == "Ana"


async def test_who_needs_somebody_is_amber_until_seen(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """A call for help and a patient sent to the desk: why, in words; the toast stays, and one key marks all as seen."""
    first, second = await open_check_in(), await open_check_in(BEN)
    await room.kiosk.call(HELP, Help(step=Step.BIRTHDATE))
    for each in (first, second):
        await until(lambda each=each: bool(each.check_in.arrivals.others))
        (row,) = each.check_in.arrivals.others
        assert (row.name, row.amber, row.apt_num) == ("Asked for help", True, 0)
        assert row.under == "Kiosk 1. The screen shows “Birthdate”."
        await until(lambda each=each: "Needs help at Kiosk 1. The screen shows “Birthdate”." in each.told())
    assert [each.kind for each in first.desk.notices._standing if not each.seconds] == ["warning"]
    second.desk.commands[SEEN.id].run()
    await until(lambda: not first.check_in.arrivals.unseen)
    assert not [each for each in first.desk.notices._standing if not each.seconds]
    assert not first.desk.commands[SEEN.id].can_run


async def test_several_at_once_are_one_line(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """What arrived while the window was locked is one toast; a seated patient needs nobody any more."""
    pat_nums = await room.patient(), await room.patient("Adler", "Ben", OTHER_BORN)
    apt_nums = [await room.book(each) for each in pat_nums]
    at = await open_check_in()
    await open_check_in.skip(60)  # the hub reads the day again
    other = await room.hub.kiosk("Kiosk 2")
    visits = await room.visit(), await room.visit("adl", OTHER_BORN, other)
    at.desk.parts.staff.lock()
    await room.arrive(visits[0])
    await room.arrive(visits[1], request="request 2", kiosk=other)
    await until(lambda: len(at.check_in.arrivals.unseen) == 2)
    assert not any("checked in" in each for each in at.told())
    await at.desk.parts.staff.sign_in(ANA.user_num, PINS[ANA.user_num])
    await until(lambda: any(each.startswith("2 patients checked in: ") for each in at.told()))
    assert sum("checked in" in each for each in at.told()) == 1
    await room.office.appointments.confirm(apt_nums[0], defNum=room.stages.seated)
    await open_check_in.reread(at)
    await until(lambda: [each.apt_num for each in at.check_in.arrivals.unseen] == [apt_nums[1]])
