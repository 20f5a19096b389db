"""The tour's beginning: the first start asks for an office, and training opens."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from app.bootstrap.tour.hands import Hands, there


async def connect(hands: Hands) -> None:
    """The first start asks for the office."""
    await hands.program.open()


async def nothing_entered(hands: Hands) -> None:
    """Service without a server shows what is missing."""
    page = there(hands.program.page)
    page.choose_row(1)
    page.connect_button.click()
    await hands.until(lambda: bool(page.sentence))


async def today(hands: Hands) -> None:
    """Training opens today's schedule."""
    page = there(hands.program.page)
    page.choose_row(0)
    page.connect_button.click()
    await hands.until(lambda: hands.program.screen is not None)
    await hands.until(hands.complete)


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("connect", connect),
    ("nothing entered", nothing_entered),
    ("today", today),
)
