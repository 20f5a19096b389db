"""Money is taken at the desk: few keys, few clicks, once, whatever the network does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.practice.server.faults import Fault
from app.viewmodels.staff.money.panels import PAYMENT
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.selected_patient import Origin
from app.views.printing.preview import PrintPreview
from app.views.staff.frame.window import SMALLEST
from app.views.staff.money.payment.panel import PaymentPanel
from tests.journeys.desk import CONTROL, LEFT, Desk
from tests.support.owing import owing, payments, splits

ENTER = Qt.Key.Key_Return
MOST_CLICKS = 4


@pytest.fixture(autouse=True)
def interval(qapp: QApplication) -> Iterator[None]:
    """Double clicks take as long as usual, before and after each test."""
    usual = QApplication.doubleClickInterval()
    yield
    QApplication.setDoubleClickInterval(usual)


async def shown(desk: Desk) -> PaymentPanel:
    """Wait for the panel with its account and its payment types."""
    place = desk.frame.money
    await desk.until(lambda: place.page(PAYMENT) is not None and place.page(PAYMENT).isVisible())
    page = place.page(PAYMENT)
    assert isinstance(page, PaymentPanel)

    def ready() -> bool:
        state = page.model.state
        return state.family is not None and not state.account_words and bool(state.types)

    await desk.until(ready)
    return page


async def opened(desk: Desk, at: int = 0) -> tuple[PaymentPanel, int]:
    """The panel of a patient who owes money, opened by its key."""
    pat_num = owing(desk.served, at)
    desk.frame.desk.patient.select(pat_num, Origin.SEARCH)
    await desk.turn()
    await desk.press(Qt.Key.Key_T, CONTROL)
    return await shown(desk), pat_num


def soon() -> None:
    """However slow this computer is, a key counts as the second one of a double Enter."""
    QApplication.setDoubleClickInterval(600_000)


def later() -> None:
    """No key counts as the second one of a double Enter any more."""
    QApplication.setDoubleClickInterval(0)


def button(widget: QWidget, text: str) -> QAbstractButton:
    """A visible button by its text."""
    found = [
        each for each in widget.findChildren(QAbstractButton) if each.text() == text and each.isVisible()
    ]
    assert found, text
    return found[0]


async def done(desk: Desk, page: PaymentPanel) -> None:
    """Wait until it is posted."""
    await desk.until(lambda: page.model.state.phase is Phase.DONE)
    await desk.until(page.done.receipt.isVisible)


async def receipt(desk: Desk) -> str:
    """The text of the receipt in the preview, which is then closed."""
    await desk.until(lambda: any(each.is_ready for each in desk.window.findChildren(PrintPreview)))
    preview = next(each for each in desk.window.findChildren(PrintPreview) if each.is_ready)
    document = preview.viewmodel.document
    assert document is not None
    rows = [cell for table in document.sections[0].tables for row in table.rows for cell in row]
    preview.reject()
    desk.wake()
    await desk.turn()
    return " ".join((str(document.title), *(f"{cell.lead!s}{cell.words!s}" for cell in rows)))


async def test_key_amount_enter_enter(desk_on_socket: Desk) -> None:
    """With the keyboard: its key, the amount, Enter to look, Enter to post; a third one prints the receipt."""
    desk = desk_on_socket
    page, pat_num = await opened(desk)
    await desk.until(page.amount.hasFocus)
    desk.type("20.50")
    await desk.press(ENTER)
    await desk.until(page.post.hasFocus)
    assert payments(desk.served, pat_num) == []
    await desk.press(ENTER)
    await desk.press(ENTER)  # a double Enter
    await done(desk, page)
    assert payments(desk.served, pat_num) == [(20.5,)]
    await desk.until(page.done.receipt.hasFocus)
    soon()
    await desk.press(ENTER)  # still the double one
    assert not desk.window.findChildren(PrintPreview)
    later()
    await desk.press(ENTER)
    words = await receipt(desk)
    assert "$20.50" in words
    assert page.model.person is not None
    assert page.model.person.display in words
    await desk.press(ENTER)
    assert (await receipt(desk)).startswith("Receipt – COPY")
    await desk.press(Qt.Key.Key_Escape)
    assert not desk.frame.panel.has_page


async def test_clicks_from_the_schedule(desk_on_socket: Desk) -> None:
    """With a patient selected on the schedule: Pay, the amount that is offered, Post, the receipt. At most 4 clicks."""
    desk = desk_on_socket
    served, clicks = desk.served, 0
    later()
    visit = next(each for each in desk.visits if not each.complete)
    served.sql(
        "UPDATE procedurelog SET PatNum = ?, AptNum = 0 WHERE ProcNum = (SELECT MAX(ProcNum) FROM procedurelog"
        " WHERE ProcStatus = 2 AND ProcFee BETWEEN 50 AND 90 AND PatNum = ?)",
        visit.pat_num,
        owing(served),
    )
    desk.click(desk.place(visit.apt_num))
    await desk.until(lambda: desk.frame.desk.strip.model is not None)
    await desk.until(lambda: any(each.isEnabled() for each in buttons_of(desk.window, "Pay")))

    async def click(widget: QWidget) -> None:
        nonlocal clicks
        clicks += 1
        QTest.mouseClick(widget, LEFT)
        await desk.turn()

    await click(buttons_of(desk.window, "Pay")[0])
    page = await shown(desk)
    await desk.until(lambda: bool(page.offers.buttons))
    await click(page.offers.buttons[0])
    await click(page.post)
    await done(desk, page)
    await click(page.done.receipt)
    assert "Receipt" in await receipt(desk)
    assert clicks <= MOST_CLICKS
    assert len(payments(served, visit.pat_num)) == 1


def buttons_of(widget: QWidget, text: str) -> list[QAbstractButton]:
    """The visible buttons with a text."""
    return [each for each in widget.findChildren(QAbstractButton) if each.text() == text and each.isVisible()]


async def test_the_split_in_the_window_is_posted(desk_on_socket: Desk) -> None:
    """Ticked procedures with exact amounts: what the window shows is in the office's books."""
    desk = desk_on_socket
    page, pat_num = await opened(desk)
    titles = [page.split.way.itemText(at) for at in range(page.split.way.count())]
    page.split.way.activated.emit(titles.index("Chosen procedures"))
    await desk.turn()
    first, second = list(page.split.ticks.boxes)[:2]
    for number in (first, second):
        page.split.ticks.boxes[number].click()
    await desk.turn()
    whole = page.model.state.draft.value
    assert page.amount.text() == f"{whole}"
    field = page.split.ticks.fields[second]
    field.setFocus()
    field.selectAll()
    desk.type("10.01")
    await desk.turn()
    await desk.press(ENTER)
    await desk.until(page.post.hasFocus)
    await desk.press(ENTER)
    await done(desk, page)
    assert [
        (row[1], row[2]) for row in sorted(splits(desk.served, pat_num), key=lambda row: row[1] != first[1])
    ] == [
        (first[1], page.model.state.draft.amount_of(first)),
        (second[1], Decimal("10.01")),
    ]


async def test_a_lost_answer(desk_on_socket: Desk) -> None:
    """A 504 for a payment that the office posted all the same: it is looked up, and the money is there once."""
    desk = desk_on_socket
    page, pat_num = await opened(desk)
    desk.served.faults.plan("Payments.create", Fault.TIMEOUT_AFTER)
    desk.type("20")
    await desk.press(ENTER)
    await desk.press(ENTER)
    await desk.until(lambda: "A second try is blocked until" in desk.texts(page))
    await done(desk, page)
    assert payments(desk.served, pat_num) == [(20.0,)]
    assert desk.served.faults.seen.count("Payments.create") == 1


async def test_the_server_is_off(desk_on_socket: Desk) -> None:
    """Without the server the panel says that nothing was sent; no receipt is offered before it is posted."""
    desk = desk_on_socket
    page, pat_num = await opened(desk)
    socket = desk.served.socket
    assert socket is not None
    socket.stop()
    desk.type("20")
    await desk.press(ENTER)
    await desk.press(ENTER)
    await desk.until(lambda: page.model.state.phase is Phase.WAITING)
    assert "Not sent yet" in desk.texts(page)
    assert not page.done.isVisible()
    await desk.until(lambda: button(page, "Close").hasFocus())
    socket.start()
    await done(desk, page)
    assert payments(desk.served, pat_num) == [(20.0,)]


async def test_nothing_typed_is_lost(desk_on_socket: Desk) -> None:
    """Another screen, Esc and the key again: what was typed is there, with the birthdate beside the amount."""
    desk = desk_on_socket
    page, _ = await opened(desk)
    desk.type("20.50")
    await desk.frame.desk.screens.show("patient")
    await desk.until(page.isVisible)
    assert page.amount.text() == "20.50"
    assert " years" in desk.texts(page)
    await desk.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    await desk.press(Qt.Key.Key_T, CONTROL)
    await desk.until(page.isVisible)
    assert page.amount.text() == "20.50"
    await desk.until(page.amount.hasFocus)


async def test_it_fits_the_smallest_window(desk_on_socket: Desk) -> None:
    """In the smallest window nothing of the panel or the strip is cut off at the side."""
    desk = desk_on_socket
    page, _ = await opened(desk)
    desk.window.resize(*SMALLEST)
    await desk.turn(10)
    assert desk.window.width() == SMALLEST[0]
    desk.type("5000")
    page.post.click()
    await desk.until(lambda: page.post.text() == "Post anyway")
    await desk.turn(10)
    assert page.post.mapTo(desk.window, page.post.rect().bottomLeft()).y() < desk.frame.status.y()
    for widget in (page.amount, page.post, *page.offers.buttons, *page.method.types.buttons, page.split.way):
        place = widget.mapTo(desk.window, widget.rect().topRight())
        assert place.x() <= desk.window.width(), widget
    pay = buttons_of(desk.window, "Pay")[0]
    assert pay.mapTo(desk.window, pay.rect().topRight()).x() <= desk.window.width()
