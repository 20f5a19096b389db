"""What the schedule's screen can be showing: Loading, Failed or Ready."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from app.domain.schedule.visit import ScheduleGrid
from app.viewmodels.messages import Message


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
    """What the bar says of the days on the screen."""
    full = day_title(days[0]) if len(days) == 1 else week_title(days)
    this_year = all(day.year == today.year for day in days)
    return Title(full, full.removesuffix(f" {today.year}") if this_year else full)


def day_title(day: date) -> str:
    """A day as the bar shows it: Mon 23 Nov 2026."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def week_title(days: tuple[date, ...]) -> str:
    """A week as the bar shows it: 23 – 29 Nov 2026, or 28 Dec 2026 – 3 Jan 2027."""
    first, last = days[0], days[-1]
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {last.day} {last:%b %Y}"
    start = f"{first.day} {first:%b}" if first.year == last.year else f"{first.day} {first:%b %Y}"
    return f"{start} – {last.day} {last:%b %Y}"
