"""Tasks at the desk: taken, answered, handed on, closed, and written from an appointment and for a patient."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.people.staff import Member
from app.viewmodels.staff.tasks.open import commands
from app.viewmodels.staff.tasks.scopes import View
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from bench.script.action import Action
from bench.script.hands import Hands
from bench.script.patient import call

ANSWER_SECONDS = 2.0
"""How long a receptionist waits for an answer. Without a server there is none."""
TASKS = "tasks"
WHO = Member(1, "Ana", "manager", "AN")
CONTROL = Qt.KeyboardModifier.ControlModifier


async def take(hands: Hands) -> None:
    """One that nobody has taken yet."""
    if await _open(hands):
        await hands.command(commands.TAKE.id)
        await hands.settle()


async def note(hands: Hands) -> None:
    """N, a sentence, Ctrl+Enter."""
    if not await _open(hands):
        return
    await hands.command(commands.NOTE.id)
    if await hands.until(_view(hands).place.note.field.hasFocus, ANSWER_SECONDS):
        await hands.type(f"left a message {hands.dice.randint(1, 12)} pm")
        await hands.press(Qt.Key.Key_Return, CONTROL)


async def hand_on(hands: Hands) -> None:
    """H, a part of a list's name, Enter."""
    if not await _open(hands):
        return
    await hands.command(commands.HAND_ON.id)
    form = _view(hands).place.hand_on
    if await hands.until(form.search.line.hasFocus, ANSWER_SECONDS):
        await hands.type(hands.dice.choice(["insur", "calls", "labor", "front"]))
        await hands.press(Qt.Key.Key_Return)
        await hands.settle()


async def finish(hands: Hands) -> None:
    """D."""
    if await _open(hands):
        await hands.command(commands.DONE.id)
        await hands.settle()


async def about_appointment(hands: Hands) -> None:
    """A task about an appointment, in the list that was used last."""
    if hands.select(lambda visit: not visit.is_note) is not None:
        await _write(hands, "ask for the x-rays")


async def about_patient(hands: Hands) -> None:
    """A task for whoever is selected."""
    if await call(hands):
        await _write(hands, "verify the benefits")


async def _write(hands: Hands, text: str) -> None:
    _sign_in(hands)
    await hands.command("tasks.new")
    if not await hands.until(lambda: _panel(hands) is not None, ANSWER_SECONDS):
        return
    page = _panel(hands)
    await hands.type(text)
    await hands.press(Qt.Key.Key_Return, CONTROL)
    if page.isVisible() and page.list.line.hasFocus():  # no list was used yet
        await hands.type("calls")
        await hands.press(Qt.Key.Key_Return, CONTROL)
    await hands.settle()


async def _open(hands: Hands) -> bool:
    """Open one of the first open tasks with the arrow keys; returns whether there was one."""
    _sign_in(hands)
    screens = hands.desk.desk.screens
    await hands.command(f"screen.{TASKS}")
    if not await hands.until(lambda: screens.current == TASKS, 10 * ANSWER_SECONDS):
        return False
    model = cast(TasksScreenViewModel, screens.model(TASKS))
    model.choose(View.OPEN)
    if not await hands.until(lambda: model.tasks.model.rowCount() > 0, 10 * ANSWER_SECONDS):
        return False
    _view(hands).list.setFocus()
    await hands.press(Qt.Key.Key_Home)
    for _ in range(hands.dice.randint(1, 8)):
        await hands.press(Qt.Key.Key_Down)
    return await hands.until(lambda: model.open_task.task is not None, ANSWER_SECONDS)


def _sign_in(hands: Hands) -> None:
    """A task is somebody's."""
    staff = hands.desk.desk.parts.staff
    if staff.signed_in is None:
        staff.enter(WHO)


def _view(hands: Hands) -> Any:
    return hands.desk.frame.view_of(TASKS)


def _panel(hands: Hands) -> Any:
    page: QWidget | None = hands.desk.frame.new_task.page
    return page if page is not None and page.isVisible() else None


ACTIONS = (
    Action("take a task", 5, take, writes="task note"),
    Action("answer a task", 5, note, writes="task note"),
    Action("hand a task on", 3, hand_on, writes="task handed on"),
    Action("close a task", 4, finish, writes="task status"),
    Action("a task about an appointment", 2, about_appointment, writes="task"),
    Action("a task about a patient", 1, about_patient, writes="task"),
)
