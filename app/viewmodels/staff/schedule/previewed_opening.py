"""An opening as drawn on the schedule. A module of its own, because the canvas loads before the booking code."""

from __future__ import annotations

from msgspec import Struct


class PreviewedOpening(Struct, frozen=True):
    """Its position: a column's key, and minutes after the column's midnight."""

    column: int
    minute: int
    minutes: int
    name: str
    times: tuple[str, ...]
    """Its time in several lengths, longest first."""
    clash: bool
    """Whether it has a clash."""
    moving: int = 0
    """The AptNum of the appointment to be moved; 0: a new one."""
