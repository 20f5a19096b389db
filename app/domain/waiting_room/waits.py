"""How long patients wait, and from when on somebody has to be told."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from app.core.text import msg
from app.domain.schedule.tile import waits_since
from app.domain.schedule.visit import Stage, Visit

PAST_START = 10
"""Minutes past the start after which the room is told that a patient waits."""
TELL_WITHIN = 30
"""Minutes within which that makes sense: a PC that is switched on later reports no waits of the morning."""

NOT_LATE = msg("Select a patient who is still waiting ten minutes past the start.")


class Wait(StrEnum):
    """How long a patient has been waiting."""

    USUAL = "usual"
    PAST_START = "past start"
    """The appointment should have begun ten minutes ago."""
    LONG = "long"
    """At least the office's own limit."""


def wait_of(visit: Visit, now: datetime, limit: int) -> Wait:
    """A waiting patient's wait. `limit`: the office's, in minutes; 0: none."""
    minutes = waits_since(visit, now)
    if minutes is not None and 0 < limit <= minutes:
        return Wait.LONG
    return Wait.PAST_START if now >= tell_at(visit) else Wait.USUAL


def tell_at(visit: Visit) -> datetime:
    """When the room is told, for a patient who arrived: ten minutes past the start, or past a later arrival."""
    arrived = visit.arrived_at
    since = visit.start if arrived is None else max(visit.start, arrived.replace(second=0, microsecond=0))
    return since + timedelta(minutes=PAST_START)


def told_minutes(visit: Visit) -> int:
    """How many minutes past the start that is: more than ten for a patient who arrived late."""
    return (tell_at(visit) - visit.start) // timedelta(minutes=1)


def is_due(visit: Visit, now: datetime) -> bool:
    """Whether the room has to be told now."""
    if visit.stage is not Stage.ARRIVED or visit.provisional or visit.complete:
        return False
    at = tell_at(visit)
    return at <= now < at + timedelta(minutes=TELL_WITHIN)
