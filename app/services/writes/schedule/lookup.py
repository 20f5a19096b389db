"""Looks up the context of a placement: the office's lists, and the appointments already there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from app.core.text import msg
from app.domain.schedule.pattern import minutes_of
from app.domain.schedule.visit import Visit
from app.services.schedule.rows import names_of
from app.services.writes.errors import CannotWrite
from app.services.writes.schedule.slots import Seen, TargetSlot, days_of, in_the_way
from app.store.lists import OfficeLists
from app.store.schedule.days import DayRows
from app.wire.codec import wire_row
from app.wire.resources.appointments import Appointment


class SeenOffice(Protocol):
    """The part of the in-memory office that is read."""

    @property
    def lists(self) -> OfficeLists | None:
        """Operatories, statuses and their meaning."""
        ...

    def day(self, day: date) -> DayRows | None:
        """A day in memory."""
        ...

    def rows(self, day: date) -> list[Appointment]:
        """A day's appointments with pending writes applied."""
        ...

    def visit_row(self, apt_num: int) -> Appointment | None:
        """A row in memory."""
        ...


class ScheduleLookup:
    """Looks up the operatories and neighbors for intents."""

    def __init__(self, office: SeenOffice) -> None:
        self._office = office

    def lists(self) -> OfficeLists:
        """The office's lists. Raises CannotWrite while they are still being read."""
        if self._office.lists is None:
            raise CannotWrite(
                msg("The office's operatories and statuses are still loading. Try again in a moment.")
            )
        return self._office.lists

    def row(self, visit: Visit) -> Appointment | None:
        """An appointment's row, if it is in memory."""
        return self._office.visit_row(visit.apt_num)

    def slot(
        self, start: datetime, op_num: int, pattern: str, apt_num: int = 0, against: Sequence[str] = ()
    ) -> TargetSlot:
        """The slot that an appointment is to get."""
        lists = self.lists()
        operatories = {row.OperatoryNum: row for row in lists.operatories}
        clinic_num = operatories[op_num].ClinicNum if op_num in operatories else 0
        beside = self._beside(start, op_num, pattern, apt_num)
        name = names_of(lists).chair(op_num)
        return TargetSlot(start, op_num, name, clinic_num, beside, tuple(against))

    def left(self, visit: Visit) -> Seen:
        """The neighbors at an appointment's current place, to which an undo may bring it back."""
        return self._beside(visit.start, visit.op_num, visit.pattern, visit.apt_num)

    def _beside(self, start: datetime, op_num: int, pattern: str, apt_num: int) -> Seen:
        """The appointments in an operatory during a time span; None while the day is not in memory."""
        if self._office.day(start.date()) is None:
            return None
        both: list[Appointment] = []
        for day in days_of(start, minutes_of(pattern)):
            if (known := self._office.day(day)) is not None:
                both += [*known.appointments, *self._office.rows(day)]  # as they are, and as they will be
        rows = [wire_row(row) for row in both if row.Op == op_num and row.AptNum != apt_num]
        return tuple(dict.fromkeys(row["AptNum"] for row in in_the_way(rows, op_num, start, pattern)))
