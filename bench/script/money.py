"""Money at the desk: payments all day, and the day closed at its end."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.viewmodels.staff.day_close.screen import DayCloseScreenViewModel
from app.viewmodels.staff.money.panels import PAYMENT
from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.money.payment.state import Phase
from bench.script.action import Action
from bench.script.hands import Hands

ANSWER_SECONDS = 2.0
"""How long a receptionist waits for an answer. Without a server there is none."""
CLOSE = "day_close"
PAYMENTS = 30


async def pay(hands: Hands) -> None:
    """A patient pays part of what is owed: the amount is typed, its split is shown, Enter reviews and posts it."""
    if hands.select(lambda visit: not visit.is_note) is None:
        return
    await hands.command(PAYMENT)
    if not await hands.until(lambda: _is_ready(hands), ANSWER_SECONDS):
        return
    await hands.type(f"{hands.dice.randint(10, 90)}.{hands.dice.randint(10, 99)}")
    for _ in range(3):  # review, post, and once more if there is a question
        await hands.until(lambda: not _is_guarded(hands), ANSWER_SECONDS)
        await hands.press(Qt.Key.Key_Return)
        await hands.settle()
        if not _panel(hands).state.is_entering:
            break
    await hands.until(lambda: _panel(hands).state.phase is Phase.DONE, ANSWER_SECONDS)


async def close(hands: Hands) -> None:
    """The drawer is counted, and the day closed with the reason for what differs."""
    screens = hands.desk.desk.screens
    await hands.command(f"screen.{CLOSE}")
    await hands.until(lambda: screens.current == CLOSE, 10 * ANSWER_SECONDS)
    model = cast(DayCloseScreenViewModel, screens.model(CLOSE))
    await hands.until(lambda: model.day.money is not None, 10 * ANSWER_SECONDS)
    for pieces in ("3", "2", "10", "4"):  # counted from the largest note on
        await hands.type(pieces)
        await hands.press(Qt.Key.Key_Return)
    await hands.command("close.close")
    if await hands.until(lambda: model.closing.asking, ANSWER_SECONDS):
        await hands.type("counted again tomorrow")
        await hands.press(Qt.Key.Key_Return)
    if not await hands.until(lambda: model.day.closed is not None, ANSWER_SECONDS):
        raise RuntimeError(f"the day was not closed: {model.closing.may_close().reason}")
    await hands.command("screen.schedule")


def _panel(hands: Hands) -> PaymentViewModel:
    return cast(PaymentViewModel, hands.desk.desk.money.panels[PAYMENT].model)


def _page(hands: Hands) -> Any:
    return hands.desk.frame.money.page(PAYMENT)


def _is_ready(hands: Hands) -> bool:
    """Whether the panel is open for the selected patient, with the account, so that the split can be seen."""
    selected = hands.desk.desk.patient.current
    if selected is None or PAYMENT not in hands.desk.desk.money.panels:
        return False
    state, page = _panel(hands).state, _page(hands)
    is_theirs = state.person is not None and state.person.pat_num == selected.pat_num
    return bool(is_theirs and state.family is not None and page is not None and page.amount.hasFocus())


def _is_guarded(hands: Hands) -> bool:
    """Whether Enter would still count as the second one of a double press."""
    return bool(_page(hands)._is_double()) and QApplication.activeModalWidget() is None


ACTIONS = (
    Action("take a payment", PAYMENTS, pay, writes="payment"),
    Action("close the day", 1, close, last=True),
)
