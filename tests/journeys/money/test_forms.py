"""Adjustment, refund and payment plan with the keyboard, beside the schedule."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.viewmodels.staff.money.panels import ADJUST, PLAN, REFUND
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.money.adjustment.panel import AdjustmentPanel
from app.views.staff.money.plan.panel import PlanPanel
from app.views.staff.money.refund.panel import RefundPanel
from tests.journeys.desk import CONTROL, Desk, Desks
from tests.journeys.practices import Practices
from tests.support.owing import owing

SHIFT = Qt.KeyboardModifier.ShiftModifier


async def shown(desk: Desk, panel_id: str) -> Any:
    """The panel, once the account is there."""
    place = desk.frame.money
    await desk.until(lambda: place.page(panel_id) is not None and place.page(panel_id).isVisible())
    page = place.page(panel_id)
    await desk.until(lambda: page.model.state.family is not None and not page.model.state.account_words)
    return page


async def done(desk: Desk, page: Any) -> None:
    """Enter goes to the button, waits as long as a double click, and posts."""
    await desk.press(Qt.Key.Key_Return)
    await desk.until(page.post.hasFocus)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: page.model.state.phase is Phase.DONE)
    await desk.until(page.cancel.hasFocus)


@pytest.fixture
async def desk(open_practice: Practices, open_desk: Desks) -> Desk:
    """A desk with a patient of a family in debt."""
    served = open_practice()
    desk = await open_desk(served)
    desk.frame.desk.patient.select(owing(served), Origin.SEARCH)
    await desk.until(lambda: desk.frame.desk.patient.current is not None)
    return desk


async def test_an_adjustment_with_the_keyboard(desk: Desk) -> None:
    """Its key opens it; name and birthdate stand beside the amount, and two Enters post it."""
    await desk.press(Qt.Key.Key_J, CONTROL)
    page = await shown(desk, ADJUST)
    assert isinstance(page, AdjustmentPanel)
    await desk.until(lambda: page.type.count() > 0)
    await desk.until(page.amount.hasFocus)
    desk.type("12.50")
    await desk.press(Qt.Key.Key_Tab)
    await desk.press(Qt.Key.Key_Down)
    assert page.birth.text() != "Birthdate not known"
    assert page.post.text() == "Post $12.50"
    assert [row[2] for row in page.balances.texts][-1] == "Family balance"
    await done(desk, page)
    await desk.press(Qt.Key.Key_Escape)
    assert not desk.frame.panel.has_page


async def test_a_refund_with_the_keyboard(desk: Desk) -> None:
    """Arrow keys choose the payment, a reason is one key; then Enter refunds, and the button names the amount."""
    await desk.press(Qt.Key.Key_V, CONTROL | SHIFT)
    page = await shown(desk, REFUND)
    assert isinstance(page, RefundPanel)
    await desk.until(lambda: page.list.count() > 0)
    page.list.setFocus()
    await desk.press(Qt.Key.Key_Down)
    page.reason.setFocus()
    desk.type("Over")
    await desk.press(Qt.Key.Key_Tab)
    await desk.until(lambda: desk.focus() is page.reasons.buttons[0])
    await desk.press(Qt.Key.Key_Tab)
    await desk.press(Qt.Key.Key_Space)
    assert page.reason.text() == "Overpaid"
    await desk.until(page.post.hasFocus)
    assert page.post.text().startswith("Refund $")
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: page.model.state.phase is Phase.DONE)


async def test_a_plan_with_the_keyboard(desk: Desk) -> None:
    """Space ticks a procedure, and the schedule is there at once."""
    await desk.press(Qt.Key.Key_Q, CONTROL | SHIFT)
    page = await shown(desk, PLAN)
    assert isinstance(page, PlanPanel)
    await desk.until(lambda: bool(page.boxes))
    first = next(iter(page.boxes.values()))
    first.setFocus()
    await desk.press(Qt.Key.Key_Space)
    assert first.isChecked()
    assert page.schedule.texts[-1][2] == "Payment 6"
    for _ in page.boxes:
        await desk.press(Qt.Key.Key_Tab)
    await desk.until(lambda: desk.focus() is page.fields["payments"])
    await done(desk, page)
    plans = desk.frame.desk.parts.client.pay_plans
    assert page.model.person is not None
    rows = await plans.list(PatNum=page.model.person.pat_num)
    assert [row.PayPlanDate for row in rows][-1] == desk.frame.desk.now().date()


async def test_a_double_click_answers_no_question(open_practice: Practices, open_desk: Desks) -> None:
    """The second press on Post comes too fast to be the answer; a later one is."""
    served = open_practice()
    desk = await open_desk(served)
    pat_num = owing(served)
    desk.frame.desk.money.adjust(pat_num)
    page = await shown(desk, ADJUST)
    await desk.until(lambda: page.type.count() > 0)
    desk.type("5000")
    page.model.choose("adj_type", page.type.itemData(0))
    page.post.click()
    page.post.click()
    assert page.post.text() == "Post anyway"
    assert page.model.state.phase is Phase.ENTERING
    await desk.until(lambda: not page._asks.is_too_fast)
    page.post.click()
    await desk.until(lambda: page.model.state.phase is Phase.DONE)
    assert served.sql("SELECT AdjAmt FROM adjustment ORDER BY AdjNum DESC LIMIT 1") == [(-5000,)]
