"""Amounts of money, exact to the cent."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal
from functools import lru_cache

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


@lru_cache(maxsize=4096)  # an office's amounts are few, and reports read them all
def cents(value: float | str | Decimal) -> Decimal:
    """A number as an amount in US dollars, rounded half up to the cent.

    A float stands for the shortest number that is printed for it: 0.145 is 0.15, though its bits lie below.
    """
    return Decimal(str(value)).quantize(CENT, ROUND_HALF_UP) + ZERO


def cents_up(value: Decimal) -> Decimal:
    """An amount, rounded up to the cent: installments of it reach the whole in time."""
    return value.quantize(CENT, ROUND_UP)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum of amounts."""
    return sum(amounts, ZERO)
