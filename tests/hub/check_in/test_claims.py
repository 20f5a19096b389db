"""Of all desks one writes the task about a check-in."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import mysql

from app.api.hub.link import HubLink, HubRefused
from app.hub.check_in.claims import VALID, WAIT_KEPT
from app.hub.database.check_in_tables import check_in_task
from app.wire.hub.check_in import CLAIM_TASK, RECORD_TASK, ClaimTask, RecordTask, TaskAbout, TaskClaim
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice

PAST_VALID = VALID.total_seconds() + 1


async def claim(desk: HubLink, number: int = 1, about: TaskAbout = TaskAbout.ARRIVAL) -> TaskClaim:
    """A desk wants to write the task."""
    return await desk.call(CLAIM_TASK, ClaimTask(about=about, number=number))


async def record(
    desk: HubLink, number: int = 1, task_num: int = 0, about: TaskAbout = TaskAbout.ARRIVAL
) -> None:
    """A desk has it in its journal."""
    message = RecordTask(about=about, number=number, task_num=task_num)
    await desk.call(RECORD_TASK, message)


async def test_one_desk_of_all_writes_it(hub: HubOffice) -> None:
    """The first desk is told yes, others no; the same desk may ask again after a lost answer."""
    first, second = await hub.desk("Desk 1"), await hub.desk("Desk 2")
    assert (await claim(first)).granted
    assert not (await claim(second)).granted
    assert (await claim(first)).granted
    assert (await claim(second, number=2)).granted
    assert (await claim(second, about=TaskAbout.ANSWERS)).granted


async def test_a_recorded_task_is_written_by_nobody_else(hub: HubOffice, clock: FastClock) -> None:
    """However late another desk asks, it learns that the task is there, and its number once it is known."""
    first, second = await hub.desk("Desk 1"), await hub.desk("Desk 2")
    await claim(first)
    await record(first)
    clock.skip(10 * PAST_VALID)
    assert await claim(second) == TaskClaim(granted=False, recorded=True)
    await record(first, task_num=77)
    await record(first)
    assert await claim(second) == TaskClaim(granted=False, recorded=True, task_num=77)


async def test_a_claim_of_a_desk_that_was_switched_off_ends(hub: HubOffice, clock: FastClock) -> None:
    """Another desk writes the task once the claim is too old; then the first one may not."""
    first, second = await hub.desk("Desk 1"), await hub.desk("Desk 2")
    await claim(first)
    clock.skip(PAST_VALID)
    assert (await claim(second)).granted
    assert not (await claim(first)).granted


async def test_a_record_without_a_claim_counts(hub: HubOffice) -> None:
    """A desk whose claim another hub's database has lost still prevents a second task."""
    first, second = await hub.desk("Desk 1"), await hub.desk("Desk 2")
    await record(first, task_num=5)
    assert (await claim(second)).recorded


async def test_who_waits_again_on_another_day_is_another_task(hub: HubOffice, clock: FastClock) -> None:
    """A moved appointment has the same number: a wait of another day is given out again, one of today isn't."""
    desk = await hub.desk("Desk 1")
    for about in (TaskAbout.WAITING, TaskAbout.ARRIVAL):
        await claim(desk, about=about)
        await record(desk, about=about)
        assert (await claim(desk, about=about)).recorded
    clock.skip(WAIT_KEPT.total_seconds() + 1)
    assert (await claim(desk, about=TaskAbout.WAITING)).granted
    assert (await claim(desk, about=TaskAbout.ARRIVAL)).recorded


def test_numbers_have_64_bits() -> None:
    """An AptNum of an office with random primary keys fits on a database server, too."""
    made = str(sa.schema.CreateTable(check_in_task).compile(dialect=mysql.dialect()))
    assert "number BIGINT" in made


async def test_kiosks_may_not_claim(hub: HubOffice) -> None:
    """The action answers no kiosk."""
    kiosk = await hub.kiosk()
    with pytest.raises(HubRefused):
        await claim(kiosk)
