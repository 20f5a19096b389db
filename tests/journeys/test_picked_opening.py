"""A picked opening that another user takes while its form is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.journeys.desk import Desk
from tests.journeys.test_booking import offered, without_type
from tests.journeys.test_booking_keys import to_the_type
from tests.support.qt_loop import until


@pytest.mark.parametrize("field", ["_openings", "_length", "_book"])
async def test_enter_books_no_other_opening_than_the_picked_one(desk: Desk, field: str) -> None:
    """Wherever the focus is: Enter leads to the openings, and books what is picked there."""
    await to_the_type(desk)
    await without_type(desk)
    panel, booking = desk.screen.booking, desk.model.booking
    panel._openings.setFocus()
    await desk.press(Qt.Key.Key_Down)
    assert booking.state.chosen == 1
    getattr(panel, field).setFocus()
    picked = booking.state.openings[1].opening
    await desk.served.elsewhere().appointments.create(PatNum=1, Op=picked.op_num, AptDateTime=picked.start)
    desk.model.schedule.refresh()
    await until(lambda: picked not in [row.opening for row in booking.state.openings])
    await offered(desk)
    await desk.press(Qt.Key.Key_Return)
    assert desk.focus() is panel._openings
    assert booking.state.chosen is None
    await desk.press(Qt.Key.Key_Return)
    assert desk.entries == ()
    assert booking.open
    await desk.press(Qt.Key.Key_Down)
    first = booking.state.openings[0].opening
    assert booking.state.chosen_opening.start == first.start
    await desk.press(Qt.Key.Key_Return)
    await desk.told("booked for")
    assert len(desk.entries) == 1
    assert desk.served.start_of(desk.entries[0].answer["AptNum"]) == first.start
