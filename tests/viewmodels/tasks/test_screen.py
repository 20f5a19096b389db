"""The tasks' screen: views, lists, and which task is open."""

from __future__ import annotations

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.tasks.scopes import View
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.wire.resources.tasks import TaskStatusEnum
from tests.support.qt_loop import until


async def shown(model: ScheduleScreenViewModel) -> TasksScreenViewModel:
    """The screen, once all tasks have been read."""
    screen = await model.desk.screens.show("tasks")
    assert isinstance(screen, TasksScreenViewModel)
    await until(lambda: not screen.words and screen.board.standing == "ready")
    return screen


async def test_views_and_lists(model: ScheduleScreenViewModel) -> None:
    """Each view and each list shows what belongs to it, with those below a list; counts say how many."""
    screen = await shown(model)
    board, tasks = screen.board, screen.tasks
    done = [task.TaskNum for task in board.tasks if task.TaskStatus is TaskStatusEnum.DONE]
    new = [task.TaskNum for task in board.tasks if task.TaskStatus is TaskStatusEnum.NEW]
    for view, expected in (
        (View.OPEN, [task.TaskNum for task in board.open_tasks]),
        (View.NEW, new),
        (View.DONE, done),
    ):
        screen.choose(view)
        assert sorted(tasks.model.task_nums) == sorted(expected)
        assert tasks.counts[view] == len(expected) > 0
    desk = next(number for number, row in board.lists.items() if row.Descript == "Front desk")
    below = set(screen.facts.tree.with_below(desk))
    screen.choose(desk)
    assert {board.task(each).TaskListNum for each in tasks.model.task_nums} <= below
    assert (
        tasks.counts[desk] == len(tasks.model.task_nums) > tasks.counts[screen.facts.tree.children(desk)[0]]
    )


async def test_a_task_from_elsewhere(model: ScheduleScreenViewModel) -> None:
    """Asked for from another screen, a task is opened in its list, and a patient's are listed for the patient."""
    screen = await shown(model)
    task = next(each for each in screen.board.open_tasks if each.KeyNum and each.ObjectType == "Patient")
    screen.choose(View.DONE)
    await model.desk.screens.show("schedule")
    model.desk.tasks.show(task.TaskNum)
    await until(lambda: screen.opened == task.TaskNum)
    assert model.desk.screens.shown is screen
    assert screen.tasks.scope == task.TaskListNum
    model.desk.tasks.show_patient(task.KeyNum)
    await until(lambda: screen.tasks.scope is View.PATIENT)
    assert model.desk.patient.current.pat_num == task.KeyNum
    assert task.TaskNum in screen.tasks.model
    attached = next(each for each in screen.board.open_tasks if each.ObjectType == "Appointment")
    model.desk.tasks.show_appointment(attached.KeyNum)
    await until(lambda: screen.tasks.scope is View.APPOINTMENT)
    assert screen.tasks.model.task_nums == [
        each.TaskNum for each in screen.board.of_appointment(attached.KeyNum)
    ]
