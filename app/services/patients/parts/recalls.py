"""A patient's recalls."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from app.api.need import Need
from app.store.patients.readers import PartReader
from app.store.topics import Part
from app.wire.resources.recalls import Recall


class RecallsReader(PartReader[tuple[Recall, ...]]):
    """All recalls, disabled ones included, the one due first first."""

    part: ClassVar[Part] = Part.PATIENT
    also: ClassVar[frozenset[Part]] = frozenset({Part.SCHEDULE, Part.CHART})

    async def read(self, pat_num: int, need: Need) -> tuple[Recall, ...]:
        """One request. Raises the client's ApiErrors."""
        return due_first(await self.client.at(need).recalls.list(PatNum=pat_num))


def due_first(rows: Iterable[Recall]) -> tuple[Recall, ...]:
    """By due date; those without one last."""
    return tuple(sorted(rows, key=lambda row: (row.DateDue or date.max, row.RecallNum)))


def is_disabled(row: Recall, day: date) -> bool:
    """Whether the office does not remind of it on this day."""
    return row.IsDisabled or (row.DisableUntilDate is not None and row.DisableUntilDate > day)


def is_overdue(row: Recall, day: date) -> bool:
    """Whether it was due before this day and is not booked."""
    due = row.DateDue is not None and row.DateDue < day
    booked = row.DateScheduled is not None and row.DateScheduled >= day
    return due and not booked and not is_disabled(row, day)
