"""Money panels open beside every screen, one at a time, and never for another patient than the strip's."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.money import late
from app.viewmodels.staff.money.panels import ADJUST, PAYMENT
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.frame.money.place import MONEY_WIDTH
from app.views.theme.tokens import PANEL_WIDTH
from tests.journeys.desk import CONTROL, Desk, Desks
from tests.journeys.practices import Practices
from tests.support.sample_money import SAMPLES, SamplePanel


@pytest.fixture
async def desk(open_practice: Practices, open_desk: Desks, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk with two sample panels."""
    monkeypatch.setattr(late, "PANELS", SAMPLES)
    return await open_desk(open_practice())


async def panel(desk: Desk, panel_id: str = PAYMENT) -> SamplePanel:
    """Wait until a panel is shown."""
    place = desk.frame.money
    await desk.until(lambda: place.page(panel_id) is not None and place.page(panel_id).isVisible())
    page = place.page(panel_id)
    assert isinstance(page, SamplePanel)
    return page


async def test_a_key_opens_it_for_the_selected_patient(desk: Desk) -> None:
    """Without a patient the key says why; with one the panel is beside the schedule, wider than usual."""
    await desk.press(Qt.Key.Key_T, CONTROL)
    await desk.told("No patient is selected.")
    visit = desk.find(Stage.UNCONFIRMED)
    desk.click(desk.place(visit.apt_num))
    await desk.press(Qt.Key.Key_T, CONTROL)
    page = await panel(desk)
    assert page.model.person is not None
    assert page.model.person.pat_num == visit.pat_num
    await desk.until(page.field.hasFocus)
    assert desk.frame.panel.width() == MONEY_WIDTH
    await desk.press(Qt.Key.Key_Escape)
    assert not desk.frame.panel.has_page
    assert desk.frame.panel.width() == PANEL_WIDTH
    assert page.model.person is None


async def test_what_was_typed_goes_along_and_is_kept(desk: Desk) -> None:
    """Another screen takes the panel along; closing it, another panel and another patient keep what was typed."""
    mine, other = desk.visits[0], next(each for each in desk.visits if each.pat_num != desk.visits[0].pat_num)
    model = desk.frame.desk
    desk.click(desk.place(mine.apt_num))
    await desk.press(Qt.Key.Key_T, CONTROL)
    page = await panel(desk)
    desk.type("12.50")
    assert model.patient.entering
    await model.screens.show("patient")
    await desk.until(page.isVisible)
    assert page.field.text() == "12.50"
    assert page.model.person is not None
    await desk.press(Qt.Key.Key_J, CONTROL)
    adjust = await panel(desk, ADJUST)
    assert page.model.person is None
    assert not model.patient.entering
    desk.type("7")
    model.patient.select(other.pat_num, Origin.SEARCH)
    await desk.until(lambda: not desk.frame.panel.has_page)
    assert adjust.model.person is None
    await desk.told("not posted yet. Ctrl+J continues.")
    model.money.take_payment(mine.pat_num, Decimal("3.00"))
    page = await panel(desk)
    assert model.patient.current is not None
    assert model.patient.current.pat_num == mine.pat_num
    assert page.field.text() == "12.50"
    assert page.model.about == {"amount": Decimal("3.00"), "plan": 0}
