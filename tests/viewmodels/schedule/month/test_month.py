"""The month at a glance."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.schedule.month import Load
from app.practice.server.faults import Fault
from app.viewmodels.staff.schedule.month.month import MonthViewModel, hours, share
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import TODAY, Served
from tests.support.qt_loop import until


async def opened(model: ScheduleScreenViewModel) -> MonthViewModel:
    """The month, once all of it is there."""
    month = model.month
    model.commands["view.month"].run()
    await until(lambda: month.is_open and not month.loading and bool(month.loads))
    return month


async def test_a_month_is_read_and_told(model: ScheduleScreenViewModel) -> None:
    """Ctrl+3: every day of its weeks has a share, in words too; a second time costs no request."""
    month = await opened(model)
    assert month.title == "November 2026"
    assert set(month.loads) == {day for week in month.weeks for day in week}
    assert "% booked" in month.words_of(TODAY)
    assert month.words_of(date(2026, 11, 15)) == "Sun, Nov 15: closed"
    assert month.words_of(date(2027, 6, 1)).endswith("not loaded yet")
    read = dict(month.loads)
    month.leave()
    await opened(model)
    assert month.loads == read


async def test_the_arrows_step_months_while_it_is_open(model: ScheduleScreenViewModel) -> None:
    """Next and Today work on the month; Day leaves it; without it they are the schedule's again."""
    month = await opened(model)
    model.commands["go.next"].run()
    await until(lambda: month.month == date(2026, 12, 1) and not month.loading)
    assert model.schedule.day == TODAY
    model.commands["go.today"].run()
    await until(lambda: month.chosen == TODAY and month.month == date(2026, 11, 1))
    model.commands["view.day"].run()
    await until(lambda: not month.is_open)
    model.commands["go.next"].run()
    await until(lambda: model.schedule.day == TODAY + timedelta(days=1))


async def test_a_day_is_chosen_and_shown(model: ScheduleScreenViewModel) -> None:
    """The focus moves into other months; going to a day shows its schedule."""
    month = await opened(model)
    month.move(21)
    assert month.month == date(2026, 12, 1)
    month.go(month.chosen)
    assert (model.schedule.day, month.is_open) == (TODAY + timedelta(days=21), False)


async def test_a_filter_counts_at_once(model: ScheduleScreenViewModel) -> None:
    """Another clinic is read anew."""
    month = await opened(model)
    whole = month.loads[TODAY].whole
    model.filters.choose(clinic_num=2, prov_num=None)
    await until(
        lambda: not month.loading and month.loads.get(TODAY) is not None and month.loads[TODAY].whole != whole
    )
    assert month.loads[TODAY].whole.open < whole.open


async def test_without_an_answer_it_says_so(model: ScheduleScreenViewModel, served: Served) -> None:
    """A failure is named, and what is in memory stays."""
    month = model.month
    served.faults.plan("Schedules.list", Fault.SERVER_ERROR, times=50)
    model.commands["view.month"].run()
    await until(lambda: bool(month.trouble))
    assert TODAY in month.loads


def test_shares_and_lengths() -> None:
    """As a receptionist reads them."""
    assert [share(Load(45, 60)), share(Load(0, 0))] == ["75%", "–"]
    assert [hours(40), hours(120), hours(320)] == ["40 min", "2 h", "5 h 20 min"]
