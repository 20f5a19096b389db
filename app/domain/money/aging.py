"""Aging: the balance by age, after every credit has paid the oldest charges."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from app.domain.money.cents import ZERO

_DAYS = (90, 60, 30)
"""Upper limit of each bucket, in days: a charge of exactly this age is still in the younger one."""

Dated = tuple[datetime.date, Decimal]
"""A date and an amount: owed when positive, paid or forgiven when negative."""


class Aged(Struct, frozen=True):
    """The balance by days since the charge. With more credit than charges, only `total` is nonzero."""

    over_90: Decimal
    from_61_to_90: Decimal
    from_31_to_60: Decimal
    from_0_to_30: Decimal
    total: Decimal
    """All charges less all credits; negative for a credit."""


def age(entries: Iterable[Dated], today: datetime.date) -> Aged:
    """Age the entries of an account: credits pay the oldest charges first, whatever their own date."""
    starts = [today - datetime.timedelta(days=days) for days in _DAYS]
    charges = [ZERO, ZERO, ZERO, ZERO]
    credit = ZERO
    for day, amount in entries:
        if amount < 0:
            credit -= amount
        else:
            charges[sum(day >= start for start in starts)] += amount
    whole = sum(charges, ZERO) - credit
    for place, charge in enumerate(charges):
        paid = min(charge, credit)
        charges[place] -= paid
        credit -= paid
    over_90, from_61_to_90, from_31_to_60, from_0_to_30 = charges
    return Aged(over_90, from_61_to_90, from_31_to_60, from_0_to_30, whole)
