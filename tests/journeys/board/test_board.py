"""The waiting room board beside the desk's window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.domain.schedule.visit import Stage
from app.views.staff.board.window import BoardWindow
from tests.journeys.desk import Desk, Desks
from tests.journeys.practices import Practices

ALT = Qt.KeyboardModifier.AltModifier


async def open_board(desk: Desk) -> BoardWindow:
    """Alt+W."""
    desk.key(Qt.Key.Key_W, ALT)
    await desk.until(lambda: desk.workspace.board is not None and desk.workspace.board.isVisible())
    assert desk.workspace.board is not None
    desk.window.activateWindow()  # this platform activates every window that is shown
    await desk.until(desk.window.isActiveWindow)
    return desk.workspace.board


async def test_it_follows_the_desk(open_practice: Practices, open_desk: Desks) -> None:
    """Alt+W opens it; an arrival at the desk is on the board at once, by initials; Esc closes it, and Alt+W too."""
    desk = await open_desk(open_practice())
    board = await open_board(desk)
    before = len(board.waiting.texts)
    visit = await desk.select(desk.find(Stage.UNCONFIRMED))
    desk.key(Qt.Key.Key_A)
    await desk.until(lambda: len(board.waiting.texts) > before)
    words = " ".join(label.text() for label in board.findChildren(QLabel))
    assert visit.person is not None
    assert visit.person.last_name not in words
    assert visit.person.last_name not in board.windowTitle()
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert not board.isVisible()
    again = await open_board(desk)
    assert again is board
    desk.key(Qt.Key.Key_W, ALT)
    await desk.until(lambda: not board.isVisible())


async def test_it_closes_with_the_office(open_practice: Practices, open_desk: Desks) -> None:
    """Leaving the office closes the board: nothing of it stays on the second screen."""
    desk = await open_desk(open_practice())
    board = await open_board(desk)
    await open_desk.leave(desk)
    assert not board.isVisible()
