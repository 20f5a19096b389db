"""A split moves to another provider or clinic, is moved back by its undo, and nothing else of it changes."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.money.doubts import Doubt
from app.domain.people.rights import Demand, Right
from app.journal.entries import Entry
from app.practice.server.faults import Fault
from app.services.writes.errors import CannotWrite
from app.services.writes.money.money_writes import LOCK_DATE, CannotPost, MoneyWrites
from app.services.writes.money.split import MOVE_SPLIT, move_split_intent
from app.wire.resources.pay_splits import PaySplit
from tests.practice.office_money import CHECK, JON, OLD_FILLING, TODAY
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, Desk, Town
from tests.services.writes.money.accounts import JUNG

ROW = "SELECT ProvNum, ClinicNum, SplitAmt, ProcNum FROM paysplit WHERE SplitNum = 1001"


async def seen(desk: Desk) -> PaySplit:
    """The only split of Jon's check, as a screen has read it."""
    (row,) = await desk.client.pay_splits.list(PatNum=JON, PayNum=CHECK)
    return row


async def move(desk: Desk, row: PaySplit | None = None, **changes: int) -> Entry:
    """Move it to Dr. Two's."""
    return await desk.money.move_split(JUNG, row or await seen(desk), changes or {"ProvNum": 2}, "DR2")


async def test_a_split_moves_there_and_back(desk: Desk, town: Town) -> None:
    """Only the provider changes; the undo restores the one that was there."""
    entry = await move(desk)
    assert (entry.state, str(entry.intent.words)) == (DONE, "$30.00 of a payment moved to DR2 for Jung, Jon")
    assert town.sql(ROW) == [(2, 1, 30.0, OLD_FILLING)]
    undone = await desk.writes.undo(entry)
    assert (undone.state, town.sql(ROW)) == (DONE, [(1, 1, 30.0, OLD_FILLING)])
    assert (await move(desk, ClinicNum=0)).state is DONE
    assert town.sql(ROW) == [(1, 0, 30.0, OLD_FILLING)]
    with pytest.raises(CannotWrite):
        await move(desk, ClinicNum=0)


async def test_what_another_desk_changed_is_not_overwritten(desk: Desk, town: Town) -> None:
    """A split that has another provider than the screen showed stays as it is."""
    row = await seen(desk)
    town.sql("UPDATE paysplit SET ProvNum = 3 WHERE SplitNum = 1001")
    entry = await move(desk, row)
    assert (entry.state, town.sql(ROW)) == (REFUSED, [(3, 1, 30.0, OLD_FILLING)])


async def test_a_locked_period_stays_as_it_is(desk: Desk, town: Town) -> None:
    """Open Dental doesn't apply its lock date to the API: moving income there would change closed reports."""
    row = await seen(desk)
    assert row.DatePay is not None
    preferences = {LOCK_DATE: str(row.DatePay)}
    money = MoneyWrites(desk.writes, desk.office.clock, desk.money.twins, preferences=lambda: preferences)
    before = town.sql(ROW)
    with pytest.raises(CannotPost) as refused:
        await money.move_split(JUNG, row, {"ProvNum": 2}, "DR2")
    assert [each.doubt for each in refused.value.cautions] == [Doubt.LOCKED]
    preferences[LOCK_DATE] = str(row.DatePay - timedelta(days=1))
    assert town.sql(ROW) == before
    assert (await money.move_split(JUNG, row, {"ProvNum": 2}, "DR2")).state is DONE


async def test_it_needs_the_right_for_the_splits_amount(desk: Desk) -> None:
    """A role's limit for payments holds for moving them too."""
    intent = move_split_intent(JUNG, await seen(desk), {"ProvNum": 2}, "DR2")
    assert MOVE_SPLIT.demands(intent, TODAY) == [Demand(Right.PAYMENT, Decimal("30.00"))]


@pytest.mark.parametrize(("fault", "state"), [(Fault.TIMEOUT_AFTER, DONE), (Fault.TIMEOUT_BEFORE, REFUSED)])
async def test_a_lost_answer_is_settled(desk: Desk, town: Town, fault: Fault, state: object) -> None:
    """It is read back, and sent once."""
    town.faults.plan("PaySplits.update", fault)
    entry = await move(desk)
    assert entry.state is UNKNOWN
    await town.settled(desk)
    assert (await desk.outbox.journal.get(entry.id)).state is state
    assert town.faults.seen.count("PaySplits.update") == 1
