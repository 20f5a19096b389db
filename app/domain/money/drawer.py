"""The cash drawer: coins and notes counted, and what should be in it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from app.domain.money.cents import ZERO, cents

NOTES = tuple(Decimal(each) for each in ("100", "50", "20", "10", "5", "2", "1"))
COINS = tuple(Decimal(each) for each in ("0.50", "0.25", "0.10", "0.05", "0.01"))
PIECES = NOTES + COINS
"""Every note and coin of US dollars, in the order in which they are counted."""
MOST_PIECES = 99_999
"""A larger number of one note or coin is a typing error."""


def counted(pieces: Mapping[Decimal, int]) -> Decimal:
    """The sum of counted notes and coins. ValueError: not a US note or coin, or a number that can't be right."""
    found = ZERO
    for piece, number in pieces.items():
        if piece not in PIECES or not 0 <= number <= MOST_PIECES:
            raise ValueError(f"{number} of {piece}")
        found += piece * number
    return cents(found)


def expected_cash(starting: Decimal, taken: Decimal) -> Decimal:
    """What should be in the drawer: the starting cash and the cash of the day, refunds counted off."""
    return starting + taken
