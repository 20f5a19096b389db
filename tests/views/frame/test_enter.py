"""Enter in the program's window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.staff.frame.window import MainWindow
from app.views.widgets.questions.danger_question import DangerQuestion


def test_enter_presses_the_focused_button_wherever_it_is(qtbot: QtBot) -> None:
    """As Space does: the question's careful answer has the focus, and Enter gives it."""
    window, answers = MainWindow(), list[str]()
    qtbot.addWidget(window)
    question = DangerQuestion("Remove", lambda: answers.append("removed"), lambda: answers.append("kept"))
    window.show_content(question)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    question.ask("Remove Kiosk 1?")
    assert question.keep.hasFocus()
    QTest.keyClick(question.keep, Qt.Key.Key_Return)
    question.do.setFocus()
    QTest.keyClick(question.do, Qt.Key.Key_Enter)
    assert answers == ["kept", "removed"]
