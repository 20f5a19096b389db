"""The marks for lab work are read for what is shown."""

from __future__ import annotations

import asyncio

from app.core.clock import ShiftedClock, SystemClock
from app.domain.schedule.visit import Mark
from app.viewmodels.staff.schedule.details.lab_marks import AGAIN_SECONDS
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import Ready, ScheduleView
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, TEN_TWENTY, Practices
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


class TenMinutes(ShiftedClock):
    """A clock on which the pause between two readings of lab work is over as soon as the test says so."""

    def __init__(self) -> None:
        super().__init__(TEN_TWENTY - SystemClock().now())
        self._over = asyncio.Event()
        self._passed = 0.0

    def monotonic(self) -> float:
        """With the minutes that have passed."""
        return super().monotonic() + self._passed

    async def sleep(self, seconds: float) -> None:
        """Sleep."""
        if seconds == AGAIN_SECONDS:
            await self._over.wait()
            self._over.clear()
        else:
            await super().sleep(seconds)

    def end(self) -> None:
        """The pause is over."""
        self._passed += AGAIN_SECONDS
        self._over.set()


async def test_a_case_that_comes_back_is_seen_while_the_day_stays_open(
    open_desk_on: OpenDesk, open_practice: Practices
) -> None:
    """Nobody touches the desk: after ten minutes the mark is that of a case that is back."""
    clock = TenMinutes()
    served = open_practice(clock=clock)
    model = await open_desk_on(served)
    await until(lambda: bool(_shown(model)))
    labs, visit = model.parts.office.labs, min(_shown(model))
    await until(lambda: not labs.unread([visit], LONG_AGO))
    served.sql(
        "INSERT INTO labcase (PatNum, LaboratoryNum, AptNum, DateTimeRecd, DateTimeChecked, ProvNum)"
        " SELECT PatNum, 1, AptNum, '0001-01-01 00:00:00', '0001-01-01 00:00:00', 1 FROM appointment WHERE AptNum = ?",
        visit,
    )
    clock.end()
    await until(lambda: labs.of(visit) is Mark.LAB_AWAY)
    served.sql("UPDATE labcase SET DateTimeRecd = '2026-11-16 10:00:00' WHERE AptNum = ?", visit)
    clock.end()
    await until(lambda: labs.of(visit) is Mark.LAB)


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
