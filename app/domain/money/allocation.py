"""What a payment pays: the oldest debts first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from app.domain.money.cents import ZERO


class Kind(StrEnum):
    """What stands on an account."""

    PROCEDURE = "procedure"
    ADJUSTMENT = "adjustment"
    PLAN_CHARGE = "plan charge"
    SPLIT = "split"
    INSURANCE = "insurance payment"
    WRITE_OFF = "write-off"
    PLAN_CREDIT = "plan credit"


class Part(StrEnum):
    """Which part of a payment plan's charge is paid."""

    WHOLE = "whole"
    INTEREST = "interest"
    PRINCIPAL = "principal"


Thing = tuple[Kind, int]
"""One procedure, adjustment or plan charge, by its key."""


class Debt(Struct, frozen=True):
    """Something that is still owed. `amount` is positive."""

    day: datetime.date
    amount: Decimal
    patient: int
    thing: Thing | None = None
    """None: owed, but for nothing in particular."""
    part: Part = Part.WHOLE
    provider: int = 0
    clinic: int = 0
    plan: int = 0
    """The payment plan that it belongs to; 0 for none."""
    covers: Thing | None = None
    """The procedure or adjustment that a plan's charge is for."""


class Share(Struct, frozen=True):
    """The part of a payment that goes to one debt."""

    debt: Debt
    amount: Decimal


def oldest_first(debts: Iterable[Debt]) -> list[Debt]:
    """Debts in the order in which they are paid: by day, then by what they are for; interest before principal."""
    return sorted(debts, key=lambda debt: (debt.day, debt.thing or ("", 0), debt.part))


def pay(amount: Decimal, debts: Iterable[Debt]) -> tuple[list[Share], Decimal]:
    """Pay debts in the order given. The shares, and what is left of the amount."""
    shares: list[Share] = []
    for debt in debts:
        paid = min(amount, debt.amount)
        if paid <= 0:
            break
        shares.append(Share(debt, paid))
        amount -= paid
    return shares, amount


def reduce(debts: Iterable[Debt], credit: Decimal) -> tuple[list[Debt], Decimal]:
    """What is left of debts when a credit has paid the first of them, and what is left of the credit."""
    still: list[Debt] = []
    for debt in debts:
        paid = min(credit, debt.amount)
        credit -= paid
        if paid < debt.amount:
            still.append(replace(debt, amount=debt.amount - paid))
    return still, credit


def settle(debts: Iterable[Debt], loose: Mapping[int, Decimal]) -> tuple[list[Debt], Decimal]:
    """What a family owes when credits that are for nothing in particular have paid the oldest debts.

    `loose` has each patient's: they pay the patient's own debts first, then whatever the family owes.

    Returns:
        The debts that are left, oldest first, and the credit that is left.
    """
    open_ = oldest_first(debts)
    rest = ZERO
    for patient, credit in loose.items():
        own, left = reduce([debt for debt in open_ if debt.patient == patient], credit)
        open_ = oldest_first([*(debt for debt in open_ if debt.patient != patient), *own])
        rest += left
    return reduce(open_, rest)
