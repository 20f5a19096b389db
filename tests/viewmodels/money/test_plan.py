"""Payment plans, without a window."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.domain.money.preview import Way
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.panels import PAYMENT, PLAN
from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.money.plan.plan import PlanViewModel
from app.viewmodels.staff.money.plan.rules import Schedule
from app.viewmodels.staff.money.plan.shown import schedule_rows, status_words, tick_rows
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.owing import owing
from tests.support.qt_loop import until
from tests.viewmodels.money.money_panels import opened, posted


async def panel_of(desk: DeskViewModel, pat_num: int) -> PlanViewModel:
    """The panel, with the account."""
    desk.money.plan(pat_num)
    panel: PlanViewModel = await opened(desk, PLAN, pat_num)
    return panel


async def opened_payment(desk: DeskViewModel, pat_num: int) -> PaymentViewModel:
    """The payment panel, opened by another one."""

    def there() -> bool:
        found = desk.money.panels.get(PAYMENT)
        person = found.model.person if found is not None else None
        return person is not None and person.pat_num == pat_num

    await until(there)
    payment = desk.money.panels[PAYMENT].model
    assert isinstance(payment, PaymentViewModel)
    return payment


def plans(served: Served, pat_num: int) -> list[Any]:
    """The plans made today: installment, down payment, interest, note."""
    return served.sql(
        "SELECT PayAmt, DownPayment, APR, Note FROM payplan WHERE PatNum = ? AND PayPlanDate = '2026-11-17'",
        pat_num,
    )


@pytest.mark.parametrize(
    "terms",
    [
        {"payments": "7"},
        {"payments": "12", "apr": "6.5", "down": "20"},
        {"payments": "", "amount": "33.33", "frequency": "Weekly", "first_due": "11/24/2026"},
    ],
)
async def test_the_schedule_is_what_the_office_makes(
    model: ScheduleScreenViewModel, served: Served, terms: dict[str, str]
) -> None:
    """Total, installment and cost of the loan stand in the panel before, and in the plan afterwards, to the cent."""
    pat_num = owing(served)
    panel = await panel_of(model.desk, pat_num)
    for row in list(tick_rows(panel.state))[:2]:
        panel.tick(row.proc_num, on=True)
    for field, text in terms.items():
        panel.type_text(field, text)
    found = panel.rules.plan_of(panel.state)
    assert isinstance(found, Schedule)
    assert sum((each.principal for each in found.rows), found.down) == found.principal
    assert len(schedule_rows(panel)) > 3
    await posted(panel)
    ((payment, down, _, note),) = plans(served, pat_num)
    assert (Decimal(str(payment)), Decimal(str(down))) == (found.payment, found.down)
    assert f"Total Amount: {found.principal}" in note
    assert f"Total Cost of Loan: {found.principal + found.interest}" in note
    panel.start_over()
    await until(lambda: bool(panel.statuses) and not panel.state.account_words)
    (status,) = [each for each in panel.statuses if each.plan.PatNum == pat_num]
    assert "left" in status_words(status)
    assert status.following is None or status.following.principal == found.rows[0].principal


async def test_a_plan_is_closed_after_a_second_click(model: ScheduleScreenViewModel, served: Served) -> None:
    """The first click asks; the second closes it, and it is gone from the list."""
    pat_num = owing(served)
    panel = await panel_of(model.desk, pat_num)
    for row in tick_rows(panel.state):
        panel.tick(row.proc_num, on=True)
    await posted(panel)
    panel.start_over()
    await until(lambda: bool(panel.statuses) and not panel.state.account_words)
    (status,) = panel.statuses
    panel.close_plan(status)
    assert panel.closing == status.plan.PayPlanNum
    assert served.sql("SELECT IsClosed FROM payplan WHERE PayPlanNum = ?", panel.closing) == [(0,)]
    panel.leave()  # the question is forgotten with the panel
    panel = await panel_of(model.desk, pat_num)
    assert panel.closing == 0
    for _ in range(2):
        panel.close_plan(status)
    await until(lambda: panel.state.phase is Phase.DONE and not panel.state.account_words)
    await until(lambda: panel.statuses == ())
    assert served.sql("SELECT IsClosed FROM payplan WHERE PayPlanNum = ?", status.plan.PayPlanNum) == [(1,)]


async def test_a_payment_of_a_plan_is_for_that_plan(model: ScheduleScreenViewModel, served: Served) -> None:
    """Its button proposes what is due and chooses the plan: older debts of the family don't get the money."""
    plan, pat_num, guarantor = served.sql(
        "SELECT PayPlanNum, PatNum, Guarantor FROM payplan WHERE IsClosed = 0 AND IsDynamic = 1 AND PlanNum = 0"
    )[0]
    panel = await panel_of(model.desk, pat_num)
    status = next(each for each in panel.statuses if each.plan.PayPlanNum == plan)
    panel.take_payment(status)
    payment = await opened_payment(model.desk, guarantor)
    assert (payment.state.draft.way, payment.state.draft.plan) == (Way.PLAN, plan)
    assert payment.state.draft.value == status.overdue


async def test_what_is_missing_is_said(model: ScheduleScreenViewModel, served: Served) -> None:
    """Procedures, and terms that end the plan; each leads to its field."""
    panel = await panel_of(model.desk, owing(served))
    fields: list[str] = []
    panel.missing.connect(fields.append)
    panel.post()
    panel.tick(next(tick_rows(panel.state)).proc_num, on=True)
    for field, text, after in (
        ("payments", "none", "6"),
        ("apr", "a lot", ""),
        ("down", "100000", ""),
        ("first_due", "1/1/2020", ""),
        ("amount", "0.01", ""),
    ):
        panel.type_text(field, text)
        if field == "amount":
            panel.type_text("apr", "99")
        panel.post()
        panel.type_text(field, after)
    assert fields == ["ticked", "payments", "apr", "down", "first_due", "amount"]
    assert schedule_rows(panel) != ()
