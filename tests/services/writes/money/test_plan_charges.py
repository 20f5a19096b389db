"""A payment for charges of a plan is kept as a prepayment until its amounts are set, so nothing else is paid."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from app.journal.entries import WriteState
from app.practice.server.faults import Fault
from tests.practice.office_money import EXAM, PLANNED_CROWN
from tests.services.front_desk import DONE, UNKNOWN, Desk, Town
from tests.services.writes.money.accounts import IBSEN, paying

CHARGE = 1
WANTED = replace(
    paying("60.00", amounts=((EXAM, Decimal("20.00")),), plan_charges=((CHARGE, Decimal("40.00")),)),
    person=IBSEN,
)


def paid(town: Town) -> list[tuple[Any, ...]]:
    """What the newest payment pays."""
    return town.sql(
        "SELECT ProcNum, PayPlanChargeNum, SplitAmt, UnearnedType FROM paysplit"
        " WHERE PayNum = (SELECT MAX(PayNum) FROM payment) ORDER BY SplitAmt"
    )


async def test_charges_and_procedures_get_their_amounts(desk: Desk, town: Town) -> None:
    """After both steps, and nothing stays unearned."""
    entry = await desk.money.take_payment(WANTED)
    assert entry.state is DONE
    await town.in_time(lambda: desk.money.is_receiptable(entry))
    (step,) = desk.writes.steps.after(entry)
    assert (step.state, paid(town)) == (DONE, [(EXAM, 0, 20, 0), (PLANNED_CROWN, CHARGE, 40, 0)])


@pytest.mark.parametrize("fault", [Fault.TIMEOUT_AFTER, Fault.GARBAGE])
async def test_a_lost_allocation_is_settled(desk: Desk, town: Town, fault: Fault) -> None:
    """Its splits prove it; it is sent once."""
    town.faults.plan("Payments.allocate", fault)
    states: list[WriteState] = []
    desk.outbox.journal.watch(
        lambda each: states.append(each.state) if each.intent.method == "Payments.allocate" else None
    )
    entry = await desk.money.take_payment(WANTED)
    await town.in_time(lambda: UNKNOWN in states and desk.money.is_finished(entry))
    assert [each.state for each in desk.writes.steps.after(entry)] == [DONE]
    assert town.faults.seen.count("Payments.allocate") == 1
    assert sum(amount for _, _, amount, _ in paid(town)) == 60
