"""What is known of a key."""

from __future__ import annotations

from app.api.client import OpenDental
from app.wire.resources.security_perms import SecurityPerms


def knows_key(client: OpenDental) -> bool:
    """Whether the key's permissions are known, or the office is known to be too old to tell them."""
    return client.capabilities.permissions is not None or not client.can(SecurityPerms.list)
