"""Which appointments have lab work, and whether it is back: read apart from the appointments, a mark on their tiles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from app.domain.schedule.visit import Mark
from app.store.changes import ChangeKind, Changes, Touched


class _Days(Protocol):
    """The days in memory."""

    def day_of(self, apt_num: int) -> date | None:
        """The loaded day that a row is on."""
        ...


class LabMarks:
    """By AptNum, as far as it was read. An appointment that isn't known has no mark."""

    def __init__(self, days: _Days, changes: Changes) -> None:
        self._days = days
        self._changes = changes
        self._marks: dict[int, Mark] = {}
        self._read_at: dict[int, float] = {}

    def of(self, apt_num: int) -> Mark | None:
        """The mark of an appointment; None without lab work, or while that isn't known."""
        return self._marks.get(apt_num)

    def unread(self, apt_nums: Iterable[int], since: float) -> list[int]:
        """Those of these appointments that were not read since this time (the clock's monotonic seconds)."""
        return [each for each in apt_nums if self._read_at.get(each, float("-inf")) < since]

    def take(self, found: Mapping[int, Mark | None], read_at: float) -> None:
        """Store what was read of appointments; None: there is no lab work for it."""
        touched = Touched()
        for apt_num, mark in found.items():
            self._read_at[apt_num] = read_at
            if self._marks.get(apt_num) is mark:
                continue
            if mark is None:
                del self._marks[apt_num]
            else:
                self._marks[apt_num] = mark
            if (day := self._days.day_of(apt_num)) is not None:
                touched.add(Touched({apt_num}, {day}))
        self._changes.tell(ChangeKind.NAMES, touched)
