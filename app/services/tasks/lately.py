"""What this desk wrote lately, also in an earlier run: another desk may have done the same at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from app.core.clock import Clock
from app.journal.entries import Entry
from app.journal.journal import Journal

LATELY = timedelta(minutes=10)
LOOKED_BACK = 50
"""So many entries are looked at."""


def written_lately(journal: Journal, clock: Clock) -> Iterator[Entry]:
    """The entries of the last ten minutes, oldest first."""
    now = clock.utc()
    return (each for each in reversed(journal.recent(LOOKED_BACK)) if now - each.changed_at < LATELY)
