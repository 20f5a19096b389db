"""New tasks at the desk: few keys, from everywhere, and nothing typed is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.schedule.gaps import gap_at
from app.domain.schedule.visit import Stage
from app.journal.entries import WriteState
from app.services.people.secrets import SecretsInMemory
from app.store.tasks.changes import Standing
from app.viewmodels.staff.tasks.about import TaskOrigin
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.views.staff.day_close.screen import DayCloseScreen
from app.views.staff.patient.sections.commlogs import CommlogsBody
from app.views.staff.tasks.new.panel import NewTaskPanel
from tests.journeys.desk import CONTROL, SHIFT, Desk, Desks
from tests.journeys.ledger.book import busiest, open_ledger
from tests.journeys.practices import Practices
from tests.support.kinds import the

ENTER = Qt.Key.Key_Return
NEWEST = "SELECT Descript, ObjectType, KeyNum FROM task ORDER BY TaskNum DESC LIMIT 1"
PATIENT, APPOINTMENT = 1, 2


async def sit_down(open_practice: Practices, open_desk: Desks) -> Desk:
    """A desk at which Ana is signed in; what she keeps of the tasks has been read."""
    served = open_practice()
    served.secrets = SecretsInMemory()
    desk = await open_desk(served)
    notebook = desk.frame.desk.parts.my_tasks().notebook
    await desk.until(lambda: notebook.user_num == desk.frame.desk.user.user_num != 0)
    return desk


async def opened(desk: Desk) -> NewTaskPanel:
    """Wait for the panel, with the lists to choose from."""
    place = desk.frame.new_task
    await desk.until(lambda: place.page is not None and place.page.isVisible())
    page = place.page
    assert isinstance(page, NewTaskPanel)
    await desk.until(lambda: bool(page.model.list.state.offers or page.model.list.state.chosen))
    return page


async def saved(desk: Desk, text: str) -> list[tuple[str, int, int]]:
    """Press Ctrl+Enter and wait for the toast; returns the newest task in the office."""
    await desk.press(ENTER, CONTROL)
    await desk.told(f": {text}")
    return list(desk.served.sql(NEWEST))


async def choose_list(desk: Desk, page: NewTaskPanel, name: str) -> None:
    """Ctrl+Enter asks for the list that is missing; type a part of its name."""
    await desk.press(ENTER, CONTROL)
    await desk.until(page.list.line.hasFocus)
    desk.type(name)


def found(desk: Desk, kind: type[QWidget]) -> list[QWidget]:
    """The visible widgets of a class."""
    return [each for each in desk.window.findChildren(kind) if each.isVisible()]


async def test_two_keys_and_the_text(open_practice: Practices, open_desk: Desks) -> None:
    """Ctrl+Shift+N, the text, Ctrl+Enter, which asks for a list only the first time; the toast opens the task."""
    desk = await sit_down(open_practice, open_desk)
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_N, CONTROL | SHIFT)
    page = await opened(desk)
    await desk.until(page.text.hasFocus)
    desk.type("Verify the insurance")
    await choose_list(desk, page, "insur")
    assert page.model.state.problem == "Choose a list."
    assert await saved(desk, "Verify the insurance") == [("Verify the insurance", PATIENT, visit.pat_num)]
    assert not page.isVisible()
    await desk.until(desk.canvas.hasFocus)
    await desk.press(Qt.Key.Key_N, CONTROL | SHIFT)
    await opened(desk)
    desk.type("Call back")
    for widget in (page.priority, page.remind, page.save):
        await desk.press(Qt.Key.Key_Tab)
        await desk.until(widget.hasFocus)
    await desk.press(ENTER)
    assert "Insurance" in await desk.told("Call back")
    assert desk.served.sql(NEWEST) == [("Call back", PATIENT, visit.pat_num)]
    desk.press_button("Open", desk.toast("Call back"))
    await desk.until(lambda: desk.frame.desk.screens.current == "tasks")
    task_num = desk.served.sql("SELECT MAX(TaskNum) FROM task")[0][0]
    screen = the(TasksScreenViewModel, desk.frame.desk.screens.model("tasks"))
    await desk.until(lambda: screen.opened == task_num)
    await desk.until(lambda: screen.board.standing is Standing.READY)
    screen.choose(next(num for num, row in screen.board.lists.items() if row.Descript == "Repairs"))
    desk.press_button("New task", desk.frame.bar)
    await desk.until(lambda: page.isVisible() and page.text.hasFocus())
    assert page.list.line.text() == "Office / Repairs"


async def test_from_the_schedule(open_practice: Practices, open_desk: Desks) -> None:
    """K attaches the selected appointment; right-clicked free time is described with its length and operatory."""
    desk = await sit_down(open_practice, open_desk)
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_K)
    page = await opened(desk)
    assert visit.name in page.about.currentText()
    desk.type("Bring the retainer")
    await choose_list(desk, page, "calls")
    assert await saved(desk, "Bring the retainer") == [("Bring the retainer", APPOINTMENT, visit.apt_num)]
    grid = desk.model.schedule.grid
    column = desk.columns[1]
    places = (gap_at(grid, column.key, minute) for minute in range(9 * 60, 16 * 60, 10))
    start, end = next(gap for gap in places if gap is not None and gap[1] - gap[0] >= 20)
    desk.canvas.context_requested.emit(None, column.key, start + 10, desk.spot(column.key, start))
    next(each for each in desk.menu.actions() if each.text() == "New task to fill this time").trigger()
    desk.menu.close()
    await desk.turn()
    desk.wake()
    await desk.until(lambda: page.isVisible() and page.text.hasFocus())
    words = page.text.toPlainText()
    assert words.startswith("Fill ")
    assert words.endswith(f"{end - start} min, {column.title}")
    await choose_list(desk, page, "calls")
    assert await saved(desk, words) == [(words, 0, 0)]


async def test_from_lists(open_practice: Practices, open_desk: Desks) -> None:
    """A ledger entry, a commlog and a family that owes are named below the line to type; each has its own draft."""
    desk = await sit_down(open_practice, open_desk)
    ledger = await open_ledger(desk, busiest(desk))
    row = next(each for each in ledger.rows if each.code)
    await ledger.select(row)
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_K)
    page = await opened(desk)
    await desk.until(lambda: page.model.state.draft.begun.origin is TaskOrigin.LEDGER)
    first, about = page.text.toPlainText().split("\n")
    assert (first, page.model.state.draft.about.pat_num) == ("", row.pat_num)
    assert about.startswith("About: ")
    assert f"{abs(row.amount):,.2f}" in about
    await desk.press(ENTER, CONTROL)
    assert page.model.state.problem == "Type what has to be done."
    page.text.setFocus()
    desk.type("Appeal it")
    await _commlog(desk, page)
    assert "Unfinished: Appeal it" in desk.texts(page)
    await _owing(desk, page)
    page.go_on.click()
    assert page.text.toPlainText() == f"Appeal it\n{about}"


async def _commlog(desk: Desk, page: NewTaskPanel) -> None:
    await desk.frame.desk.screens.show("patient")
    await desk.until(lambda: bool(found(desk, CommlogsBody)))
    body = found(desk, CommlogsBody)[0]
    assert isinstance(body, CommlogsBody)
    await desk.until(lambda: body.pane.timeline.model().rowCount() > 0)
    body.pane.timeline.setCurrentIndex(body.pane.timeline.model().index(0, 0))
    body.task.click()
    await desk.until(lambda: page.model.state.draft.begun.origin is TaskOrigin.COMMLOG)
    assert page.text.toPlainText().startswith("\nCommlog ")


async def _owing(desk: Desk, page: NewTaskPanel) -> None:
    await desk.frame.desk.screens.show("day_close")
    await desk.until(lambda: bool(found(desk, DayCloseScreen)))
    view = found(desk, DayCloseScreen)[0]
    assert isinstance(view, DayCloseScreen)
    view.model.open_tab("close.collections")
    await desk.until(lambda: view.model.collections.found is not None)
    await desk.until(lambda: view.model.collections.chosen is not None)
    view.collections.family.task.click()
    await desk.until(lambda: page.model.state.draft.begun.origin is TaskOrigin.COLLECTIONS)
    chosen = view.model.collections.chosen
    assert chosen is not None
    assert page.model.state.draft.about.pat_num == chosen.pat_num
    assert page.text.toPlainText().startswith("\nAbout: owes $")


async def test_offline_it_waits(open_practice: Practices, open_desk: Desks) -> None:
    """Without the server it waits and the toast says so; undone, nothing is sent. Closed by Esc, the text is kept."""
    desk = await sit_down(open_practice, open_desk)
    await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_N, CONTROL | SHIFT)
    page = await opened(desk)
    desk.type("Order gloves")
    await choose_list(desk, page, "insur")
    await desk.press(ENTER)
    await desk.until(page.text.hasFocus)
    await desk.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    desk.press_button("Continue", desk.toast("is kept"))
    await desk.until(lambda: page.isVisible() and page.text.hasFocus())
    assert page.text.toPlainText() == "Order gloves"
    before = desk.served.sql("SELECT COUNT(*) FROM task")
    desk.served.faults.unreachable = True
    await desk.press(ENTER, CONTROL)
    await desk.told("Not sent yet: Task added to Insurance: Order gloves")
    assert desk.entries[0].state is WriteState.WAITING
    desk.press_button("Undo", desk.toast("Order gloves"))
    await desk.told("Nothing was sent")
    assert desk.served.sql("SELECT COUNT(*) FROM task") == before
    page.model.resume()
    assert page.model.state.draft.text == "Order gloves"
