"""Forms in which something is entered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.views.widgets.entry_form import EntryForm


class Form(EntryForm):
    """A choice and a button; it tells what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.choice, self.cancel = QComboBox(), QPushButton("Cancel")
        column = QVBoxLayout(self)
        column.addWidget(self.choice)
        column.addWidget(self.cancel)
        self.cancel.clicked.connect(lambda: self.done.append("canceled"))

    def confirm(self) -> None:
        """Note it."""
        self.done.append("saved")

    def dismiss(self) -> None:
        """Note it."""
        self.done.append("closed")


def test_enter_and_esc(qtbot: QtBot) -> None:
    """Enter on a button presses it and saves nothing; elsewhere it saves, once however long it is held; Esc closes."""
    form = Form()
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.cancel.setFocus()
    QTest.keyClick(form.cancel, Qt.Key.Key_Return)
    form.choice.setFocus()
    QTest.keyClick(form.choice, Qt.Key.Key_Enter)
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, autorep=True)
    form.keyPressEvent(held)
    QTest.keyClick(form.choice, Qt.Key.Key_Escape)
    assert form.done == ["canceled", "saved", "closed"]
