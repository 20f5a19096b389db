"""Reads for all desks: equal ones are sent once, and what the office just answered is answered again for a moment.

Nothing is kept longer than a desk that reads for itself would go without looking again, and nothing that was asked
before a change. A click is always passed on, unless it reads one of the office's lists.
"""

from __future__ import annotations

import math
import re
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import KeyRefused, PermissionMissing
from app.api.modes import Mode, pace
from app.api.need import Need
from app.api.request import Request
from app.api.transport import Answer
from app.core.clock import Clock

LISTS_SECONDS = 1_800.0
SHARED_SECONDS = 3.0
ROUNDS_PER_PAUSE = 6
"""As a desk's own rounds: every 3 seconds, and with a rate limit one in six requests."""
WAKES_AFTER = 1.0
MOST_BYTES = 64 * 1024 * 1024
"""Of all that is kept; the oldest goes first."""


_TOLD = re.compile(rb'"serverDateTime"\s*:\s*"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)"')
LOOKED_AT = 4_000
"""Bytes of an answer: each row tells the time, so the first one is enough."""


def told_time(body: bytes) -> datetime | None:
    """The office's time, as an answer tells it; None: it doesn't, or it is none."""
    found = _TOLD.search(body, 0, LOOKED_AT)
    if found is None:
        return None
    try:
        return datetime.fromisoformat(b" ".join(found.groups()).decode())
    except ValueError:
        return None


class Kept(Struct, frozen=True):
    """An answer, and when the office gave it (monotonic seconds)."""

    answer: Answer
    at: float
    is_list: bool


class SharedReads:
    """All reads that the hub passes on."""

    def __init__(self, office: OpenDental, clock: Clock, set_clock: Callable[[datetime], None]) -> None:
        """`set_clock` is called with the office's time where an answer tells it."""
        self._set_clock = set_clock
        self._office = office
        self._clock = clock
        self._kept: OrderedDict[Request, Kept] = OrderedDict()
        self._bytes = 0
        self._looked_at = 0.0
        self._changes = 0
        self._list_changes = 0
        self.asked_at = -math.inf
        """When a device read something last (monotonic seconds)."""
        self.on_wake: Callable[[], None] = lambda: None
        """Called before the first read after a while: who watches the office begins then."""

    async def read(self, request: Request, need: Need, owner: int, *, is_list: bool) -> tuple[Answer, float]:
        """The answer to a read, and its age in seconds. Raises the client's errors."""
        now = self._clock.monotonic()
        if now - self.asked_at > WAKES_AFTER:
            self.on_wake()
        self.asked_at = now
        kept = self._kept.get(request)
        if kept is not None and self._is_good(kept, need, now):
            return kept.answer, now - kept.at
        changes, list_changes = self._changes, self._list_changes
        try:
            answer = await self._office.broker.send(request, need, owner)
        except (KeyRefused, PermissionMissing):
            self.changed(lists=True)  # what the key may read is another question now
            raise
        if (at := told_time(answer.body)) is not None:
            self._set_clock(at)
        if changes == self._changes or (is_list and list_changes == self._list_changes):
            self._keep(request, Kept(answer, self._clock.monotonic(), is_list))
        return answer, 0.0

    def changed(self, *, lists: bool) -> None:
        """Something was written or signaled: nothing that was asked before is answered again."""
        self._changes += 1
        self._list_changes += lists
        self._office.part()
        for request in [each for each, kept in self._kept.items() if lists or not kept.is_list]:
            self._drop(request)

    @property
    def shared_seconds(self) -> float:
        """How long an answer about patients is good for other desks."""
        if self._office.address.mode is not Mode.REMOTE:
            return SHARED_SECONDS
        interval = pace(self._office.address.mode, self._office.capabilities.permissions).interval
        return max(SHARED_SECONDS, interval * ROUNDS_PER_PAUSE)

    def _is_good(self, kept: Kept, need: Need, now: float) -> bool:
        if kept.is_list:
            return now - kept.at < LISTS_SECONDS
        return need >= Need.SCREEN and now - kept.at < self.shared_seconds

    def _keep(self, request: Request, kept: Kept) -> None:
        self._drop(request)
        self._kept[request] = kept
        self._bytes += len(kept.answer.body)
        self._forget_old(kept.at)
        while self._bytes > MOST_BYTES:
            self._drop(next(iter(self._kept)))

    def _forget_old(self, now: float) -> None:
        """Forget answers about patients that are too old, now and then: looking through all of them takes a while."""
        seconds = self.shared_seconds
        if now - self._looked_at < seconds:
            return
        self._looked_at = now
        for each in [one for one, held in self._kept.items() if not held.is_list and held.at < now - seconds]:
            self._drop(each)

    def _drop(self, request: Request) -> None:
        dropped = self._kept.pop(request, None)
        if dropped is not None:
            self._bytes -= len(dropped.answer.body)
