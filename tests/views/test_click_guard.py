"""Fast clicks on buttons that move."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.views.widgets.click_guard import ClickGuard


def test_a_double_click_is_one_buttons(qtbot: QtBot) -> None:
    """If another button moves under the mouse, the second click of a double click doesn't reach it."""
    buttons = [QPushButton(name) for name in ("Confirmed", "Seated")]
    click_guard = ClickGuard(buttons[0])
    heard: list[str] = []
    for button in buttons:
        qtbot.addWidget(button)
        click_guard.add(button)
        button.clicked.connect(lambda _, button=button: heard.append(button.text()))
        button.show()
    first, second = buttons
    usual = QApplication.doubleClickInterval()
    try:
        QApplication.setDoubleClickInterval(600_000)  # all of them are fast, however slow this computer is
        for button in (first, second, second, first):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert heard == ["Confirmed", "Confirmed"]
        QApplication.setDoubleClickInterval(0)  # later
        QTest.mouseClick(second, Qt.MouseButton.LeftButton)
        assert heard[-1] == "Seated"
    finally:
        QApplication.setDoubleClickInterval(usual)


def test_a_double_click_that_began_elsewhere_is_not_theirs(qtbot: QtBot) -> None:
    """If buttons replace a page under the mouse, the second click of a double click presses none of them."""
    button = QPushButton("Seated")
    qtbot.addWidget(button)
    ClickGuard(button).add(button)
    button.show()
    heard: list[bool] = []
    button.clicked.connect(heard.append)
    spot, globally = QPointF(button.rect().center()), QPointF(button.mapToGlobal(button.rect().center()))
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            kind,
            spot,
            globally,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(button, event)
    assert heard == []
