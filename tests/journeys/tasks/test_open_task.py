"""The open task through the real widgets: two clicks, the keyboard alone, and nothing typed lost."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.people.secrets import SecretsInMemory
from app.viewmodels.staff.tasks.open import commands
from app.viewmodels.staff.tasks.scopes import View
from app.views.staff.tasks.open.pane import OpenTaskPane
from app.views.staff.tasks.screen import TasksScreen
from app.wire.resources.tasks import TaskStatusEnum
from tests.journeys.desk import CONTROL, LEFT, Desk, Desks
from tests.journeys.practices import Practices

NEW, VIEWED, DONE = TaskStatusEnum.NEW, TaskStatusEnum.VIEWED, TaskStatusEnum.DONE


@pytest.fixture
async def desk(open_practice: Practices, open_desk: Desks) -> Desk:
    """Ana is signed in."""
    served = open_practice()
    served.secrets = SecretsInMemory()
    return await open_desk(served)


async def screen_of(desk: Desk) -> TasksScreen:
    """The tasks' screen with all new tasks."""
    await desk.press(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    await desk.until(lambda: desk.frame.desk.screens.current == "tasks")
    screen = desk.frame.view_of("tasks")
    assert isinstance(screen, TasksScreen)
    await desk.until(lambda: screen.model.board.standing == "ready")
    screen.model.choose(View.OPEN)
    return screen


def click_row(screen: TasksScreen, task_num: int) -> None:
    """Click a task in the list."""
    index = screen.list.model().index(screen.model.tasks.model.place(task_num), 0)
    screen.list.scrollTo(index)
    QTest.mouseClick(screen.list.viewport(), LEFT, pos=screen.list.visualRect(index).center())


async def test_two_clicks_each(desk: Desk) -> None:
    """A task is taken, handed on to a list of before, and closed by a click on it and one on a button.

    Where that button is gone afterwards, the keyboard stays at the open task.
    """
    screen = await screen_of(desk)
    pane, model = screen.place, screen.model.open_task
    first, second, third = sorted(each.TaskNum for each in model.board.open_tasks)[:3]

    async def choose(task_num: int) -> None:
        click_row(screen, task_num)
        await desk.until(lambda: model.task_num == task_num and model.board.notes(task_num) is not None)

    await choose(first)
    QTest.mouseClick(pane.button_of[commands.TAKE.id], LEFT)
    clicked = time.monotonic()
    await desk.until(lambda: model.head is not None and bool(model.head.taken))
    await choose(second)
    model.hand_on.open(model.board.task(second))
    model.hand_on.type_text("repairs")
    model.hand_on.confirm()
    await desk.until(lambda: model.board.task(second).TaskStatus is DONE)
    await choose(third)
    QTest.mouseClick(pane.targets.buttons[0], LEFT)
    await desk.until(lambda: model.board.task(third).TaskStatus is DONE)
    await desk.until(pane.targets.isVisible)
    pane.targets.buttons[0].setFocus()
    screen.model.show(
        max(each.TaskNum for each in model.board.open_tasks)
    )  # in the only list that is offered
    assert not pane.targets.isVisible()
    focus = desk.focus()
    assert focus is not None
    assert pane.isAncestorOf(focus)
    await choose(first)
    await desk.until(lambda: time.monotonic() - clicked > QApplication.doubleClickInterval() / 1000)
    QTest.mouseClick(pane.button_of[commands.DONE.id], LEFT)
    await desk.until(lambda: model.board.task(first).TaskStatus is DONE)


async def keys(desk: Desk, pane: OpenTaskPane) -> None:
    """Note, leave the field, take, view, remind, edit."""
    model, task = pane.model, pane.model.task_num
    await desk.press(Qt.Key.Key_N)
    await desk.until(pane.note.field.hasFocus)
    desk.type("Called twice")
    await desk.press(Qt.Key.Key_Return, CONTROL)
    await desk.until(lambda: "Called twice" in [each.text for each in model.notes.model.rows])
    desk.type("half a note")
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(pane.timeline.hasFocus)
    await desk.press(Qt.Key.Key_K)
    await desk.until(lambda: model.head is not None and bool(model.head.taken))
    await desk.press(Qt.Key.Key_R)
    await desk.until(lambda: bool(pane.remind.choices) and pane.remind.choices[0].hasFocus())
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: model.head is not None and bool(model.head.reminder))
    await desk.until(pane.timeline.hasFocus)
    await desk.press(Qt.Key.Key_E)
    await desk.until(lambda: pane.head.text.editor is not None and pane.head.text.editor.hasFocus())
    await desk.press(Qt.Key.Key_Escape)
    pane.take_focus()
    await desk.press(Qt.Key.Key_D)
    await desk.until(lambda: model.board.task(task).TaskStatus is DONE)
    model.open(task)  # the list went on to the next one
    await desk.press(Qt.Key.Key_O)
    await desk.until(lambda: model.board.task(task).TaskStatus is VIEWED)


async def test_keyboard_only(desk: Desk) -> None:
    """Everything has a letter; a note that was begun is still there after another task and another screen."""
    screen = await screen_of(desk)
    pane, model = screen.place, screen.model.open_task
    task = min(each.TaskNum for each in model.board.open_tasks if each.TaskStatus is NEW)
    screen.model.open(task)
    await desk.until(lambda: model.board.notes(task) is not None)
    pane.take_focus()
    await keys(desk, pane)
    assert pane.note.field.toPlainText() == "half a note"
    other = max(each.TaskNum for each in model.board.open_tasks)
    screen.model.open(other)
    assert pane.note.field.toPlainText() == ""
    await desk.frame.desk.screens.show("schedule")
    await desk.frame.desk.screens.show("tasks")
    screen.model.open(task)
    assert pane.note.field.toPlainText() == "half a note"
    pane.take_focus()
    await desk.press(Qt.Key.Key_H)
    await desk.until(pane.hand_on.search.line.hasFocus)
    desk.type("harbor")
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: model.board.task(task).TaskStatus is DONE)
    new = max(each.TaskNum for each in model.board.open_tasks)
    assert model.board.lists[model.board.task(new).TaskListNum].Descript == "Harbor clinic"
