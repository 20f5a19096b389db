"""Where somebody may try to be found now."""

from __future__ import annotations

import asyncio
from datetime import datetime

from app.hub.hub import Hub


class Doors:
    """One try at a time at each kiosk, and none while it is locked: guessing there costs the database nothing."""

    def __init__(self, hub: Hub) -> None:
        self._tries: dict[int, asyncio.Lock] = {}
        self._locked: dict[int, datetime] = {}

    def of(self, device_num: int) -> asyncio.Lock:
        """Held during a try, so that the limit counts it before the next one begins."""
        return self._tries.setdefault(device_num, asyncio.Lock())

    def lock(self, device_num: int, until: datetime) -> None:
        """Remember that a kiosk is locked."""
        self._locked[device_num] = until

    def is_locked(self, device_num: int, now: datetime) -> bool:
        """Whether it is known to be locked."""
        until = self._locked.get(device_num)
        return until is not None and now < until

    def look_again(self, device_num: int) -> None:
        """Ask the database again: staff may have opened it, here or at the office's other hub."""
        self._locked.pop(device_num, None)
