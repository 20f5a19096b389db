"""A day's totals: by payment type, by clinic, by person."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct

from app.domain.money.cents import ZERO
from app.domain.money.day_close import Taken

K = TypeVar("K", bound=Hashable)


class Sum(Struct, frozen=True):
    """Some payments: how many, and how much they are together, refunds counted off."""

    key: str | int
    count: int
    amount: Decimal


def by_type(taken: Iterable[Taken]) -> tuple[Sum, ...]:
    """By the office's payment type, the largest amount first."""
    return _sums(taken, lambda each: each.type_name)


def by_clinic(taken: Iterable[Taken]) -> tuple[Sum, ...]:
    """By ClinicNum; 0: none."""
    return _sums(taken, lambda each: each.clinic)


def by_person(taken: Iterable[Taken]) -> tuple[Sum, ...]:
    """By who took it; empty: not known."""
    return _sums(taken, lambda each: each.who)


def _sums(taken: Iterable[Taken], key: Callable[[Taken], str | int]) -> tuple[Sum, ...]:
    found: dict[str | int, tuple[int, Decimal]] = {}
    for each in taken:
        count, amount = found.get(key(each), (0, ZERO))
        found[key(each)] = count + 1, amount + each.amount
    return tuple(
        Sum(name, count, amount)
        for name, (count, amount) in sorted(found.items(), key=lambda item: (-item[1][1], str(item[0])))
    )
