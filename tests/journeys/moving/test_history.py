"""The history of an appointment, and the way back from a move."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage
from app.views.staff.schedule.history.page import HistoryPage
from tests.journeys.desk import Desk, minutes_of

Key = Qt.Key


def page(desk: Desk) -> HistoryPage:
    """The open page."""
    found = desk.screen.panel.page
    assert isinstance(found, HistoryPage)
    return found


async def test_who_moved_it_and_back_again(desk: Desk) -> None:
    """H lists the changes with who made them, this PC's from its journal; a move is undone from there by keyboard."""
    visit = await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    await desk.press(Key.Key_M)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        await desk.press(key)
    await desk.told("moved to")
    await desk.settled()
    await desk.press(Key.Key_H)
    await desk.until(lambda: desk.screen.panel.has_page and "Moved to" in desk.texts(page(desk)))
    await desk.until(lambda: desk.texts(page(desk)).splitlines()[2].endswith(" · Ana"))
    await desk.press(Key.Key_Tab)
    await desk.press(Key.Key_Return)
    await desk.told("moved to")
    await desk.until(lambda: minutes_of(desk.served.start_of(visit.apt_num)) == minutes_of(visit.start))
    await desk.until(lambda: desk.texts(page(desk)).count("Moved to") == 2)
    await desk.press(Key.Key_Escape)
    assert not desk.screen.panel.has_page
    await desk.until(lambda: desk.focus() is desk.canvas)


async def test_a_taken_place_is_told_first(desk: Desk) -> None:
    """If somebody is at the former place now, the way back names them and moves only when told to."""
    visit = await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    other = desk.find(Stage.UNCONFIRMED, where=lambda each: desk.alone(each) and each.op_num != visit.op_num)
    tomorrow = visit.start + timedelta(days=1)
    desk.served.change(visit.apt_num, AptDateTime=f"{tomorrow:%Y-%m-%d %H:%M:%S}")
    desk.model.refresh()
    await desk.until(lambda: desk.shown(visit.apt_num) is None)
    desk.served.sql(
        "INSERT INTO histappointment (AptNum, PatNum, AptDateTime, Op, ProvNum, Pattern, HistApptAction,"
        " HistDateTStamp, AptStatus) SELECT AptNum, PatNum, ?, Op, ProvNum, Pattern, 1, ?, 1"
        " FROM appointment WHERE AptNum = ?",
        *(f"{tomorrow:%Y-%m-%d %H:%M:%S}", f"{desk.served.clock.now():%Y-%m-%d %H:%M:%S}", visit.apt_num),
    )
    desk.served.change(other.apt_num, AptDateTime=f"{visit.start:%Y-%m-%d %H:%M:%S}", Op=visit.op_num)
    desk.model.refresh()
    await desk.press(Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    await desk.until(lambda: desk.shown(visit.apt_num) is not None)
    await desk.select(next(each for each in desk.visits if each.apt_num == visit.apt_num))
    await desk.press(Key.Key_H)
    await desk.until(lambda: desk.screen.panel.has_page and "Moved to" in desk.texts(page(desk)))
    await desk.press(Key.Key_Tab)
    await desk.press(Key.Key_Return)
    line = await desk.told("Not moved:")
    assert other.name in line
    assert desk.entries == ()
    desk.press_button("Move anyway", desk.toast("Not moved:"))
    await desk.told("moved to")
    await desk.until(lambda: desk.served.start_of(visit.apt_num) == visit.start)
