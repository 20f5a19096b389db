"""The tour's steps on paper: the week, a sheet without names, a PC without a printer, a route slip, a card, a label."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from app.bootstrap.tour.hands import Hands
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.papers.commands import CARD, LABEL, ROUTE_SLIP

if TYPE_CHECKING:  # loads when something is printed
    from app.views.printing.preview import PrintPreview

Step = Callable[[Hands], Awaitable[QWidget | None]]
WEEK = 3
"""The number of the button in the preview."""


async def week(hands: Hands) -> QWidget | None:
    """The week, a column a day."""
    preview = await _preview(hands)
    preview.viewmodel.choose(WEEK)
    await hands.until(lambda: preview.viewmodel.document is not None)
    return preview


async def nameless(hands: Hands) -> QWidget | None:
    """The same without names."""
    preview = await _preview(hands)
    preview.findChildren(QCheckBox)[0].click()
    await hands.until(lambda: preview.viewmodel.document is not None)
    return preview


async def no_printer(hands: Hands) -> QWidget | None:
    """Where there is no printer, the PDF comes first."""
    preview = await _preview(hands)
    preview.viewmodel.no_printer()
    return preview


def paper(command_id: str) -> Step:
    """One of the papers of the selected patient."""

    async def show(hands: Hands) -> QWidget | None:
        hands.close_dialogs()
        await hands.click(hands.visit(Stage.CONFIRMED))
        hands.desk.commands[command_id].run()
        return await _preview(hands)

    return show


async def _preview(hands: Hands) -> PrintPreview:
    """The preview that is open, once it shows pages."""
    from app.views.printing.preview import PrintPreview

    def found() -> list[PrintPreview]:
        previews = hands.program.window.findChildren(PrintPreview)
        return [each for each in previews if each.is_ready and each.isVisible()]

    await hands.until(lambda: bool(found()))
    return found()[-1]


STEPS: tuple[tuple[str, Step], ...] = (
    ("the week on paper", week),
    ("without names", nameless),
    ("without a printer", no_printer),
    ("a route slip", paper(ROUTE_SLIP.id)),
    ("an appointment card", paper(CARD.id)),
    ("a label", paper(LABEL.id)),
)
