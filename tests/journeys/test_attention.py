"""Changes that need attention: their list, used by keyboard, and those answered by a web filter."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage, Visit
from app.journal.entries import WriteState
from app.views.staff.frame.attention_page import AttentionPage
from tests.journeys.desk import CONTROL, Desk, Desks
from tests.journeys.practices import Practices
from tests.journeys.test_booking import somebody, without_type
from tests.support.between.web_filter import WebFilter


async def test_the_list_stays_under_the_hand(desk: Desk) -> None:
    """When one row disappears and another appears, the focus stays on its row, and moves to the next one."""
    desk.served.faults.unreachable = True
    visits = [desk.find(Stage.CONFIRMED, at=at) for at in (-1, -2, -3, -4)]
    for visit in visits[:3]:
        await arrives(desk, visit)
    await desk.press(Qt.Key.Key_U, CONTROL)
    page = desk.screen.panel.findChild(AttentionPage)
    _, gone, held = (desk.button(f"Cancel this change: {visit.name} arrived", page) for visit in visits[:3])
    held.setFocus()
    await arrives(desk, visits[3])
    await desk.until(lambda: desk.focus() is held)
    desk.press_button(gone.accessibleName(), page)
    await desk.until(lambda: len(desk.model.desk.attention.rows) == 3)
    held.setFocus()
    await desk.press(Qt.Key.Key_Space)
    await desk.until(lambda: len(desk.model.desk.attention.rows) == 2)
    assert desk.focus().accessibleName() == f"Cancel this change: {visits[3].name} arrived"
    await desk.press(Qt.Key.Key_Space)
    await desk.until(lambda: len(desk.model.desk.attention.rows) == 1)
    assert page.isAncestorOf(desk.focus())
    desk.served.faults.unreachable = False
    await desk.until(lambda: "Nothing needs attention." in desk.texts(page))
    assert desk.focus() is desk.button("Close", page)


async def arrives(desk: Desk, visit: Visit) -> None:
    """A patient arrives while the server is down."""
    desk.model.schedule.select(visit.apt_num)
    desk.model.commands["visit.arrived"].run()
    await desk.told(f"Not sent yet: {visit.name} arrived.")


async def filtered(open_practice: Practices, open_desk: Desks, web_filter: WebFilter) -> Desk:
    """A desk that has read its day before the filter starts to block."""
    desk = await open_desk(open_practice(on_socket=True, web_filter=web_filter))
    web_filter.on = True
    return desk


async def test_an_arrival_that_never_arrived(open_practice: Practices, open_desk: Desks) -> None:
    """An arrival answered by the filter is not reported as done, and is not sent a second time."""
    web_filter = WebFilter()
    desk = await filtered(open_practice, open_desk, web_filter)
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_A)
    line = await desk.told("hasn't confirmed")
    assert line == f"{visit.name} arrived: sent, but Open Dental hasn't confirmed it. Front Desk is checking."
    assert desk.entries[0].state is WriteState.UNKNOWN
    assert desk.selected.provisional
    assert desk.served.row(visit.apt_num)["Confirmed"] == visit.confirmed
    sent = [each for each in web_filter.blocked if "/appointments" in each]
    assert sent == [f"PUT /api/v1/appointments/{visit.apt_num}/Confirm"]
    assert not any(line == f"{visit.name} arrived." for line in desk.toasts)


async def test_a_booking_that_never_arrived(open_practice: Practices, open_desk: Desks) -> None:
    """A booking answered by the filter is not reported as booked; its slot is shown as not confirmed."""
    web_filter = WebFilter()
    desk = await filtered(open_practice, open_desk, web_filter)
    before = desk.served.sql("SELECT count(*) FROM appointment")
    desk.book_for(somebody(desk))
    await without_type(desk)
    await desk.see("Book")
    await desk.until(lambda: desk.button("Book").isEnabled())
    await desk.push("Book")
    assert "hasn't confirmed it" in await desk.told("booked for")
    assert desk.served.sql("SELECT count(*) FROM appointment") == before
    assert [each for each in web_filter.blocked if "/appointments" in each] == ["POST /api/v1/appointments"]
    assert desk.entries[0].state is WriteState.UNKNOWN


async def test_a_write_whose_answer_was_replaced(open_practice: Practices, open_desk: Desks) -> None:
    """A write that was done behind the filter is found in the office, and only then reported as saved."""
    desk = await filtered(open_practice, open_desk, WebFilter(lets_writes_through=True))
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_A)
    await desk.told("hasn't confirmed")
    assert await desk.told("checked") == f"{visit.name} arrived. Front Desk checked: it was saved."
    assert desk.selected.stage is Stage.ARRIVED
    assert desk.served.faults.seen.count("Appointments.confirm") == 1
