"""Who made, moved and broke a patient's appointments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.store.office import Office
from app.store.patients.readers import PartReader
from app.store.topics import Part
from app.wire.fields import NO_DATE_TIME
from app.wire.resources.hist_appointments import HistAppointment


class AppointmentHistory(Struct, frozen=True):
    """All entries, newest first, and the users' names by UserNum."""

    rows: tuple[HistAppointment, ...]
    users: Mapping[int, str]
    """Without the users that could not be read."""

    def of(self, apt_num: int) -> tuple[HistAppointment, ...]:
        """One appointment's, newest first."""
        return tuple(row for row in self.rows if row.AptNum == apt_num)


class HistoryReader(PartReader[AppointmentHistory]):
    """One request, and the first time one more for the users."""

    part: ClassVar[Part] = Part.PATIENT
    also: ClassVar[frozenset[Part]] = frozenset({Part.SCHEDULE})

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._users: dict[int, str] | None = None

    async def read(self, pat_num: int, need: Need) -> AppointmentHistory:
        """Read it. Raises the client's ApiErrors."""
        client = self.client.at(need)
        rows = await client.hist_appointments.list(PatNum=pat_num)
        newest = sorted(
            rows, key=lambda row: (row.HistDateTStamp or NO_DATE_TIME, row.HistApptNum), reverse=True
        )
        return AppointmentHistory(tuple(newest), await self._names(client) if newest else {})

    async def _names(self, client: OpenDental) -> Mapping[int, str]:
        if self._users is None:
            try:
                self._users = {row.UserNum: row.UserName for row in await client.userods.list()}
            except ApiError:
                return {}
        return self._users
