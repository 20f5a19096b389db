"""The way to a task, or to the tasks of a patient or an appointment, from every screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.api.errors import ApiError
from app.core.later import load_name

if TYPE_CHECKING:  # the desk has tasks, and passes itself to them
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.tasks.scopes import View
    from app.viewmodels.staff.tasks.screen import TasksScreenViewModel

TASKS = "tasks"
"""The screen's id."""
EVERY = "app.viewmodels.staff.tasks.scopes:Only.ALL"
"""No filter."""


class TaskShowing:
    """Each shows the screen first, which is loaded then, if it wasn't before."""

    def __init__(self, desk: DeskViewModel) -> None:
        self._desk = desk

    def show(self, task_num: int) -> None:
        """Open a task. One that isn't known is read first."""
        self._start(lambda screen: screen.show(task_num), task_num)

    def show_view(self, view: View) -> None:
        """List the tasks of a view, all of them."""

        def ask(screen: TasksScreenViewModel) -> None:
            screen.tasks.search("")
            screen.choose(view)
            screen.arrange(only=load_name(EVERY))

        self._start(ask)

    def show_patient(self, pat_num: int) -> None:
        """List the tasks of a patient, who is selected."""
        self._start(lambda screen: screen.show_patient(pat_num))

    def show_appointment(self, apt_num: int) -> None:
        """List the tasks of an appointment."""
        self._start(lambda screen: screen.show_appointment(apt_num))

    def _start(self, ask: Callable[[TasksScreenViewModel], None], task_num: int = 0) -> None:
        self._desk.parts.scope.start(self._work(ask, task_num), "show tasks")

    async def _work(self, ask: Callable[[TasksScreenViewModel], None], task_num: int) -> None:
        screen = await self._desk.screens.show(TASKS)
        board = self._desk.parts.tasks()
        if task_num and board.task(task_num) is None:
            try:
                await board.read_task(task_num)
            except ApiError as error:
                self._desk.fail(error)
        if self._desk.screens.shown is screen:
            ask(screen)  # type: ignore[arg-type]
