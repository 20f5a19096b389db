"""The schedule's days, titles and selection."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from app.domain.schedule.visit import Stage
from app.practice.server.faults import Fault
from app.services.schedule.filter import ScheduleFilter
from app.store.lists import ListName
from app.store.office import Office
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import Failed, Ready, ScheduleView, title_of
from tests.journeys.practices import TODAY, Served
from tests.support.english import english
from tests.support.kinds import the
from tests.support.qt_loop import until

SUNDAY = date(2026, 11, 22)


async def read(model: ScheduleScreenViewModel) -> Ready:
    """Wait until the shown days have been read."""
    await until(lambda: isinstance(model.schedule.state, Ready) and not model.schedule.state.coming)
    assert isinstance(model.schedule.state, Ready)
    return model.schedule.state


def test_a_day_in_words() -> None:
    """A day's title has weekday and date; the short one omits the year, unless it is another one."""
    day = date(2026, 11, 3)
    assert title_of((day,), day) == ("Tue, Nov 3, 2026", "Tue, Nov 3")
    assert title_of((day,), date(2027, 1, 4)) == ("Tue, Nov 3, 2026", "Tue, Nov 3, 2026")


@pytest.mark.parametrize(
    ("first", "full", "short"),
    [
        (date(2026, 11, 16), "Nov 16 – Nov 22, 2026", "Nov 16 – Nov 22"),
        (date(2026, 11, 30), "Nov 30 – Dec 6, 2026", "Nov 30 – Dec 6"),
        (date(2026, 12, 28), "Dec 28, 2026 – Jan 3, 2027", "Dec 28, 2026 – Jan 3, 2027"),
    ],
)
def test_a_week_in_words(first: date, full: str, short: str) -> None:
    """A week's title has both ends, and both years if they differ."""
    days = tuple(first + timedelta(days=each) for each in range(7))
    assert title_of(days, date(2026, 11, 3)) == (full, short)


async def test_steps(model: ScheduleScreenViewModel) -> None:
    """A step is a day in the day view and a week in the week view; Today returns."""
    schedule = model.schedule
    assert schedule.days == (TODAY,)
    schedule.step(1)
    assert schedule.day == TODAY + timedelta(days=1)
    schedule.set_view(ScheduleView.WEEK)
    assert f"{schedule.days[0]:%A}" == "Sunday"  # as in American calendars
    assert TODAY in schedule.days
    schedule.step(-1)
    assert schedule.day == TODAY - timedelta(days=6)
    schedule.today()
    assert schedule.day == TODAY
    state = await read(model)
    assert state.title == ("Nov 15 – Nov 21, 2026", "Nov 15 – Nov 21")
    assert list(dict.fromkeys(english(column.heading) for column in state.grid.columns))[:5] == [
        "Mon 16",
        "Tue 17",
        "Wed 18",
        "Thu 19",
        "Fri 20",
    ]


async def test_a_closed_day_says_so(model: ScheduleScreenViewModel) -> None:
    """A day on which nobody works is shown as closed, not as empty."""
    model.schedule.go_to(SUNDAY)
    state = await read(model)
    assert state.empty == f"Closed on {SUNDAY:%a}, {SUNDAY:%b} {SUNDAY.day}."


async def test_a_filter_of_another_office(model: ScheduleScreenViewModel) -> None:
    """An unknown clinic or provider counts as all, whether the lists arrive earlier or later."""
    office, filters, shown = model.parts.office, model.filters, len(model.schedule.grid.visits)
    filters.choose(clinic_num=4711, prov_num=4712)
    assert (filters.clinic_num, filters.prov_num, len(model.schedule.grid.visits)) == (None, None, shown)
    known = office.lists
    office.office_lists.take(replace(known, clinics=(), missing=frozenset({ListName.CLINICS})))
    filters.choose(clinic_num=4711, prov_num=None)
    assert filters.clinic_num == 4711
    office.office_lists.take(known)
    assert (filters.clinic_num, len(model.schedule.grid.visits)) == (None, shown)


async def test_a_filter_without_chairs(model: ScheduleScreenViewModel) -> None:
    """An empty schedule of one clinic names the filter, never an office without operatories."""
    model.schedule.set_filter(ScheduleFilter(clinic_num=4711))
    assert model.schedule.grid.columns == ()
    assert "Show all to see the others." in the(Ready, model.schedule.state).empty
    assert "operatories" not in the(Ready, model.schedule.state).empty


async def test_far_away_days(model: ScheduleScreenViewModel) -> None:
    """Dates long ago and far ahead open like any other."""
    for day in (date(1999, 12, 31), date(2100, 1, 1)):
        model.schedule.go_to(day)
        assert (await read(model)).day == day


async def test_the_selection_follows_its_visit(model: ScheduleScreenViewModel, served: Served) -> None:
    """The selected appointment is always current; on another day it is None, and selected again on return."""
    heard: list[int] = []
    model.schedule.selection_changed.connect(lambda: heard.append(1))
    visit = model.schedule.grid.visits[-1].visit
    model.schedule.select(visit.apt_num)
    assert model.schedule.selected == visit
    assert heard
    served.change(visit.apt_num, Note="new")
    model.schedule.refresh()
    await until(lambda: model.schedule.selected.note == "new")
    model.schedule.step(1)
    assert not model.schedule.selected
    model.schedule.step(-1)
    assert model.schedule.selected.apt_num == visit.apt_num
    model.schedule.select(None)
    assert model.schedule.selected is None


async def test_a_known_day_is_shown_at_once(model: ScheduleScreenViewModel, served: Served) -> None:
    """The next working day is prefetched: showing it costs no request."""
    await until(lambda: model.parts.office.day(TODAY + timedelta(days=1)) is not None)
    await until(lambda: model.parts.client.status.in_flight == 0)
    before = served.faults.seen.count("Appointments.list")
    model.schedule.step(1)
    assert isinstance(model.schedule.state, Ready)
    assert model.schedule.grid.visits
    assert served.faults.seen.count("Appointments.list") == before


async def test_quick_steps_end_where_they_should(model: ScheduleScreenViewModel) -> None:
    """Fast paging ends on the last requested day, in whatever order the answers arrive."""
    for _ in range(12):
        model.schedule.step(1)
    for _ in range(5):
        model.schedule.step(-1)
    state = await read(model)
    assert state.day == TODAY + timedelta(days=7)
    assert {placed.visit.start.date() for placed in state.grid.visits} <= {state.day}


async def test_without_the_office(model: ScheduleScreenViewModel, served: Served) -> None:
    """A day that was never read says so while the server is down; read days stay."""
    served.faults.unreachable = True
    model.schedule.go_to(TODAY + timedelta(days=40))
    await until(
        lambda: (
            isinstance(model.schedule.state, Ready)
            and "can't reach the server" in the(Ready, model.schedule.state).empty
        )
    )
    model.schedule.today()
    assert len(model.schedule.grid.visits) > 50
    assert not isinstance(model.schedule.state, Failed)


async def test_stages_of_the_day(model: ScheduleScreenViewModel) -> None:
    """At 10:20 the practice's day has appointments in every stage."""
    assert {placed.visit.stage for placed in model.schedule.grid.visits} == set(Stage)


async def test_a_day_that_was_left_is_read_no_more(model: ScheduleScreenViewModel) -> None:
    """Paging through a month leaves one read running, that of the shown day."""
    before = model.parts.scope.running
    for _ in range(30):
        model.schedule.step(1)
        await asyncio.sleep(0)
    assert model.parts.scope.running <= before + 6  # of thirty; the session's own work comes and goes
    assert (await read(model)).day == TODAY + timedelta(days=30)


async def test_a_failure_of_a_day_that_was_left_says_nothing(
    qapp: QApplication, model: ScheduleScreenViewModel, served: Served
) -> None:
    """While nothing is known of an office, only the last read's failure is shown; earlier ones are ignored."""
    parts = model.parts
    office = Office(served.elsewhere(), parts.clock)
    served.faults.plan("*", Fault.SERVER_ERROR, times=500)
    schedule = ScheduleViewModel(office, parts.clock, parts.scope)
    states: list[object] = []
    schedule.state_changed.connect(lambda: states.append(type(schedule.state)))
    for _ in range(5):
        asked = len(served.faults.seen)
        schedule.step(1)
        await until(lambda asked=asked: len(served.faults.seen) > asked)  # on its way, and not given up yet
    await until(lambda: Failed in states)
    await asyncio.sleep(0.5)
    schedule.close()
    assert states.count(Failed) == 1


async def test_a_refresh_that_fails_says_so(model: ScheduleScreenViewModel, served: Served) -> None:
    """Shift+F5 without an answer shows the error; the screen stays as it is."""
    shown = len(model.schedule.grid.visits)
    served.faults.plan("Appointments.list", Fault.SERVER_ERROR, times=50)
    model.commands["view.refresh"].run()
    await until(lambda: bool(model.notices.items), 20)
    (notice,) = model.notices.items
    assert (notice.kind, notice.words.split(".")[0]) == ("error", "Open Dental's server failed")
    assert len(model.schedule.grid.visits) == shown
