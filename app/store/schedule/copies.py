"""Days that are known only from this PC's downtime copy. No I/O."""

from __future__ import annotations

from datetime import date

from app.store.changes import Touched
from app.store.schedule.days import DayRows, LoadedDays

BEFORE_EVERYTHING = 0
"""Older than any request, so that any answer replaces the copy."""


class DayCopies:
    """Adds copies to the loaded days, and tracks them until they have been read."""

    def __init__(self, loaded: LoadedDays) -> None:
        self._loaded = loaded
        self._read_at: dict[date, float] = {}

    def restore(self, day: DayRows) -> Touched:
        """Show a day as saved, unless it has been read."""
        if self._loaded.day(day.date) is not None:
            return Touched()
        self._read_at[day.date] = day.read_at
        loaded, request = self._loaded, self._loaded.begin((day.date,))
        touched = loaded.take_changes(day.appointments, BEFORE_EVERYTHING)
        numbers = {row.AptNum for row in day.appointments}
        touched.add(loaded.take_days((day.date,), numbers, BEFORE_EVERYTHING, day.read_at))
        if day.schedules is not None:
            touched.add(loaded.set_schedules({day.date: day.schedules}))
        loaded.end(request)
        return touched

    def holds(self, day: date) -> bool:
        """Whether a day is known only from the copy."""
        known = self._loaded.day(day)
        return known is not None and self._read_at.get(day) == known.read_at

    def lacks(self, day: date) -> bool:
        """Whether a day still has to be read."""
        return day not in self._loaded or self.holds(day)
