"""A patient on the phone: found, answered from the strip or the page, stepped back to, noted."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt

from app.viewmodels.staff.patient.overview import SECTIONS, OverviewModel
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.patient.sections.tasks import TasksSection
from app.viewmodels.staff.strip import StripViewModel
from bench.script.action import Action
from bench.script.hands import Hands

ANSWER_SECONDS = 2.0
"""How long a receptionist waits for an answer. Without a server there is none."""
SCHEDULE, PAGE = "schedule", "patient"


async def call(hands: Hands) -> bool:
    """Find the caller and read the strip: balance, next and last appointment, recall. Returns whether it answered."""
    desk = hands.desk.desk
    await hands.command("find.patient")
    await hands.type(hands.name()[:6])
    await hands.until(lambda: not desk.find.state.asking, ANSWER_SECONDS)
    await hands.press(Qt.Key.Key_Return)
    return await hands.until(lambda: _strip_answers(hands), ANSWER_SECONDS)


async def ask(hands: Hands) -> None:
    """What do I owe, when am I next, when was I last in, am I due, what number do you have."""
    await call(hands)


async def ask_more(hands: Hands) -> None:
    """What is on the page: address, appointments, insurance, family, forms, what we talked about last time."""
    await call(hands)
    await hands.command("screen.patient")
    await hands.until(lambda: _page_answers(hands), ANSWER_SECONDS)
    await hands.command("screen.schedule")
    await hands.until(lambda: hands.desk.desk.screens.current == SCHEDULE, ANSWER_SECONDS)


async def step(hands: Hands) -> None:
    """Back to the patients before, and forward again."""
    for command in ("patient.back", "patient.back", "patient.forward"):
        await hands.command(command)


async def log(hands: Hands) -> None:
    """Write down what was said."""
    if not await call(hands):
        return
    await hands.command("patient.commlog")
    await hands.settle()
    await hands.type("asked about")
    await hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _strip_answers(hands: Hands) -> bool:
    strip = cast("StripViewModel | None", hands.desk.desk.strip.model)
    return strip is not None and strip.summary is not None


def _page_answers(hands: Hands) -> bool:
    screens = hands.desk.desk.screens
    screen = screens.model(PAGE) if screens.current == PAGE else None
    if not isinstance(screen, PatientScreenViewModel) or screen.current != "overview":
        return False
    overview = screen.model("overview")
    if not isinstance(overview, OverviewModel) or len(overview.sections) < len(SECTIONS):
        return False
    sections = overview.sections.values()
    return all(each.value is not None or isinstance(each, TasksSection) for each in sections)


ACTIONS = (
    Action("ask on the phone", 24, ask),
    Action("ask what is on the page", 8, ask_more),
    Action("go back to a patient", 8, step),
    Action("log a call", 8, log, writes="commlog"),
)
