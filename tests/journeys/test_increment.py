"""The office's step of the schedule (5, 10 or 15 minutes) governs drags, keys, lengths, openings and free times."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from app.domain.schedule.increment import next_step
from app.domain.schedule.visit import Stage
from tests.journeys.desk import Desk, Desks, minutes_of
from tests.journeys.practices import Practices


@pytest.mark.parametrize("increment", [5, 15])
async def test_everything_keeps_to_the_offices_step(
    open_practice: Practices, open_desk: Desks, increment: int
) -> None:
    """Keys, drags, lengths, clicked times and openings land on the office's own steps."""
    served = open_practice()
    served.sql(
        "UPDATE preference SET ValueString = ? WHERE PrefName = 'AppointmentTimeIncrement'", str(increment)
    )
    desk = await open_desk(served)
    visit = await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    await desk.press(Qt.Key.Key_Plus)
    longer = next_step(visit.minutes, increment, 1)
    await desk.told(f"now {longer} minutes")
    await desk.press(Qt.Key.Key_Minus)
    await desk.told(f"now {next_step(longer, increment, -1)} minutes")
    await carried(desk, increment)
    await dragged(desk, increment)
    await booked(desk, increment)


async def carried(desk: Desk, increment: int) -> None:
    """An appointment moved by keys goes on by one step of the office."""
    start = minutes_of(desk.selected.start)
    await desk.press(Qt.Key.Key_M)
    await desk.press(Qt.Key.Key_Down)
    await desk.press(Qt.Key.Key_Return)
    await desk.told("moved to")
    assert minutes_of(desk.served.start_of(desk.selected.apt_num)) == next_step(start, increment, 1)


async def dragged(desk: Desk, increment: int) -> None:
    """A drag by a few pixels more than half a step lands on the next one, and so does the lower edge."""
    visit = desk.selected
    at = desk.edge(visit.apt_num)
    geometry = desk.canvas.scene.geometry
    by = round(0.7 * increment * geometry.hour / 60 / desk.canvas.scene.look.ratio)
    desk.hold(at)
    for pixels in (12, by + increment // 5):
        desk.pull(at + QPoint(0, pixels))
    ghost = desk.canvas.dragging.drag
    assert ghost is not None
    assert (ghost.start + ghost.minutes) % increment == 0
    await desk.press(Qt.Key.Key_Escape)
    desk.release(at)


async def booked(desk: Desk, increment: int) -> None:
    """A click on a free time names the step it is in, and openings start on steps."""
    column = next(each.key for each in desk.columns if not desk.others(each.key, 12 * 60, 12 * 60 + 10))
    clicked: list[int] = []
    desk.canvas.empty_clicked.connect(lambda _, minute: clicked.append(minute))
    desk.click(desk.spot(column, 12 * 60 + increment + 2))
    assert clicked == [12 * 60 + increment]
    desk.model.commands["visit.new"].run()
    booking = desk.model.booking
    await desk.until(lambda: bool(booking.state.openings) and not booking.state.looking)
    assert all(minutes_of(row.opening.start) % increment == 0 for row in booking.state.openings)
