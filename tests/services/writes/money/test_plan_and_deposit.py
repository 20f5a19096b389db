"""Payment plans and deposits are made once and found again; a plan is closed once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.practice.server.faults import Fault
from app.services.writes.money.money_writes import NewDeposit, NewPlan
from tests.practice import office as tiny
from tests.practice.office_money import IDA, JON, NEW_FILLING, OLD_FILLING, PLAN
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, Desk, Town
from tests.services.writes.money.accounts import IBSEN, JUNG

FOUR = NewPlan(
    person=JUNG,
    procedures=(NEW_FILLING, OLD_FILLING),
    amount=Decimal("160.00"),
    payments=4,
    first_due=date(2026, 12, 23),
    note="Agreed by phone",
)


async def test_a_plan_is_made_and_closed(desk: Desk, town: Town) -> None:
    """The mark stands in its note behind the terms; closing it is proved by the plan itself."""
    entry = await desk.money.make_plan(FOUR)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Payment plan of $160.00 made for Jung, Jon")
    plan = next(row for row in await desk.client.pay_plans.list(PatNum=JON) if row.IsDynamic)
    assert (plan.PayAmt, plan.principalAmount) == (Decimal("40.00"), Decimal("160.00"))
    assert plan.Note.endswith(f"Agreed by phone {entry.intent.mark}")
    changed = await desk.money.change_plan(JUNG, plan, {"PayAmt": Decimal("80.00")})
    assert (changed.state, (changed.answer or {})["PayAmt"]) == (DONE, "80")
    closed = await desk.money.close_plan(JUNG, plan)
    assert (closed.state, desk.writes.can_undo(closed)) == (DONE, False)
    assert town.sql("SELECT IsClosed FROM payplan WHERE PayPlanNum = ?", plan.PayPlanNum) == [(1,)]


@pytest.mark.parametrize(
    ("fault", "state"), [(Fault.TIMEOUT_AFTER, DONE), (Fault.TIMEOUT_BEFORE, REFUSED), (Fault.GARBAGE, DONE)]
)
async def test_lost_answers_are_settled(desk: Desk, town: Town, fault: Fault, state: object) -> None:
    """Making, closing and depositing: each is read back, and sent once."""
    plan = next(row for row in await desk.client.pay_plans.list(PatNum=IDA) if row.PayPlanNum == PLAN)
    deposit = NewDeposit(amount=Decimal("50.00"), memo="Monday")
    for method, write in (
        ("PayPlans.create_dynamic", lambda: desk.money.make_plan(FOUR)),
        ("PayPlans.close", lambda: desk.money.close_plan(IBSEN, plan)),
        ("Deposits.create", lambda: desk.money.make_deposit(deposit)),
    ):
        town.faults.plan(method, fault)
        entry = await write()
        assert entry.state is UNKNOWN, method
        await town.settled(desk)
        assert (await desk.outbox.journal.get(entry.id)).state is state, method
        assert town.faults.seen.count(method) == 1


async def test_a_second_plan_of_the_day_is_asked_about(desk: Desk, town: Town) -> None:
    """Another desk that made a plan for the patient today stops it."""
    other = await town.desk("other")
    assert (await desk.money.make_plan(replace(FOUR, procedures=(NEW_FILLING,)))).state is DONE
    stopped = await other.money.make_plan(replace(FOUR, procedures=(OLD_FILLING,)))
    assert stopped.state is REFUSED
    assert (await other.writes.retry(stopped)).state is DONE


async def test_a_deposit_is_on_nobodys_account(desk: Desk, town: Town) -> None:
    """Its mark stands in the memo, which the office limits to 255 characters."""
    entry = await desk.money.make_deposit(NewDeposit(amount=Decimal("50.00"), memo="x" * 400))
    assert entry.state is DONE
    ((day, memo),) = town.sql("SELECT DateDeposit, Memo FROM deposit ORDER BY DepositNum DESC LIMIT 1")
    assert (day, len(memo), memo.endswith(entry.intent.mark)) == (str(tiny.TODAY), 255, True)
    assert desk.writes.topic(entry) is None
