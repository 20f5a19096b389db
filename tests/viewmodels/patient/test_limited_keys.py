"""The sections of the page with a key that may do little, and in an older office."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.practice.server.faults import Fault
from app.store.patients.parts import Refused
from app.viewmodels.staff.patient.overview import SECTIONS, OverviewModel
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.patient.sections.appointments import AppointmentsSection
from app.viewmodels.staff.patient.sections.commlogs import CommlogsSection
from app.viewmodels.staff.patient.sections.popups import PopupsSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, Practices, Served
from tests.support.kinds import the
from tests.support.qt_loop import until
from tests.viewmodels.patient.test_screen import page_of

MOST = "SELECT PatNum FROM popup JOIN commlog USING (PatNum) GROUP BY PatNum ORDER BY COUNT(*) DESC LIMIT 1"


@pytest.fixture
def served(open_practice: Practices) -> Served:
    """An office of 24.1, and a key that may neither query nor write communication."""
    return open_practice(permissions=ALL - {Permission.QUERIES, Permission.COMM}, version="24.1")


async def test_what_is_missing_is_named(model: ScheduleScreenViewModel, served: Served) -> None:
    """Everything is read; what the key or the office can't do says which permission or version it needs."""
    overview = await page_of(model, served.sql(MOST)[0][0])
    commlogs, popups = overview.sections["commlogs"], overview.sections["popups"]
    assert isinstance(commlogs, CommlogsSection)
    assert isinstance(popups, PopupsSection)
    await until(lambda: bool(commlogs.timeline.model.rows) and bool(popups.rows))
    await until(lambda: not model.desk.commands["patient.commlog"].can_run)
    assert "Comm" in str(model.desk.commands["patient.commlog"].verdict.reason)
    assert popups.action is not None
    assert "Comm" in str(popups.action.verdict.reason)
    assert popups.why_not
    commlogs.timeline.open(0)
    assert "25.2" in commlogs.opened.edit.state.words
    assert commlogs.opened.row is not None
    commlogs.opened.close()
    assert model.parts.journal.recent(5) == ()


async def test_one_refused_group_takes_no_other_with_it(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A group that can't be read says why, and is read again on request; the other sections are there."""
    served.faults.plan("PatFields.list", Fault.SERVER_ERROR, times=9)
    model.desk.patient.select(served.sql(MOST)[0][0], Origin.SEARCH)
    screen = the(PatientScreenViewModel, await model.desk.screens.show("patient"))
    await until(lambda: screen.current == "overview")
    await until(lambda: len(the(OverviewModel, screen.model("overview")).sections) == len(SECTIONS))
    sections = the(OverviewModel, screen.model("overview")).sections
    await until(lambda: isinstance(sections["fields"].state, Refused), 60)
    assert sections["fields"].note
    assert sections["fields"].refused
    await until(lambda: sections["popups"].value is not None and sections["notes"].value is not None)
    served.faults._planned.clear()
    sections["fields"].read_again()
    await until(lambda: sections["fields"].value is not None)


async def test_booking_names_what_it_needs(model: ScheduleScreenViewModel, served: Served) -> None:
    """A key that may book says nothing; where it may not, "Book it" names the permission."""
    overview = await page_of(
        model, served.sql("SELECT PatNum FROM appointment WHERE AptStatus = 6 LIMIT 1")[0][0]
    )
    section = overview.sections["appointments"]
    assert isinstance(section, AppointmentsSection)
    await until(lambda: bool(section.rows))
    assert section.why_not_book == ""
    held = model.parts.client.capabilities
    without = replace(held, permissions=(held.permissions or ALL) - {Permission.APPOINTMENTS})
    model.parts.client.learn(without)
    assert "Appointments" in section.why_not_book
