"""The times that are offered for a reminder."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from app.core.text import At, Shape, Text, msg

BEGIN, NOON, LATE = time(8), time(13), time(16)
"""When the day's work begins, when the afternoon does, and when there is still time to call."""
SOON, AN_HOUR = timedelta(minutes=15), timedelta(hours=1)
SATURDAY = 5
Offered = tuple[datetime, Text]


def reminder_times(now: datetime) -> tuple[Offered, ...]:
    """What can be chosen at the office's time `now`, the soonest first."""
    minute = now.replace(second=0, microsecond=0)
    found = [(minute + SOON, msg("In 15 minutes")), (minute + AN_HOUR, msg("In 1 hour"))]
    for at in (NOON, LATE):
        moment = datetime.combine(now, at)
        if moment - now > AN_HOUR:
            found.append((moment, msg("Today at {time}", time=At(moment))))
    tomorrow = datetime.combine(now + timedelta(days=1), BEGIN)
    found.append((tomorrow, msg("Tomorrow at {time}", time=At(tomorrow))))
    for days in (2, 3, 7):
        moment = datetime.combine(now + timedelta(days=days), BEGIN)
        if moment.weekday() < SATURDAY:
            found.append((moment, msg("{day} at {time}", day=At(moment, Shape.DAY), time=At(moment))))
    return tuple(found)
