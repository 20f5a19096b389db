"""Columns by provider and saved views, through the real widgets."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from app.domain.schedule.saved_view import CardLine, SavedView
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.selected_patient import FROM_OUTSIDE
from app.views.staff.schedule.pinboard.pin_list import PinButton
from tests.journeys.desk import CONTROL, Desk
from tests.support.english import english

Key = Qt.Key
HYGIENE = SavedView(1, "Hygiene", key=2, op_nums=(4, 5), lines=(CardLine.PHONE, CardLine.BALANCE))
PUBLIC = SavedView(2, "Hallway", key=12, hides_names=True)


async def keep(desk: Desk, *views: SavedView) -> None:
    """What the office has saved before."""
    await (await desk.model.parts.saved_views()).save(views)


async def test_columns_by_provider_by_keyboard(desk: Desk) -> None:
    """Ctrl+4 shows providers; a dragged appointment changes its provider and operatory; Ctrl+Z undoes it."""
    await desk.press(Key.Key_4, CONTROL)
    await desk.until(lambda: desk.model.arranging.by_provider)
    visit = await desk.select(
        desk.find(Stage.CONFIRMED, where=lambda each: not each.is_hygiene and desk.alone(each))
    )
    away = next(
        each for each in desk.columns if each.prov_num not in (visit.prov_num, visit.prov_hyg, None, 0)
    )
    start = desk.place(visit.apt_num)
    desk.hold(start)
    desk.pull(start + type(start)(0, QApplication.startDragDistance()))
    spot = desk.spot(away.key, visit.start.hour * 60 + visit.start.minute + visit.minutes / 2)
    desk.pull(spot)
    assert english(away.title) in desk.ghost
    desk.release(spot)
    await desk.told("moved")
    row = desk.served.row(visit.apt_num)
    assert away.prov_num in (row["ProvNum"], row["ProvHyg"])
    assert row["Op"] != visit.op_num
    await desk.press(Key.Key_Z, CONTROL)
    await desk.told("back to")
    assert desk.served.row(visit.apt_num)["ProvNum"] == visit.prov_num
    await desk.press(Key.Key_4, CONTROL)
    await desk.until(lambda: not desk.model.arranging.by_provider)


async def test_a_week_by_provider(desk: Desk) -> None:
    """In the week the lanes of each day are its providers, without sideways scroll."""
    await desk.press(Key.Key_4, CONTROL)
    await desk.press(Key.Key_2, CONTROL)
    await desk.read()
    await desk.until(lambda: all(each.prov_num is not None for each in desk.columns if each.heading))
    assert len({each.day for each in desk.columns}) >= 5
    assert desk.canvas.horizontalScrollBar().maximum() == 0


async def test_a_view_by_its_key_and_by_the_menu(desk: Desk) -> None:
    """F2 shows its operatories and card lines; the bar's menu names both views and leaves them."""
    await keep(desk, HYGIENE, PUBLIC)
    await desk.press(Key.Key_F2)
    await desk.until(lambda: bool(desk.model.arranging.look.balances))
    assert [each.op_num for each in desk.columns] == [4, 5]
    visit = desk.visits[0]
    text = desk.canvas.scene.tiles[visit.apt_num].text
    assert visit.person is not None
    assert text.procedures.startswith(f"{visit.person.phone} · ")
    button = desk.screen.bar.views
    assert button.text() == "Hygiene ▾"
    button.click()
    await desk.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Hygiene", "Hallway", "Leave the view", "Columns by provider", "Edit views"]
    next(each for each in menu.actions() if each.text() == "Leave the view").trigger()
    menu.close()
    await desk.until(lambda: desk.model.arranging.current is None)
    assert len(desk.columns) > 2


async def test_a_public_screen_shows_no_names(desk: Desk) -> None:
    """F12: no tile, card or list tells a name; the next view has them again."""
    await keep(desk, HYGIENE, PUBLIC)
    await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Key.Key_F12)
    await desk.until(lambda: desk.model.arranging.look.hides_names)
    names = {visit.name for visit in desk.visits}
    assert all(tile.text.name not in names for tile in desk.canvas.scene.tiles.values())
    assert desk.model.desk.patient.current is None
    desk.canvas.keyboard.focus_on(desk.visits[0].apt_num)
    await desk.turn()
    assert not desk.screen._hovering.visible
    assert desk.screen.panel.isHidden()
    await try_everything(desk)
    await desk.press(Key.Key_F2)
    await desk.until(lambda: not desk.model.arranging.look.hides_names)
    assert desk.screen.panel.shows_card
    assert all(tile.text.name in names for tile in desk.canvas.scene.tiles.values())


async def try_everything(desk: Desk) -> None:
    """Clicks, drags, keys and messages: nothing shows a name."""
    visit = desk.find(Stage.CONFIRMED)
    start = desk.place(visit.apt_num)
    desk.hold(start)
    desk.pull(start + type(start)(0, 4 * QApplication.startDragDistance()))
    assert desk.canvas.dragging.drag is None
    desk.release(start)
    desk.canvas.setFocus()
    await desk.press(Key.Key_Down)
    await desk.press(Key.Key_Return)
    desk.canvas.dragging.carry(visit.apt_num)
    desk.canvas.dragging.place(visit, by_mouse=True)
    desk.model.notices.say(f"{visit.name} is moved")
    for other_program in FROM_OUTSIDE:
        desk.model.desk.patient.select(visit.pat_num, other_program)
    await desk.turn()
    assert desk.canvas.dragging.drag is None
    assert desk.model.schedule.selected is None
    assert desk.model.desk.patient.current is None
    shown = [each for each in desk.frame.findChildren(QLabel) if each.isVisible()]
    names = {each.name for each in desk.visits}
    assert not [each.text() for each in shown if any(name in each.text() for name in names)]


async def test_a_key_of_a_view_on_another_screen(desk: Desk) -> None:
    """F2 means the same on every screen: it shows the schedule in that view."""
    await keep(desk, HYGIENE)
    await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Key.Key_D, CONTROL)
    await desk.until(lambda: desk.model.desk.screens.current == "patient")
    await desk.press(Key.Key_F2)
    await desk.until(lambda: desk.model.arranging.current is not None)
    assert desk.model.desk.screens.current == "schedule"
    desk.model.schedule.go_to(desk.model.schedule.day + timedelta(days=1))
    await desk.read()
    assert [each.op_num for each in desk.columns][:2] == [4, 5]


async def test_a_pinned_appointment_begins_in_its_own_column(desk: Desk) -> None:
    """Taken into the hand in a week or with providers as columns, it is over its own operatory or provider."""
    first = desk.columns[0].op_num
    visit = desk.find(Stage.CONFIRMED, where=lambda each: desk.alone(each) and each.op_num != first)
    await desk.select(visit)
    await desk.press(Key.Key_B)
    await desk.until(lambda: bool(desk.screen.panel.findChildren(PinButton)))
    pin = desk.screen.panel.findChildren(PinButton)[0]
    for key in (Key.Key_2, Key.Key_4, Key.Key_1):  # a week, its lanes by provider, a day by provider
        await desk.press(key, CONTROL)
        await desk.read()
        QTest.keyClick(pin, Key.Key_Return)
        await desk.until(lambda: desk.canvas.dragging.drag is not None)
        drag = desk.canvas.dragging.drag
        assert drag is not None
        assert drag.column == desk.canvas.scene.tiles[visit.apt_num].slot.column
        assert not drag.moved
        await desk.press(Key.Key_Escape)
        await desk.until(lambda: desk.canvas.dragging.drag is None)
