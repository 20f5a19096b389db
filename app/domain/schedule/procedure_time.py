"""An appointment's time by its procedures, as Open Dental works it out from the patterns of their codes."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.schedule.pattern import MAX_SLOTS, OTHER, clean
from app.domain.schedule.visit import SLOT_MINUTES


def in_slots(code_pattern: str, increment: int) -> str:
    """The pattern of a procedure code in slots of five minutes; it has one character for each `increment` minutes."""
    return "".join(each * (increment // SLOT_MINUTES) for each in clean(code_pattern))


def combined(patterns: Iterable[str]) -> str:
    """One pattern for procedures done in one sitting; empty without any.

    The longest time before the provider comes, then what is between in order, then the longest time after.
    """
    lead = tail = ""
    middle = ""
    for pattern in patterns:
        inner = pattern.strip(OTHER)
        before = pattern[: len(pattern) - len(pattern.lstrip(OTHER))]
        after = pattern[len(pattern.rstrip(OTHER)) :] if inner else ""
        lead, tail = max(lead, before, key=len), max(tail, after, key=len)
        middle += inner
    return f"{lead}{middle}{tail}"[:MAX_SLOTS]
