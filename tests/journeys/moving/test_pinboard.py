"""The pinboard: appointments that are to be moved, by mouse and by keyboard."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.schedule.visit import Stage, Visit
from app.views.staff.schedule.pinboard.pin_list import PinButton
from tests.journeys.desk import ALT, LEFT, PLAIN, Desk, Desks, minutes_of
from tests.journeys.practices import Practices

Key = Qt.Key
DROP_HERE = "Drop here to pin it"


def pins(desk: Desk) -> list[PinButton]:
    """The visible pinned appointments."""
    found = [each for each in desk.screen.panel.findChildren(PinButton) if each.isVisible()]
    return sorted(found, key=lambda each: each.y())


def hover(desk: Desk, where: QPoint) -> None:
    """Move the mouse over the schedule, with no button pressed."""
    view, none = desk.canvas.viewport(), Qt.MouseButton.NoButton
    spot, globally = QPointF(where), QPointF(view.mapToGlobal(where))
    QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, spot, globally, none, none, PLAIN))


async def pin_selected(desk: Desk, visit: Visit) -> None:
    """Select an appointment and press B."""
    count = len(pins(desk))
    await desk.select(visit)
    await desk.press(Key.Key_B)
    await desk.until(lambda: len(pins(desk)) == count + 1)


async def up_to_free(desk: Desk) -> int:
    """Press Up until the ghost names no clash; returns its minute."""
    for _ in range(80):
        drag = desk.canvas.dragging.drag
        assert drag is not None
        if "\n" not in desk.ghost and drag.moved:
            return drag.start
        await desk.press(Key.Key_Up)
    raise AssertionError("no free time")


async def test_by_keyboard_to_another_day(desk: Desk) -> None:
    """B pins, Alt+B and Enter take it into the hand on any day, Enter places it; then it is off the pinboard."""
    visit = desk.find(Stage.CONFIRMED, where=desk.alone)
    await pin_selected(desk, visit)
    assert desk.canvas.overlay.pinned == {visit.apt_num}
    await desk.press(Key.Key_Right, ALT)
    await desk.press(Key.Key_Right, ALT)
    await desk.read()
    await desk.press(Key.Key_B, ALT)
    await desk.until(lambda: desk.focus() is pins(desk)[0])
    await desk.press(Key.Key_Return)
    await desk.until(lambda: bool(desk.ghost))
    start = await up_to_free(desk)
    await desk.press(Key.Key_Return)
    await desk.told("moved to")
    await desk.settled()
    moved = desk.served.start_of(visit.apt_num)
    assert (moved.date() - visit.start.date(), minutes_of(moved)) == (timedelta(days=2), start)
    await desk.until(lambda: not pins(desk))
    assert desk.canvas.overlay.pinned == frozenset()


async def test_by_mouse(desk: Desk) -> None:
    """Dropped on the pinboard an appointment stays where it is; a click takes it, another one places it."""
    visit, column, minute = desk.movable(across=True)
    start = desk.place(visit.apt_num)
    desk.hold(start)
    desk.pull(start + QPoint(0, QApplication.startDragDistance()))
    target = next(each for each in desk.screen.panel.findChildren(QLabel) if each.text() == DROP_HERE)
    assert target.isVisible()
    spot = desk.canvas.viewport().mapFromGlobal(target.mapToGlobal(target.rect().center()))
    desk.pull(spot)
    desk.release(spot)
    await desk.until(lambda: len(pins(desk)) == 1)
    assert desk.entries == ()
    QTest.mouseClick(pins(desk)[0], LEFT, PLAIN)
    await desk.until(lambda: bool(desk.ghost))
    free = desk.spot(column, minute)
    hover(desk, free)
    assert desk.canvas.dragging.drag.column == column
    desk.click(free)
    await desk.told("moved to")
    await desk.settled()
    assert desk.served.row(visit.apt_num)["Op"] == column
    await desk.until(lambda: not pins(desk))


async def test_it_survives_a_restart_and_warns(open_practice: Practices, open_desk: Desks) -> None:
    """After a restart the pinned appointments are there; one that was moved meanwhile says so, with its new place."""
    served = open_practice()
    first = await open_desk(served)
    visit = first.find(Stage.CONFIRMED, where=first.alone)
    other = first.find(Stage.UNCONFIRMED, where=first.alone)
    await pin_selected(first, visit)
    await pin_selected(first, other)
    await open_desk.leave(first)
    served.change(visit.apt_num, AptDateTime=f"{visit.start + timedelta(days=9):%Y-%m-%d %H:%M:%S}")
    again = await open_desk(served, journal=first.journal)
    await again.until(lambda: len(pins(again)) == 2)
    await again.until(lambda: "Changed since: now " in again.texts(pins(again)[0]))
    assert visit.name in again.texts(pins(again)[0])
    assert "Changed" not in again.texts(pins(again)[1])
    former = again.canvas.overlay.former_places
    assert [(each.start, each.op_num) for each in former] == [(visit.start, visit.op_num)]
    assert not again.canvas.grab().isNull()
    await again.sit_down()
    await again.press(Key.Key_B, ALT)
    await again.until(lambda: again.focus() is pins(again)[0])
    await again.press(Key.Key_Delete)
    await again.until(lambda: len(pins(again)) == 1)
    assert again.entries == ()
