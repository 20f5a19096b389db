"""Whether and when a failed request goes out again: tables, and the arithmetic between them.

Only reads are sent again. The one exception is 429, for writes too: the office says that it took nothing on,
so the write has not happened, and sending it when told to is its first execution, not its second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime

from app.api import errors
from app.api.need import Need

_SECONDS = re.compile(r"\d+(\.\d+)?")

Draw = Callable[[], float]
"""Gives a random number from 0 up to 1."""

TRIES: dict[type[errors.ApiError], tuple[int, int, int, int]] = {
    # the most times that a request goes out, for each need in its order
    errors.WrongSetup: (1, 1, 1, 1),
    errors.Unreachable: (2, 2, 1, 1),
    errors.ConnectionLost: (3, 3, 2, 1),
    errors.TimedOut: (2, 2, 1, 1),
    errors.GatewayTimeout: (2, 2, 1, 1),
    errors.ServerFault: (3, 3, 2, 1),
    errors.OtherRow: (2, 2, 1, 1),
    errors.TooManyRequests: (4, 6, 6, 6),
}
LONGEST_WAIT: dict[Need, float] = {
    Need.CLICK: 20.0,
    Need.SCREEN: 30.0,
    Need.REFRESH: 60.0,
    Need.PREFETCH: 60.0,
}
"""The longest Retry-After, in seconds, that is waited for; a longer one is told to whoever asked."""
FIRST_BACKOFF = 0.5
LONGEST_BACKOFF = 8.0
SPREAD = 0.25
"""Seconds over which desks that were told the same Retry-After spread out."""
LONGEST_RETRY_AFTER = 60.0
"""Seconds that a 429 is believed: a box in between that says a day must not stop the office for one."""
UNSAID_RETRY_AFTER = 5.0
"""Taken for a 429 that does not say how long: the interval of the slowest key."""


def pause(error: errors.ApiError, tries: int, need: Need, *, reads: bool, draw: Draw) -> float | None:
    """Seconds until a request that failed for the `tries`-th time goes out again; None: it does not."""
    most = next((row[need] for kind, row in TRIES.items() if isinstance(error, kind)), 1)
    if tries >= most:
        return None
    if isinstance(error, errors.TooManyRequests):
        return error.retry_after + draw() * SPREAD if error.retry_after <= LONGEST_WAIT[need] else None
    return draw() * min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (tries - 1)) if reads else None


def retry_after(headers: Mapping[str, str]) -> float:
    """Seconds to wait after a 429, at most 60: a number, or a moment that is compared with the office's own clock."""
    return min(LONGEST_RETRY_AFTER, _asked_wait(headers))


def _asked_wait(headers: Mapping[str, str]) -> float:
    said = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(said):
        return float(said)
    try:
        until = parsedate_to_datetime(said) - parsedate_to_datetime(headers.get("date", ""))
    except (TypeError, ValueError):
        return UNSAID_RETRY_AFTER
    return max(0.0, until.total_seconds())
