"""A gate in front of a practice: the writes of several desks are processed together."""

from __future__ import annotations

import asyncio
from typing import Any


class Together:
    """Once armed, holds writes until the expected number has arrived."""

    def __init__(self) -> None:
        self._barrier: asyncio.Barrier | None = None
        self._path = ""

    def wait_for(self, count: int, path: str = "/appointments") -> None:
        """Hold the next writes to this path until this many have arrived."""
        self._barrier = asyncio.Barrier(count)
        self._path = path

    def __call__(self, office: Any) -> Any:
        """The practice behind this gate."""

        async def enter(scope: Any, receive: Any, send: Any) -> None:
            if self._barrier is not None and scope["method"] != "GET" and self._path in scope["path"]:
                await self._barrier.wait()
                self._barrier = None
            await office(scope, receive, send)

        return enter
