"""What may speak against posting an amount."""

from __future__ import annotations

from enum import StrEnum


class Doubt(StrEnum):
    """What a caution is about; the name under which an answer is kept."""

    NOTHING = "nothing"
    NEGATIVE = "negative"
    CENTS = "cents"
    HUGE = "huge"
    CARD = "card"
    FUTURE = "future"
    LOCKED = "locked"
    CLOSED = "closed"
    LIMIT = "limit"
    OVER = "over"
    EQUAL = "equal"
    REFUND = "refund"
    REASON = "reason"
    PLAN = "plan"
    HIDDEN = "hidden"
    SIGN = "sign"
    FAMILY = "family"
