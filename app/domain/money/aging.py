"""How old a debt is: what is owed by age, after every credit has paid the oldest of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from app.domain.money.cents import ZERO

_DAYS = (90, 60, 30)
"""A charge this old is not yet in the older bucket."""

Dated = tuple[datetime.date, Decimal]
"""A day and an amount: owed when positive, paid or forgiven when negative."""


class Aged(Struct, frozen=True):
    """What is owed, by days since it was charged. With more credit than charges only `total` is not zero."""

    over_90: Decimal
    from_61_to_90: Decimal
    from_31_to_60: Decimal
    from_0_to_30: Decimal
    total: Decimal
    """All charges less all credits; negative for a credit."""


def age(entries: Iterable[Dated], today: datetime.date) -> Aged:
    """Age what stands on an account: credits, whenever they came, pay the oldest charges first."""
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
