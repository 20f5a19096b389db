"""An adjustment from the keyboard: type, amount, new balance, posted once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.money.panels import ADJUST
from app.viewmodels.staff.money.payment.state import Phase
from app.views.staff.money.adjustment.panel import AdjustmentPanel
from tests.journeys.desk import CONTROL, Desk, Desks
from tests.journeys.practices import Practices
from tests.support.owing import owing


async def opened(desk: Desk, pat_num: int) -> AdjustmentPanel:
    """The panel of a patient, with types and account."""
    desk.frame.desk.money.adjust(pat_num)
    await desk.until(lambda: desk.frame.money.page(ADJUST) is not None and desk.frame.money.page(ADJUST).isVisible())
    page = desk.frame.money.page(ADJUST)
    assert isinstance(page, AdjustmentPanel)
    await desk.until(lambda: page.type.count() > 0 and page.model.state.family is not None)
    return page


async def test_it(open_practice: Practices, open_desk: Desks) -> None:
    served = open_practice()
    desk = await open_desk(served)
    pat_num = owing(served)
    page = await opened(desk, pat_num)
    desk.type("25")
    page.type.setCurrentIndex(0); page.type.activated.emit(0)
    page.procedure.setCurrentIndex(1); page.procedure.activated.emit(1)
    await desk.until(lambda: bool(page.balances.texts) and not page.model.state.account_words)

    desk.frame.window().grab().save("/tmp/writes_adj.png")
    page.grab().save("/tmp/writes_adj_panel.png")
