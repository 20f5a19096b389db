"""A command's button under the keyboard."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.tasks import TaskScope
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.verdict import YES, Verdict
from app.views.staff.frame.command_button import CommandButton
from app.views.staff.frame.window import MainWindow
from tests.support.qt_loop import until


@pytest.fixture
async def scope() -> AsyncIterator[TaskScope]:
    """A scope whose failures are seen."""
    failures: list[BaseException] = []
    scope = TaskScope("test", failures.append)
    yield scope
    await scope.close()
    assert not failures


def shown(qtbot: QtBot, buttons: list[CommandButton]) -> MainWindow:
    """The buttons in a row of the program's window."""
    window = MainWindow()
    qtbot.addWidget(window)
    row = QHBoxLayout(box := QWidget(window))
    for button in buttons:
        row.addWidget(button)
    with qtbot.waitActive(window):
        window.show()
    box.raise_()
    return window


async def test_a_second_enter_presses_no_other_button(qtbot: QtBot, scope: TaskScope) -> None:
    """Enter presses a tool button too; while its command runs and afterwards it keeps the focus, until Tab."""
    gate, did, refused = asyncio.Event(), [], []

    async def arrive() -> None:
        did.append("arrived")
        await gate.wait()

    async def seat() -> None:
        did.append("seated")

    def may() -> Verdict:
        return YES if not did else Verdict(ok=False, reason="Already arrived.")

    commands = [
        AsyncCommand(CommandSpec("a", "Arrived", "A"), scope, arrive, may),
        AsyncCommand(CommandSpec("s", "Seated", "S"), scope, seat),
    ]
    commands[0].refused.connect(refused.append)
    buttons = [CommandButton(each, with_text=True) for each in commands]
    window = shown(qtbot, buttons)
    buttons[0].setFocus()
    for _ in range(3):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert did == ["arrived"]
    assert buttons[0].hasFocus()
    gate.set()
    await until(lambda: not commands[0].running)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert did == ["arrived"]
    assert refused == ["Already arrived."]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert buttons[1].hasFocus()
    assert not buttons[0].isEnabled()
