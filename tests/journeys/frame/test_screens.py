"""A second screen beside the schedule: one entry in a list makes it part of the whole window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from app.bootstrap.screens import SCREENS
from app.bootstrap.tour.guide import all_steps
from app.domain.schedule.visit import Stage
from app.views.staff.frame.palette import Palette
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from tests.journeys.desk import ALT, CONTROL, SHIFT, Desk, Desks
from tests.journeys.practices import TODAY, Practices
from tests.support.kinds import the
from tests.support.second_screen import SECOND, WORDS, SecondModel, SecondView

BOTH = (*SCREENS, SECOND)


async def open_two(open_practice: Practices, open_desk: Desks) -> Desk:
    """A desk with both screens; the schedule is shown."""
    return await open_desk(open_practice(), screens=BOTH)


async def show_second(desk: Desk) -> SecondModel:
    """Ctrl+Shift+Z."""
    await desk.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    await desk.until(lambda: desk.model.desk.screens.current == "second")
    shown = desk.model.desk.screens.shown
    assert isinstance(shown, SecondModel)
    return shown


async def test_a_screen_is_loaded_when_it_is_first_shown(open_practice: Practices, open_desk: Desks) -> None:
    """Its shortcut shows it with its bar and status; going back finds the schedule as it was left."""
    desk = await open_two(open_practice, open_desk)
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    assert not desk.frame.findChildren(SecondView)
    model = await show_second(desk)
    assert WORDS in desk.texts(desk.frame)
    assert "Second bar" in desk.texts(desk.frame.bar)
    assert "0 counted" in desk.texts(desk.frame.status)
    assert not desk.canvas.isVisible()
    await desk.press(Qt.Key.Key_B, CONTROL)
    await desk.until(desk.canvas.isVisible)
    assert not model.shown
    assert desk.selected.apt_num == visit.apt_num
    await desk.until(lambda: desk.focus() is desk.canvas)
    await show_second(desk)
    assert len(desk.frame.findChildren(SecondView)) == 1


async def test_the_rail_lists_every_screen(open_practice: Practices, open_desk: Desks) -> None:
    """The rail has a button per screen and marks the current one; clicking that again returns to its initial place."""
    desk = await open_two(open_practice, open_desk)
    buttons = {each.text(): each for each in desk.frame.rail.findChildren(QToolButton)}
    assert buttons["Schedule"].isChecked()
    buttons["Second"].click()
    await desk.until(lambda: desk.model.desk.screens.current == "second")
    assert (buttons["Schedule"].isChecked(), buttons["Second"].isChecked()) == (False, True)
    buttons["Second"].click()
    await desk.turn()
    assert the(SecondModel, desk.model.desk.screens.shown).homes == 1
    assert buttons["Second"].isChecked()
    buttons["Schedule"].click()
    await desk.until(desk.canvas.isVisible)
    desk.model.schedule.step(1)
    buttons["Schedule"].click()
    await desk.until(lambda: desk.model.schedule.day == TODAY)


async def test_the_palette_finds_commands_of_every_screen(open_practice: Practices, open_desk: Desks) -> None:
    """A command of a screen that isn't loaded yet is found by a synonym, and shows its screen."""
    desk = await open_two(open_practice, open_desk)
    await desk.press(Qt.Key.Key_K, CONTROL)
    await desk.until(lambda: isinstance(QApplication.activePopupWidget(), Palette))
    the(Palette, QApplication.activePopupWidget()).field.setFocus()
    for letter in "tally":
        desk.key(getattr(Qt.Key, f"Key_{letter.upper()}"))
    desk.key(Qt.Key.Key_Return)
    await desk.until(lambda: desk.model.desk.screens.current == "second")
    await desk.until(lambda: the(SecondModel, desk.model.desk.screens.shown).counted == 1)
    assert "1 counted" in desk.texts(desk.frame.status)


async def test_shortcuts_work_on_every_screen(open_practice: Practices, open_desk: Desks) -> None:
    """Each screen's shortcuts work from the other one; one that both have runs the current screen's command."""
    desk = await open_two(open_practice, open_desk)
    await desk.press(Qt.Key.Key_N, CONTROL | ALT)
    await desk.until(lambda: desk.model.desk.screens.current == "second")
    model = the(SecondModel, desk.model.desk.screens.shown)
    await desk.until(lambda: model.counted == 1)
    await desk.press(Qt.Key.Key_N, CONTROL | ALT)
    await desk.until(lambda: model.counted == 2)
    await desk.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    await desk.until(lambda: model.refreshed == 1)
    await desk.press(Qt.Key.Key_P, CONTROL)
    await desk.until(lambda: desk.focus() is desk.find_field)
    desk.frame.view.take_focus()
    await desk.press(Qt.Key.Key_Right, ALT)
    await desk.until(desk.canvas.isVisible)
    assert desk.model.schedule.day > TODAY


async def test_a_letter_belongs_to_the_shown_screen(open_practice: Practices, open_desk: Desks) -> None:
    """A on the second screen runs its own command, and S, which only the schedule has, changes nothing invisible."""
    desk = await open_two(open_practice, open_desk)
    await desk.select(desk.find(Stage.CONFIRMED))
    model = await show_second(desk)
    desk.frame.view.take_focus()
    await desk.press(Qt.Key.Key_A)
    await desk.until(lambda: model.letters == 1)
    await desk.press(Qt.Key.Key_S)
    await desk.turn(10)
    assert desk.model.desk.screens.current == "second"
    assert desk.entries == ()


async def test_lists_open_beside_every_screen(open_practice: Practices, open_desk: Desks) -> None:
    """A screen without a side panel still shows the frame's lists, and Esc gives the screen its width back."""
    desk = await open_two(open_practice, open_desk)
    await show_second(desk)
    width = desk.frame.view.width()
    await desk.press(Qt.Key.Key_I, CONTROL)
    await desk.until(desk.frame.panel.isVisible)
    assert any(label.text() == "Recent activity" for label in desk.frame.panel.findChildren(QLabel))
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: not desk.frame.panel.isVisible())
    await desk.until(lambda: desk.frame.view.width() == width)


def test_the_tour_goes_to_every_screen() -> None:
    """Each screen's steps are part of the tour, between connecting and failures."""
    names = [name for name, _ in all_steps(BOTH)]
    assert names.index("larger") < names.index("Second screen") < names.index("second looked at")
    assert names.index("second looked at") < names.index("server lost")


async def test_the_first_canvas_belongs_to_the_schedule(open_practice: Practices, open_desk: Desks) -> None:
    """What was painted before the frame existed is reused by its screen, whatever other screens there are."""
    desk = await open_two(open_practice, open_desk)
    assert desk.frame.findChildren(ScheduleCanvas) == [desk.first]
