"""The days that an appointment can be dragged to: the next working days, and some far ones."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.text import At, Shape, Words, many, msg
from app.domain.schedule.days import within
from app.services.schedule.grids import all_visits, day_plan
from app.store.office import Office
from app.viewmodels.staff.schedule.drop import DropViewModel
from app.viewmodels.staff.schedule.moving.days import DaysUnderDrag
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.translation import tr, typed

NEXT_DAYS = 6
FAR_WEEKS = (2, 4, 26)
"""About half a month, a month and six months: the same weekday."""
CLOSED = msg("closed", "day")


class DayCell(Struct, frozen=True):
    """One date. `note` is how many appointments it has as far as known, or how far away it is."""

    day: date
    title: str
    note: str
    shown: bool


class DayStripViewModel(QObject):
    """Lists the dates around an appointment's own one, and moves it to one of them.

    `changed` when other days are shown, or have loaded.
    """

    changed = Signal()

    def __init__(
        self, schedule: ScheduleViewModel, drop: DropViewModel, office: Office, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.days = DaysUnderDrag(schedule, self)
        """Shows the days that a drag asks for."""
        self._schedule = schedule
        self._drop = drop
        self._office = office
        schedule.state_changed.connect(self.changed)

    def cells(self, home: date) -> tuple[DayCell, ...]:
        """The appointment's own day, the working days after it, then the far ones."""
        near = [home]
        while len(near) <= NEXT_DAYS:
            near.append(self._office.reader.working_day_after(near[-1]))
        far = [within(home + timedelta(weeks=weeks)) for weeks in FAR_WEEKS]
        cells = [self._cell(day, Shape.WEEKDAY, self._note(day)) for day in near]
        return (
            *cells,
            *(
                self._cell(day, Shape.MONTH_DAY, typed(msg("{n} weeks", n=weeks)))
                for day, weeks in zip(far, FAR_WEEKS, strict=True)
            ),
        )

    def take(self, apt_num: int, day: date) -> None:
        """The appointment was dropped on a date: show it, and move the appointment there."""
        self._schedule.go_to(day)
        self._schedule.select(apt_num)
        self._drop.drop_on_day(apt_num, day)

    def _cell(self, day: date, shape: Shape, note: str) -> DayCell:
        title = tr(At(datetime.combine(day, time()), shape))
        return DayCell(day, title, note, day in self._schedule.days)

    def _note(self, day: date) -> str:
        plan = day_plan(self._office, day)
        words: Words = ""
        if plan is not None and plan.hours is None:
            words = CLOSED
        elif self._office.day(day) is not None:
            count = sum(not each.is_note for each in all_visits(self._office, day))
            words = many("{n} booked", "{n} booked", count)
        return typed(words)
