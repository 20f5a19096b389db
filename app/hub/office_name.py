"""The practice's name, as devices show it."""

from __future__ import annotations

import asyncio

from app.api.errors import ApiError
from app.hub.hub import Hub

TITLE = "PracticeTitle"
READ_SECONDS = 3.0
"""A device that is being paired waits no longer for a name."""


class OfficeName:
    """Read once the office answers, then remembered."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._name = ""

    async def read(self) -> str:
        """The name; empty while the office doesn't answer."""
        if not self._name:
            try:
                async with asyncio.timeout(READ_SECONDS):
                    rows = await self._hub.office.preferences.list(PrefName=TITLE)
            except (ApiError, TimeoutError):
                return ""
            self._name = next((row.ValueString for row in rows if row.PrefName == TITLE), "")
        return self._name
