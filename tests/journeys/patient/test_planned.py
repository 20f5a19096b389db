"""A planned appointment is booked from the page by two clicks, and from the booking panel by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.viewmodels.staff.patient.sections.appointments import AppointmentsSection
from app.views.staff.patient.sections.appointments import AppointmentsBody
from tests.journeys.desk import CONTROL, SHIFT, Desk
from tests.journeys.patient.page import open_page
from tests.journeys.patient.test_choosing import choose
from tests.journeys.test_booking import offered
from tests.support.kinds import the

PLANNED = (
    "SELECT appointment.PatNum, AptNum, LName, FName, WirelessPhone FROM appointment JOIN patient USING (PatNum)"
    " WHERE AptStatus = 6 AND WirelessPhone <> '' AND Preferred = '' AND patient.PatNum NOT IN"
    " (SELECT PatNum FROM appointment WHERE AptStatus IN (1, 3)) ORDER BY AptNum"
)


async def test_from_the_page(desk_on_socket: Desk) -> None:
    """“Book it” and “Book”: two clicks; its copy is scheduled, and waits no more on the page."""
    desk = desk_on_socket
    pat_num, apt_num, *_ = desk.served.sql(PLANNED)[0]
    page = await open_page(desk, pat_num)
    page.click(page.button("Book it", page.body("appointments", AppointmentsBody)))
    await desk.until(lambda: desk.model.booking.state.waiting is not None)
    assert desk.model.booking.state.waiting.apt_num == apt_num
    await offered(desk)
    page.click(desk.screen.booking._book)
    assert page.clicks == 2
    entry = await desk.settled()
    assert desk.served.row(entry.answer["AptNum"])["NextAptNum"] == apt_num
    page = await open_page(desk, pat_num)
    await desk.until(
        lambda: all(
            row.waiting is None for row in the(AppointmentsSection, page.model.sections["appointments"]).rows
        )
    )


async def test_from_the_booking_panel(desk_on_socket: Desk) -> None:
    """Whenever the patient is booked it is offered first: one key opens the panel, Enter books exactly it."""
    desk = desk_on_socket
    _, apt_num, last, first, phone = desk.served.sql(PLANNED)[1]
    await choose(desk, f"{last}, {first}", phone)
    await desk.press(Qt.Key.Key_B, CONTROL | SHIFT)
    await desk.until(lambda: desk.model.booking.state.waiting is not None)
    await offered(desk)
    panel = desk.screen.booking
    await desk.until(lambda: desk.focus() is panel._openings)
    assert panel._offers.item(0).text().startswith("Planned, ")
    assert not panel._type.isVisible()
    await desk.press(Qt.Key.Key_Return)
    await desk.told("booked for")
    entry = await desk.settled()
    row = desk.served.row(entry.answer["AptNum"])
    assert (row["NextAptNum"], row["AptStatus"]) == (apt_num, 1)
