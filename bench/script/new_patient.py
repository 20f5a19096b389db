"""A new patient on the phone: not found, entered, added, booked."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bench.script.action import Action
from bench.script.hands import Hands

ANSWER_SECONDS = 2.0
"""How long a receptionist waits for an answer. Without a server there is none."""
BEGINNINGS, ENDINGS = ("Quarl", "Zemb", "Voss", "Trend", "Yarl"), ("ova", "etti", "inger", "oak", "ulian")
FIRST_NAMES = ("Nia", "Omar", "Ines", "Theo", "Vera")
LETTERS = "bdfgklmnprstvz"


def _name(hands: Hands) -> str:
    """A name that nobody has."""
    dice = hands.dice
    middle = "".join(dice.choice(LETTERS) for _ in range(2))
    return f"{dice.choice(BEGINNINGS)}{middle}{dice.choice(ENDINGS)}, {dice.choice(FIRST_NAMES)}"


async def add(hands: Hands) -> None:
    """Search for somebody new, enter birthdate, sex and phone while they talk, and book the first opening."""
    desk, booking = hands.desk.desk, hands.screen.model.booking
    await hands.command("find.patient")
    await hands.type(_name(hands))
    await hands.until(lambda: not desk.find.state.asking, ANSWER_SECONDS)
    if desk.find.state.hits:
        return
    await hands.press(Qt.Key.Key_Return)
    if not await hands.until(lambda: _is_open(hands), ANSWER_SECONDS):
        return
    await hands.type(
        f"{hands.dice.randint(1, 9)}/{hands.dice.randint(10, 28)}/{hands.dice.randint(1950, 2020)}"
    )
    await hands.press(Qt.Key.Key_Tab)
    await hands.type(hands.dice.choice("fm"))
    await hands.press(Qt.Key.Key_Tab)
    await hands.type(f"541555{hands.dice.randint(1000, 9999)}")
    await hands.press(Qt.Key.Key_Return)
    if not await hands.until(lambda: booking.open, ANSWER_SECONDS):
        return
    await hands.press(Qt.Key.Key_Down)
    if await hands.until(lambda: bool(booking.state.openings) and not booking.state.looking, ANSWER_SECONDS):
        await hands.press(Qt.Key.Key_Return)


def _is_open(hands: Hands) -> bool:
    page = hands.desk.frame.new_patient.page
    return page is not None and page.isVisible()


ACTIONS = (Action("add a new patient", 4, add, writes="new patient"),)
