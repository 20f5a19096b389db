"""New tasks are noticed without disturbing anybody."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.viewmodels.staff.money.panels import PAYMENT
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.staff.tasks.noticing import CALM_SECONDS
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.views.staff.tasks.task_list import TaskListView
from app.wire.resources.tasks import Task
from tests.journeys.desk import CONTROL, Desk
from tests.journeys.test_elsewhere import SOON
from tests.support.owing import owing

HANA = 4
CALLS = 9
"""Below "Front desk"."""
FRONT_DESK = 8


async def follows(desk: Desk, *lists: int) -> None:
    """All tasks have been read, and these lists are followed."""
    mine = desk.model.parts.my_tasks()
    board = desk.model.parts.tasks()
    await desk.until(lambda: board.reading.is_complete and desk.model.desk.tasks.own.noticing is not None)
    for list_num in lists:
        mine.follow(list_num, on=True)


async def new_task(desk: Desk, text: str) -> Task:
    """Another desk adds one below a followed list."""
    other = desk.served.elsewhere()
    return await other.tasks.create(TaskListNum=CALLS, Descript=text, UserNum=HANA)


async def test_a_new_task_is_told_within_seconds_and_opened_with_a_click(desk_on_socket: Desk) -> None:
    """A toast tells of it and takes no focus; Open shows the task; a later note makes it unread again."""
    desk = desk_on_socket
    await follows(desk, FRONT_DESK)
    mine, board = desk.model.parts.my_tasks(), desk.model.parts.tasks()
    before = mine.unread
    task = await new_task(desk, "Call the lab")
    await desk.press(Qt.Key.Key_P, CONTROL)
    focus = QApplication.focusWidget()
    await desk.until(lambda: any("Call the lab" in each for each in desk.toasts), SOON)
    assert desk.toasts == ["New task in Calls to make: Call the lab"]
    await desk.until(lambda: QApplication.focusWidget() is focus is desk.find_field)
    assert mine.unread == before + 1
    assert desk.button(f"Tasks, {before + 1} unread")
    desk.press_button("Open", desk.toast("Call the lab"))
    screen = desk.model.desk.screens
    await desk.until(lambda: screen.current == "tasks" and _opened(desk) == task.TaskNum)
    await desk.until(lambda: not mine.is_unread(task) and not desk.toasts)
    rows = desk.frame.findChild(TaskListView)
    assert isinstance(rows, TaskListView)
    await desk.until(lambda: _at(desk, task.TaskNum) in rows.in_view)
    await desk.press(Qt.Key.Key_B, CONTROL)  # back to the schedule
    before = mine.unread
    await desk.served.elsewhere().task_notes.create(TaskNum=task.TaskNum, UserNum=HANA, Note="Not reached")
    await board.read_notes(task.TaskNum)  # as its signal has it read
    assert mine.is_unread(task)
    assert mine.unread == before + 1


async def test_none_is_told_while_money_is_entered(desk: Desk) -> None:
    """With an amount in the payment panel nothing is told; once it is put away, all of it at once."""
    await follows(desk, FRONT_DESK)
    board = desk.model.parts.tasks()
    money = desk.model.desk.money
    desk.frame.desk.patient.select(owing(desk.served), Origin.SEARCH)
    await desk.turn()
    await desk.press(Qt.Key.Key_T, CONTROL)
    await desk.until(lambda: PAYMENT in money.panels)
    await desk.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    desk.type("25")
    await desk.until(lambda: money.entering)
    for text in ("Call the lab", "Call back"):
        await board.read_task((await new_task(desk, text)).TaskNum)  # as its signal has it read
    await desk.served.clock.sleep(CALM_SECONDS + 0.1)
    assert desk.toasts == []
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: not money.entering)
    await desk.told("2 new tasks: Calls to make")


def _at(desk: Desk, task_num: int) -> int:
    screen = desk.model.desk.screens.model("tasks")
    assert isinstance(screen, TasksScreenViewModel)
    return screen.tasks.model.place(task_num)


def _opened(desk: Desk) -> int:
    screen = desk.model.desk.screens.model("tasks")
    assert isinstance(screen, TasksScreenViewModel)
    return screen.opened
