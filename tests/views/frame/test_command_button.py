"""A command's button."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.tasks import TaskScope
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.views.staff.frame.command_button import command_button
from app.views.theme.theme import Theme, ThemeChoice


async def test_the_focus_stays_while_it_works(qapp: QApplication, qtbot: QtBot) -> None:
    """Space on a button leaves the focus there; a button without focus can't be pressed while its command runs."""
    scope, gate, window = TaskScope("test", [].append), asyncio.Event(), QWidget()

    async def work() -> None:
        await gate.wait()

    command = AsyncCommand(CommandSpec("test.it", "Do it", "Ctrl+D"), scope, work)
    theme = Theme(qapp, ThemeChoice.LIGHT)
    button, other = (command_button(command, theme, text=True) for _ in range(2))
    column = QVBoxLayout(window)
    for each in (QLineEdit(), button, other):
        column.addWidget(each)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert command.running
    assert button.hasFocus()
    assert not other.isEnabled()
    gate.set()
    while command.running:
        await asyncio.sleep(0)
    assert button.isEnabled()
    assert other.isEnabled()
    await scope.close()
