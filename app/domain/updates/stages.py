"""Staged roll-out: a new version first goes to some of the PCs."""

from __future__ import annotations

from hashlib import sha256

from app.domain.updates.versions import Version


def in_stage(installation: str, version: Version, percent: int) -> bool:
    """Whether the PC with this random installation id gets a version that is released to `percent` of all PCs.

    A PC that is in a stage is also in every larger one. The version is hashed too, so that it isn't always the
    same PCs that come first.
    """
    digest = sha256(f"{installation} {version}".encode()).digest()
    return int.from_bytes(digest[:8]) % 100 < percent
