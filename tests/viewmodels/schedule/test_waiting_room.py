"""Who is waiting, and for how long."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import Ready
from tests.journeys.practices import Served
from tests.support.kinds import the
from tests.support.qt_loop import until


async def test_the_longest_wait_comes_first(model: ScheduleScreenViewModel) -> None:
    """Rows are in order of arrival, longest wait first; the office's threshold (15 minutes) marks long waits."""
    visits = {placed.visit.apt_num: placed.visit for placed in model.schedule.grid.visits}
    rows = model.waiting.rows
    arrived = [visits[row.apt_num].arrived_at for row in rows]
    assert arrived == sorted(arrived)
    assert all(visits[row.apt_num].stage is Stage.ARRIVED for row in rows)
    for row in rows:
        minutes = int(row.waiting.removesuffix(" min"))
        assert row.long == (minutes >= 15)


async def test_it_shows_today_whatever_the_schedule_shows(model: ScheduleScreenViewModel) -> None:
    """The waiting room shows today while the schedule shows other days."""
    rows = model.waiting.rows
    model.schedule.step(7)
    await until(lambda: not the(Ready, model.schedule.state).coming)
    model.waiting.refresh()
    assert [row.apt_num for row in model.waiting.rows] == [row.apt_num for row in rows]


async def test_one_clinic(model: ScheduleScreenViewModel) -> None:
    """With a clinic filter only its patients are listed."""
    everyone = {row.apt_num for row in model.waiting.rows}
    seen = set()
    for number, _ in model.filters.clinics[1:]:
        model.filters.choose(clinic_num=number, prov_num=None)
        seen |= {row.apt_num for row in model.waiting.rows}
        assert len(model.waiting.rows) < len(everyone)
    assert seen == everyone


async def test_yesterdays_arrivals_do_not_wait(model: ScheduleScreenViewModel, served: Served) -> None:
    """A patient whose arrival was recorded on another day is listed without wrong minutes."""
    row = model.waiting.rows[0]
    before = model.desk.now() - timedelta(days=1)
    served.change(row.apt_num, DateTimeArrived=before.isoformat(" ", "seconds"))
    model.schedule.refresh()
    await until(lambda: model.waiting.rows[0].waiting == "arrived")
    assert model.waiting.rows[0].apt_num == row.apt_num
    assert not model.waiting.rows[0].long
    assert model.waiting.rows[0].spoken.startswith(f"{row.name}, {row.time}, arrived, ")
    assert f", waiting {model.waiting.rows[1].waiting}" in model.waiting.rows[1].spoken


@pytest.mark.parametrize(("said", "long"), [("0", 10**6), ("5", 5), ("-3", 15), ("soon", 15), ("", 15)])
async def test_the_office_says_what_is_long(model: ScheduleScreenViewModel, said: str, long: int) -> None:
    """The office's own threshold applies; 0 marks nobody, an invalid one counts as 15."""
    office = model.parts.office
    named = {**office.lists.preferences, "WaitingRoomAlertTime": said}
    office.office_lists.take(replace(office.lists, preferences=named))
    assert model.waiting.rows
    for row in model.waiting.rows:
        assert row.long == (int(row.waiting.removesuffix(" min")) >= long)
