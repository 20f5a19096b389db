"""Insurance payments of the made-up practice in cents: percentage, deductible, yearly maximum, write-off."""

from __future__ import annotations

from typing import NamedTuple

from app.practice.seed.money.insurance import SHARE, Terms

NETWORK_PERCENT = 72
"""The part of a fee that a PPO allows."""
_Year = tuple[int, int, int]
"""Subscriber, patient, and the calendar year in which their benefit year begins."""


class Expected(NamedTuple):
    """The estimate of one procedure. Amounts are cents; `share` is a percentage."""

    fee: int
    allowed: int
    share: int
    deductible: int
    others: int
    base: int
    pays: int

    @property
    def write_off(self) -> int:
        """What a PPO does not let the office charge."""
        return self.fee - self.allowed

    @property
    def taken(self) -> Taken:
        """What it leaves no room for in secondary insurance."""
        return Taken(self.pays, self.write_off)


class Taken(NamedTuple):
    """What the primary insurance covers of a procedure, in cents."""

    pays: int
    write_off: int


class Benefits:
    """Benefits used per benefit year."""

    def __init__(self) -> None:
        self._deductibles: dict[_Year, int] = {}
        self._maximums: dict[_Year, int] = {}

    def expect(
        self, terms: Terms, sub: int, person: int, day: str, fee: float, code_num: int, first: Taken | None
    ) -> Expected:
        """The estimate of a procedure, which uses up benefits. `first`: for secondary insurance, the primary's part.

        Secondary insurance writes nothing off and pays no more than what is left.
        """
        cents = round(fee * 100)
        others, room = (first.pays, cents - first.pays - first.write_off) if first else (0, cents)
        allowed = cents * NETWORK_PERCENT // 100 if terms.kind == "p" and not first else cents
        if terms.kind == "f":
            return Expected(cents, allowed, 100, 0, others, allowed, room)
        share = SHARE[code_num]
        year = sub, person, _benefit_year(day, terms.month_renew)
        left = self._deductibles.get(year, terms.deductible)
        most = self._maximums.get(year, terms.maximum)
        deductible = min(left, allowed) if share < 100 else 0
        pays = min(max(_percent(allowed - deductible, share) - others, 0), room, most)
        self._deductibles[year] = left - deductible
        self._maximums[year] = most - pays
        return Expected(cents, allowed, share, deductible, others, _percent(allowed, share), pays)


def _percent(cents: int, share: int) -> int:
    return (cents * share + 50) // 100


def _benefit_year(day: str, month_renew: int) -> int:
    year, month = int(day[:4]), int(day[5:7])
    return year if month >= (month_renew or 1) else year - 1
