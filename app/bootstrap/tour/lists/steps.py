"""The tour of the lists: confirming, then those who wait."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.tour.hands import Hands, there
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.screen import ListsScreenViewModel
from app.views.staff.lists.screen import ListsScreen


async def confirmations(hands: Hands) -> None:
    """The next business days; the first row is confirmed with Enter, and the second one is next."""
    model, view = _model(hands), _view(hands)
    await hands.until(lambda: len(model.tab.table.model.rows) > 2)
    view.take_focus()
    hands.key(Qt.Key.Key_Home)
    await hands.until(lambda: model.tab.chosen is not None)
    first = model.tab.chosen
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: model.tab.chosen is not None and model.tab.chosen is not first)


async def recalls(hands: Hands) -> None:
    """Ctrl+2: who is due, families together."""
    model = _model(hands)
    hands.desk.commands[commands.RECALLS.id].run()
    await _filled(hands, model)
    _view(hands).view.tools.families.setChecked(True)


async def unscheduled(hands: Hands) -> None:
    """Ctrl+3: canceled appointments that wait for a time."""
    hands.desk.commands[commands.UNSCHEDULED.id].run()
    await _filled(hands, _model(hands))


async def asap(hands: Hands) -> None:
    """Ctrl+4: who wants to come sooner."""
    hands.desk.commands[commands.ASAP.id].run()
    await _filled(hands, _model(hands))


async def planned(hands: Hands) -> None:
    """Ctrl+5: planned treatment without a time."""
    hands.desk.commands[commands.PLANNED.id].run()
    await _filled(hands, _model(hands))


async def _filled(hands: Hands, model: ListsScreenViewModel) -> None:
    await hands.until(lambda: bool(model.tab.table.model.rows))
    _view(hands).take_focus()
    hands.key(Qt.Key.Key_Home)
    await hands.until(lambda: model.tab.chosen is not None)


def _model(hands: Hands) -> ListsScreenViewModel:
    return _view(hands).model


def _view(hands: Hands) -> ListsScreen:
    return there(there(hands.program.window).findChild(ListsScreen))


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("confirmations", confirmations),
    ("recall due", recalls),
    ("unscheduled list", unscheduled),
    ("ASAP list", asap),
    ("planned list", planned),
)
