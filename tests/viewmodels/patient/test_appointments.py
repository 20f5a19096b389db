"""The appointments of the patient page."""

from __future__ import annotations

import pytest

from app.viewmodels.staff.patient.sections.appointments import FEW_PAST, AppointmentRow, AppointmentsSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.patient.test_screen import page_of


@pytest.fixture
async def appointments(model: ScheduleScreenViewModel, served: Served) -> AppointmentsSection:
    """The section of a patient with a planned, an unscheduled, a broken and many past appointments."""
    pat_num = served.sql(
        "SELECT PatNum FROM appointment GROUP BY PatNum HAVING SUM(AptStatus = 6) > 0 AND SUM(AptStatus = 3) > 0"
        " AND SUM(AptStatus = 5) > 0 AND SUM(AptStatus = 1) > 0 AND SUM(AptStatus = 2) > 7 LIMIT 1"
    )[0][0]
    section = (await page_of(model, pat_num)).sections["appointments"]
    assert isinstance(section, AppointmentsSection)
    return section


def of_tone(section: AppointmentsSection, tone: str) -> list[AppointmentRow]:
    """The rows of one kind."""
    return [row for row in section.rows if row.tone == tone]


async def test_to_come_then_to_book_then_past(appointments: AppointmentsSection, served: Served) -> None:
    """In this order; only the latest past ones, until all are asked for; broken ones are marked."""
    tones = [row.tone for row in appointments.rows]
    order = [tone for tone in dict.fromkeys(tones) if tone != "alert"]
    assert order == ["good", "pending", "second"]
    assert all(row.when for row in appointments.rows)
    past = [row for row in appointments.rows if row.tone in ("second", "alert")]
    assert (len(past), appointments.more > 0) == (FEW_PAST, True)
    appointments.show_all(shown=True)
    assert appointments.more == 0
    broken = served.sql(
        "SELECT AptNum FROM appointment WHERE AptStatus = 5 AND PatNum = ?", appointments.pat_num
    )
    assert {row.apt_num for row in of_tone(appointments, "alert")} == {number for (number,) in broken}


async def test_who_moved_it(appointments: AppointmentsSection, model: ScheduleScreenViewModel) -> None:
    """The history is read when it is asked for, and says what each entry changed."""
    row = of_tone(appointments, "good")[0]
    assert row.history == ()
    other = next(each for each in model.schedule.grid.columns if each.key)
    await model.parts.client.appointments.update(row.apt_num, Op=other.key, Note="Moved by phone")
    appointments.show_history(row.apt_num)
    await until(lambda: bool(of_tone(appointments, "good")[0].history))
    lines = of_tone(appointments, "good")[0].history
    assert "note changed" in lines[0].what.lower()
    assert lines[-1].what.startswith("Booked for ")
    appointments.show_history(None)
    assert of_tone(appointments, "good")[0].history == ()


async def test_book_it_opens_the_panel_for_it(
    appointments: AppointmentsSection, model: ScheduleScreenViewModel
) -> None:
    """The booking panel is open for exactly this appointment, whichever is first in the list."""
    row = of_tone(appointments, "pending")[-1]
    appointments.open(row)
    await until(lambda: model.booking.open)
    assert (model.desk.screens.current, model.booking.state.waiting) == ("schedule", row.waiting)
    await until(lambda: len(model.booking.state.offers) == 2)
    assert model.booking.state.waiting is not None
    assert model.booking.state.waiting.apt_num == row.apt_num


async def test_a_click_shows_it_on_its_day(
    appointments: AppointmentsSection, model: ScheduleScreenViewModel
) -> None:
    """The schedule shows the appointment's day, with the appointment selected."""
    row = of_tone(appointments, "good")[0]
    appointments.open(row)
    await until(
        lambda: model.schedule.selected is not None and model.schedule.selected.apt_num == row.apt_num
    )
    assert row.start is not None
    assert model.schedule.days == (row.start.date(),)
