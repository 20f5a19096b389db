"""Moving an appointment to another day by keyboard."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage, Visit
from tests.journeys.desk import ALT, CONTROL, Desk

Key = Qt.Key


async def pick_up(desk: Desk) -> Visit:
    """Select a confirmed appointment and start to move it by keyboard."""
    visit = await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    await desk.press(Key.Key_M)
    return visit


async def carry_to_free(desk: Desk, visit: Visit) -> datetime:
    """Press Up until the ghost names no clash; returns where it is then."""
    for _ in range(80):
        drag = desk.canvas.dragging.drag
        assert drag is not None
        if "\n" not in desk.ghost and drag.column == visit.op_num:
            day = desk.canvas.dragging.day_at(drag.column)
            return datetime.combine(day, datetime.min.time()) + timedelta(minutes=drag.start)
        await desk.press(Key.Key_Up)
    raise AssertionError("no free time on that day")


async def test_alt_and_the_arrows_go_to_another_day(desk: Desk) -> None:
    """Alt+Right takes the appointment to the next day at the same time; Enter moves it there, Ctrl+Z undoes it."""
    visit = await pick_up(desk)
    await desk.press(Key.Key_Right, ALT)
    await desk.read()
    next_day = visit.start.date() + timedelta(days=1)
    await desk.until(lambda: desk.canvas.scene.grid.days == (next_day,))
    drag = desk.canvas.dragging.drag
    assert drag is not None
    assert (drag.column, drag.start) == (visit.op_num, visit.start.hour * 60 + visit.start.minute)
    wanted = await carry_to_free(desk, visit)
    await desk.press(Key.Key_Return)
    await desk.told("moved to")
    await desk.settled()
    assert desk.served.start_of(visit.apt_num) == wanted
    assert desk.shown(visit.apt_num) is not None
    assert desk.selected.apt_num == visit.apt_num
    await desk.press(Key.Key_Z, CONTROL)
    await desk.told("back to")
    assert desk.served.start_of(visit.apt_num) == visit.start


async def test_a_week_and_back(desk: Desk) -> None:
    """Alt+Down goes a week ahead; Esc shows the day where the appointment is, with nothing written."""
    visit = await pick_up(desk)
    await desk.press(Key.Key_Down, ALT)
    week_ahead = visit.start.date() + timedelta(days=7)
    await desk.until(lambda: desk.canvas.scene.grid.days == (week_ahead,))
    assert desk.ghost
    await desk.press(Key.Key_Escape)
    await desk.until(lambda: desk.shown(visit.apt_num) is not None)
    assert desk.selected.apt_num == visit.apt_num
    assert desk.ghost == ""
    assert desk.entries == ()


async def test_the_next_week_in_the_week_view(desk: Desk) -> None:
    """In the week view Alt+Left and Alt+Right go from column to column, and on to the week beyond."""
    await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    await desk.press(Key.Key_2, CONTROL)
    await desk.read()
    first = desk.columns[0].day
    await desk.press(Key.Key_M)
    for _ in range(7):
        await desk.press(Key.Key_Right, ALT)
        await desk.read()
    assert desk.columns[0].day == first + timedelta(days=7)
    drag = desk.canvas.dragging.drag
    assert drag is not None
    assert drag.column in [each.key for each in desk.columns]
    await desk.press(Key.Key_Escape)
    await desk.until(lambda: desk.columns[0].day == first)
