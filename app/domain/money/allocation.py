"""Allocation of a payment: oldest debts first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from app.domain.money.cents import ZERO


class Kind(StrEnum):
    """Kinds of entries on an account."""

    PROCEDURE = "procedure"
    ADJUSTMENT = "adjustment"
    PLAN_CHARGE = "plan charge"
    SPLIT = "split"
    INSURANCE = "insurance payment"
    WRITE_OFF = "write-off"
    PLAN_CREDIT = "plan credit"


class Part(StrEnum):
    """Which part of a payment plan charge is paid."""

    WHOLE = "whole"
    INTEREST = "interest"
    PRINCIPAL = "principal"


Thing = tuple[Kind, int]
"""One procedure, adjustment or plan charge, by its primary key."""


class Debt(Struct, frozen=True):
    """An open debt. `amount` is positive."""

    day: datetime.date
    amount: Decimal
    patient: int
    thing: Thing | None = None
    """None: the debt is not attached to anything."""
    part: Part = Part.WHOLE
    provider: int = 0
    clinic: int = 0
    plan: int = 0
    """The payment plan it belongs to; 0 for none."""
    covers: Thing | None = None
    """The procedure or adjustment that a plan charge is for."""


class Share(Struct, frozen=True):
    """The part of a payment that goes to one debt."""

    debt: Debt
    amount: Decimal


def oldest_first(debts: Iterable[Debt]) -> list[Debt]:
    """Debts in the order in which they are paid: by date, then by kind and key; interest before principal."""
    return sorted(debts, key=lambda debt: (debt.day, debt.thing or ("", 0), debt.part))


def pay(amount: Decimal, debts: Iterable[Debt]) -> tuple[list[Share], Decimal]:
    """Pay debts in the given order. Returns the shares and the rest of the amount."""
    shares: list[Share] = []
    for debt in debts:
        paid = min(amount, debt.amount)
        if paid <= 0:
            break
        shares.append(Share(debt, paid))
        amount -= paid
    return shares, amount


def reduce(debts: Iterable[Debt], credit: Decimal) -> tuple[list[Debt], Decimal]:
    """Apply a credit to the first of these debts. Returns the remaining debts and the remaining credit."""
    still: list[Debt] = []
    for debt in debts:
        paid = min(credit, debt.amount)
        credit -= paid
        if paid < debt.amount:
            still.append(replace(debt, amount=debt.amount - paid))
    return still, credit


def settle(debts: Iterable[Debt], loose: Mapping[int, Decimal]) -> tuple[list[Debt], Decimal]:
    """A family's debts after its unallocated credits have paid the oldest ones.

    `loose` is the unallocated credit of each patient: it pays the patient's own debts first, then the
    family's.

    Returns:
        The remaining debts, oldest first, and the remaining credit.
    """
    open_ = oldest_first(debts)
    rest = ZERO
    for patient, credit in loose.items():
        own, left = reduce([debt for debt in open_ if debt.patient == patient], credit)
        open_ = oldest_first([*(debt for debt in open_ if debt.patient != patient), *own])
        rest += left
    return reduce(open_, rest)
