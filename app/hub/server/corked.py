"""A transport that sends what was written in one turn of the loop at once.

uvicorn writes the head and the body of an answer one after the other. Each would be a TLS record and a packet of its
own, which costs as much as all else that the hub does for a short answer.
"""

from __future__ import annotations

import asyncio
from typing import Any

MOST_HELD = 64 * 1024
"""Bytes that wait for the end of the turn."""


class Corked:
    """Wraps a transport of asyncio; what isn't defined here is the inner one's."""

    def __init__(self, inner: asyncio.Transport) -> None:
        self._inner = inner
        self._loop = asyncio.get_running_loop()
        self._parts: list[bytes] = []
        self._held = 0

    def write(self, data: bytes) -> None:
        """Send it with the rest of this turn, or with what waits if that is much."""
        if not self._parts:
            self._loop.call_soon(self._flush)
        self._parts.append(data)
        self._held += len(data)
        if self._held > MOST_HELD:
            self._flush()

    def write_eof(self) -> None:
        """End this side after what was written."""
        self._flush()
        self._inner.write_eof()

    def close(self) -> None:
        """Close after what was written."""
        self._flush()
        self._inner.close()

    def abort(self) -> None:
        """Close at once."""
        self._parts.clear()
        self._inner.abort()

    def _flush(self) -> None:
        parts, self._parts, self._held = self._parts, [], 0
        if parts and not self._inner.is_closing():
            self._inner.write(parts[0] if len(parts) == 1 else b"".join(parts))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)
