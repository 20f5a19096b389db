"""Bodies of a server's answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

PIECE = 256 * 1024
"""Bytes that are written at once: the rest waits until the other side has read them."""


async def write_body(send: Callable[[dict[str, Any]], Awaitable[None]], body: bytes) -> None:
    """Send an ASGI answer's whole body, as fast as it is read."""
    rest = memoryview(body)
    while len(rest) > PIECE:
        await send({"type": "http.response.body", "body": bytes(rest[:PIECE]), "more_body": True})
        rest = rest[PIECE:]
    await send({"type": "http.response.body", "body": bytes(rest)})
