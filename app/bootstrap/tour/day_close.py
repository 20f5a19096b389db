"""The tour of closing the day: planted faults, the counted drawer, the closed day."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.screens import DAY_CLOSE
from app.bootstrap.tour.hands import Hands, there
from app.viewmodels.staff.day_close import commands
from app.viewmodels.staff.day_close.screen import DayCloseScreenViewModel
from app.views.staff.day_close.screen import DayCloseScreen
from app.wire.resources.definitions import DefinitionCategory

CASH = "Cash"  # words: a payment type of the made-up practice
PAID = ("80.00", "45.00", "45.00")


async def with_a_difference(hands: Hands) -> None:
    """Another program posts the same payment twice: the twin is listed first."""
    client = hands.desk.parts.client
    types = await client.definitions.list(Category=DefinitionCategory.PAYMENT_TYPES.number)
    cash = next(row.DefNum for row in types if row.ItemName == CASH)
    visit = hands.next_expected()
    for amount in PAID:
        await client.payments.create(PatNum=visit.pat_num, PayAmt=Decimal(amount), PayType=cash)
    _model(hands).refresh()
    await hands.until(lambda: len(_model(hands).day.left) == 1)


async def drawer_counted(hands: Hands) -> None:
    """Twenties, a ten and ones: 5.00 are missing."""
    fields = _screen(hands).day.drawer.pieces
    for piece, number in ((20, "7"), (10, "2"), (5, "1")):
        field = fields[Decimal(piece)]
        field.setFocus()
        hands.type_text(number)
    await hands.until(lambda: len(_model(hands).day.left) == 2)


async def closed(hands: Hands) -> None:
    """Closed with a reason."""
    model, why = _model(hands), _screen(hands).day.why
    hands.desk.commands[commands.CLOSE.id].run()
    await hands.until(why.isVisible)
    why.field.setFocus()
    hands.type_text("Counted twice, 5.00 short")
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: model.day.closed is not None)


def _model(hands: Hands) -> DayCloseScreenViewModel:
    model = hands.desk.screens.model(DAY_CLOSE)
    if not isinstance(model, DayCloseScreenViewModel):
        raise TypeError(type(model))
    return model


def _screen(hands: Hands) -> DayCloseScreen:
    return there(there(hands.program.window).findChild(DayCloseScreen))


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("day close with a difference", with_a_difference),
    ("drawer counted", drawer_counted),
    ("closed day", closed),
)
