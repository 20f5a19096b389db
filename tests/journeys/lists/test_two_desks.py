"""Two desks work through the same list."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.journal.entries import WriteState
from tests.journeys.desk import Desk, Desks
from tests.journeys.lists.callers import open_lists
from tests.journeys.practices import Practices


async def chosen_opening(desk: Desk, number: int) -> int:
    """Begin to book the first row of a list; returns its AptNum."""
    await desk.sit_down()
    caller = await open_lists(desk)
    await caller.open_tab(number)
    apt_num = caller.chosen.key
    assert isinstance(apt_num, int)
    desk.key(Qt.Key.Key_Return)
    await desk.until(lambda: desk.model.booking.open and desk.model.booking.state.chosen is not None)
    return apt_num


async def test_both_book_the_same_row(open_practice: Practices, open_desk: Desks) -> None:
    """The appointment is booked once: the second desk is told that another user was faster, and overwrites nothing."""
    served = open_practice(on_socket=True)
    first, second = await open_desk(served), await open_desk(served)
    apt_num = await chosen_opening(first, 3)
    assert await chosen_opening(second, 3) == apt_num
    count = served.sql("SELECT COUNT(*) FROM appointment")
    first.press_button("Book", first.screen.booking)
    assert (await first.settled()).state is WriteState.DONE
    booked = served.row(apt_num)
    second.model.booking.search.choose(1)
    second.press_button("Book", second.screen.booking)
    lost = await second.settled()
    assert lost.state is WriteState.REFUSED
    assert str(lost.outcome) == "Not booked: another user just put it back on the schedule."
    after = served.row(apt_num)
    assert {name: after[name] for name in ("AptDateTime", "Op", "AptStatus")} == {
        name: booked[name] for name in ("AptDateTime", "Op", "AptStatus")
    }
    assert served.sql("SELECT COUNT(*) FROM appointment") == count
