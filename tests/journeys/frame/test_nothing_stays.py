"""What is opened and closed again is gone: a desk is open all day."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.tasks.noticing import TaskNoticing
from app.views.printing.preview import PrintPreview
from tests.journeys.desk import Desk

OPENED = ("visit.break", "visit.note", "visit.route_slip", "visit.card", "visit.label", "help", "palette")


def _alive(desk: Desk) -> Counter[str]:
    """All widgets, and the viewmodels below the desk's, by their type."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    models = desk.workspace.desk.findChildren(QObject)
    return Counter(type(each).__name__ for each in (*QApplication.allWidgets(), *models))


async def _open_and_close(desk: Desk, command: str) -> None:
    desk.workspace.desk.commands[command].run()
    floating = (QApplication.activeModalWidget, QApplication.activePopupWidget)
    await desk.until(lambda: desk.frame.panel.has_page or any(each() is not None for each in floating))
    await desk.turn()  # the offscreen platform tells late that a dialog's window is in front
    if isinstance(preview := QApplication.activeModalWidget(), PrintPreview):
        await desk.until(lambda: preview.is_ready)
    while desk.frame.panel.has_page or any(each() is not None for each in floating):
        await desk.press(Qt.Key.Key_Escape)


async def test_what_was_closed_is_gone(desk: Desk) -> None:
    """A dialog, a page or a preview that was opened before leaves nothing behind when it is opened again."""
    await desk.select(desk.find(Stage.UNCONFIRMED))
    strip = desk.workspace.desk.strip
    await desk.until(lambda: strip.model is not None and strip.model.summary is not None)  # it stays
    await desk.until(
        lambda: bool(desk.workspace.desk.findChildren(TaskNoticing))
    )  # made once, when tasks are read
    for command in OPENED:
        await _open_and_close(desk, command)
        before = _alive(desk)
        for _ in range(2):
            await _open_and_close(desk, command)
        assert not (left := _alive(desk) - before), (command, left)
