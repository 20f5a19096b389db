"""Rights of the people at the desk: what a role may do, and up to which limits.

Open Dental's API checks no user's rights, so the program's services check these before they send anything.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Right(StrEnum):
    """What a person may or may not do. Looking at accounts needs none of them."""

    PAYMENT = "payment"
    REFUND = "refund"
    ADJUSTMENT = "adjustment"
    """An adjustment that adds a charge or gives a discount."""
    WRITE_OFF = "write-off"
    """An adjustment whose type writes off a debt."""
    PAY_PLAN = "payment plan"
    BACK_DATE = "back-date"
    """Any money dated before today."""
    OVERRIDE = "override"
    """To post although a question was asked: over the balance, a twin, a closed period."""
    SCHEDULE_RULES = "schedule rules"
    """To schedule against the office's rules: no-schedule blockouts, types' own blockouts, restricted patients."""
    CLOSE_DAY = "close the day"
    DEPOSIT = "deposit"
    EXPORT = "export"
    READ_AUDIT = "read the audit"
    MANAGE_PEOPLE = "manage people"


class Demand(Struct, frozen=True):
    """What one write needs: a right, and the figures that its limits are about."""

    right: Right
    amount: Decimal | None = None
    """The amount in US dollars, positive; None: it has none."""
    adj_type: int = 0
    """The DefNum of an adjustment's type; 0: it is no adjustment."""
    days_back: int = 0
    """How many days before today it is dated."""
