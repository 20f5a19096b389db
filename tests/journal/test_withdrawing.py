"""Withdrawing a write that was not sent yet."""

from __future__ import annotations

import asyncio

import pytest

from app.journal.entries import WriteState
from app.journal.errors import NotPossible
from app.journal.outbox import Outbox
from tests.journal.fake_office import FakeOffice, change, until


async def test_a_waiting_write_can_be_taken_back(outbox: Outbox, office: FakeOffice):
    """A write that was not sent yet is withdrawn without a trace in the office; the last one first."""
    office.connect(connected=False)
    first = await outbox.write(change("a", 1, 2))
    second = await outbox.write(change("a", 1, 3))
    with pytest.raises(NotPossible, match="Cancel the later one first"):
        await outbox.withdraw(first.id)
    taken = await outbox.withdraw(second.id)
    assert (taken.state, taken.dismissed) == (WriteState.REFUSED, True)
    office.connect(connected=True)
    await until(lambda: not outbox.journal.unsettled())
    assert office.rows["a"] == {"value": 2}
    with pytest.raises(NotPossible, match="Use Undo when it is done"):
        await outbox.withdraw(first.id)


async def test_a_write_repeated_during_its_withdrawal_is_new(outbox: Outbox, office: FakeOffice):
    """A write requested again while the first is being withdrawn is a new one, and so is one behind it."""
    office.connect(connected=False)
    first = await outbox.write(change("a", 1, 2))
    taken, again = await asyncio.gather(outbox.withdraw(first.id), outbox.write(change("a", 1, 2)))
    assert (taken.state, again.state, again.id > first.id) == (WriteState.REFUSED, WriteState.WAITING, True)
    taken, behind = await asyncio.gather(outbox.withdraw(again.id), outbox.write(change("a", 1, 3)))
    office.connect(connected=True)
    await until(lambda: not outbox.journal.unsettled())
    assert (await outbox.journal.get(behind.id)).state is WriteState.DONE
    assert office.sent == [behind.intent.arguments]
