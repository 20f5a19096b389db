"""An adjustment from the keyboard: type, amount, new balance, posted once."""

from __future__ import annotations

from app.viewmodels.staff.money.panels import ADJUST, PLAN, REFUND
from app.views.staff.money.adjustment.panel import AdjustmentPanel
from tests.journeys.desk import CONTROL, Desk, Desks
from tests.journeys.practices import Practices
from tests.support.owing import owing


async def test_it(open_practice: Practices, open_desk: Desks) -> None:
    served = open_practice()
    desk = await open_desk(served)
    pat_num = owing(served)
    money = desk.frame.desk.money
    money.refund(pat_num)
    await desk.until(lambda: desk.frame.money.page(REFUND) is not None and desk.frame.money.page(REFUND).isVisible())
    page = desk.frame.money.page(REFUND)
    await desk.until(lambda: page.list.count() > 0)
    page.list.setCurrentRow(0)
    page.reason.setFocus()
    desk.type("Paid twice")
    await desk.turn(5)
    page.grab().save("/tmp/writes_refund.png")
    money.plan(pat_num)
    await desk.until(lambda: desk.frame.money.page(PLAN) is not None and desk.frame.money.page(PLAN).isVisible())
    page = desk.frame.money.page(PLAN)
    await desk.until(lambda: len(page.boxes) > 0 and not page.model.state.account_words)
    for box in list(page.boxes.values())[:2]:
        box.setChecked(True)
    await desk.turn(5)
    desk.frame.window().grab().save("/tmp/writes_plan_frame.png")
    page.grab().save("/tmp/writes_plan.png")
