"""Steps of the tests of filling free time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from app.viewmodels.staff.schedule.filling.state import FillState
from app.views.staff.schedule.filling.page import FillPage
from tests.journeys.desk import Desk, minutes_of


def page(desk: Desk) -> FillPage:
    """The list."""
    assert desk.screen.filling.page is not None
    return desk.screen.filling.page


def state(desk: Desk) -> FillState:
    """What it shows."""
    model = desk.model.filling.model
    return model.state if model is not None else FillState()


async def listed(desk: Desk) -> FillState:
    """Wait until all lists have been read and somebody fits."""
    await desk.until(lambda: bool(state(desk).rows) and not state(desk).looking)
    return state(desk)


async def made_free(desk: Desk) -> tuple[int, int]:
    """The column and minute of an afternoon's hygiene appointment that has just been canceled elsewhere."""
    gone = next(
        each
        for each in desk.visits
        if each.is_hygiene and each.start.hour > 12 and each.minutes >= 50 and desk.alone(each)
    )
    desk.served.change(gone.apt_num, AptStatus=3)
    desk.model.refresh()
    await desk.until(lambda: desk.shown(gone.apt_num) is None)
    return gone.op_num, minutes_of(gone.start)


async def filled(desk: Desk) -> FillState:
    """Click on that time and press F."""
    desk.click(desk.spot(*await made_free(desk)))
    await desk.press(Qt.Key.Key_F)
    return await listed(desk)


def row_place(desk: Desk, row: int) -> QPoint:
    """The middle of a row of the list."""
    view = page(desk).list
    index = view.model().index(row, 0)
    view.scrollTo(index)
    return view.visualRect(index).center()
