"""From an appointment and from a patient to their open tasks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from app.api.need import Need
from app.viewmodels.staff.tasks.scopes import View
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.views.staff.patient.sections.tasks import TasksBody, TitleButton
from tests.journeys.desk import Desk
from tests.journeys.patient.page import open_page

ATTACH = "UPDATE task SET ObjectType = ?, KeyNum = ? WHERE TaskNum = ?"
OPEN = "SELECT TaskNum FROM task WHERE TaskStatus <> 2 AND ReminderType = 0 ORDER BY TaskNum DESC LIMIT 2"
PATIENT, APPOINTMENT = 1, 2


def mark(desk: Desk, apt_num: int) -> QPoint:
    """The mark of an appointment on the viewport, scrolled into view."""
    canvas, tile = desk.canvas, desk.canvas.scene.tiles[apt_num]
    canvas.sight.bring(tile.box)
    box = canvas.tile_painter.task_box(tile)
    assert box is not None
    return canvas.sight.to_widget(box).center() - canvas.viewport().pos()


async def test_one_click_and_one_key(desk: Desk) -> None:
    """A click on the mark opens the appointment's task, as the key does; the strip's button and the page list both."""
    (first,), (second,) = desk.served.sql(OPEN)
    visit = next(each for each in desk.visits if not each.is_note)
    desk.served.sql(ATTACH, APPOINTMENT, visit.apt_num, first)
    desk.served.sql(ATTACH, PATIENT, visit.pat_num, second)
    tasks = desk.model.desk.tasks
    await tasks.marks.begin()
    await desk.model.parts.tasks().read(Need.CLICK)
    screens = desk.frame.desk.screens
    desk.click(mark(desk, visit.apt_num))
    await desk.until(lambda: isinstance(screens.shown, TasksScreenViewModel))
    screen = screens.shown
    assert isinstance(screen, TasksScreenViewModel)
    await desk.until(lambda: screen.opened == first)
    screen.open(0)
    await desk.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    await desk.until(desk.canvas.hasFocus)
    await desk.press(Qt.Key.Key_O)
    await desk.until(lambda: screen.opened == first)
    await desk.push("2")
    await desk.until(lambda: screen.tasks.scope is View.PATIENT)
    assert {*screen.tasks.model.task_nums} >= {first, second}
    page = await open_page(desk, visit.pat_num)
    lines = page.body("tasks", TasksBody).findChildren(TitleButton)
    assert len(lines) == 2
    page.click(lines[0])
    await desk.until(lambda: screens.shown is screen)
