"""Charges of payment plans are ticked beside procedures, in offices that take an amount for each."""

from __future__ import annotations

from decimal import Decimal

from app.domain.money.allocation import Kind
from app.domain.money.doubts import Doubt
from app.domain.money.preview import Way
from app.viewmodels.staff.money.payment.again import draft_of
from app.viewmodels.staff.money.payment.shown import exact_rows, ways
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Practices, Served
from tests.support.paying import open_panel, post
from tests.viewmodels.conftest import OpenDesk

CHARGED = (
    "SELECT c.Guarantor FROM payplancharge c JOIN payplan p ON p.PayPlanNum = c.PayPlanNum"
    " WHERE p.IsDynamic = 1 AND p.IsClosed = 0 AND c.ChargeDate <= '2026-11-17'"
    " ORDER BY c.ChargeDate DESC, c.PayPlanChargeNum DESC LIMIT 1"
)
"""The guarantor of a plan with a charge that is due."""
FREED = (
    "DELETE FROM paysplit WHERE PayPlanChargeNum IN"
    " (SELECT PayPlanChargeNum FROM payplancharge WHERE Guarantor = ? AND ChargeDate > '2026-10-01')"
)
"""Makes the last charges unpaid."""


def in_debt(served: Served) -> int:
    """Somebody who owes a charge of a plan."""
    number: int = served.sql(CHARGED)[0][0]
    served.sql(FREED, number)
    return number


async def test_a_charge_is_paid_exactly(model: ScheduleScreenViewModel, served: Served) -> None:
    """What is ticked gets its amount, interest included, and no other charge is paid in between."""
    pat_num = in_debt(served)
    panel = await open_panel(model.desk, pat_num)
    assert any(option.title == "Chosen procedures and plan charges" for option in ways(panel.state))
    panel.entries.choose_way(Way.PROCEDURES)
    debt = panel.account.open_debts[-1]
    assert debt.thing is not None
    assert debt.thing[0] is Kind.PLAN_CHARGE
    panel.entries.tick(debt.thing, on=True)
    assert panel.state.draft.value == debt.amount
    panel.entries.type_exact(debt.thing, f"{debt.amount + 1}")
    panel.entries.type_text("amount", f"{debt.amount + 1}")
    row = next(each for each in exact_rows(panel.state, panel.account.open_debts) if each.thing == debt.thing)
    assert row.wrong
    panel.post()
    assert panel.state.problem == "Less than that is owed on this."
    part = debt.amount - Decimal("1.00")
    panel.entries.type_exact(debt.thing, f"{part}")
    panel.entries.type_text("amount", f"{part}")
    await post(panel)
    paid = served.sql(
        "SELECT PayPlanChargeNum, SUM(SplitAmt) FROM paysplit"
        " WHERE PayNum = (SELECT MAX(PayNum) FROM payment) GROUP BY PayPlanChargeNum"
    )
    assert [(number, Decimal(str(amount)).quantize(Decimal("0.01"))) for number, amount in paid] == [
        (debt.thing[1], part)
    ]
    assert panel.state.entry is not None
    again = draft_of(panel.state.entry, model.desk.now().date())
    assert (again.way, dict(again.exact)) == (Way.PROCEDURES, {debt.thing: f"{part}"})


async def test_ticks_that_are_not_paid_leave_the_question(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A payment of more than is owed is asked about in every other way, also where a charge was ticked before."""
    panel = await open_panel(model.desk, in_debt(served))
    panel.entries.choose_way(Way.PROCEDURES)
    debt = panel.account.open_debts[-1]
    assert debt.thing is not None
    panel.entries.tick(debt.thing, on=True)
    panel.entries.choose_way(Way.FAMILY)
    panel.entries.type_text("amount", "9000")
    assert [each.doubt for each in panel.state.cautions] == [Doubt.OVER]


async def test_an_older_office_offers_none(open_desk_on: OpenDesk, open_practice: Practices) -> None:
    """Before 25.2.45 a payment can't name charges: procedures alone can be ticked."""
    served = open_practice(version="25.2.44")
    model = await open_desk_on(served)
    panel = await open_panel(model.desk, in_debt(served))
    assert not panel.account.offers_charges
    assert any(option.title == "Chosen procedures" for option in ways(panel.state))
