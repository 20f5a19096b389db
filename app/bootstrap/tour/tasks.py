"""The tour of the tasks."""

from __future__ import annotations

from app.bootstrap.screens import TASKS
from app.bootstrap.tour.hands import Hands
from app.viewmodels.staff.tasks.scopes import View
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel


async def all_open(hands: Hands) -> None:
    """All open tasks, the first of which is open."""
    model = hands.desk.screens.model(TASKS)
    if not isinstance(model, TasksScreenViewModel):
        raise TypeError("another screen is called tasks")
    await hands.until(lambda: not model.words)
    model.choose(View.OPEN)
    model.open(model.tasks.model.at(0))


STEPS = (("all open tasks", all_open),)
