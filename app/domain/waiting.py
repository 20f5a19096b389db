"""The waiting room: who sits in it, and for how many whole minutes."""

from __future__ import annotations

from datetime import datetime

from app.domain.visit import Stage, Visit

LONG_WAIT = 15
"""Minutes in the waiting room from which a wait is long."""


def is_waiting(visit: Visit, now: datetime) -> bool:
    """Whether the patient sits in the waiting room: arrived for today's visit and not seated yet."""
    return visit.stage is Stage.ARRIVED and visit.start.date() == now.date() and not visit.is_note


def waiting_minutes(visit: Visit, now: datetime) -> int | None:
    """How long the patient has been waiting, or did until seated; None when no arrival was recorded.

    Someone who comes early waits from the arrival on. A clock that runs behind the server's gives 0, never
    less.
    """
    if visit.arrived_at is None or visit.stage not in (Stage.ARRIVED, Stage.SEATED, Stage.DISMISSED):
        return None
    until = now if visit.stage is Stage.ARRIVED else visit.seated_at or visit.dismissed_at
    return None if until is None else max(int((until - visit.arrived_at).total_seconds() // 60), 0)
