"""The patient page: its tabs and sections."""

from __future__ import annotations

from datetime import timedelta

from app.store.patients.parts import Unread
from app.viewmodels.staff.patient.overview import SECTIONS, OverviewModel
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from tests.journeys.patient.page import is_read
from tests.journeys.practices import TODAY, Served
from tests.support.qt_loop import until

MOST_REQUESTS = 10
"""For the whole page, besides further pages of rows."""


async def page_of(model: ScheduleScreenViewModel, pat_num: int) -> OverviewModel:
    """The Overview of a patient, completely read."""
    model.desk.patient.select(pat_num, Origin.SEARCH)
    screen = await model.desk.screens.show("patient")
    assert isinstance(screen, PatientScreenViewModel)
    await until(lambda: screen.current == "overview")
    overview = screen.model("overview")
    assert isinstance(overview, OverviewModel)
    await until(lambda: len(overview.sections) == len(SECTIONS))
    await until(lambda: is_read(overview))
    return overview


async def idle(model: ScheduleScreenViewModel) -> None:
    """Wait until the days beside today have been read, too."""
    beside = [TODAY + timedelta(days=step) for step in (-1, 1)]
    await until(lambda: all(model.parts.office.day(day) is not None for day in beside))
    await until(lambda: not model.parts.client.status.in_flight)


async def test_the_page_is_whole_after_ten_requests(model: ScheduleScreenViewModel, served: Served) -> None:
    """The strip and all sections of a patient take at most ten requests; coming back takes none."""
    one, two = (each.visit.pat_num for each in model.schedule.grid.visits[:2])
    await idle(model)
    before = len(served.faults.seen)
    await page_of(model, one)
    strip = model.desk.strip
    await until(lambda: strip.model is not None and strip.model.summary is not None)
    assert len(served.faults.seen) - before <= MOST_REQUESTS
    await page_of(model, two)
    before = len(served.faults.seen)
    await page_of(model, one)
    assert len(served.faults.seen) == before


async def test_another_screen_stops_reading(model: ScheduleScreenViewModel) -> None:
    """When another screen is shown, the sections need nothing more; they show the patient again afterwards."""
    pat_num = model.schedule.grid.visits[0].visit.pat_num
    overview = await page_of(model, pat_num)
    await model.desk.screens.show("schedule")
    assert all(isinstance(each.state, Unread) for each in overview.sections.values())
    await page_of(model, pat_num)
