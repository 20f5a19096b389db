"""The tour of the lists: confirming, then those who wait."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.bootstrap.tour.hands import Hands, there
from app.viewmodels.command import CommandSpec
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


async def statuses(hands: Hands) -> QWidget | None:
    """S: the office's statuses, chosen with an arrow key or the underlined letter."""
    hands.desk.commands[commands.STATUS.id].run()
    await hands.until(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


async def recalls(hands: Hands) -> None:
    """Ctrl+2: who is due, families together."""
    hands.close_popups()
    await _opened(hands, commands.RECALLS)
    _view(hands).view.tools.families.setChecked(True)


async def unscheduled(hands: Hands) -> None:
    """Ctrl+3: canceled appointments that wait for a time."""
    await _opened(hands, commands.UNSCHEDULED)


async def asap(hands: Hands) -> None:
    """Ctrl+4: who wants to come sooner."""
    await _opened(hands, commands.ASAP)


async def planned(hands: Hands) -> None:
    """Ctrl+5: planned treatment without a time."""
    await _opened(hands, commands.PLANNED)


async def lab(hands: Hands) -> None:
    """Ctrl+8: lab cases that are not back, those needed first in front."""
    window = there(hands.program.window)
    for dialog in window.findChildren(QDialog):
        dialog.reject()  # the estimate's preview
    window.activateWindow()
    await _opened(hands, commands.LAB)


async def treatment(hands: Hands) -> None:
    """Ctrl+9: planned treatment by value, with the benefits that end this year."""
    await _opened(hands, commands.TREATMENT)


async def estimate(hands: Hands) -> QWidget | None:
    """E: the estimate of the selected patient."""
    from app.views.printing.preview import PrintPreview  # loads when something is printed

    hands.desk.commands[commands.ESTIMATE.id].run()
    window = there(hands.program.window)
    await hands.until(lambda: any(each.is_ready for each in window.findChildren(PrintPreview)))
    return window.findChild(PrintPreview)


async def _opened(hands: Hands, spec: CommandSpec) -> None:
    model = _model(hands)
    hands.desk.commands[spec.id].run()
    await hands.until(lambda: model.tab.spec is spec and bool(model.tab.table.model.rows))
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
    ("status of an appointment", statuses),
    ("recall due", recalls),
    ("unscheduled list", unscheduled),
    ("ASAP list", asap),
    ("planned list", planned),
    ("planned treatment", treatment),
    ("treatment estimate", estimate),
    ("lab cases", lab),
)
