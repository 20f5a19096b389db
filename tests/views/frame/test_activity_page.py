"""The list of recent activity keeps what a toast offered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from app.viewmodels.activity import Notices
from app.views.staff.frame.activity_page import ActivityPage
from tests.support.manual_clock import ManualClock


def test_a_line_is_undone_in_the_list(qtbot: QtBot, qapp: QApplication) -> None:
    """A notice whose toast was closed is undone in the list, an older one once it is selected, each of them once."""
    done: list[str] = []
    notices = Notices(ManualClock())
    for words in ("One.", "Two."):
        notices.close(notices.say(words, undo=lambda words=words: done.append(words)).id)
    page = ActivityPage(notices)
    qtbot.addWidget(page)
    button = next(each for each in page.findChildren(QPushButton) if each.text() == "Undo")
    lines = page.findChild(QListWidget)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (done, button.isEnabled()) == (["Two."], False)
    lines.setCurrentRow(1)
    assert button.accessibleName() == "Undo: One."
    notices.allow_undo(notices.items[0].id, allowed=False)
    assert not button.isEnabled()
    notices.allow_undo(notices.items[0].id, allowed=True)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["Two.", "One."]
    notices.say("Three.")
    assert (lines.currentRow(), button.isEnabled()) == (2, False)
