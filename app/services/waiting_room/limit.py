"""The office's own limit of a long wait."""

from __future__ import annotations

from app.store.lists import LONG_WAIT, OfficeLists
from app.wire.lenient import whole_or

LONG_WAIT_MINUTES = 15
"""The limit of an office that has none, or whose preferences haven't loaded."""


def long_wait(lists: OfficeLists | None) -> int:
    """Minutes after which a wait is highlighted; 0: never."""
    said = lists.preferences.get(LONG_WAIT) if lists is not None else None
    minutes = whole_or(said, LONG_WAIT_MINUTES)
    return minutes if minutes >= 0 else LONG_WAIT_MINUTES
