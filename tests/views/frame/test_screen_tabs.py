"""The tabs at the top of a screen, by click and by key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.staff.frame.parts.screen_tabs import ScreenTabs


def test_click_and_arrow_keys_pick_and_the_keys_stay(qtbot: QtBot) -> None:
    """A click and an arrow key pick a tab once; what the screen shows by itself picks nothing."""
    tabs = ScreenTabs("Parts", (("One", "The first", "Ctrl+1"), ("Two", "", ""), ("Three", "", "")))
    qtbot.addWidget(tabs)
    picked: list[int] = []
    tabs.picked.connect(picked.append)
    tabs.picked.connect(tabs.show_tab)
    with qtbot.waitActive(tabs):
        tabs.show()
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert picked == [1, 2]
    assert tabs.hasFocus()
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert picked == [1, 2, 0]
    tabs.show_tab(2)
    assert picked == [1, 2, 0]
    assert tabs.currentIndex() == 2
    assert tabs.tabToolTip(0) == "The first  (Ctrl+1)"
