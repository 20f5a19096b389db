"""Jobs 9, 10 and 12: payment, recall at checkout, a logged call; by mouse and by keyboard."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.viewmodels.staff.money.panels import CHECK_OUT, PAYMENT
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.selected_patient import Origin
from app.views.printing.preview import PrintPreview
from app.views.staff.commlog.form import CommlogForm
from app.views.staff.money.checkout.panel import CheckoutPanel
from app.views.staff.money.payment.panel import PaymentPanel
from tests.journeys.desk import CONTROL, SHIFT, Desk
from tests.journeys.jobs import the_fifteen as jobs
from tests.journeys.jobs.conftest import Count
from tests.journeys.jobs.counted import Counted, Job
from tests.journeys.jobs.test_schedule_jobs import opened
from tests.journeys.test_booking import offered
from tests.support.owing import owing, payments

ENTER = Qt.Key.Key_Return
AMOUNT = "64.20"
W = TypeVar("W", bound=QWidget)


async def panel_of(desk: Desk, panel_id: str, kind: type[W]) -> W:
    """Wait for a money panel to be shown."""
    place = desk.frame.money
    await desk.until(lambda: isinstance(place.page(panel_id), kind) and place.page(panel_id).isVisible())
    page: W = place.page(panel_id)
    return page


async def someone_who_owes(desk: Desk) -> int:
    """Select a patient who owes money, as by finding them."""
    pat_num = owing(desk.served)
    desk.frame.desk.patient.select(pat_num, Origin.SEARCH)
    await opened(desk, pat_num)
    return pat_num


async def ready(desk: Desk, page: PaymentPanel) -> None:
    """Wait for the account and the payment types."""
    await desk.until(
        lambda: (
            page.model.state.family is not None
            and not page.model.state.account_words
            and bool(page.model.state.types)
        )
    )


async def posted(desk: Desk, page: PaymentPanel) -> None:
    """Wait until the office has it."""
    await desk.until(lambda: page.model.state.phase is Phase.DONE)
    await desk.until(page.done.receipt.isVisible)


async def printed(desk: Desk, counted: Counted, pat_num: int) -> None:
    """The receipt is in the preview: this PC has no printer."""
    await desk.until(lambda: any(each.is_ready for each in desk.window.findChildren(PrintPreview)))
    counted.done()
    assert [f"{row[0]:.2f}" for row in payments(desk.served, pat_num)] == [AMOUNT]
    for preview in desk.window.findChildren(PrintPreview):
        preview.reject()


async def test_9_payment_by_mouse(desk: Desk, count: Count) -> None:
    """Pay, the amount, Post, Print receipt."""
    pat_num = await someone_who_owes(desk)
    counted = count(jobs.PAY, "mouse")
    counted.click(desk.button("Pay"))
    page = await panel_of(desk, PAYMENT, PaymentPanel)
    await ready(desk, page)
    counted.decide()
    counted.type(AMOUNT)
    await desk.turn()
    assert page.split.isVisible()  # the split is seen before it is posted
    counted.decide()
    counted.click(page.post)
    await posted(desk, page)
    counted.click(page.done.receipt)
    await printed(desk, counted, pat_num)


async def test_9_payment_by_keyboard(desk: Desk, count: Count) -> None:
    """Ctrl+T, the amount, Enter to look, Enter to post, Enter to print."""
    pat_num = await someone_who_owes(desk)
    counted = count(jobs.PAY, "keyboard")
    counted.key(Qt.Key.Key_T, CONTROL)
    page = await panel_of(desk, PAYMENT, PaymentPanel)
    await ready(desk, page)
    counted.decide()
    counted.type(AMOUNT)
    counted.key(ENTER)
    await desk.until(page.post.hasFocus)
    counted.decide()
    counted.key(ENTER)
    await posted(desk, page)
    await desk.until(page.done.receipt.hasFocus)
    counted.key(ENTER)
    await printed(desk, counted, pat_num)


def due(desk: Desk) -> int:
    """A patient of today with a recall that has no appointment."""
    known = ",".join(str(each.pat_num) for each in desk.visits if not each.is_note)
    rows = desk.served.sql(
        f"SELECT PatNum FROM recall WHERE PatNum IN ({known}) AND IsDisabled = 0 AND DateDue > '2000-01-01' "
        "AND DateScheduled < '2000-01-01' AND PatNum NOT IN (SELECT PatNum FROM appointment WHERE AptStatus IN (3, 6)) "
        "ORDER BY PatNum LIMIT 1"
    )
    return int(rows[0][0])


async def checkout(
    desk: Desk, counted: Counted, pat_num: int, *, by_mouse: bool, selected: bool = True
) -> CheckoutPanel:
    """The patient stands at the desk: their appointment is selected, unless that is to be counted too; Check out."""
    visit = next(each for each in desk.visits if each.pat_num == pat_num)
    where = desk.place(visit.apt_num)
    counted.decide()
    counted.click(desk.canvas.viewport(), where)
    await opened(desk, pat_num)
    if selected:
        counted.begin()
    if by_mouse:
        counted.click(desk.button("Check out"))
    else:
        counted.key(Qt.Key.Key_E, CONTROL)
    page = await panel_of(desk, CHECK_OUT, CheckoutPanel)
    await desk.until(lambda: any(each.key and each.can_book for each in page.model.state.coming))
    return page


async def recall_booked(desk: Desk, counted: Counted, pat_num: int) -> None:
    """The recall's appointment is in the office."""
    await desk.told("booked for")
    entry = await desk.settled()
    assert desk.served.row(entry.answer["AptNum"])["PatNum"] == pat_num
    counted.done()


@pytest.mark.parametrize("job", [jobs.RECALL, jobs.CHECKOUT_RECALL])
async def test_10_recall_by_mouse(desk: Desk, count: Count, job: Job) -> None:
    """Check out, the recall's Book, Book: the type and the length are the recall's. Or the appointment before."""
    counted = count(job, "mouse")
    pat_num = due(desk)
    page = await checkout(desk, counted, pat_num, by_mouse=True, selected=job is jobs.RECALL)
    recall = next(each.key for each in page.model.state.coming if each.key and each.can_book)
    counted.decide()
    counted.click(page.summary.coming.button(recall))
    await offered(desk)
    counted.decide()
    counted.click(desk.screen.booking._book)
    await recall_booked(desk, counted, pat_num)


async def test_10_recall_by_keyboard(desk: Desk, count: Count) -> None:
    """Ctrl+E, back by Shift+Tab from the amount to the recall's button, Enter, Enter."""
    counted = count(jobs.RECALL, "keyboard")
    pat_num = due(desk)
    page = await checkout(desk, counted, pat_num, by_mouse=False)
    recall = next(each.key for each in page.model.state.coming if each.key and each.can_book)
    button = page.summary.coming.button(recall)
    await desk.until(lambda: desk.focus() is not None and page.isAncestorOf(desk.focus()))
    counted.decide()
    for _ in range(12):
        if button.hasFocus():
            break
        counted.key(Qt.Key.Key_Backtab, SHIFT)
    await desk.until(button.hasFocus)
    counted.key(ENTER)
    await offered(desk)
    counted.decide()
    counted.key(ENTER)
    await recall_booked(desk, counted, pat_num)


async def form_open(desk: Desk) -> CommlogForm:
    """Wait for the form, with the office's types."""
    forms = desk.window.findChildren
    await desk.until(lambda: any(each.isVisible() and each.field.hasFocus() for each in forms(CommlogForm)))
    form = next(each for each in forms(CommlogForm) if each.isVisible())
    await desk.until(lambda: form.type.count() > 1)
    return form


async def test_12_log_a_call(desk: Desk, count: Count) -> None:
    """Ctrl+L, ?n, Enter, Ctrl+Enter; or the strip's button, ?cb, Enter, Save."""
    await someone_who_owes(desk)
    counted = count(jobs.CALL, "keyboard")
    counted.key(Qt.Key.Key_L, CONTROL)
    form = await form_open(desk)
    counted.decide()
    counted.type("?n")
    counted.key(ENTER)
    assert form.field.toPlainText() == "No answer, left a message."
    counted.key(ENTER, CONTROL)
    await desk.told("Commlog added for ")
    counted.done()
    await desk.until(lambda: not form.isVisible())
    counted = count(jobs.CALL, "mouse")
    counted.click(desk.button("Write a commlog"))
    form = await form_open(desk)
    counted.decide()
    counted.type("?cb")
    counted.key(ENTER)
    counted.click(form.save)
    await desk.until(lambda: not form.isVisible())
    await desk.until(lambda: len(desk.entries) == 2)
    counted.done()
