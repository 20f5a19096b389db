"""How the hub passes a desk's API request on: the headers that the two add to it and to its answer.

Everything else of the request and of the answer is the office's own. An answer with `TROUBLE` is the hub's own.
"""

from __future__ import annotations

from enum import StrEnum

NEED = "front-desk-need"
"""On a request: who waits for it, as a digit from 0 (a click) to 3 (a prefetch); missing: a click."""
AGE = "age"
"""On an answer that the hub had kept: how many seconds ago the office gave it."""
WAITING = "front-desk-waiting"
"""On an answer: how many requests of all desks wait in the hub for their turn; missing: none."""
ANYWAY = "front-desk-anyway"
"""On a request that was refused as a twin: the person was asked, and it is no twin. Its value is "1"."""
TROUBLE = "front-desk-trouble"
"""On an answer: why the office didn't get the request, or why its answer is not known. A value of `Trouble`."""

TURN_SECONDS = 60.0
"""So long a request waits for its turn in the hub; then the desk is told to ask again."""


class Trouble(StrEnum):
    """What the hub says in place of the office, with the status that goes with it."""

    NOT_SENT = "not-sent"
    """503: nothing reached the office: it can't be reached, or the hub is stopping. Safe to send again."""
    UNKNOWN = "unknown"
    """504: the request left the hub, and no answer came: a write may or may not have been done."""
    REVOKED = "revoked"
    """401: this device is not paired any more, or never was."""
    KEY = "key"
    """403: the office refuses the hub's key."""
    NO_RIGHT = "no-right"
    """403: the person at the desk may not do this."""
    TWIN = "twin"
    """409: another device posts, or has just posted, the same. With `ANYWAY` it is passed on, except a refund."""
    BUSY = "busy"
    """429: too many requests wait in the hub, or too many came from this device. `Retry-After` says how long."""
    OVER_LIMIT = "over-limit"
    """502: the office's answer to a read is larger than any of an office, and was not read completely."""
