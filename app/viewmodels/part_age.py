"""How old a part of a patient is, in words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.core.clock import Clock
from app.store.patients.parts import Ready, Refused, Unread
from app.viewmodels.translation import tr

OLD = timedelta(minutes=2)
"""From this age on it is shown."""


def age_words(state: Unread | Ready[Any] | Refused, clock: Clock) -> str:
    """The age of data that are old or known to have changed; empty for others."""
    if not isinstance(state, Ready):
        return ""
    age = state.age(clock)
    if age < OLD and not state.stale:
        return ""
    minutes = int(age.total_seconds()) // 60
    if minutes:
        return tr("{n} min ago", n=minutes)
    return tr("updating…") if state.why is None else ""
