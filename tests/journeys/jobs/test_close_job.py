"""Job 15: the day's end; the count is typed, the rest by mouse or by keyboard alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from app.views.staff.day_close.screen import DayCloseScreen
from tests.journeys.day_close.till import CASH, Till, patients, plant, take
from tests.journeys.desk import CONTROL, SHIFT, Desk
from tests.journeys.jobs import the_fifteen as jobs
from tests.journeys.jobs.conftest import Count

ENTER = Qt.Key.Key_Return


@pytest.mark.parametrize("way", ["mouse, keys to count", "keyboard"])
async def test_15_close_the_day(desk: Desk, count: Count, way: str) -> None:
    """Differences come first on one screen; after counting, one click, or Ctrl+Shift+Enter, closes the day."""
    by_mouse = way != "keyboard"
    first, second = patients(desk.served, 2)
    await take(desk, first, "80.00", CASH)
    twin = [plant(desk.served, second.pat_num, "45.00") for _ in range(2)]
    counted = count(jobs.CLOSE if by_mouse else jobs.CLOSE_BY_KEYS, way)
    desk.canvas.setFocus()
    if by_mouse:
        counted.click(desk.button("Closing"))
    else:
        counted.key(Qt.Key.Key_W, CONTROL | SHIFT)
    screens = desk.window.findChildren
    await desk.until(lambda: any(each.isVisible() for each in screens(DayCloseScreen)))
    view = screens(DayCloseScreen)[0]
    till = Till(desk, view.model)
    await till.read()
    counted.decide()
    assert till.lines[0] == f"{second.display}: 2 payments of $45.00"
    desk.served.sql("DELETE FROM payment WHERE PayNum = ?", twin[1])  # corrected in Open Dental
    desk.served.sql("DELETE FROM paysplit WHERE PayNum = ?", twin[1])
    counted.key(Qt.Key.Key_F5, SHIFT)
    await desk.until(lambda: not any("2 payments" in line for line in till.lines))
    pieces = view.day.drawer.pieces
    await desk.until(lambda: next(iter(pieces.values())).hasFocus())  # the count begins without a click
    counted.decide()
    while not view.day.drawer.cards.hasFocus():
        counted.type("4" if pieces[Decimal(20)].hasFocus() else "")
        counted.key(ENTER)
    counted.type("45")
    await desk.turn()
    assert till.headline == "Everything agrees", till.lines
    counted.decide()
    if by_mouse:
        counted.click(desk.button("Close day", view))
    else:
        counted.key(ENTER, CONTROL | SHIFT)
    await desk.told("The day is closed.")
    counted.done()
