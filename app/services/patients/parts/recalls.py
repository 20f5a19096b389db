"""A patient's recalls."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError, BadRequest, NotFound
from app.api.need import Need
from app.store.office import Office
from app.store.patients.readers import PartReader
from app.store.topics import Part
from app.wire.resources.recall_types import RecallType
from app.wire.resources.recalls import Recall


class PatientRecalls(Struct, frozen=True):
    """All recalls, disabled ones included, the one due first first; and the office's types by RecallTypeNum."""

    rows: tuple[Recall, ...]
    types: Mapping[int, RecallType]
    """Empty where the office has none to read: before 24.1.44."""


class RecallsReader(PartReader[PatientRecalls]):
    """One request, and once one for the types."""

    part: ClassVar[Part] = Part.PATIENT
    also: ClassVar[frozenset[Part]] = frozenset({Part.SCHEDULE, Part.CHART})

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._types: Mapping[int, RecallType] | None = None

    async def read(self, pat_num: int, need: Need) -> PatientRecalls:
        """Read them. Raises the ApiErrors of the recalls."""
        client = self.client.at(need)
        rows, types = await asyncio.gather(client.recalls.list(PatNum=pat_num), self._read_types(client))
        return PatientRecalls(due_first(rows), types)

    async def _read_types(self, client: OpenDental) -> Mapping[int, RecallType]:
        """The types; a passing failure is not remembered."""
        if self._types is None:
            try:
                self._types = {row.RecallTypeNum: row for row in await client.recall_types.list()}
            except (NotFound, BadRequest):
                self._types = {}
            except ApiError:
                return {}
        return self._types


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
