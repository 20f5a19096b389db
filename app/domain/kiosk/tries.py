"""How often somebody may try to be found at a kiosk, and when it is closed to guessing."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

TRIES = 3
"""Wrong ones of one patient; the last one says "please see the desk"."""
SAME_PATIENT = timedelta(minutes=2)
"""A try this long after the last one is another patient's."""
SPAN = timedelta(minutes=10)
MOST_OF_DEVICE = 12
"""Wrong tries of one kiosk in `SPAN`: four patients who aren't found."""
MOST_OF_ALL = 60
"""Wrong tries of all kiosks in `SPAN`."""
LOCKED = timedelta(minutes=5)
"""How long nobody is found at a kiosk after that, unless staff reset it."""


class Tries(Struct, frozen=True):
    """The wrong tries at one kiosk. Times are UTC."""

    in_row: int = 0
    last: datetime | None = None
    span_began: datetime | None = None
    in_span: int = 0
    locked_until: datetime | None = None

    def is_locked(self, now: datetime) -> bool:
        """Whether nobody is found there now."""
        return self.locked_until is not None and now < self.locked_until

    def recent(self, now: datetime) -> int:
        """The wrong tries of the current span."""
        return self.in_span if self.span_began is not None and now - self.span_began < SPAN else 0


def after_failure(tries: Tries, now: datetime, others: int) -> Tries:
    """Count one more. `others`: the recent wrong tries of all other kiosks. A lock begins with the last one allowed."""
    same_patient = tries.last is not None and now - tries.last < SAME_PATIENT and tries.in_row < TRIES
    recent = tries.recent(now) + 1
    begins = not tries.is_locked(now) and (recent >= MOST_OF_DEVICE or recent + others >= MOST_OF_ALL)
    return Tries(
        in_row=tries.in_row + 1 if same_patient else 1,
        last=now,
        span_began=tries.span_began if recent > 1 else now,
        in_span=recent,
        locked_until=now + LOCKED if begins else tries.locked_until,
    )


def next_patient(tries: Tries) -> Tries:
    """Another patient begins: after a success, or when the kiosk shows its welcome page again."""
    return replace(tries, in_row=0)
