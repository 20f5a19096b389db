"""The tour of closing the day: planted faults, the counted drawer, the closed day."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.bootstrap.screens import DAY_CLOSE
from app.bootstrap.tour.hands import Hands, there
from app.bootstrap.tour.payment import close_panels
from app.viewmodels.staff.day_close import commands
from app.viewmodels.staff.day_close.screen import DayCloseScreenViewModel
from app.views.staff.day_close.screen import DayCloseScreen
from app.wire.resources.definitions import DefinitionCategory

CASH = "Cash"  # words: a payment type of the made-up practice
PAID = ("80.00", "45.00", "45.00")


async def with_a_difference(hands: Hands) -> None:
    """Another program posts the same payment twice: the twin is listed first."""
    close_panels(hands)
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


async def day_sheet(hands: Hands) -> QWidget | None:
    """The sheet of the closed day."""
    from app.views.printing.preview import PrintPreview  # loads when something is printed

    hands.desk.commands[commands.PRINT.id].run()
    window = there(hands.program.window)
    await hands.until(lambda: any(each.is_ready for each in window.findChildren(PrintPreview)))
    return window.findChild(PrintPreview)


async def deposit(hands: Hands) -> None:
    """Ctrl+3: the week's cash and checks on a slip."""
    window = there(hands.program.window)
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    window.activateWindow()
    model = _model(hands)
    hands.desk.commands[commands.DEPOSITS.id].run()
    await hands.until(lambda: bool(model.deposit.chosen))


async def collections(hands: Hands) -> None:
    """Ctrl+4: whom to call, the family who owes longest first, and what they promise."""
    model = _model(hands).collections
    hands.desk.commands[commands.COLLECTIONS.id].run()
    await hands.until(lambda: model.found is not None)
    view = _screen(hands).collections
    view.pane.table.setFocus()
    hands.key(Qt.Key.Key_Home)
    await hands.until(lambda: model.chosen is not None)
    view.family.begin()
    hands.type_text("50")
    hands.key(Qt.Key.Key_Return)
    hands.type_text("+7")
    await hands.until(lambda: bool(model.promise.day_words))


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
    ("day sheet", day_sheet),
    ("deposit", deposit),
    ("collections", collections),
)
