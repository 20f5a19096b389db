"""The tour of filling free time: who fits it, and booking one of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.tour.hands import Hands
from app.domain.schedule.visit import Stage


async def fill(hands: Hands) -> None:
    """F on a canceled appointment that still stands there, as on free time: who fits, best first."""
    await hands.click(hands.visit(Stage.BROKEN))
    hands.key(Qt.Key.Key_F)
    filling = hands.model.filling
    await hands.until(lambda: filling.model is not None and bool(filling.model.state.rows))
    await hands.until(lambda: filling.model is not None and not filling.model.state.looking)


async def chosen(hands: Hands) -> None:
    """A click or Enter on a patient: everything is entered, Enter books."""
    hands.key(Qt.Key.Key_Return)
    booking = hands.model.booking
    await hands.until(lambda: booking.open and len(booking.state.openings) > 1 and not booking.state.looking)
    await hands.until(lambda: booking.briefs.of(booking.state.person) is not None)


async def closed(hands: Hands) -> None:
    """Esc goes back to the list, and Esc closes it."""
    hands.key(Qt.Key.Key_Escape)
    await hands.until(lambda: not hands.model.booking.open)
    hands.key(Qt.Key.Key_Escape)


STEPS: tuple[tuple[str, Callable[[Hands], Awaitable[QWidget | None]]], ...] = (
    ("who fits", fill),
    ("booked from the list", chosen),
    ("list of who fits closed", closed),
)
