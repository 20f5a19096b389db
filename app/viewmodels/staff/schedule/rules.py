"""Which parts of the schedule are shown, and why it may be empty."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from app.core.text import At, Shape, msg
from app.domain.schedule.visit import ScheduleGrid, Visit
from app.services.schedule.filter import ScheduleFilter
from app.services.schedule.grids import all_visits, day_plan
from app.store.office import Office
from app.viewmodels.translation import tr

SATURDAY = 5
SLOW = timedelta(seconds=4)
"""Seconds without an answer after which the user is told what the program waits for."""
NOTHING_OF_THESE = msg("No appointments for this clinic, provider or view. Show all to see the others.")
NO_OPERATORIES = msg(
    "This office has no operatories yet. Add them in Open Dental: Setup, Appointments, Operatories."
)


def opening_words(asked_at: datetime, now: datetime) -> str:
    """The text while nothing has been read yet; a server that doesn't answer is named as the cause."""
    if now - asked_at < SLOW:
        return tr("Opening the schedule…")
    return tr(
        "No answer from the office since {time}. The schedule opens as soon as it answers.", time=At(asked_at)
    )


def worth_showing(office: Office, days: tuple[date, ...]) -> tuple[date, ...]:
    """A single day always; of a week's weekend only days that are open or have appointments."""
    return tuple(day for day in days if len(days) == 1 or day.weekday() < SATURDAY or _busy(office, day))


def why_empty(office: Office, grid: ScheduleGrid, shown: ScheduleFilter, *, connected: bool) -> str:
    """Why a grid is empty and what to do; empty if it isn't, or while it is being read."""
    if grid.visits:
        return ""
    unread = [day for day in grid.days if office.day(day) is None]
    if unread:
        return "" if connected else tr("This day hasn't loaded yet, and Front Desk can't reach the server.")
    filtered = shown.narrowed
    if not grid.columns:
        return tr(NOTHING_OF_THESE if filtered else NO_OPERATORIES)
    if all((plan := day_plan(office, day)) is not None and plan.hours is None for day in grid.days):
        one = At(datetime.combine(grid.days[0], time()), Shape.DAY)
        return tr("Closed on {day}.", day=one) if len(grid.days) == 1 else tr("Closed on these days.")
    if filtered:
        return tr(NOTHING_OF_THESE)
    return tr("No appointments yet. Double-click a free time to book one, or press Ctrl+N.")


def next_of(grid: ScheduleGrid | None, pat_num: int, now: datetime) -> Visit | None:
    """A patient's appointment on a grid: the current or next one, else the last one."""
    placed = grid.visits if grid is not None else ()
    found = sorted(
        (each.visit for each in placed if each.visit.pat_num == pat_num), key=lambda visit: visit.start
    )
    return next((each for each in found if each.end > now), found[-1] if found else None)


def _busy(office: Office, day: date) -> bool:
    plan = day_plan(office, day)
    return bool(all_visits(office, day)) or (plan is not None and plan.hours is not None)
