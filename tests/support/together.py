"""A gate in front of a practice: the appointment writes of several desks are processed together."""

from __future__ import annotations

import asyncio
from typing import Any


class Together:
    """Once armed, holds appointment writes until the expected number has arrived."""

    def __init__(self) -> None:
        self._barrier: asyncio.Barrier | None = None

    def wait_for(self, count: int) -> None:
        """Hold the next writes until this many have arrived."""
        self._barrier = asyncio.Barrier(count)

    def __call__(self, office: Any) -> Any:
        """The practice behind this gate."""

        async def enter(scope: Any, receive: Any, send: Any) -> None:
            if self._barrier is not None and scope["method"] != "GET" and "/appointments" in scope["path"]:
                await self._barrier.wait()
                self._barrier = None
            await office(scope, receive, send)

        return enter
