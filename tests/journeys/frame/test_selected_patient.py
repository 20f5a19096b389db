"""A patient selected in Open Dental, or on another screen, is selected here."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt

from app.bootstrap.delivery import HttpCourier
from app.domain.schedule.visit import Person
from app.practice.server.events import EventEngine
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.frame.strip_place import StripPlace
from app.views.theme.tokens import STRIP_HEIGHT
from tests.journeys.desk import CONTROL, SHIFT, Desk, Desks
from tests.journeys.practices import TODAY, Practices, Served

SUBSCRIBED = "SELECT count(*) FROM apisubscription WHERE UiEventType = 'PatientSelected'"


@pytest.fixture
async def courier() -> AsyncIterator[HttpCourier]:
    """Delivers the office's events."""
    made = HttpCourier()
    yield made
    await made.aclose()


def without_appointment(served: Served) -> int:
    """A patient who is not on today's schedule."""
    command = "SELECT PatNum FROM patient WHERE PatStatus = 0 AND Birthdate > '1900' AND PatNum NOT IN "
    today = "(SELECT PatNum FROM appointment WHERE date(AptDateTime) = ?) ORDER BY PatNum LIMIT 1"
    return served.sql(command + today, str(TODAY))[0][0]


async def test_a_click_in_open_dental(
    open_practice: Practices, open_desk: Desks, courier: HttpCourier
) -> None:
    """Over real sockets: a patient selected in Open Dental on this PC has their appointment selected here."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    await desk.until(lambda: served.sql(SUBSCRIBED)[0][0] == 1)
    engine = EventEngine(served.practice, courier, workstation=socket.gethostname())
    visit = desk.visits[-1]
    assert await engine.select_patient(visit.pat_num) == 1
    await desk.until(lambda: desk.model.schedule.selected is not None)
    assert desk.selected.pat_num == visit.pat_num
    sight, viewport = desk.canvas.sight, desk.canvas.viewport()
    await desk.until(lambda: viewport.geometry().intersects(sight.rect_of(visit.apt_num)))
    assert visit.name in desk.texts(desk.frame.panel)
    pat_num = without_appointment(served)
    assert await engine.select_patient(pat_num) == 1
    await desk.until(lambda: desk.model.schedule.selected is None)
    assert desk.model.card.person.pat_num == pat_num
    assert "No appointment on the shown days." in desk.texts(desk.frame.panel)


async def test_open_dental_while_something_is_entered(
    open_practice: Practices, open_desk: Desks, courier: HttpCourier
) -> None:
    """Over real sockets: while a note is typed or the pin is set the patient stays, and one notice offers the last."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    await desk.until(lambda: served.sql(SUBSCRIBED)[0][0] == 1)
    engine = EventEngine(served.practice, courier, workstation=socket.gethostname())
    patient = desk.frame.desk.patient
    visit = await desk.select(desk.visits[5])
    await desk.press(Qt.Key.Key_N)
    await desk.until(lambda: desk.frame.panel.has_page)
    desk.type("Running late")
    others = [each for each in desk.visits if each.pat_num != visit.pat_num][-3:]
    for each in others:
        assert await engine.select_patient(each.pat_num) == 1
    await desk.told(f"Open Dental selected {others[-1].name}.")
    assert len(desk.toasts) == 1
    assert patient.current.pat_num == visit.pat_num
    assert desk.frame.panel.has_page
    await desk.press(Qt.Key.Key_Escape)
    desk.canvas.setFocus()
    await desk.press(Qt.Key.Key_K, CONTROL | SHIFT)
    assert patient.pinned
    assert await engine.select_patient(others[0].pat_num) == 1
    await desk.told(f"Open Dental selected {others[0].name}.")
    assert patient.current.pat_num == visit.pat_num
    await desk.push("Show")
    await desk.until(lambda: desk.selected.pat_num == others[0].pat_num)


async def select_elsewhere(desk: Desk) -> Person:
    """Another part of the program selects a patient without an appointment today."""
    pat_num = without_appointment(desk.served)
    await desk.until(lambda: desk.model.parts.office.person(pat_num) is not None)
    desk.model.desk.patient.select(pat_num, Origin.TASKS)
    person = desk.model.parts.office.person(pat_num)
    assert person is not None
    return person


async def test_a_selected_patient_without_an_appointment_can_be_booked(desk: Desk) -> None:
    """The panel shows such a patient, with one button that books for them; then it shows the new appointment."""
    person = await select_elsewhere(desk)
    assert person.display in desk.texts(desk.frame.panel)
    await desk.push("New appointment")
    await desk.until(lambda: desk.frame.panel.has_page)
    assert desk.model.booking.state.person.pat_num == person.pat_num


async def test_a_click_on_the_schedule_takes_over(desk: Desk) -> None:
    """Clicking an appointment shows it; deselecting it doesn't bring the patient selected elsewhere back."""
    person = await select_elsewhere(desk)
    visit = await desk.select(desk.visits[10])
    assert visit.name in desk.texts(desk.frame.panel)
    desk.model.schedule.select(None)
    assert person.display not in desk.texts(desk.frame.panel)
    assert desk.model.card.person is None


async def test_the_strip_has_its_room_before_it_has_loaded(desk: Desk) -> None:
    """The strip's height is taken at once when a patient is selected, so that nothing moves later; closing frees it."""
    place = next(iter(desk.window.findChildren(StripPlace)))
    assert place.minimumHeight() == 0
    desk.model.desk.patient.select(desk.visits[0].pat_num, Origin.SEARCH)
    assert desk.model.desk.strip.model is None
    assert place.minimumHeight() >= STRIP_HEIGHT
    desk.model.desk.patient.clear()
    assert place.minimumHeight() == 0
