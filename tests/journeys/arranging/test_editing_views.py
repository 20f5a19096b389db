"""Making, changing and importing views of the schedule in the side panel."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.schedule.saved_view import SavedView
from app.views.staff.schedule.arranging.page import ViewsPage
from tests.journeys.desk import CONTROL, Desk

Key = Qt.Key
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


async def open_page(desk: Desk) -> ViewsPage:
    """Ctrl+Shift+F2."""
    await desk.press(Key.Key_F2, CONTROL_SHIFT)
    await desk.until(lambda: isinstance(desk.screen.panel.page, ViewsPage))
    page = desk.screen.panel.page
    assert isinstance(page, ViewsPage)
    return page


async def test_a_view_by_keyboard_only(desk: Desk) -> None:
    """Make a view, name it, save it with Enter, leave with Esc, and show it again with its key."""
    page = await open_page(desk)
    await desk.press(Key.Key_Return)  # New view has the focus
    await desk.until(page.name.isVisible)
    page.name.setFocus()
    page.name.selectAll()
    desk.type("Mornings")
    await desk.press(Key.Key_Return)
    await desk.until(lambda: desk.model.arranging.current is not None)
    assert desk.screen.bar.views.text() == "Mornings ▾"
    await desk.press(Key.Key_Escape)
    await desk.until(lambda: not desk.screen.panel.has_page)
    await desk.press(Key.Key_0, CONTROL_SHIFT)
    await desk.until(lambda: desk.model.arranging.current is None)
    await desk.press(Key.Key_F2)
    await desk.until(lambda: desk.model.arranging.current is not None)


async def test_import_and_change_by_mouse(desk: Desk) -> None:
    """Import Open Dental's views, narrow one to a single operatory with fewer lines, and save it."""
    page = await open_page(desk)
    page.take_over.click()
    await desk.until(lambda: page.which.count() == 4)
    assert page.which.currentText() == "F2  Hygiene"
    first = next(each for each in page.operatories.boxes if each.isChecked())
    first.click()
    page.lines.boxes[2].click()
    assert page.save.isEnabled()
    page.save.click()
    await desk.until(lambda: desk.model.arranging.current is not None)
    assert len(desk.columns) == 2
    assert desk.model.arranging.current.name == "Hygiene"
    page.delete.click()
    await desk.until(lambda: page.which.count() == 3)
    assert desk.model.arranging.current is None


async def test_lines_and_keys_of_a_newer_version_survive_an_edit(desk: Desk) -> None:
    """A PC that was not updated yet changes one line of a view, and takes nothing else away."""
    newer = SavedView(7, "Front", key=13, lines=("age", "insurance"))
    await (await desk.model.parts.saved_views()).save((newer,))
    page = await open_page(desk)
    await desk.until(lambda: page.key.currentText() == "F13")
    next(each for each in page.lines.boxes if each.text() == "Phone").click()
    page.save.click()
    await desk.until(lambda: desk.model.arranging.current is not None)
    current = desk.model.arranging.current
    assert current is not None
    assert (current.key, current.lines) == (13, ("age", "insurance", "phone"))
