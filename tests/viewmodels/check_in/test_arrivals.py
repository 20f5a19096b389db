"""What happens at a kiosk is told at every desk, until it was seen at one of them."""

from __future__ import annotations

from tests.support.qt_loop import until
from tests.support.waiting_room import WaitingRoom
from tests.viewmodels.check_in.desks import BEN, CheckInDesks


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
