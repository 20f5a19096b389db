"""What the schedule's screen can be showing: Loading, Failed or Ready."""

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
    """The two ways to look at the schedule."""

    DAY = "day"
    WEEK = "week"


class Title(NamedTuple):
    """The days on the screen, in words."""

    full: str
    short: str
    """For where there is little room: without the year, as long as it is this one."""


NO_TITLE = Title("", "")


class Loading(Struct, frozen=True):
    """Nothing is known of the office yet. `title` is the day or the week that is being opened."""

    words: str
    title: Title = NO_TITLE


class Failed(Struct, frozen=True):
    """The office could not be read, and there is nothing older to show."""

    message: Message
    title: Title = NO_TITLE


class Ready(Struct, frozen=True):
    """A readable grid. `title` is the day or the week in words, `coming` what is still being read."""

    view: ScheduleView
    day: date
    title: Title
    grid: ScheduleGrid
    now: datetime
    coming: str = ""
    empty: str = ""
    """Why there is nothing on the grid and what to do; empty when there is something."""
    note: str = ""
    """The practice's own words about the day, such as a holiday's name."""


ScheduleState = Loading | Failed | Ready


def title_of(days: tuple[date, ...], today: date) -> Title:
    """What the bar says of the days on the screen: Tue, Nov 24, 2026; Nov 23 – Nov 29, 2026."""
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
