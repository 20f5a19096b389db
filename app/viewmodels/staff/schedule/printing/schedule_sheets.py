"""Printing the schedule: which days can be printed, and the names of their documents."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject

from app.core.text import At, Shape
from app.domain.printing.document import Document
from app.services.schedule.day_sheet import make_day_sheet
from app.viewmodels.printing import PrintChoice, PrintViewModel
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.translation import tr

Days = tuple[date, ...]


def print_schedule(parts: Parts, schedule: ScheduleViewModel, parent: QObject) -> PrintViewModel:
    """Offer today, the next working day, both, and the day on the screen, which is chosen first."""
    today = parts.clock.now().date()
    after = parts.office.reader.working_day_after(today)
    shown: Days = (schedule.day,)
    named: dict[Days, str] = {
        (today,): tr("Today"),
        (after,): tr("Tomorrow") if after == today + timedelta(days=1) else _day_name(after),
        (today, after): tr("Both", "today and the next day"),
    }
    named.setdefault(shown, _day_name(schedule.day))
    shown_filter = schedule.filter

    def choice(days: Days) -> PrintChoice:
        async def make() -> Document:
            return await make_day_sheet(parts.office, days, shown_filter)

        written = ", ".join(day.isoformat() for day in days)
        #: the name of a PDF file
        file_name = tr("Schedule {day}", day=written)
        return PrintChoice(named[days], file_name, make)

    return PrintViewModel([choice(days) for days in named], list(named).index(shown), parts.scope, parent)


def _day_name(day: date) -> str:
    return tr(At(datetime.combine(day, time()), Shape.DAY))
