"""The hover card of the appointment under the mouse or with the keyboard focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.state import ScheduleView
from tests.journeys.desk import CONTROL, Desk


async def hover(desk: Desk, apt_num: int) -> None:
    """Hover over an appointment, after scrolling to it."""
    desk.canvas.sight.show_visit(apt_num)
    rect = desk.canvas.sight.rect_of(apt_num)
    assert rect is not None
    desk.canvas.hovered.emit(apt_num, rect)
    await desk.turn()


async def test_the_hover_card_follows_its_visit(desk: Desk) -> None:
    """While the mouse is over an appointment, its card shows the schedule's data."""
    visit = desk.find(Stage.CONFIRMED)
    await hover(desk, visit.apt_num)
    assert visit.note != "Bring the referral"
    desk.served.sql("UPDATE appointment SET Note = ? WHERE AptNum = ?", "Bring the referral", visit.apt_num)
    desk.model.schedule.refresh()
    await desk.until(lambda: "Bring the referral" in desk.texts(desk.screen._hover))


async def test_every_card_is_whole(desk: Desk) -> None:
    """Each card has space for all of its lines, even if the previous one had fewer."""
    seen = set()
    for visit in desk.visits[::3]:
        await hover(desk, visit.apt_num)
        labels = [label for label in desk.screen._hover.findChildren(QLabel) if label.isVisible()]
        seen.add(len(labels))
        for label in labels:
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
    assert len(seen) > 2


async def test_the_hover_card_makes_way(desk: Desk) -> None:
    """The card closes when its appointment is clicked, a menu opens, or the day changes."""
    visit = desk.find(Stage.CONFIRMED)
    card = desk.screen._hover
    await hover(desk, visit.apt_num)
    assert card.isVisible()
    await desk.select(visit)
    assert not card.isVisible()
    await hover(desk, visit.apt_num)
    desk.screen.open_menu(visit.apt_num, QPoint(0, 0))
    assert not card.isVisible()
    desk.menu.close()
    await hover(desk, visit.apt_num)
    desk.model.schedule.step(1)
    await desk.until(lambda: not card.isVisible())


def tile(desk: Desk, apt_num: int) -> QRect:
    """The visible part of an appointment's tile, in screen coordinates."""
    rect = desk.canvas.sight.rect_of(apt_num)
    assert rect is not None
    seen = rect.intersected(desk.canvas.viewport().geometry())
    return seen.translated(desk.canvas.mapTo(desk.screen, QPoint()))


async def test_the_panel_is_card_enough(desk: Desk) -> None:
    """By keyboard, a card appears only while the side panel doesn't show it: folded, or with a page of work."""
    card = desk.screen._hover
    await desk.press(Qt.Key.Key_Down)
    assert desk.selected.name in desk.texts(desk.screen.panel)
    assert not card.isVisible()
    await desk.press(Qt.Key.Key_Backslash, CONTROL)
    assert desk.selected.name in desk.texts(card)
    edge = desk.canvas.viewport().mapTo(desk.screen, desk.canvas.viewport().rect().topRight()).x()
    assert edge > desk.screen.width() - 40
    assert edge - card.geometry().right() < 20
    await desk.press(Qt.Key.Key_Right, CONTROL)
    assert desk.selected.name in desk.texts(card)
    await desk.press(Qt.Key.Key_Backslash, CONTROL)
    assert not card.isVisible()
    await desk.press(Qt.Key.Key_I, CONTROL)
    desk.canvas.setFocus()
    await desk.press(Qt.Key.Key_Down, CONTROL)
    assert desk.selected.name in desk.texts(card)
    await hover(desk, desk.selected.apt_num)
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_Escape)
    await hover(desk, desk.selected.apt_num)
    assert not card.isVisible()


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768)])
@pytest.mark.parametrize("view", ScheduleView)
async def test_the_card_covers_neither_the_visit_nor_the_way(
    desk: Desk, size: tuple[int, int], view: ScheduleView
) -> None:
    """With the panel folded, the focused appointment is fully visible, and its card always in a corner."""
    desk.window.resize(*size)
    desk.model.schedule.set_view(view)
    await desk.read()
    await desk.press(Qt.Key.Key_Backslash, CONTROL)
    card = desk.screen._hover
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up):
        for _ in range(8):
            await desk.press(key, CONTROL)
            assert card.isVisible()
            assert desk.screen.rect().contains(card.geometry())
            assert not card.geometry().intersects(tile(desk, desk.selected.apt_num))


async def test_the_mouse_s_card_covers_no_visit_that_it_is_of(desk: Desk) -> None:
    """The card under the mouse is beside its appointment and leaves the side panel free if possible."""
    card = desk.screen._hover
    for visit in desk.visits[::5]:
        await hover(desk, visit.apt_num)
        assert card.isVisible()
        assert not card.geometry().intersects(tile(desk, visit.apt_num))
        assert card.geometry().right() < desk.screen.panel.geometry().left()


async def test_the_card_goes_when_the_schedule_is_scrolled(desk: Desk) -> None:
    """When the schedule moves under the mouse, the old appointment's card closes."""
    await hover(desk, desk.find(Stage.CONFIRMED, at=0).apt_num)
    desk.canvas.verticalScrollBar().setValue(desk.canvas.verticalScrollBar().value() + 40)
    assert not desk.screen._hover.isVisible()
