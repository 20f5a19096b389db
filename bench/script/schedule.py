"""The schedule's actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.domain.schedule.visit import Stage, Visit
from bench.script.action import Action
from bench.script.hands import Hands

ANSWER_SECONDS = 2.0
"""How long a receptionist waits for a search. Without a server there is no answer."""
NEXT_STAGE = {
    Stage.UNCONFIRMED: "visit.confirmed",
    Stage.CONFIRMED: "visit.arrived",
    Stage.ARRIVED: "visit.seated",
    Stage.SEATED: "visit.dismissed",
}
ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left)


def _is_planned(visit: Visit) -> bool:
    return visit.stage in (Stage.UNCONFIRMED, Stage.CONFIRMED) and not visit.is_note and not visit.complete


async def walk(hands: Hands) -> None:
    """Go to other appointments and free times with the arrow keys."""
    for _ in range(3):
        await hands.press(hands.dice.choice(ARROWS))


async def stage(hands: Hands) -> None:
    """Confirm, check in, seat or dismiss a patient; a skipped stage asks for confirmation."""
    visit = hands.select(lambda each: each.stage in NEXT_STAGE and not each.is_note and not each.complete)
    if visit is None:
        return
    await hands.command(NEXT_STAGE[visit.stage])
    await hands.settle()
    if hands.screen.model.actions.question.open is not None:
        await hands.press(Qt.Key.Key_Return)


async def find(hands: Hands) -> None:
    """Type a name into the search field, then leave it."""
    await hands.command("find.patient")
    await hands.type(hands.name()[:5])
    await hands.press(Qt.Key.Key_Escape)


async def leaf(hands: Hands) -> None:
    """Go to the next days and back."""
    for command in ("go.next", "go.next", "go.previous", "go.today"):
        await hands.command(command)


async def week(hands: Hands) -> None:
    """Go to the week and back."""
    await hands.command("view.week")
    await hands.command("view.day")


async def note(hands: Hands) -> None:
    """Add a line to an appointment's note."""
    if hands.select(_is_planned) is None:
        return
    await hands.command("visit.note")
    await hands.settle()
    if isinstance(QApplication.focusWidget(), QPlainTextEdit):
        await hands.type("called")
        await hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


async def stretch(hands: Hands) -> None:
    """Make an appointment longer."""
    if hands.select(_is_planned) is not None:
        await hands.command("visit.longer")


async def carry(hands: Hands) -> None:
    """Move an appointment with the arrow keys."""
    if hands.select(_is_planned) is not None:
        await hands.command("visit.carry")
        await hands.settle()
        for _ in range(3):
            await hands.press(Qt.Key.Key_Down)
        await hands.press(Qt.Key.Key_Return)


async def book(hands: Hands) -> None:
    """Find a patient unless one is selected, choose the appointment type, book the first opening."""
    booking, found = hands.screen.model.booking, hands.screen.model.booking_find
    await hands.command("visit.new")
    await hands.settle()
    if booking.state.needs_patient:
        await hands.type(hands.name())
        await hands.until(lambda: not found.state.asking, ANSWER_SECONDS)
        await hands.press(Qt.Key.Key_Return)
    await hands.press(Qt.Key.Key_Down)
    if await hands.until(lambda: bool(booking.state.openings) and not booking.state.looking, ANSWER_SECONDS):
        await hands.press(Qt.Key.Key_Return)


async def cancel(hands: Hands) -> None:
    """Cancel an appointment, as a no-show or with notice, whichever the dialog suggests."""
    if hands.select(_is_planned) is None:
        return
    await hands.press(Qt.Key.Key_Delete)
    await hands.settle()
    if QApplication.activeModalWidget() is not None:
        await hands.press(Qt.Key.Key_Return)


async def undo(hands: Hands) -> None:
    """Undo the last change."""
    await hands.command("undo")


ACTIONS = (
    Action("go to other appointments", 60, walk),
    Action("change the status", 60, stage, writes="stage"),
    Action("find a patient", 40, find),
    Action("look at other days", 30, leaf),
    Action("look at the week", 10, week),
    Action("add to a note", 20, note, writes="note"),
    Action("make longer", 20, stretch, writes="resize"),
    Action("move by keys", 20, carry, writes="move"),
    Action("book", 20, book, writes="book"),
    Action("cancel", 10, cancel, writes="break"),
    Action("undo", 10, undo),
)
