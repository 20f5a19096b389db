"""Withdrawing a write that was not sent yet."""

from __future__ import annotations

import asyncio

import pytest

from app.journal.entries import WriteState
from app.journal.errors import NotPossible
from app.journal.outbox import Outbox
from tests.journal.fake_office import FakeOffice, change, until


class Try:
    """A try that is under way until it is ended."""

    def __init__(self) -> None:
        self.begun, self._over = asyncio.Event(), asyncio.Event()

    async def check(self) -> None:
        """Before the row is compared."""
        self.begun.set()
        await self._over.wait()

    async def end(self) -> None:
        """Go on."""
        self._over.set()


async def tried_again(outbox: Outbox, office: FakeOffice) -> tuple[int, Try]:
    """A write that waits for the office, and is being tried again because of another one."""
    office.connect(connected=False)
    first = await outbox.write(change("a", 1, 2))
    attempt = Try()
    office.next_check = attempt.check
    await outbox.write(change("b", 1, 2))
    await attempt.begun.wait()
    return first.id, attempt


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


async def test_one_that_is_tried_is_taken_back_once_the_try_has_failed(outbox: Outbox, office: FakeOffice):
    """Canceled in the middle of a try that doesn't reach the office, it is withdrawn: the click is not lost."""
    first, attempt = await tried_again(outbox, office)
    taken, _ = await asyncio.gather(outbox.withdraw(first), attempt.end())
    assert (taken.state, taken.dismissed) == (WriteState.REFUSED, True)
    assert office.sent == []


async def test_one_that_is_tried_is_not_taken_back_if_it_arrives(outbox: Outbox, office: FakeOffice):
    """Canceled in the middle of a try that reaches the office, it is done, and that is said."""
    first, attempt = await tried_again(outbox, office)
    office.connect(connected=True)
    with pytest.raises(NotPossible, match="Use Undo when it is done"):
        await asyncio.gather(outbox.withdraw(first), attempt.end())
    await until(lambda: not outbox.journal.unsettled())
    assert office.rows["a"] == {"value": 2}
    assert [each["subject"] for each in office.sent].count("a") == 1
