"""Today's book is on the screen before the desk around it, and stays as it is when that comes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from app.domain.visit import Stage
from app.practice.faults import EVERY, Fault
from tests.journeys.desk import Desks
from tests.journeys.practices import Practices


def place_in_window(widget: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


async def test_the_book_stays_where_it_stood(open_practice: Practices, open_desk: Desks) -> None:
    """The book is painted whole before there is a desk, and nothing of it moves when the desk comes."""
    desk = open_desk.begin(open_practice())
    canvas = await desk.open_book()
    assert canvas.isVisible()
    before = place_in_window(canvas), canvas.visible(), set(canvas.scene.tiles)
    assert before[2]
    await desk.open()
    assert desk.screen.canvas is canvas
    assert (place_in_window(canvas), canvas.visible(), set(canvas.scene.tiles)) == before


async def test_a_visit_clicked_at_once_is_selected(open_practice: Practices, open_desk: Desks) -> None:
    """Who clicks a visit before the desk has come finds it selected there, with its card."""
    desk = open_desk.begin(open_practice())
    await desk.open_book()
    visit = desk.find(Stage.UNCONFIRMED)
    desk.click(desk.place(visit.apt_num))
    await desk.open()
    assert desk.selected.apt_num == visit.apt_num
    assert visit.name in desk.texts(desk.screen.panel)


async def test_an_office_that_fails_has_its_desk_all_the_same(
    open_practice: Practices, open_desk: Desks
) -> None:
    """Where the first reading fails, the frame stays empty until the desk comes and says why."""
    served = open_practice()
    served.faults.plan(EVERY, Fault.DROP_BEFORE, times=200)
    desk = open_desk.begin(served)
    canvas = await desk.open_book()
    assert not canvas.isVisible()
    await desk.open(whole=False)
    await desk.until(lambda: "The connection broke" in desk.texts(desk.screen))
