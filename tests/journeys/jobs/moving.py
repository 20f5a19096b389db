"""Job 6: which appointment can be moved, and the ways that several tests count."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage, Visit
from tests.journeys.desk import Desk, minutes_of
from tests.journeys.jobs.counted import Counted
from tests.journeys.practices import TODAY
from tests.journeys.test_booking import offered

ENTER = Qt.Key.Key_Return


def lower_neighbor_free(desk: Desk) -> Visit:
    """An appointment that can be moved down by twenty minutes."""
    return desk.find(Stage.CONFIRMED, where=lambda each: can_go_down(desk, each))


def can_go_down(desk: Desk, visit: Visit) -> bool:
    """Whether an appointment can be moved down by twenty minutes."""
    start = minutes_of(visit.start) + 20
    hint = desk.model.drop.describe_drop(visit.apt_num, visit.op_num, start, visit.minutes)
    return desk.alone(visit) and not hint.clash


async def moved_down(desk: Desk, counted: Counted, visit: Visit) -> None:
    """M, two arrows, Enter: the selected appointment is twenty minutes later."""
    counted.key(Qt.Key.Key_M)
    await desk.turn()
    counted.decide()
    for _ in range(2):
        counted.key(Qt.Key.Key_Down)
    counted.key(ENTER)
    await desk.told(" moved to ")
    counted.done()
    await desk.settled()
    assert minutes_of(desk.served.start_of(visit.apt_num)) == minutes_of(visit.start) + 20


async def moved_by_mouse(desk: Desk, counted: Counted, visit: Visit) -> None:
    """Move, the first opening on another day, Move here: the selected appointment is there."""
    counted.click(desk.button("Move"))
    await offered(desk)
    openings = desk.model.booking.state.openings
    wanted = next(at for at, each in enumerate(openings) if each.opening.start.date() > TODAY)
    counted.decide()
    counted.click_row(desk.screen.booking._openings, wanted)
    await desk.turn()
    counted.decide()
    counted.click(desk.button("Move here"))
    await desk.until(lambda: desk.served.start_of(visit.apt_num) == openings[wanted].opening.start)
    counted.done()
