"""The patient who leaves is checked out in one panel: treatment, payment, papers, and the next appointment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.domain.schedule.visit import Visit
from app.viewmodels.staff.money.panels import CHECK_OUT
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.selected_patient import Origin
from app.views.printing.preview import PrintPreview
from app.views.staff.money.checkout.panel import CheckoutPanel
from tests.journeys.desk import CONTROL, LEFT, Desk
from tests.support.owing import payments

MOST_CLICKS = 4


@pytest.fixture(autouse=True)
def interval(qapp: QApplication) -> Iterator[None]:
    """Double clicks take as long as usual, before and after each test."""
    usual = QApplication.doubleClickInterval()
    yield
    QApplication.setDoubleClickInterval(usual)


class Mouse:
    """Counts its clicks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.clicks = 0

    def visit(self, visit: Visit) -> None:
        """Click an appointment."""
        self._desk.click(self._desk.place(visit.apt_num))
        self.clicks += 1

    async def push(self, button: QAbstractButton) -> None:
        """Click a button that is there."""
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, LEFT)
        self.clicks += 1
        await self._desk.turn()


async def shown(desk: Desk) -> CheckoutPanel:
    """Wait for the panel with its account and its payment types."""
    place = desk.frame.money
    await desk.until(lambda: place.page(CHECK_OUT) is not None and place.page(CHECK_OUT).isVisible())
    page = place.page(CHECK_OUT)
    assert isinstance(page, CheckoutPanel)

    def ready() -> bool:
        state = page.model.payment.state
        return page.model.day is not None and not state.account_words and bool(state.types)

    await desk.until(ready)
    return page


def treated(desk: Desk) -> Visit:
    """A visit of today whose treatment was completed, and isn't paid yet; the patient leaves."""
    done = desk.served.sql(
        "SELECT PatNum FROM procedurelog WHERE ProcStatus = 2 AND ProcDate = '2026-11-17' AND ProcFee > 50"
    )
    here = {row[0] for row in done}
    return next(each for each in desk.visits if each.pat_num in here)


async def test_four_clicks_and_the_amount(desk_on_socket: Desk) -> None:
    """Appointment, Check out, Post, Print both: the amount due today is proposed, and another one can be typed."""
    desk, mouse = desk_on_socket, Mouse(desk_on_socket)
    visit = treated(desk)
    mouse.visit(visit)
    await mouse.push(await desk.see("Check out"))
    page = await shown(desk)
    day = page.model.day
    assert day is not None
    assert page.summary.treated.texts
    assert page.model.payment.state.draft.value == day.due
    assert not page.model.is_dirty
    await desk.until(page.payment.amount.hasFocus)
    desk.type("31.50")  # instead of what was proposed while the account was read
    assert page.payment.amount.text() == "31.50"
    assert page.model.is_dirty
    await mouse.push(page.payment.post)
    if page.payment.post.text() == "Post anyway":  # more than what is due today is a question
        await mouse.push(page.payment.post)
    await desk.until(lambda: page.model.payment.state.phase is Phase.DONE)
    QApplication.setDoubleClickInterval(0)
    await desk.until(lambda: page.print.text() == "Print both")
    await mouse.push(page.print)
    await desk.until(lambda: sum(each.is_ready for each in desk.window.findChildren(PrintPreview)) == 2)
    assert mouse.clicks <= MOST_CLICKS
    titles = set()
    for preview in desk.window.findChildren(PrintPreview):
        assert preview.viewmodel.document is not None
        titles.add(str(preview.viewmodel.document.title))
        preview.reject()
    assert titles == {"Walkout statement", "Receipt"}
    assert payments(desk.served, visit.pat_num) == [(31.5,)]


async def test_the_next_visit_is_booked_from_there(desk: Desk) -> None:
    """One click books a recall or an appointment on the schedule; what was typed for the payment is kept."""
    visit = treated(desk)
    desk.frame.desk.patient.select(visit.pat_num, Origin.SEARCH)
    await desk.turn()
    await desk.press(Qt.Key.Key_E, CONTROL)
    page = await shown(desk)
    await desk.until(lambda: bool(page.model.state.coming) and page.model.state.coming[0].words != "Loading…")
    await desk.until(page.payment.amount.hasFocus)
    page.payment.amount.selectAll()
    desk.type("12.34")
    assert page.model.payment.state.draft.value == Decimal("12.34")
    QTest.mouseClick(page.summary.coming.button(0), LEFT)
    await desk.until(lambda: not page.isVisible())
    assert page.model.person is None
    await desk.told("not posted yet. Ctrl+E continues.")
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_E, CONTROL)
    await shown(desk)
    assert page.model.payment.state.draft.value == Decimal("12.34")


async def test_nothing_is_left_behind_by_a_proposal(desk: Desk) -> None:
    """Whoever prints the statement and closes the panel by keys is not told of a payment that isn't posted."""
    visit = treated(desk)
    desk.frame.desk.patient.select(visit.pat_num, Origin.SEARCH)
    await desk.turn()
    await desk.press(Qt.Key.Key_E, CONTROL)
    page = await shown(desk)
    await desk.until(lambda: page.model.payment.state.draft.value > 0)
    page.print.setFocus()
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: any(each.is_ready for each in desk.window.findChildren(PrintPreview)))
    next(each for each in desk.window.findChildren(PrintPreview) if each.is_ready).reject()
    desk.wake()
    await desk.turn()
    page.print.setFocus()
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: not page.isVisible())
    assert not any("not posted" in words for words in desk.toasts)
