"""What tests wait for at a desk's client: that its key is known, and that nothing is on its way."""

from __future__ import annotations

import asyncio

from app.api.client import OpenDental
from app.wire.resources.security_perms import SecurityPerms

TURNS = 40
"""What begins by itself after an answer has begun within fewer turns of the loop."""


async def quiet(client: OpenDental) -> None:
    """Wait until nothing has been on its way for a while."""
    calm = 0
    while calm < TURNS:
        calm = 0 if client.status.waiting or client.status.in_flight else calm + 1
        await asyncio.sleep(0)


def knows_key(client: OpenDental) -> bool:
    """Whether the key's permissions are known, or the office is known to be too old to tell them."""
    return client.capabilities.permissions is not None or not client.can(SecurityPerms.list)
