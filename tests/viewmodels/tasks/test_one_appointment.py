"""The view of one appointment's tasks."""

from __future__ import annotations

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.tasks.scopes import View
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.wire.resources.tasks import Task, TaskObjectType
from tests.support.qt_loop import until


async def test_the_appointment_that_was_selected(model: ScheduleScreenViewModel) -> None:
    """It follows the schedule's selection; before any, it says how to select one."""
    screen = await model.desk.screens.show("tasks")
    assert isinstance(screen, TasksScreenViewModel)
    await until(lambda: screen.board.reading.is_complete)
    screen.choose(View.APPOINTMENT)
    assert screen.empty is not None
    assert "No appointment is selected" in screen.empty.words
    await model.desk.screens.show("schedule")
    visit = next(iter(model.schedule.grid.visits)).visit
    model.schedule.select(visit.apt_num)
    task = Task(TaskNum=9_002, TaskListNum=1, ObjectType=TaskObjectType.APPOINTMENT, KeyNum=visit.apt_num)
    screen.board.apply(task)
    await model.desk.screens.show("tasks")
    assert screen.tasks.model.task_nums == [9_002]
