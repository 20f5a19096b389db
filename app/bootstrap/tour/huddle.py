"""The tour of the huddle: the day's readiness, and its page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.screens import HUDDLE
from app.bootstrap.tour.hands import Hands, there
from app.viewmodels.staff.board.late import BOARD
from app.viewmodels.staff.huddle import commands
from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.views.staff.huddle.screen import HuddleScreen


async def readiness(hands: Hands) -> None:
    """Everything is read; the first appointment is selected."""
    model = _model(hands)
    await hands.until(lambda: model.huddle.age(model.day.day) is not None)
    there(there(hands.program.window).findChild(HuddleScreen)).take_focus()
    hands.key(Qt.Key.Key_Home)


async def page(hands: Hands) -> QWidget | None:
    """The page to print."""
    from app.views.printing.preview import PrintPreview  # loads when something is printed

    hands.desk.commands[commands.PRINT.id].run()
    window = there(hands.program.window)
    await hands.until(lambda: any(each.is_ready for each in window.findChildren(PrintPreview)))
    return window.findChild(PrintPreview)


async def only_to_do(hands: Hands) -> None:
    """The page is closed; only appointments with something to do are listed."""
    hands.close_dialogs()
    hands.desk.commands[commands.ONLY_TO_DO.id].run()
    await hands.until(lambda: _model(hands).readiness.only_to_do)


async def board(hands: Hands) -> QWidget | None:
    """The waiting room board, for a second screen."""
    hands.desk.commands[BOARD.id].run()
    workspace = there(hands.program.workspace)
    await hands.until(lambda: workspace.board is not None and workspace.board.isVisible())
    return workspace.board


async def board_closed(hands: Hands) -> None:
    """The board is closed, and the whole day listed again."""
    hands.desk.commands[BOARD.id].run()
    hands.desk.commands[commands.ONLY_TO_DO.id].run()
    board = there(there(hands.program.workspace).board)
    await hands.until(lambda: not board.isVisible() and not _model(hands).readiness.only_to_do)
    there(hands.program.window).activateWindow()  # no window manager does it on the offscreen platform


async def production(hands: Hands) -> None:
    """What the day is worth, once it is wanted."""
    model = _model(hands)
    hands.desk.commands[commands.REVEAL.id].run()
    await hands.until(lambda: model.production.known is not None and not model.production.reading)


async def waits(hands: Hands) -> None:
    """A month of waits by provider."""
    model = _model(hands)
    hands.desk.commands[commands.WAITS.id].run()
    await hands.until(lambda: model.waits.known is not None and not model.waits.reading)


def _model(hands: Hands) -> HuddleScreenViewModel:
    model = hands.desk.screens.model(HUDDLE)
    if not isinstance(model, HuddleScreenViewModel):
        raise TypeError(type(model))
    return model


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("readiness", readiness),
    ("huddle page", page),
    ("only with something to do", only_to_do),
    ("waiting room board", board),
    ("board closed", board_closed),
    ("production", production),
    ("waits", waits),
)
