"""The tour of checking out: the walkout statement, and the panel it is printed from."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.bootstrap.tour.hands import Hands, there
from app.viewmodels.staff.money.panels import CHECK_OUT
from app.viewmodels.staff.selected_patient import Origin
from app.views.printing.preview import PrintPreview
from app.views.staff.money.checkout.panel import CheckoutPanel

INSURED_TODAY = (
    "SELECT claimproc.PatNum FROM claimproc INNER JOIN procedurelog ON procedurelog.ProcNum = claimproc.ProcNum"
    " WHERE claimproc.Status = 6 AND claimproc.InsEstTotal > 0 AND procedurelog.ProcStatus = 2"
    " GROUP BY claimproc.PatNum ORDER BY SUM(procedurelog.ProcFee - claimproc.InsEstTotal) DESC LIMIT 1"
)
CONTROL = Qt.KeyboardModifier.ControlModifier


async def walkout(hands: Hands) -> QWidget | None:
    """Ctrl+E for a patient who was treated today, and the statement to take along."""
    rows = await hands.desk.parts.client.queries.short_query(SqlCommand=INSURED_TODAY)
    hands.desk.patient.select(int(rows[0]["PatNum"]), Origin.SEARCH)
    hands.key(Qt.Key.Key_E, CONTROL)
    place = there(hands.program.workspace).frame.money
    await hands.until(lambda: place.page(CHECK_OUT) is not None)
    model = page(hands).model
    await hands.until(lambda: model.day is not None and len(model.state.coming) > 1)
    await hands.until(lambda: bool(model.payment.state.types) and bool(model.state.due))
    window = there(hands.program.window)
    page(hands).print.click()
    await hands.until(lambda: any(each.is_ready for each in window.findChildren(PrintPreview)))
    return window.findChild(PrintPreview)


async def check_out(hands: Hands) -> None:
    """The panel: what was done today, who pays for it, the payment, the next visit."""
    window = there(hands.program.window)
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    window.activateWindow()
    await hands.until(page(hands).isVisible)


def page(hands: Hands) -> CheckoutPanel:
    """The panel. LookupError before it was first shown."""
    found = there(hands.program.workspace).frame.money.page(CHECK_OUT)
    return there(found if isinstance(found, CheckoutPanel) else None)


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (("walkout statement", walkout), ("check out", check_out))
