"""The tasks' screen as a receptionist uses it: with keys, and by what is on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.people.staff import Member
from app.viewmodels.staff.tasks.scopes import View
from app.views.staff.tasks.open.pane import OpenTaskPane
from app.views.staff.tasks.screen import TasksScreen
from tests.journeys.desk import CONTROL, Desk

ANA, BEN = Member(1, "Ana", "manager", "AN"), Member(2, "Ben", "front desk", "BE")
FRONT_DESK, CALLS, INSURANCE = 8, 9, 10
"""Task lists of the made-up practice; the second is below the first."""
ENTER = Qt.Key.Key_Return
NEW, VIEWED, DONE = 0, 1, 2
"""A task's status in the database."""
STATUS = "SELECT TaskStatus FROM task WHERE TaskNum = ?"
NOTES = "SELECT Note FROM tasknote WHERE TaskNum = ? ORDER BY TaskNoteNum"


class TasksPage:
    """One desk's screen, with somebody signed in."""

    def __init__(self, desk: Desk, view: TasksScreen) -> None:
        self.desk = desk
        self.view = view
        self.model = view.model

    @property
    def pane(self) -> OpenTaskPane:
        """The open task."""
        return next(each for each in self.view.findChildren(OpenTaskPane))

    @property
    def thread(self) -> str:
        """What the thread shows, one entry a line."""
        rows = self.model.open_task.notes.model.rows
        return "\n".join(f"{each.title}: {each.text} ({each.author})" for each in rows)

    @property
    def waiting(self) -> str:
        """What stands below the thread: not sent, or refused."""
        return self.desk.texts(self.pane.pending)

    def lists(self, task_num: int) -> bool:
        """Whether the list shows a task."""
        return task_num in self.model.tasks.model

    async def sit_down(self) -> None:
        """Activate this desk's window."""
        self.desk.window.activateWindow()
        await self.desk.until(lambda: QApplication.activeWindow() is self.desk.window)
        self.view.take_focus()
        await self.desk.turn()

    async def open(self, task_num: int, view: View = View.OPEN) -> None:
        """Choose a view and open a task of it."""
        self.model.choose(view)
        await self.desk.until(lambda: self.lists(task_num))
        self.model.open(task_num)
        await self.desk.until(lambda: self.model.board.notes(task_num) is not None)

    async def leave(self) -> None:
        """Back to the schedule: what the list reads ahead would begin after the test."""
        await self.desk.frame.desk.screens.show("schedule")

    async def note(self, text: str) -> None:
        """N, the text, Ctrl+Enter."""
        await self.desk.press(Qt.Key.Key_N)
        await self.desk.until(self.pane.note.field.hasFocus)
        self.desk.type(text)
        await self.desk.press(ENTER, CONTROL)

    async def hand_on(self, name: str, words: str = "") -> None:
        """H, a part of the list's name, Enter; with a word to those who get it: Down, Enter, the word, Enter."""
        await self.desk.press(Qt.Key.Key_H)
        await self.desk.until(self.pane.hand_on.search.line.hasFocus)
        self.desk.type(name)
        if words:
            await self.desk.press(Qt.Key.Key_Down)
            await self.desk.press(ENTER)
            await self.desk.until(self.pane.hand_on.note.hasFocus)
            self.desk.type(words)
        await self.desk.press(ENTER)


async def tasks_page(desk: Desk, who: Member = ANA) -> TasksPage:
    """Shift+F7, with this person signed in and all tasks read."""
    desk.model.parts.staff.enter(who)
    desk.window.activateWindow()
    await desk.until(lambda: QApplication.activeWindow() is desk.window)
    desk.canvas.setFocus()
    await desk.press(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    screens = desk.model.desk.screens
    await desk.until(lambda: screens.current == "tasks" and isinstance(desk.frame.view, TasksScreen))
    view = desk.frame.view
    assert isinstance(view, TasksScreen)
    board = view.model.board
    await desk.until(lambda: board.reading.is_complete)
    return TasksPage(desk, view)
