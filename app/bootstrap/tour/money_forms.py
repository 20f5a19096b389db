"""The tour of the money panels with fields: a payment plan, a refund, an adjustment."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.tour.hands import Hands, there
from app.viewmodels.staff.money.panels import ADJUST, PLAN, REFUND
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.selected_patient import Origin

OWING = (
    "SELECT PatNum FROM procedurelog WHERE ProcStatus = 2 AND ProcDate > '2020-01-01' AND PatNum IN"
    " (SELECT PatNum FROM patient WHERE EstBalance - InsEst BETWEEN 200 AND 900 AND PatStatus = 0)"
    " AND PatNum NOT IN (SELECT PatNum FROM payplan)"
    " GROUP BY PatNum HAVING COUNT(*) BETWEEN 3 AND 12 ORDER BY PatNum LIMIT 12"
)
PLANNED = "SELECT PatNum FROM payplan WHERE IsClosed = 0 AND PlanNum = 0 ORDER BY PayPlanNum LIMIT 1"
PAID = (
    "SELECT PatNum FROM payment WHERE PayAmt > 0 AND PatNum IN (SELECT PatNum FROM patient WHERE PatStatus = 0)"
    " GROUP BY PatNum HAVING COUNT(*) BETWEEN 2 AND 8 ORDER BY PatNum LIMIT 1"
)
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


async def plan(hands: Hands) -> None:
    """Ctrl+Shift+Q: an open plan, with what is due on it."""
    (row,) = await hands.desk.parts.client.queries.short_query(SqlCommand=PLANNED)
    hands.desk.patient.select(int(row["PatNum"]), Origin.SEARCH)
    page = await _page(hands, PLAN, Qt.Key.Key_Q, CONTROL_SHIFT)
    await hands.until(lambda: bool(page.plans.closes))


async def new_plan(hands: Hands) -> None:
    """Ticked procedures, and the schedule to the cent."""
    page = await _page_of_plan(hands)
    for box in list(page.boxes.values())[:2]:
        box.setChecked(True)
    page.model.type_text("apr", "6")


async def _page_of_plan(hands: Hands) -> Any:
    """The form, for somebody of whose procedures some are not paid: who owes may owe them to insurance only."""
    for row in await hands.desk.parts.client.queries.short_query(SqlCommand=OWING):
        hands.desk.patient.select(int(row["PatNum"]), Origin.SEARCH)
        page = await _page(hands, PLAN, Qt.Key.Key_Q, CONTROL_SHIFT)
        if await _offers_procedures(hands, page):
            return page
    raise LookupError("nobody owes for two procedures")  # words: the tour's own


async def _offers_procedures(hands: Hands, page: Any) -> bool:
    """Whether there is something to plan; else the form is closed again."""
    await hands.until(lambda: not page.model.state.account_words)
    if not page.boxes:
        hands.key(Qt.Key.Key_Escape)
        await hands.until(lambda: not page.isVisible())
    return bool(page.boxes)


async def refund(hands: Hands) -> None:
    """Ctrl+Shift+V: a whole payment, its reason, and what can't be done from here. Who owes may not have paid yet."""
    (row,) = await hands.desk.parts.client.queries.short_query(SqlCommand=PAID)
    hands.desk.patient.select(int(row["PatNum"]), Origin.SEARCH)
    page = await _page(hands, REFUND, Qt.Key.Key_V, CONTROL_SHIFT)
    await hands.until(lambda: page.list.count() > 0)
    page.list.setCurrentRow(0)
    page.reason.setFocus()
    hands.type_text("Overpaid")  # words: typed by the tour


async def adjustment(hands: Hands) -> None:
    """Ctrl+J: the type gives the sign, and the new balance is shown before it is posted."""
    page = await _page(hands, ADJUST, Qt.Key.Key_J, CONTROL)
    await hands.until(lambda: page.type.count() > 0)
    hands.type_text("15")
    page.model.choose("adj_type", page.type.itemData(0))
    await hands.until(lambda: bool(page.balances.texts))


async def posted(hands: Hands) -> None:
    """Enter twice: it is on the account."""
    page: Any = there(hands.program.workspace).frame.money.page(ADJUST)
    page.model.post()
    if page.model.state.asked:
        page.model.post()
    await hands.until(lambda: page.model.state.phase is Phase.DONE)


async def _page(hands: Hands, panel_id: str, key: Qt.Key, modifier: Qt.KeyboardModifier) -> Any:
    """A panel, opened by its key, with the account."""
    hands.key(key, modifier)
    money = there(hands.program.workspace).frame.money
    await hands.until(lambda: money.page(panel_id) is not None and money.page(panel_id).isVisible())
    page = money.page(panel_id)
    await hands.until(lambda: page.model.state.family is not None)
    return page


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("a payment plan", plan),
    ("a new payment plan", new_plan),
    ("a refund", refund),
    ("an adjustment", adjustment),
    ("adjustment posted", posted),
)
