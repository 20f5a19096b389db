"""Tasks at one desk: with keys alone, without the server, and at offices that allow less."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from app.journal.entries import WriteState
from app.viewmodels.staff.tasks.open import commands
from app.viewmodels.staff.tasks.scopes import View
from app.views.staff.tasks.new.panel import NewTaskPanel
from app.wire.permissions import Permission
from tests.journeys.desk import CONTROL, SHIFT, Desks
from tests.journeys.practices import ALL, Practices, Served
from tests.journeys.tasks.tasks_page import ANA, DONE, ENTER, NOTES, STATUS, VIEWED, TasksPage, tasks_page
from tests.sealed.files import copy_as_crashed


def first_new(page: TasksPage) -> int:
    """The first task of the view "New"."""
    page.model.choose(View.NEW)
    return page.model.tasks.model.at(0)


def commands_of(page: TasksPage) -> dict[str, str]:
    """Why a command of the open task can't run, by its id; empty: it can."""
    return {each.spec.id: str(each.verdict.reason) for each in page.model.open_task.actions.commands}


async def test_with_keys_alone(open_practice: Practices, open_desk: Desks) -> None:
    """Shift+F7; Down and Enter open a task; K, N, V, D and O work on it; what was done is in Open Dental."""
    served = open_practice()
    desk = await open_desk(served)
    page = await tasks_page(desk)
    number = first_new(page)
    page.model.choose(View.OPEN)
    page.view.take_focus()
    await desk.press(Qt.Key.Key_Home)
    for _ in range(page.model.tasks.model.rowCount()):
        if page.model.opened != number:
            await desk.press(Qt.Key.Key_Down)
    assert page.model.opened == number
    await desk.until(lambda: page.model.board.notes(number) is not None)
    await desk.press(Qt.Key.Key_V)
    await desk.until(lambda: served.sql(STATUS, number) == [(VIEWED,)])
    await page.sit_down()
    await desk.press(Qt.Key.Key_K)
    await desk.until(lambda: "Ana took the task" in page.thread)
    await page.note("Left a message.")
    await desk.until(lambda: "Left a message." in page.thread)
    await desk.press(Qt.Key.Key_Escape)
    assert not page.pane.note.field.hasFocus()
    await desk.press(Qt.Key.Key_D)
    await desk.until(lambda: served.sql(STATUS, number) == [(DONE,)])
    page.model.choose(View.DONE)
    await desk.until(lambda: page.lists(number))
    page.model.open(number)
    await desk.until(lambda: page.model.open_task.head is not None and page.model.open_task.head.is_done)
    await page.sit_down()
    await desk.press(Qt.Key.Key_O)
    await desk.until(lambda: served.sql(STATUS, number) == [(VIEWED,)])
    assert served.sql(NOTES, number)[-1] == ("Left a message.",)
    await page.leave()


async def test_a_note_waits_for_the_server(open_practice: Practices, open_desk: Desks) -> None:
    """Written while the server is down it waits in the thread and says so; when it is back the note is sent once.

    Canceled before that, it is in the field again, and the keyboard still at the task.
    """
    served = open_practice(on_socket=True)
    assert served.socket is not None
    desk = await open_desk(served)
    page = await tasks_page(desk)
    number = first_new(page)
    await page.open(number)
    before = served.sql(NOTES, number)
    served.socket.stop()
    await page.sit_down()
    await page.note("They call back at noon.")
    await desk.until(lambda: "They call back at noon." in page.waiting)
    assert "They call back at noon." not in page.thread
    assert desk.entries[0].state is WriteState.WAITING
    assert not page.pane.note.field.toPlainText()
    cancel = await desk.see("Cancel this change")
    cancel.setFocus()
    cancel.click()
    await desk.until(lambda: page.pane.note.field.toPlainText() == "They call back at noon.")
    focus = desk.focus()
    assert focus is not None
    assert page.pane.isAncestorOf(focus)
    await desk.press(Qt.Key.Key_N)
    await desk.press(ENTER, CONTROL)
    await desk.until(lambda: "They call back at noon." in page.waiting)
    served.socket.start()
    desk.model.parts.outbox.hurry([desk.entries[0].id])
    await desk.until(lambda: "They call back at noon." in page.thread)
    await desk.until(lambda: "They call back at noon." not in page.waiting)
    await desk.settled()
    assert served.sql(NOTES, number) == [*before, ("They call back at noon.",)]
    await page.leave()


async def test_a_web_page_instead_of_the_office(open_practice: Practices, open_desk: Desks) -> None:
    """A network's sign-in page is no answer: what was read stays, a note waits, and neither is lost nor doubled."""
    served = open_practice()
    desk = await open_desk(served)
    page = await tasks_page(desk)
    number = first_new(page)
    await page.open(number)
    rows, before = page.model.tasks.model.rowCount(), len(served.sql(NOTES, number))
    served.faults.sign_in_page = True
    await desk.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    await page.note("Ask again tomorrow.")
    await desk.until(lambda: "Ask again tomorrow." in page.waiting)
    assert page.model.tasks.model.rowCount() == rows
    served.faults.sign_in_page = False
    desk.model.parts.outbox.hurry([each.id for each in desk.entries])
    await desk.until(lambda: "Ask again tomorrow." in page.thread)
    assert len(served.sql(NOTES, number)) == before + 1
    await page.leave()


async def test_offices_that_allow_less(open_practice: Practices, open_desk: Desks) -> None:
    """Too old or without the permission, buttons say which version or permission it takes; reading and Remind work."""
    note, take = commands.NOTE.id, commands.TAKE.id
    marks = {commands.DONE.id, commands.VIEWED.id, commands.HAND_ON.id}
    everything = {note, take, commands.EDIT.id} | marks
    await _refuses(open_practice(version="24.4.10"), open_desk, "24.4.22", {note, take})
    await _refuses(open_practice(version="24.1.5"), open_desk, "24.2.10", marks)
    no_others = open_practice(permissions=ALL - {Permission.ALL_OTHERS})
    await _refuses(no_others, open_desk, "permission", everything)


async def _refuses(served: Served, open_desk: Desks, word: str, refused: set[str]) -> None:
    desk = await open_desk(served)
    page = await tasks_page(desk)
    page.model.open(first_new(page))
    await desk.until(lambda: page.model.open_task.head is not None)
    await desk.until(lambda: word in commands_of(page)[min(refused)])
    why = commands_of(page)
    assert {each for each, reason in why.items() if word in reason} == refused, why
    assert not why[commands.REMIND.id]
    form, reason = page.pane.note, why[commands.NOTE.id]
    assert form.field.isVisible() == form.save.isVisible() == (not reason)
    assert desk.texts(form) == reason
    await open_desk.leave(desk)


async def test_typed_words_survive_a_crash(
    open_practice: Practices, open_desk: Desks, tmp_path: Path
) -> None:
    """A note and a new task that were being typed are there again after the next start, each where it was."""
    served = open_practice()
    desk = await open_desk(served)
    page = await tasks_page(desk)
    number = first_new(page)
    page.model.open(number)
    await desk.press(Qt.Key.Key_N)
    await desk.until(page.pane.note.field.hasFocus)
    desk.type("They call back")
    await desk.press(Qt.Key.Key_N, CONTROL | SHIFT)
    await desk.until(lambda: isinstance(desk.frame.new_task.page, NewTaskPanel))
    desk.type("Order gloves")
    notebook = desk.model.parts.my_tasks().notebook
    await desk.until(lambda: notebook.user_num == ANA.user_num and not notebook._dirty)
    await notebook.save()  # what began by itself has ended
    crashed = copy_as_crashed(desk.journal, tmp_path / "crashed")
    await page.leave()
    desk = await open_desk(served, journal=crashed)
    page = await tasks_page(desk)
    page.model.choose(View.NEW)
    page.model.open(number)
    await desk.until(lambda: page.pane.note.field.toPlainText() == "They call back")
    await desk.press(Qt.Key.Key_N, CONTROL | SHIFT)
    await desk.until(lambda: isinstance(desk.frame.new_task.page, NewTaskPanel))
    panel = desk.frame.new_task.page
    assert isinstance(panel, NewTaskPanel)
    await desk.until(lambda: panel.text.hasFocus() and panel.text.toPlainText() == "Order gloves")
    await page.leave()
