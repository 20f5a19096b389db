"""The open task, driven as the screen and its widgets do."""

from __future__ import annotations

from collections.abc import Callable

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.tasks.open.model import OpenTaskViewModel
from app.wire.resources.tasks import Task, TaskStatusEnum
from tests.support.qt_loop import until
from tests.viewmodels.tasks.test_screen import shown


async def opened(desk: ScheduleScreenViewModel) -> OpenTaskViewModel:
    """The open task of the screen, once all tasks have been read; none is open yet."""
    return (await shown(desk)).open_task


def some(model: OpenTaskViewModel, where: Callable[[Task], bool] = lambda _: True, at: int = 0) -> Task:
    """An open task, by number."""
    return sorted(filter(where, model.board.open_tasks), key=lambda task: task.TaskNum)[at]


def is_new(task: Task) -> bool:
    """Whether nobody has viewed it."""
    return task.TaskStatus is TaskStatusEnum.NEW


async def read(model: OpenTaskViewModel, task: Task) -> None:
    """Open a task and wait for its notes."""
    model.open(task.TaskNum)
    await until(lambda: model.board.notes(task.TaskNum) is not None and model.notes.words != "Loading…")


def run(model: OpenTaskViewModel, spec: object) -> None:
    """Run a command of the open task."""
    next(each for each in model.actions.commands if each.spec == spec).run()


def texts(model: OpenTaskViewModel) -> list[str]:
    """The thread."""
    return [entry.text or str(entry.title) for entry in model.notes.model.rows]
