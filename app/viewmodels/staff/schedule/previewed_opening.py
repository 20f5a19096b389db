"""An opening as the schedule draws it. By itself, for the canvas loads before anything that books."""

from __future__ import annotations

from msgspec import Struct


class PreviewedOpening(Struct, frozen=True):
    """Where it would stand: a column's key, and minutes after the column's midnight."""

    column: int
    minute: int
    minutes: int
    name: str
    time: str
    clash: bool
    """Whether something stands in the way there."""
    moving: int = 0
    """The AptNum of the appointment that would move; 0: a new one."""
