"""The tour of the tasks."""

from __future__ import annotations

from app.bootstrap.screens import TASKS
from app.bootstrap.tour import new_task
from app.bootstrap.tour.hands import Hands
from app.viewmodels.staff.tasks.scopes import View
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel


async def followed(hands: Hands) -> None:
    """The first question: which lists the person follows."""
    model = _model(hands)
    await hands.until(lambda: model.following.rowCount() > 0 and bool(model.board.open_tasks))


async def all_open(hands: Hands) -> None:
    """All open tasks, the first of which is open."""
    model = _model(hands)
    model.following.save()
    model.choose(View.OPEN)
    await hands.until(lambda: model.board.standing == "ready" and model.empty is None)
    model.open(model.tasks.model.at(0))


def _model(hands: Hands) -> TasksScreenViewModel:
    model = hands.desk.screens.model(TASKS)
    if not isinstance(model, TasksScreenViewModel):
        raise TypeError("another screen is called tasks")
    return model


STEPS = (("followed lists", followed), ("all open tasks", all_open), *new_task.STEPS)
