"""What has changed on the board of tasks, so that a screen redraws only that."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Standing(StrEnum):
    """How far the board has been read."""

    UNREAD = "unread"
    READING = "reading"
    """What has arrived can be used already."""
    READY = "ready"
    REFUSED = "refused"
    """It could not be read, and nothing older is known."""


class TaskChange(Struct, frozen=True):
    """One change. All empty: only the standing changed."""

    tasks: frozenset[int] = frozenset()
    """TaskNums that appeared, changed or left."""
    notes: frozenset[int] = frozenset()
    """TaskNums whose notes were read or changed."""
    lists: bool = False
    """The tree of lists."""
