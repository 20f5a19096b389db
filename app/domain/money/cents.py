"""Amounts of money, exact to the cent."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal
from functools import lru_cache

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


@lru_cache(maxsize=4096)  # an office has few distinct amounts, and reports read all of them
def cents(value: float | str | Decimal) -> Decimal:
    """A number as an amount in US dollars, rounded half up to the cent.

    A float is rounded from its shortest decimal form: 0.145 becomes 0.15, although its binary value is below.
    """
    return Decimal(str(value)).quantize(CENT, ROUND_HALF_UP) + ZERO


def cents_up(value: Decimal) -> Decimal:
    """An amount rounded up to the cent, so that installments are not too small to pay everything in time."""
    return value.quantize(CENT, ROUND_UP)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum of amounts."""
    return sum(amounts, ZERO)
