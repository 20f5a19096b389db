"""The hub gives the task about a patient who waits to one desk, as it does with check-ins."""

from __future__ import annotations

from app.viewmodels.staff.waiting.alerts import hub_claims
from app.wire.hub.check_in import RecordTask, TaskAbout, TaskClaim
from tests.support.waiting_room import WaitingRoom
from tests.viewmodels.check_in.desks import BEN, CheckInDesks

APT_NUM = 77


async def test_one_of_two_desks_gets_it(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """The second desk is refused, and learns the task's number once the first has recorded it."""
    desks = await open_check_in(), await open_check_in(BEN)
    hubs = [each.desk.parts.hub for each in desks]
    first, second = [hub_claims(hub.link) for hub in hubs if hub is not None]
    assert (await first.claim(APT_NUM)).granted
    assert await second.claim(APT_NUM) == TaskClaim(granted=False)
    await first.record(RecordTask(about=TaskAbout.WAITING, number=APT_NUM, task_num=5))
    assert await second.claim(APT_NUM) == TaskClaim(granted=False, recorded=True, task_num=5)
    assert (await second.claim(APT_NUM + 1)).granted
    assert room
