"""Who fits free time is offered with the click on it, once the lists are in memory."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.viewmodels.staff.schedule.filling.late import REST_SECONDS
from app.views.staff.money.payment.panel import PaymentPanel
from tests.journeys.desk import CONTROL, LEFT, PLAIN, Desk
from tests.journeys.filling.steps import listed, made_free, page, row_place, state
from tests.journeys.patient.test_choosing import choose
from tests.journeys.test_booking import somebody
from tests.support.kinds import the


async def known(desk: Desk) -> tuple[int, int]:
    """Free time, with the lists in memory and nothing selected."""
    free = await made_free(desk)
    desk.click(desk.spot(*free))
    await desk.press(Qt.Key.Key_F)
    await listed(desk)
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_Escape)
    return free


async def test_a_click_on_a_gap_shows_who_fits(desk: Desk) -> None:
    """With the lists in memory a click on free time shows who fits at once, under the waiting room, and reads nothing.

    The focus stays, a click on an appointment shows its card, and the next one on a patient books.
    """
    column, minute = await made_free(desk)
    desk.click(desk.spot(column, minute))
    await desk.press(Qt.Key.Key_F)
    found = await listed(desk)
    await desk.until(lambda: bool(found.rows[0].name))
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_Escape)
    assert not desk.screen.panel.has_page
    desk.click(desk.spot(column, minute + 10))
    await desk.until(lambda: desk.screen.panel.page is page(desk))
    assert [row.fit for row in state(desk).rows[:3]] == [row.fit for row in found.rows[:3]]
    await desk.until(desk.canvas.hasFocus)
    assert "Waiting room" in desk.texts(desk.screen.panel)
    assert desk.button("New appointment", desk.screen.panel)
    assert desk.canvas.overlay.opening is None
    model = desk.model.filling.model
    assert model is not None
    assert model._needs == []
    assert not desk.model.parts.office.people.unknown(row.fit.candidate.pat_num for row in state(desk).rows)
    await desk.select(next(each for each in desk.visits if each.op_num != column))
    assert not desk.screen.panel.has_page
    await desk.press(Qt.Key.Key_Escape)
    desk.click(desk.spot(column, minute + 10))
    await desk.until(lambda: desk.screen.panel.page is page(desk))
    QTest.mouseClick(page(desk).list.viewport(), LEFT, PLAIN, row_place(desk, 0))
    await desk.until(lambda: desk.model.booking.open and desk.model.booking.state.chosen is not None)
    person = desk.model.booking.state.person
    assert person is not None
    assert person.pat_num == found.rows[0].fit.candidate.pat_num


async def test_what_else_a_click_on_a_gap_means(desk: Desk) -> None:
    """Beside a selected appointment its card stays; a double click books; Esc takes the list away."""
    column, minute = await known(desk)
    await desk.select(next(each for each in desk.visits if each.op_num != column))
    desk.click(desk.spot(column, minute))
    await desk.until(lambda: "Selected:" in desk.texts(desk.screen.panel))
    await desk.model.parts.clock.sleep(2 * REST_SECONDS)
    assert not desk.screen.panel.has_page
    await desk.press(Qt.Key.Key_Escape)
    desk.click(desk.spot(column, minute))
    await desk.until(lambda: desk.screen.panel.page is page(desk))
    await desk.press(Qt.Key.Key_Escape)
    assert not desk.screen.panel.has_page
    desk.double_click(desk.spot(column, minute))
    await desk.until(lambda: desk.model.booking.open)
    await desk.model.parts.clock.sleep(2 * REST_SECONDS)
    assert desk.screen.panel.page is desk.screen.booking


async def test_an_offer_leaves_a_page_of_work(desk: Desk) -> None:
    """A click on free time leaves a payment that is being entered, and a folded panel, as they are."""
    column, minute = await known(desk)
    person = somebody(desk)
    await choose(desk, person.display, person.phone)
    await desk.press(Qt.Key.Key_T, CONTROL)
    await desk.until(lambda: isinstance(desk.screen.panel.page, PaymentPanel))
    payment = the(PaymentPanel, desk.screen.panel.page)
    desk.type("12.50")
    desk.click(desk.spot(column, minute))
    await desk.model.parts.clock.sleep(2 * REST_SECONDS)
    assert desk.screen.panel.page is payment
    assert payment.amount.text() == "12.50"
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: not desk.screen.panel.has_page)
    desk.screen.panel.fold(folded=True)
    desk.click(desk.spot(column, minute + 10))
    await desk.model.parts.clock.sleep(2 * REST_SECONDS)
    assert desk.screen.panel.isHidden()


async def test_fast_keys_after_a_click_open_the_whole_list(desk: Desk) -> None:
    """F with another key right behind it opens the list before the offer comes, which doesn't replace it."""
    column, minute = await known(desk)
    desk.click(desk.spot(column, minute))
    desk.model.filling.commands[0].run()
    model = desk.model.filling.model
    assert model is not None
    await desk.until(page(desk).list.hasFocus)
    await desk.model.parts.clock.sleep(2 * REST_SECONDS)
    assert model.open
    assert not model.offered
    assert desk.screen.panel.page is page(desk)
