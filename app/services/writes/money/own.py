"""What this desk has posted itself, from its journal: no request is needed to know it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.core.clock import Clock, local
from app.domain.money.cautions import Equal
from app.journal.entries import Entry, Intent, WriteState
from app.journal.kinds import AT_ANOTHER_DESK

KEYS = {"payment": "PayNum", "adjustment": "AdjNum"}
"""The key of the new row, by kind of write."""


TOLD_MINUTES = 10
"""So long the office's hub asks about the same at another desk."""


def told_of_twin(recent: Iterable[Entry], subject: str, clock: Clock) -> bool:
    """Whether the hub has just refused the same, because another desk posts it: who posts it again means it."""
    return any(
        entry.state is WriteState.REFUSED
        and entry.intent.subject == subject
        and AT_ANOTHER_DESK in (entry.conflict or {})
        and (clock.utc() - entry.changed_at).total_seconds() < 60 * TOLD_MINUTES
        for entry in recent
    )


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
