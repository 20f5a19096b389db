"""The morning huddle through the window: by mouse, and by keyboard only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.views.printing.preview import PrintPreview
from app.views.staff.huddle.screen import HuddleScreen
from tests.journeys.desk import LEFT, Desk, Desks
from tests.journeys.practices import Practices

CTRL = Qt.KeyboardModifier.ControlModifier


async def open_huddle(desk: Desk) -> tuple[HuddleScreenViewModel, HuddleScreen]:
    """Wait for the screen, read."""
    screens = desk.workspace.desk.screens
    await desk.until(lambda: screens.current == "huddle")
    model = screens.model("huddle")
    assert isinstance(model, HuddleScreenViewModel)
    await desk.until(lambda: model.huddle.age(model.day.day) is not None)
    (view,) = desk.window.findChildren(HuddleScreen)
    return model, view


async def test_by_keyboard(open_practice: Practices, open_desk: Desks) -> None:
    """Ctrl+6, O for those with something to do, Enter shows the first on the schedule with its patient."""
    desk = await open_desk(open_practice())
    desk.key(Qt.Key.Key_6, CTRL)
    model, view = await open_huddle(desk)
    view.take_focus()
    desk.key(Qt.Key.Key_O)
    await desk.until(lambda: model.readiness.only_to_do)
    assert view.readiness.only.isChecked()
    assert "with something to do" in view.readiness.headline.text()
    first = model.readiness.table.model.rows[0]
    desk.key(Qt.Key.Key_Home)
    desk.key(Qt.Key.Key_Return)
    await desk.until(lambda: desk.workspace.desk.screens.current == "schedule")
    await desk.until(lambda: desk.selected.apt_num == first.visit.apt_num)


async def test_the_strip_and_the_row_are_about_the_same_patient(
    open_practice: Practices, open_desk: Desks
) -> None:
    """It begins with who comes next; an arrow selects the next patient; a patient selected elsewhere is shown here."""
    desk = await open_desk(open_practice())
    desk.key(Qt.Key.Key_6, CTRL)
    model, view = await open_huddle(desk)
    patient, ready = desk.workspace.desk.patient, model.readiness.row
    await desk.until(lambda: ready.now is not None)
    assert ready.now is not None
    assert ready.now.visit.end > desk.workspace.desk.now()
    assert ready.now.visit.stage in (Stage.UNCONFIRMED, Stage.CONFIRMED)
    first = ready.now
    view.take_focus()
    desk.key(Qt.Key.Key_Down)
    await desk.until(lambda: ready.now not in (None, first))
    assert patient.current is not None
    assert ready.now is not None
    assert patient.current.pat_num == ready.now.visit.pat_num
    patient.select(first.visit.pat_num, Origin.SEARCH)
    await desk.until(lambda: ready.now is not None and ready.now.visit.pat_num == first.visit.pat_num)
    visits = {row.visit.pat_num for row in model.readiness.rows}
    patient.select(next(each for each in range(1, 999) if each not in visits), Origin.SEARCH)
    await desk.until(lambda: ready.now is None)


async def test_by_mouse(open_practice: Practices, open_desk: Desks) -> None:
    """The rail's button, the check box, and the huddle page in two clicks from the schedule."""
    desk = await open_desk(open_practice())
    desk.press_button("Huddle")
    model, view = await open_huddle(desk)
    everyone = len(model.readiness.table.model.rows)
    QTest.mouseClick(view.readiness.only, LEFT)
    assert 0 < len(model.readiness.table.model.rows) <= everyone
    desk.press_button("Huddle page", view)
    await desk.until(lambda: any(each.is_ready for each in desk.window.findChildren(PrintPreview)))
    (preview,) = desk.window.findChildren(PrintPreview)
    preview.reject()
