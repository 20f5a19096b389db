"""An appointment on the pinboard, as it is stored."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

PINBOARD = "pinboard"  # words: a name in the local store, and at the hub


class Pin(Struct, frozen=True):
    """An appointment as it was when it was pinned."""

    apt_num: int
    pat_num: int
    name: str
    start: datetime
    minutes: int
    op_num: int
    pinned_at: datetime
    procedures: str = ""
    by: str = ""
    """Who pinned it; empty: nobody was signed in."""
