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


async def a_hub(hands: Hands) -> None:
    """The office hub: looked for on the network, or entered, with a pairing code."""
    page = there(hands.program.page)
    page.choose_row(2)
    await hands.until(lambda: page.hub is not None and bool(page.hub.model.searched))


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
    ("connect to an office hub", a_hub),
    ("today", today),
)
