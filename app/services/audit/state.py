"""What an audit file says about itself, and what is kept elsewhere to prove its end."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from app.services.audit.chain import Head, start_of


class Finding(StrEnum):
    """What the check of a chain found."""

    UNREADABLE = "unreadable"
    """The file can't be opened: damaged, replaced, or sealed with other keys."""
    FOREIGN = "another office"
    """The file belongs to another office or another installation."""
    DELETED = "deleted"
    """There is no file, but there has been one."""
    CHANGED = "changed"
    """A record was changed or moved."""
    MISSING = "missing"
    """Records are missing between others."""
    CUT = "cut"
    """Records are missing at the end, or the file is an older one that was restored."""
    OTHER = "exchanged"
    """The file's chain is not the one that was kept before."""
    UNWITNESSED = "unwitnessed"
    """The file is intact, but the copy of its last hash is gone or was changed."""


class Anchor(Struct, frozen=True):
    """A chain's end at some moment."""

    chain: str
    head: Head


UNKNOWN = "?"
"""The name of a chain that can't be read any more."""


class Alert(Struct, frozen=True):
    """A finding that somebody has to look at. Kept in the file until it is dismissed."""

    found_at: datetime
    """In UTC."""
    finding: Finding
    number: int = 0
    """The first record concerned; 0: the whole file."""
    aside: str = ""
    """The name of the file that was set aside, in the same folder; empty: none was."""


class State(Struct, frozen=True):
    """What the file says about itself; sealed."""

    chain: str
    """A random name: two files never have the same."""
    pruned: Head
    """The last record that was deleted because of its age; or the chain's start."""
    before: tuple[str, ...] = ()
    """The chains that this one continues, because something was wrong with them; one may be UNKNOWN."""
    witnesses: tuple[str, ...] = ()
    """The names of the places that have held this chain's end."""
    alerts: tuple[Alert, ...] = ()

    @classmethod
    def new(cls, chain: str, before: tuple[str, ...] = (), alerts: tuple[Alert, ...] = ()) -> State:
        """The state of an empty file."""
        return cls(chain, start_of(chain), before, alerts=alerts)
