"""Around the schedule: lists, free time to be filled, other days, details, paper, the huddle and the pinboard."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.schedule.visit import Stage, Visit
from app.viewmodels.staff.lists.screen import ListsScreenViewModel
from bench.script.action import Action
from bench.script.hands import Hands

ANSWER_SECONDS = 2.0
"""How long a receptionist waits for an answer. Without a server there is none."""
SCHEDULE, LISTS, HUDDLE = "schedule", "lists", "huddle"
ENTER = Qt.Key.Key_Return
ASKED = ("hyg 60 tue", "30 min tomorrow", "next week", "tue pm", "40 before 10")


async def confirm(hands: Hands) -> None:
    """One of the appointments of the next days, after a call; the next row is selected."""
    if await _list(hands, "lists.confirmations"):
        await hands.command("lists.confirm")
        await hands.settle()
    await _back(hands)


async def message(hands: Hands) -> None:
    """Nobody answered a call about a recall: the note, and the next row."""
    if await _list(hands, "lists.recalls"):
        await hands.command("lists.message")
        await hands.settle()
    await _back(hands)


async def book_listed(hands: Hands) -> None:
    """Somebody of the Unscheduled List gets the first opening."""
    booking = hands.screen.model.booking
    if not await _list(hands, "lists.unscheduled"):
        return await _back(hands)
    await hands.command("lists.book")
    if await hands.until(lambda: booking.open and bool(booking.state.openings), ANSWER_SECONDS):
        await hands.press(ENTER)
    return await _back(hands)


async def fill(hands: Hands) -> None:
    """Free time after an appointment: the list of who fits, the second one, the first opening."""
    if hands.select(lambda each: not each.is_note and each.start.hour > 12) is None:
        return
    canvas = hands.screen.canvas
    for _ in range(3):
        await hands.press(Qt.Key.Key_Down)
        if canvas.overlay.cursor is not None:
            break
    await hands.command("schedule.fill")
    if await hands.until(lambda: _fits(hands), ANSWER_SECONDS):
        await hands.press(Qt.Key.Key_Down)
        await hands.press(ENTER)
        await hands.settle()
    await hands.press(Qt.Key.Key_Escape)


async def ask_in_words(hands: Hands) -> None:
    """Openings for a patient, asked for in words and looked at."""
    booking, found = hands.screen.model.booking, hands.screen.model.booking_find
    await hands.command("visit.new")
    await hands.settle()
    if booking.state.needs_patient:
        await hands.type(hands.name()[:6])
        await hands.until(lambda: not found.state.asking, ANSWER_SECONDS)
        await hands.press(ENTER)
    if not hands.screen.booking.words.field.isVisible():
        return
    hands.screen.booking.words.field.setFocus()
    await hands.type(hands.dice.choice(ASKED))
    await hands.until(lambda: not booking.state.looking, ANSWER_SECONDS)
    await hands.press(ENTER)


async def carry_to_another_day(hands: Hands) -> None:
    """M, the next day, two steps down, Enter."""
    if hands.select(_is_planned) is None:
        return
    await hands.command("visit.carry")
    await hands.settle()
    await hands.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    await hands.settle()
    for _ in range(2):
        await hands.press(Qt.Key.Key_Down)
    await hands.press(ENTER)
    await hands.settle()
    await hands.press(Qt.Key.Key_Escape)
    await hands.command("go.today")


async def details(hands: Hands) -> None:
    """What is done in an appointment, beside the schedule."""
    if hands.select(_is_planned) is not None:
        await hands.command("visit.details")
        await hands.settle()


async def history(hands: Hands) -> None:
    """Who moved an appointment."""
    if hands.select(_is_planned) is not None:
        await hands.command("visit.history")
        await hands.settle()


async def sooner(hands: Hands) -> None:
    """A patient wants to come sooner, or doesn't any more."""
    if hands.select(_is_planned) is not None:
        await hands.command("visit.asap")
        await hands.settle()


async def columns(hands: Hands) -> None:
    """Columns by provider, and back."""
    for _ in range(2):
        await hands.command("view.columns")


async def huddle(hands: Hands) -> None:
    """What each appointment of the day needs."""
    await hands.command(f"screen.{HUDDLE}")
    await hands.until(lambda: hands.desk.desk.screens.current == HUDDLE, ANSWER_SECONDS)
    for _ in range(3):
        await hands.press(Qt.Key.Key_Down)
    await _back(hands)


async def pin(hands: Hands) -> None:
    """An appointment onto the pinboard, to be placed later."""
    if hands.select(_is_planned) is not None:
        await hands.command("visit.pin")
        await hands.settle()


async def slip(hands: Hands) -> None:
    """The route slip of an appointment, looked at."""
    await _preview(hands, "visit.route_slip")


async def card(hands: Hands) -> None:
    """The card for the next appointment, looked at."""
    await _preview(hands, "visit.card")


async def label(hands: Hands) -> None:
    """The address of a patient, looked at."""
    await _preview(hands, "visit.label")


async def _preview(hands: Hands, command: str) -> None:
    if hands.select(_is_planned) is None:
        return
    await hands.command(command)
    await hands.until(lambda: QApplication.activeModalWidget() is not None, ANSWER_SECONDS)
    preview: Any = QApplication.activeModalWidget()
    if preview is not None:
        await hands.until(lambda: preview.is_ready, ANSWER_SECONDS)
        await hands.press(Qt.Key.Key_Escape)


async def _list(hands: Hands, tab: str) -> bool:
    """Show a list; returns whether a row of it is selected."""
    screens = hands.desk.desk.screens
    await hands.command(f"screen.{LISTS}")
    if not await hands.until(lambda: screens.current == LISTS, ANSWER_SECONDS):
        return False
    await hands.command(tab)
    model = cast(ListsScreenViewModel, screens.model(LISTS))
    if not await hands.until(lambda: bool(model.tab.table.model.rows), ANSWER_SECONDS):
        return False
    await hands.press(Qt.Key.Key_Home)
    return await hands.until(lambda: model.tab.chosen is not None, ANSWER_SECONDS)


async def _back(hands: Hands) -> None:
    screens = hands.desk.desk.screens
    if screens.current != SCHEDULE:
        await hands.command(f"screen.{SCHEDULE}")
        await hands.until(lambda: screens.current == SCHEDULE, ANSWER_SECONDS)


def _fits(hands: Hands) -> bool:
    model = hands.screen.model.filling.model
    return model is not None and bool(model.state.rows)


def _is_planned(visit: Visit) -> bool:
    return visit.stage in (Stage.UNCONFIRMED, Stage.CONFIRMED) and not visit.is_note and not visit.complete


ACTIONS = (
    Action("confirm from the list", 40, confirm, writes="stage"),
    Action("leave a message", 10, message, writes="commlog"),
    Action("book from a list", 10, book_listed),
    Action("fill free time", 15, fill),
    Action("ask for openings in words", 20, ask_in_words),
    Action("move to another day by keys", 15, carry_to_another_day, writes="move"),
    Action("look at details", 15, details),
    Action("look at the history", 10, history),
    Action("put on the ASAP List", 10, sooner),
    Action("columns by provider", 12, columns),
    Action("look at the huddle", 10, huddle),
    Action("put on the pinboard", 10, pin),
    Action("look at a route slip", 10, slip),
    Action("look at an appointment card", 5, card),
    Action("look at a label", 5, label),
)
