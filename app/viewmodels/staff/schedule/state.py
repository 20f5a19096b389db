"""States of the schedule's screen: Loading, Failed or Ready."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from app.core.text import At, Shape
from app.domain.schedule.visit import ScheduleGrid
from app.viewmodels.messages import Message
from app.viewmodels.translation import tr


class ScheduleView(StrEnum):
    """The two views of the schedule."""

    DAY = "day"
    WEEK = "week"


class Title(NamedTuple):
    """The shown days, as text."""

    full: str
    short: str
    """For narrow places: without the year, if it is the current one."""


NO_TITLE = Title("", "")


class Loading(Struct, frozen=True):
    """Nothing is known of the office yet. `title` is the day or week being opened."""

    words: str
    title: Title = NO_TITLE


class Failed(Struct, frozen=True):
    """The office could not be read, and there is nothing older to show."""

    message: Message
    title: Title = NO_TITLE


class Ready(Struct, frozen=True):
    """A readable grid. `title` is the day or week as text, `coming` what is still loading."""

    view: ScheduleView
    day: date
    title: Title
    grid: ScheduleGrid
    now: datetime
    coming: str = ""
    empty: str = ""
    """Why the grid is empty and what to do; empty if it isn't."""
    note: str = ""
    """The practice's notes on the day, such as a holiday's name."""


ScheduleState = Loading | Failed | Ready


def title_of(days: tuple[date, ...], today: date) -> Title:
    """The bar's text for the shown days: Tue, Nov 24, 2026; Nov 23 – Nov 29, 2026."""
    this_year = all(day.year == today.year for day in days)
    if len(days) == 1:
        full = _day(days[0], Shape.DATED_DAY)
        return Title(full, _day(days[0], Shape.DAY) if this_year else full)
    first, last = days[0], days[-1]
    start = _day(first, Shape.MONTH_DAY if first.year == last.year else Shape.DATE)
    full = f"{start} – {_day(last, Shape.DATE)}"
    return Title(full, f"{start} – {_day(last, Shape.MONTH_DAY)}" if this_year else full)


def _day(day: date, shape: Shape) -> str:
    return tr(At(datetime.combine(day, time()), shape))
