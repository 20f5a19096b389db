"""How this PC stands with updates: what the page says, and what the watch tells."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from msgspec import Struct

from app.core.text import NO_TEXT, Text
from app.domain.updates.manifest import Release


class Phase(Enum):
    """What is going on."""

    WAITING = auto()
    """Nothing was looked for yet since the program was started."""
    LOOKING = auto()
    CURRENT = auto()
    """There is nothing for this PC."""
    AVAILABLE = auto()
    """There is a newer version, which this copy of the program can't install."""
    DOWNLOADING = auto()
    READY = auto()
    """The installer of a newer version is here and verified."""
    FAILED = auto()


class Standing(Struct, frozen=True):
    """One moment of it."""

    phase: Phase = Phase.WAITING
    release: Release | None = None
    """The newer version."""
    installer: Path | None = None
    """Its verified installer, once it is ready."""
    done: int = 0
    """Bytes of it that are here, while it is downloaded."""
    size: int = 0
    why: Text = NO_TEXT
    """Why it failed; with READY: why the last look failed; with CURRENT: why there is nothing for this PC."""
    looked: datetime | None = None
    """When the source last answered with a good list, in UTC."""
    can_go_back: bool = False
    """Whether the installer of the running version is here too, so that a bad start can be undone."""
