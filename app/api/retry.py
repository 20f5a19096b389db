"""Whether and when a failed request is retried: tables, and the arithmetic between them.

Only reads are retried. The one exception is 429, for writes too: the office did not process the request, so
sending it again when told to is its first execution, not its second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime

from app.api import errors
from app.api.need import Need

_SECONDS = re.compile(r"\d+(\.\d+)?")

Draw = Callable[[], float]
"""Returns a random number in [0, 1)."""

TRIES: dict[type[errors.ApiError], tuple[int, int, int, int]] = {
    # the maximum number of attempts, for each need in order
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
"""The longest Retry-After, in seconds, that is waited for; a longer one is reported to the caller."""
FIRST_BACKOFF = 0.5
LONGEST_BACKOFF = 8.0
SPREAD = 0.25
"""Seconds over which desks with the same Retry-After spread out."""
LONGEST_RETRY_AFTER = 60.0
"""Maximum seconds that a 429 is believed: a proxy that says a day must not block the office that long."""
UNSAID_RETRY_AFTER = 5.0
"""The delay for a 429 without Retry-After: the interval of the slowest key."""


def pause(error: errors.ApiError, tries: int, need: Need, *, reads: bool, draw: Draw) -> float | None:
    """Seconds until the retry of a request that failed for the `tries`-th time; None: no retry."""
    most = next((row[need] for kind, row in TRIES.items() if isinstance(error, kind)), 1)
    if tries >= most:
        return None
    if isinstance(error, errors.TooManyRequests):
        return error.retry_after + draw() * SPREAD if error.retry_after <= LONGEST_WAIT[need] else None
    return draw() * min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (tries - 1)) if reads else None


def own_share(seconds: float, draw: Draw) -> float:
    """A wait of half as long up to as long: PCs that failed together don't all come back at the same moment."""
    return seconds * (0.5 + draw() / 2)


def retry_after(headers: Mapping[str, str]) -> float:
    """Seconds to wait after a 429, at most 60: a number, or a time that is compared with the office's own clock."""
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
