"""A gate in front of a practice: the appointment writes of several desks go in together."""

from __future__ import annotations

import asyncio
from typing import Any


class Together:
    """Once, lets writes of appointments in only when as many have come as a test waits for."""

    def __init__(self) -> None:
        self._barrier: asyncio.Barrier | None = None

    def wait_for(self, count: int) -> None:
        """Hold the next writes back until so many have come."""
        self._barrier = asyncio.Barrier(count)

    def __call__(self, office: Any) -> Any:
        """The practice behind this gate."""

        async def enter(scope: Any, receive: Any, send: Any) -> None:
            if self._barrier is not None and scope["method"] != "GET" and "/appointments" in scope["path"]:
                await self._barrier.wait()
                self._barrier = None
            await office(scope, receive, send)

        return enter
