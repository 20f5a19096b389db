"""Printing the schedule: which days can be printed, with or without names, and the names of their documents."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QObject

from app.core.text import At, Shape
from app.domain.printing.document import Document
from app.services.printing.week_sheet import make_week_sheet
from app.services.schedule.day_sheet import make_day_sheet
from app.viewmodels.printing import PrintChoice, PrintViewModel, Variant
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel, week_of
from app.viewmodels.staff.schedule.state import ScheduleView
from app.viewmodels.translation import tr

Days = tuple[date, ...]
Make = Callable[..., Awaitable[Document]]


def print_schedule(parts: Parts, schedule: ScheduleViewModel, parent: QObject) -> PrintViewModel:
    """Offer today, the next working day, both, the week, and the day on the screen. What is shown comes first."""
    today = parts.clock.now().date()
    after = parts.office.reader.working_day_after(today)
    week = week_of(schedule.day)
    named: dict[Days, str] = {
        (today,): tr("Today"),
        (after,): tr("Tomorrow") if after == today + timedelta(days=1) else _day_name(after),
        (today, after): tr("Both", "today and the next day"),
        week: tr("Week"),
    }
    named.setdefault((schedule.day,), _day_name(schedule.day))
    shown: Days = (schedule.day,) if schedule.view is ScheduleView.DAY else week
    kinds = {days: make_week_sheet if days == week else make_day_sheet for days in named}
    office, shown_filter = parts.office, schedule.filter

    def choices(*, nameless: bool) -> tuple[PrintChoice, ...]:
        return tuple(
            PrintChoice(
                word,
                _file_name(days, nameless=nameless),
                partial(kinds[days], office, days, shown_filter, nameless=nameless),
            )
            for days, word in named.items()
        )

    variant = Variant(tr("Without names"), choices(nameless=True))
    chosen = list(named).index(shown)
    return PrintViewModel(choices(nameless=False), chosen, parts.scope, parent, variant)


def _file_name(days: Days, *, nameless: bool) -> str:
    """The name of a PDF file."""
    written = ", ".join(day.isoformat() for day in (days if len(days) < 3 else (days[0], days[-1])))
    if nameless:
        #: the name of a PDF file
        return tr("Schedule without names {day}", day=written)
    #: the name of a PDF file
    return tr("Schedule {day}", day=written)


def _day_name(day: date) -> str:
    return tr(At(datetime.combine(day, time()), Shape.DAY))
