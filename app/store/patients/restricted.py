"""Patients who may not be scheduled, as Open Dental restricts them."""

from __future__ import annotations

import asyncio

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.core.clock import Clock
from app.wire.resources.pat_restrictions import PatRestrict, PatRestrictions

KIND = str(PatRestrict.APPT_SCHEDULE)
GOOD_SECONDS = 600.0
"""How long a list stays fresh: signals don't report its changes."""


class RestrictedPatients:
    """All of the office, in one request: there are few. Unknown until the first `load`."""

    def __init__(self, client: OpenDental, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._pat_nums = frozenset[int]()
        self._read_at: float | None = None
        self._reading = asyncio.Lock()

    def __contains__(self, pat_num: int) -> bool:
        return pat_num in self._pat_nums

    @property
    def is_due(self) -> bool:
        """Whether it was never read, or long ago."""
        return self._read_at is None or self._clock.monotonic() - self._read_at > GOOD_SECONDS

    async def load(self, need: Need = Need.SCREEN) -> None:
        """Read them if that is due. What the office refuses, or doesn't answer, stays unknown."""
        async with self._reading:
            if not self.is_due or not self._client.can(PatRestrictions.list).ok:
                return
            try:
                rows = await self._client.at(need).pat_restrictions.list()
            except ApiError:
                return
            found = (row.PatNum for row in rows if str(row.PatRestrictType) == KIND)
            self._pat_nums, self._read_at = frozenset(found), self._clock.monotonic()
