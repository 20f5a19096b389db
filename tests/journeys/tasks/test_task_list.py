"""Tree and list of tasks with keys alone, while others work on the same tasks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.viewmodels.staff.tasks.scopes import ONLY_WORDS, SORT_WORDS, Only, View
from tests.journeys.desk import CONTROL, SHIFT, Desk, Desks
from tests.journeys.practices import Practices
from tests.journeys.tasks.tasks_page import ENTER, FRONT_DESK, TasksPage, tasks_page

Key = Qt.Key
FINISH = "UPDATE task SET TaskStatus = 2, SecDateTEdit = SecDateTEdit WHERE TaskNum = ?"


def listed(page: TasksPage) -> list[int]:
    """The tasks of the list, in order."""
    return page.model.tasks.model.task_nums


async def test_the_way_to_a_task(open_practice: Practices, open_desk: Desks) -> None:
    """The first question; tree, list, open task from left to right; the search and back; letters find a patient."""
    desk = await open_desk(open_practice())
    page = await tasks_page(desk)
    view, model = page.view, page.model
    await _answer(desk, page)
    view.tree.setFocus()
    await desk.press(Key.Key_Down)
    await desk.press(Key.Key_Down)
    assert model.tasks.scope is View.OPEN
    await desk.press(ENTER)
    await desk.until(view.list.hasFocus)
    assert model.opened == 0
    for place in (0, 1):
        await desk.press(Key.Key_Down)
        assert model.opened == listed(page)[place]
    await desk.press(ENTER)
    await desk.until(lambda: view.place.isAncestorOf(QApplication.focusWidget()))
    await _search_and_back(desk, page)
    await desk.press(Key.Key_Tab)
    await desk.until(lambda: view.place.isAncestorOf(QApplication.focusWidget()))
    view.list.setFocus()
    await desk.press(Key.Key_Tab, SHIFT)
    await desk.until(view.tree.hasFocus)
    assert model.tasks.scope is View.OPEN
    view.tree.go_to(FRONT_DESK)
    await desk.press(Key.Key_Left)
    assert model.choices.folded == {FRONT_DESK}
    await desk.press(Key.Key_Space)
    assert FRONT_DESK in model.facts.mine.followed
    desk.type("ma")
    await desk.until(desk.find_field.hasFocus)
    await page.leave()


async def _answer(desk: Desk, page: TasksPage) -> None:
    """The question has the focus, also if its lists came after Shift+F7; Tab goes on to its button."""
    question, model = page.view.following, page.model
    await desk.until(question.isVisible)
    await desk.until(question.lists.hasFocus)
    await desk.press(Key.Key_Tab)
    await desk.until(question.follow.hasFocus)
    await desk.press(Key.Key_Tab, SHIFT)
    await desk.press(Key.Key_End)
    await desk.press(Key.Key_Space)
    await desk.press(ENTER)
    assert len(model.facts.mine.followed) == 2
    assert not model.following.asks


async def test_a_toast_makes_room_for_the_open_task(desk: Desk) -> None:
    """Toasts in the corner go below the tree when a task is opened, and cover none of the three parts there."""
    page = await tasks_page(desk)
    page.model.choose(View.OPEN)
    notice = desk.model.desk.notices.say("In the corner", undo=lambda: None)
    toast, view = desk.toast("In the corner"), page.view
    parts = [view.place, view.list, view.tree]

    def covered() -> list[QWidget]:
        places = [(each, QRect(each.mapTo(desk.frame, QPoint()), each.size())) for each in parts]
        return [each for each, place in places if place.intersects(toast.geometry())]

    assert covered() == [view.place]
    height = view.tree.height()
    page.model.open(listed(page)[0])
    await desk.until(lambda: view.tree.height() < height)
    assert covered() == []
    desk.model.desk.notices.say("Another one")
    assert toast.width() < view.tree.width()
    await desk.until(lambda: covered() == [])
    for each in (notice, desk.model.desk.notices.items[-1]):
        desk.model.desk.notices.close(each.id)
    await desk.until(lambda: view.tree.height() == height)
    await page.leave()


async def _search_and_back(desk: Desk, page: TasksPage) -> None:
    """Ctrl+F, a word, Down to what was found; Esc clears the search, and goes back to the list."""
    view, model = page.view, page.model
    await desk.press(Key.Key_F, CONTROL)
    await desk.until(view.head.search.hasFocus)
    everything = len(listed(page))
    desk.type("carrier")
    assert 0 < len(listed(page)) < everything
    assert all("carrier" in model.facts.text(each).lower() for each in listed(page))
    await desk.press(Key.Key_Down)
    await desk.until(view.list.hasFocus)
    assert model.opened == listed(page)[0]
    await desk.press(Key.Key_F, CONTROL)
    await desk.press(Key.Key_Escape)
    assert not view.head.search.text()
    await desk.press(Key.Key_Escape)
    await desk.until(view.list.hasFocus)
    for combo in (view.head.only, view.head.sort):
        combo.setFocus()
        await desk.press(Key.Key_End)
    assert (model.tasks.only, model.tasks.sort) == (list(ONLY_WORDS)[-1], list(SORT_WORDS)[-1])
    assert isinstance(model.tasks.only, Only)
    view.head.only.setFocus()
    await desk.press(Key.Key_Home)
    assert len(listed(page)) == everything
    view.list.setFocus()


async def test_others_work_on_the_same_tasks(open_practice: Practices, open_desk: Desks) -> None:
    """What others add, change and finish comes row by row: nothing that is read or selected moves."""
    desk = await open_desk(open_practice())
    page = await tasks_page(desk)
    view, model, board = page.view, page.model, page.model.board
    await desk.until(lambda: model.facts.priorities.default is not None)
    model.following.dismiss()
    model.choose(View.OPEN)
    resets: list[int] = []
    model.tasks.model.modelReset.connect(lambda: resets.append(1))
    view.list.verticalScrollBar().setValue(view.list.verticalScrollBar().maximum() // 2)
    read = listed(page)[view.list.in_view[3]]
    model.open(read)
    place = view.list.visualRect(view.list.currentIndex())
    above, below = listed(page)[0], listed(page)[-1]
    for number in (above, below):
        desk.served.sql(FINISH, number)
        await board.read_task(number)
    other = desk.served.elsewhere()
    added = await other.tasks.create(TaskListNum=FRONT_DESK, Descript="From the other desk", UserNum=2)
    await board.read_task(added.TaskNum)
    assert not {above, below} & set(listed(page))
    assert page.lists(added.TaskNum)
    assert model.opened == read
    assert view.list.visualRect(view.list.currentIndex()) == place
    desk.served.sql(FINISH, read)
    await board.read_task(read)
    assert model.opened == read
    assert view.list.visualRect(view.list.currentIndex()) == place
    await _deleted(page)
    assert resets == []
    await page.leave()


async def _deleted(page: TasksPage) -> None:
    """The open task is deleted: no other one is opened, and the next Down opens the one at its place."""
    desk, view, model = page.desk, page.view, page.model
    at = listed(page).index(model.opened)
    opened: list[int] = []
    model.opened_changed.connect(lambda: opened.append(model.opened))
    view.list.setFocus()
    model.board.named.drop([model.opened])
    assert opened == [0]
    assert view.list.currentIndex().row() == at
    await desk.press(Key.Key_Down)
    assert opened == [0, listed(page)[at]]
