"""The marks for lab work are read for what is shown."""

from __future__ import annotations

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import Ready, ScheduleView
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, Practices
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk

LONG_AGO = -1e9


async def test_a_day_of_a_week_that_was_shown_is_read(
    open_desk_on: OpenDesk, open_practice: Practices
) -> None:
    """Without Queries a week's marks are not read; once one of its days is shown, that day's are."""
    model = await open_desk_on(open_practice(permissions=ALL - {Permission.QUERIES}))
    schedule, labs = model.schedule, model.parts.office.labs
    schedule.set_view(ScheduleView.WEEK)
    schedule.step(1)
    await until(lambda: bool(_shown(model)))
    schedule.set_view(ScheduleView.DAY)
    await until(lambda: bool(_shown(model)))
    shown = _shown(model)
    await until(lambda: not labs.unread(shown, LONG_AGO))


def _shown(model: ScheduleScreenViewModel) -> set[int]:
    """The appointments on the screen; none while they are being read."""
    state, schedule = model.schedule.state, model.schedule
    if (
        not isinstance(state, Ready)
        or state.coming
        or (state.view, state.day) != (schedule.view, schedule.day)
    ):
        return set()
    return {each.visit.apt_num for each in state.grid.visits if not each.visit.is_note}
