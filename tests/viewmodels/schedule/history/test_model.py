"""The rows of an appointment's history."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from app.domain.schedule.visit import Visit
from app.practice.server.faults import Fault
from app.viewmodels.staff.schedule.history.model import HistoryViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until


def opened(model: ScheduleScreenViewModel, visit: Visit) -> HistoryViewModel:
    """An appointment's history."""
    return HistoryViewModel(model.desk, model.schedule, model.drop, visit)


async def test_other_changes_are_only_shown(model: ScheduleScreenViewModel, served: Served) -> None:
    """A change that is no move has no way back, and names nobody if nobody is known."""
    visit = next(placed.visit for placed in model.schedule.grid.visits if not placed.visit.complete)
    history = opened(model, visit)
    await until(lambda: not history.words or bool(history.rows))
    assert all(row.back is None for row in history.rows if "moved" not in row.what)
    history.leave()


async def test_nothing_recorded_is_said(model: ScheduleScreenViewModel, served: Served) -> None:
    """Without any entry the page says so."""
    served.sql("DELETE FROM histappointment")
    visit = model.schedule.grid.visits[0].visit
    history = opened(model, visit)
    await until(lambda: history.words == "No changes are recorded.")
    assert history.rows == ()
    history.leave()


def record(served: Served, visit: Visit, hours: int, prov_num: int) -> None:
    """Record that it was placed some hours later than it is, with this provider."""
    at = visit.start + timedelta(hours=hours)
    served.sql(
        "INSERT INTO histappointment (AptNum, PatNum, AptDateTime, Op, ProvNum, ProvHyg, IsHygiene, Pattern,"
        " HistApptAction, HistDateTStamp, AptStatus) SELECT AptNum, PatNum, ?, Op, ?, ProvHyg, IsHygiene, Pattern,"
        " 1, ?, 1 FROM appointment WHERE AptNum = ?",
        *(f"{at:%Y-%m-%d %H:%M:%S}", prov_num, f"{served.clock.now():%Y-%m-%d %H:%M:%S}", visit.apt_num),
    )


@pytest.mark.parametrize("changed_since", [False, True])
async def test_providers_go_back_with_their_own_move_only(
    model: ScheduleScreenViewModel, served: Served, changed_since: bool
) -> None:
    """The way back restores the providers of a move, unless somebody has changed them after it: then they stay."""
    visit = next(placed.visit for placed in model.schedule.grid.visits if not placed.visit.complete)
    served.sql("DELETE FROM histappointment")
    before = visit.prov_num + 1
    record(served, visit, 1, before)
    record(served, visit, 0, before if changed_since else visit.prov_num)
    served.change(visit.apt_num, AptDateTime=f"{visit.start + timedelta(hours=2):%Y-%m-%d %H:%M:%S}")
    model.refresh()
    await until(lambda: model.schedule.visit(visit.apt_num).start != visit.start)
    history = opened(model, visit)
    await until(lambda: any(row.back is not None for row in history.rows))
    back = next(row.back for row in history.rows if row.back is not None)
    assert back.start == visit.start + timedelta(hours=1)
    assert back.team.prov_num == (visit.prov_num if changed_since else before)
    history.leave()


async def test_it_follows_to_another_day(model: ScheduleScreenViewModel) -> None:
    """Once it was moved off the day shown, the appointment is known as it is now: it can be moved again."""
    visit = next(placed.visit for placed in model.schedule.grid.visits if not placed.visit.complete)
    history, tomorrow = opened(model, visit), visit.start + timedelta(days=1)
    await model.parts.office.reader.open_day(tomorrow.date())
    await model.parts.visits.move(visit, tomorrow, visit.op_num)
    await until(lambda: history.visit.start == tomorrow)
    history.leave()


async def test_a_move_before_the_clocks_changed_has_its_name(
    model: ScheduleScreenViewModel, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A move at 10:00 on a day of daylight saving time was this PC's at 10:00 of that day, also seen in winter."""
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    visit = next(placed.visit for placed in model.schedule.grid.visits if not placed.visit.complete)
    await model.parts.visits.move(visit, visit.start + timedelta(days=1), visit.op_num)
    await until(lambda: not model.parts.journal.unsettled())
    served.sql("UPDATE histappointment SET HistDateTStamp = '2026-10-20 10:00:00', HistUserNum = 0")
    history = opened(model, visit)
    await until(lambda: bool(history._ours) and bool(history.rows))
    at = datetime(2026, 10, 20, 14, 0, tzinfo=UTC)
    history._ours = tuple(replace(each, sent_at=at, changed_at=at) for each in history._ours)
    history._follow()
    assert "Ana" in [row.who for row in history.rows if row.back is not None]
    history.leave()
    monkeypatch.undo()
    time.tzset()


async def test_users_that_cannot_be_read_are_not_nobody(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Without the office's users a change that somebody is recorded for says that the name isn't known."""
    served.faults.plan("Userods.list", Fault.SERVER_ERROR, times=100)
    served.sql("UPDATE histappointment SET HistUserNum = 1")
    visit = next(placed.visit for placed in model.schedule.grid.visits if not placed.visit.complete)
    history = opened(model, visit)
    await until(lambda: bool(history.rows))
    assert {row.who for row in history.rows} == {"name not known"}
    history.leave()
