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


@pytest.mark.parametrize("arrives", [True, False])
async def test_a_read_that_fails_at_the_end_decides_nothing(
    outbox: Outbox, office: FakeOffice, clock: JournalClock, arrives: bool
):
    """If the read after the 90 seconds fails, the next one that doesn't settles it; nobody is asked."""
    office.next_send = office.lose_after if arrives else office.lose_before
    office.read_fails = ConnectionLost("Paper.read")

    async def send(arguments: dict[str, Any]) -> Any:
        office.read_fails = ConnectionLost("Paper.read")
        return await (office.lose_after(arguments) if arrives else office.lose_before(arguments))

    office.read_fails, office.next_send = None, send
    entry = await outbox.write(change("a", 1, 2))
    await until(lambda: clock.sleeping)
    clock.pass_time(91)
    await until(lambda: clock.sleeping)
    assert outbox.journal.recent(1)[0].state is WriteState.UNKNOWN
    with pytest.raises(StillSettling, match="as soon as the office can be reached"):
        await outbox.write(change("a", 1, 3))
    assert not outbox.asks(entry.id)
    office.read_fails = None
    clock.pass_time(2.01)
    await until(lambda: not outbox.journal.unsettled())
    assert outbox.journal.recent(1)[0].state is (WriteState.DONE if arrives else WriteState.REFUSED)


async def test_whoever_waits_too_long_may_decide_and_need_not(
    outbox: Outbox, office: FakeOffice, clock: JournalClock
):
    """After two minutes of failing reads the user may say what became of it; a read that works says it too."""

    async def lose_both_ways(arguments: dict[str, Any]) -> Any:
        office.read_fails = ConnectionLost("Paper.read")
        return await office.lose_after(arguments)

    office.next_send = lose_both_ways
    entry = await outbox.write(change("a", 1, 2))
    await until(lambda: clock.sleeping)
    clock.pass_time(91)
    for pause in (2, 4, 8, 15, 30):
        await until(lambda: clock.sleeping)
        assert not outbox.asks(entry.id)
        clock.pass_time(pause + 0.01)
    await until(lambda: outbox.asks(entry.id))
    await until(lambda: "Check in Open Dental" in str(outbox.journal.recent(1)[0].outcome))
    await until(lambda: clock.sleeping)
    office.read_fails = None
    clock.pass_time(60.01)
    await until(lambda: not outbox.journal.unsettled())
    assert outbox.journal.recent(1)[0].state is WriteState.DONE
    assert not outbox.asks(entry.id)
