"""Making appointments longer and shorter: steps made while a write is in progress are combined."""

from __future__ import annotations

from app.core.tasks import TaskScope
from app.domain.schedule.increment import USUAL, next_step
from app.domain.schedule.pattern import MAX_MINUTES, minutes_of
from app.domain.schedule.visit import SLOT_MINUTES, Visit
from app.journal.journal import Journal
from app.services.writes.schedule.appointment import apt_num_of
from app.services.writes.schedule.visits import VisitWrites
from app.viewmodels.staff.outcomes import Outcomes
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel


class Resizing:
    """Each appointment's wanted length; combines changes so that the office gets as few writes as possible."""

    def __init__(
        self,
        schedule: ScheduleViewModel,
        writes: VisitWrites,
        journal: Journal,
        outcomes: Outcomes,
        scope: TaskScope,
    ) -> None:
        self._schedule = schedule
        self._writes = writes
        self._journal = journal
        self._outcomes = outcomes
        self._scope = scope
        self._wanted: dict[int, int] = {}

    def minutes(self, visit: Visit) -> int:
        """The length of an appointment, including unsettled changes."""
        if (wanted := self._wanted.get(visit.apt_num)) is not None:
            return wanted
        for entry in reversed(
            self._journal.unsettled()
        ):  # the schedule shows the old length until it is done
            if apt_num_of(entry.intent) == visit.apt_num and "Pattern" in entry.intent.after:
                return minutes_of(entry.intent.after["Pattern"])
        return visit.minutes

    @property
    def increment(self) -> int:
        """The schedule's increment in minutes: the minimum length."""
        return self._schedule.grid.increment if self._schedule.grid is not None else USUAL

    def next_length(self, visit: Visit, direction: int) -> int | None:
        """The next step longer (+1) or shorter (-1), in minutes; None if an appointment can't be that long."""
        minutes = next_step(self.minutes(visit), self.increment, direction)
        return minutes if self.increment <= minutes <= MAX_MINUTES else None

    def set_minutes(self, visit: Visit, minutes: int) -> None:
        """Change an appointment's length."""
        wanted = min(max(minutes, SLOT_MINUTES), MAX_MINUTES)
        if wanted == self.minutes(visit):
            return
        under_way = visit.apt_num in self._wanted
        self._wanted[visit.apt_num] = wanted
        if not under_way:
            self._scope.start(self._write(visit), "resize")

    async def _write(self, visit: Visit) -> None:
        try:
            written = None
            while (wanted := self._wanted[visit.apt_num]) != written:
                now = self._schedule.visit(visit.apt_num) or visit
                await self._outcomes.tell(self._writes.resize(now, wanted))
                written = wanted
        finally:
            del self._wanted[visit.apt_num]
