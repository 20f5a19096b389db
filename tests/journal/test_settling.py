"""Settling an unknown write: how soon it is read back, and what a second change to the same subject is told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.api.errors import ConnectionLost
from app.journal.entries import WriteState
from app.journal.errors import StillSettling
from app.journal.outbox import Outbox
from tests.journal.fake_office import FakeOffice, JournalClock, change, until


async def test_a_blocked_change_says_until_when(outbox: Outbox, office: FakeOffice, clock: JournalClock):
    """The refusal of a second change names the latest time at which it is possible, or what it waits for."""
    office.next_send = office.lose_before
    entry = await outbox.write(change("a", 1, 2))
    await until(lambda: clock.sleeping)
    with pytest.raises(StillSettling, match="You can change this again at 9:02 AM at the latest") as blocked:
        await outbox.write(change("a", 1, 3))
    assert blocked.value.until == clock.now() + timedelta(seconds=90)
    office.connect(connected=False)
    clock.pass_time(1)
    await until(lambda: outbox._connection.down)
    with pytest.raises(StillSettling, match="as soon as the office can be reached"):
        await outbox.write(change("a", 1, 3))
    office.rows["a"] = {"value": 9}
    office.connect(connected=True)
    await until(lambda: clock.sleeping)
    clock.pass_time(100)
    await until(lambda: outbox.asks(entry.id))
    with pytest.raises(StillSettling, match="choose Done or Not done"):
        await outbox.write(change("a", 1, 3))


async def test_it_is_read_back_as_soon_as_the_line_is_back(
    outbox: Outbox, office: FakeOffice, clock: JournalClock
):
    """A read-back that failed is repeated when the office can be reached again, then with pauses from 1 s on."""

    async def lose_both_ways(arguments: dict[str, Any]) -> Any:
        office.read_fails = ConnectionLost("Paper.read")
        return await office.lose_after(arguments)

    office.next_send = lose_both_ways
    await outbox.write(change("a", 1, 2))
    for pause in (1, 2, 4):
        await until(lambda: clock.sleeping)
        clock.pass_time(pause)
    await until(lambda: clock.sleeping)
    before = office.reads
    office.connect(connected=False)
    office.connect(connected=True)
    await until(lambda: office.reads == before + 1)
    await until(lambda: clock.sleeping)
    office.read_fails = None
    clock.pass_time(1.01)
    await until(lambda: outbox.journal.recent(1)[0].state is WriteState.DONE)
    assert clock.seconds < 9
