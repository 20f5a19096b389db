"""What this desk has posted itself, from its journal: no request is needed to know it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.core.clock import Clock, local
from app.domain.money.cautions import Equal
from app.journal.entries import Entry, Intent, WriteState

KEYS = {"payment": "PayNum", "adjustment": "AdjNum"}
"""The key of the new row, by kind of write."""


def equal_here(recent: Iterable[Entry], intent: Intent, clock: Clock) -> Sequence[Equal]:
    """The equal postings that this desk has done today, the latest first. `clock` is the office's."""
    found = []
    now = clock.now()
    for entry in recent:
        if entry.state is not WriteState.DONE or entry.intent.subject != intent.subject:
            continue
        at = local(entry.changed_at, clock)
        number = (entry.answer or {}).get(KEYS.get(intent.kind, ""))
        if number and at.date() == now.date():
            minutes = max(int((now - at).total_seconds() // 60), 0)
            found.append(Equal(int(number), minutes, entry.who))
    return found
