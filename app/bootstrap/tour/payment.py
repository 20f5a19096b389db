"""The tour of taking a payment: its split, exact amounts, change, a question, a refusal, the receipt."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap.tour.hands import Hands, there
from app.domain.money.preview import Way
from app.services.money.receipts import payment_of
from app.viewmodels.staff.money.panels import PAYMENT
from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.selected_patient import Origin
from app.views.printing.preview import PrintPreview
from app.views.staff.money.payment.panel import PaymentPanel

OWING = (
    "SELECT Guarantor FROM patient WHERE PatStatus = 0 GROUP BY Guarantor HAVING SUM(EstBalance - InsEst > 20) >= 2"
    " AND SUM(EstBalance - InsEst) BETWEEN 200 AND 2000 ORDER BY SUM(EstBalance - InsEst > 20) DESC, Guarantor LIMIT 1"
)
CASH = "Cash"  # words: a payment type of the made-up practice
CONTROL = Qt.KeyboardModifier.ControlModifier


async def opened(hands: Hands) -> None:
    """Ctrl+T and the amount: what it pays, before it is posted."""
    rows = await hands.desk.parts.client.queries.short_query(SqlCommand=OWING)
    hands.desk.patient.select(int(rows[0]["Guarantor"]), Origin.SEARCH)
    await open_panel(hands)
    hands.type_text("128.40")
    await hands.until(lambda: model(hands).state.preview is not None)


async def exact(hands: Hands) -> None:
    """Ticked procedures, each with its amount."""
    panel = model(hands)
    panel.entries.type_text("amount", "")
    panel.entries.choose_way(Way.PROCEDURES)
    things = [there(debt.thing) for debt in panel.account.open_debts[:2]]
    for thing in things:
        panel.entries.tick(thing, on=True)
    panel.entries.type_exact(things[-1], "100.00")


async def change(hands: Hands) -> None:
    """Cash: the change is the largest number."""
    panel = model(hands)
    panel.entries.choose_way(Way.FAMILY)
    panel.entries.type_text("amount", "128.40")
    panel.entries.choose_type(next(num for num, name in panel.state.types if name == CASH))
    panel.entries.type_text("tendered", "140")
    page(hands).amount.setFocus()


async def question(hands: Hands) -> None:
    """More than the family owes is asked once."""
    panel = model(hands)
    panel.entries.type_text("tendered", "")
    panel.entries.type_text("amount", "5000")
    panel.post()
    await hands.until(lambda: bool(panel.state.asked))


async def refused(hands: Hands) -> None:
    """Another desk takes the same payment in the same moment: refused with the reason, and everything stays."""
    panel = model(hands)
    person = there(panel.person)
    panel.entries.type_text("amount", "61.15")
    await hands.desk.parts.client.payments.create(PatNum=person.pat_num, PayAmt=Decimal("61.15"))
    panel.post()
    await hands.until(lambda: bool(panel.state.refusal))


async def posted(hands: Hands) -> None:
    """Enter looks, Enter posts: the receipt has the focus."""
    panel = model(hands)
    panel.entries.choose_type(panel.state.types[0][0])
    panel.entries.type_text("amount", "20.50")
    page(hands).amount.setFocus()
    await asyncio.sleep(QApplication.doubleClickInterval() / 1000)  # a faster Enter counts as a double one
    hands.key(Qt.Key.Key_Return)
    await hands.until(page(hands).post.hasFocus)
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: panel.state.phase is Phase.DONE)


async def receipt(hands: Hands) -> QWidget | None:
    """The receipt on paper."""
    state = model(hands).state
    papers, person = await hands.desk.money.papers(), there(state.person)
    row = there(payment_of(there(state.entry)))
    family = await papers.account_with(person.pat_num, row.PayNum)
    papers.preview(papers.receipt(row, person, family))
    window = hands.program.window
    await hands.until(lambda: any(each.is_ready for each in window.findChildren(PrintPreview)))
    return window.findChild(PrintPreview)


async def open_panel(hands: Hands) -> None:
    """Ctrl+T, until the account is read."""
    hands.key(Qt.Key.Key_T, CONTROL)
    place = there(hands.program.workspace).frame.money
    await hands.until(lambda: place.page(PAYMENT) is not None)
    panel = model(hands)
    await hands.until(lambda: bool(panel.state.types) and panel.account.family is not None)
    await hands.until(lambda: not panel.state.is_loading and page(hands).amount.hasFocus())


def close_panels(hands: Hands) -> None:
    """Close the money panel that is open; what was entered is kept."""
    for each in hands.desk.money.panels.values():
        if each.model.person is not None:
            each.model.finished.emit()


def model(hands: Hands) -> PaymentViewModel:
    """The panel's viewmodel. LookupError before it was first shown."""
    return page(hands).model


def page(hands: Hands) -> PaymentPanel:
    """The panel. LookupError before it was first shown."""
    found = there(hands.program.workspace).frame.money.page(PAYMENT)
    return there(found if isinstance(found, PaymentPanel) else None)


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("take a payment", opened),
    ("exact amounts", exact),
    ("cash change", change),
    ("a payment in question", question),
    ("payment refused", refused),
    ("payment posted", posted),
    ("a receipt", receipt),
)
