"""About, the licenses and Updates, by keyboard only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app.views.staff.frame.help.licenses_dialog import LicensesDialog
from app.views.staff.updates.page import UpdatesPage
from tests.journeys.desk import CONTROL, SHIFT, Desk

MOST_TABS = 12


async def test_about_licenses_and_updates_need_no_mouse(desk: Desk) -> None:
    """Tab reaches Licenses, Esc leads back to its button, Ctrl+F1 goes on to Updates, Esc ends at the schedule."""
    await desk.press(Qt.Key.Key_F1, SHIFT)
    await desk.until(lambda: desk.screen.panel.has_page)
    for _ in range(MOST_TABS):
        button = desk.focus()
        if isinstance(button, QPushButton) and button.text() == "Licenses":
            break
        await desk.press(Qt.Key.Key_Tab)
    await desk.press(Qt.Key.Key_Space)
    await desk.until(lambda: isinstance(QApplication.activeModalWidget(), LicensesDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LicensesDialog)
    first = dialog.text.toPlainText()
    await desk.press(Qt.Key.Key_Down)
    assert dialog.text.toPlainText() != first
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: desk.focus() is button)
    await desk.press(Qt.Key.Key_F1, CONTROL)
    await desk.until(lambda: bool(desk.screen.panel.findChildren(UpdatesPage)))
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: not desk.screen.panel.has_page)
    await desk.until(lambda: desk.focus() is desk.canvas)
