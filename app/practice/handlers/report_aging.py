"""How old each family's balance is: computed from its account's entries, written nowhere."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from app.practice.schema import (
    NO_DATE,
    adjustment,
    claimproc,
    patient,
    payplancharge,
    paysplit,
    procedurelog,
)
from app.practice.schema.codes import CLAIM_PROC_STATUS, PROC_STATUS
from app.practice.wireform import Expression
from app.practice.work import Work

_P = patient.c
_LIMITS = (90, 60, 30)
"""The days after which a charge is in the next older group."""
_PAID = tuple(
    CLAIM_PROC_STATUS.number(word) for word in ("Received", "Supplemental", "CapClaim", "CapComplete")
)
_ESTIMATED = CLAIM_PROC_STATUS.number("NotReceived")
_DEBIT, _CREDIT = 0, 1
"""`payplancharge.ChargeType`."""


class Balance(Struct, frozen=True):
    """One family's account in cents. `groups` are over 90, 61 to 90, 31 to 60 and up to 30 days old."""

    guarantor: int
    groups: Sequence[int]
    total: int
    """What the family owes before insurance; below zero what it has paid too much, which is in no group."""
    write_off: int = 0
    insurance: int = 0

    @property
    def portion(self) -> int:
        """What is left when insurance pays and writes off as expected."""
        return self.total - self.insurance - self.write_off

    @property
    def is_settled(self) -> bool:
        """Whether nothing is owed, kept or expected."""
        return not (self.total or self.write_off or self.insurance)


def balances(work: Work, as_of: datetime.date, clinic_num: int | None) -> list[Balance]:
    """Every family's account as of a day: all entries, or one clinic's."""
    expected = _estimates(work, as_of, clinic_num)
    found = []
    for guarantor, *sums, credit in work.connection.execute(_sums(as_of, clinic_num)):
        write_off, insurance = expected.pop(guarantor, (0, 0))
        charges, paid = [cents(each) for each in sums], cents(credit)
        total = sum(charges) - paid
        found.append(Balance(guarantor, age(charges, paid), total, write_off, insurance))
    found += [Balance(guarantor, (0, 0, 0, 0), 0, *both) for guarantor, both in expected.items()]
    return [each for each in found if not each.is_settled]


def age(charges: Sequence[int], credit: int) -> list[int]:
    """What is left of charges, the oldest group first, once a credit has paid the oldest of them."""
    left = []
    for charge in charges:
        paid = min(charge, credit)
        left.append(charge - paid)
        credit -= paid
    return left


def cents(amount: float | None) -> int:
    """An amount of the database in whole cents."""
    return round((amount or 0.0) * 100)


def _sums(as_of: datetime.date, clinic_num: int | None) -> sa.Select[Any]:
    """By guarantor: the charges of each age, and the credits of all."""
    entries = sa.union_all(*(_placed(each, as_of, clinic_num) for each in _entries())).subquery()
    day, amount = entries.c.Day, entries.c.Amount
    starts = [(as_of - datetime.timedelta(days=days)).isoformat() for days in _LIMITS]
    spans = [
        day < starts[0],
        sa.and_(day >= starts[0], day < starts[1]),
        sa.and_(day >= starts[1], day < starts[2]),
        day >= starts[2],
    ]
    charges = [sa.func.sum(sa.case((sa.and_(amount > 0, span), amount), else_=0)) for span in spans]
    credit = sa.func.sum(sa.case((amount < 0, -amount), else_=0))
    return (
        sa.select(_P.Guarantor, *charges, credit)
        .join_from(entries, patient, _P.PatNum == entries.c.PatNum)
        .group_by(_P.Guarantor)
    )


class _Entry(Struct, frozen=True):
    """One kind of entry of an account: a charge above zero, a credit below."""

    patient: Expression
    day: Expression
    amount: Expression
    clinic: Expression
    when: Expression


def _entries() -> tuple[_Entry, ...]:
    proc, adj, split = procedurelog.c, adjustment.c, paysplit.c
    claim, plan = claimproc.c, payplancharge.c
    units = sa.case((proc.UnitQty + proc.BaseUnits > 1, proc.UnitQty + proc.BaseUnits), else_=1)
    principal = plan.Principal
    return (
        _Entry(
            proc.PatNum,
            proc.ProcDate,
            proc.ProcFee * units,
            proc.ClinicNum,
            proc.ProcStatus == PROC_STATUS.number("C"),
        ),
        _Entry(adj.PatNum, adj.AdjDate, adj.AdjAmt, adj.ClinicNum, sa.true()),
        _Entry(split.PatNum, split.DatePay, -split.SplitAmt, split.ClinicNum, sa.true()),
        _Entry(
            claim.PatNum,
            sa.case((claim.DateCP == NO_DATE, claim.ProcDate), else_=claim.DateCP),
            -(claim.InsPayAmt + claim.WriteOff),
            claim.ClinicNum,
            claim.Status.in_(_PAID),
        ),
        _Entry(
            plan.Guarantor,
            plan.ChargeDate,
            principal + plan.Interest,
            plan.ClinicNum,
            plan.ChargeType == _DEBIT,
        ),
        _Entry(plan.PatNum, plan.ChargeDate, -principal, plan.ClinicNum, plan.ChargeType == _CREDIT),
    )


def _placed(entry: _Entry, as_of: datetime.date, clinic_num: int | None) -> sa.Select[Any]:
    wanted = sa.select(
        entry.patient.label("PatNum"), entry.day.label("Day"), entry.amount.label("Amount")
    ).where(entry.when, entry.day <= as_of)
    return wanted if clinic_num is None else wanted.where(entry.clinic == clinic_num)


def _estimates(work: Work, as_of: datetime.date, clinic_num: int | None) -> dict[int, tuple[int, int]]:
    """By guarantor: the write-off and the payment that open claims promise."""
    claim = claimproc.c
    wanted = (
        sa.select(_P.Guarantor, sa.func.sum(claim.WriteOff), sa.func.sum(claim.InsPayEst))
        .join_from(claimproc, patient, _P.PatNum == claim.PatNum)
        .where(claim.Status == _ESTIMATED, claim.ProcDate <= as_of)
        .group_by(_P.Guarantor)
    )
    if clinic_num is not None:
        wanted = wanted.where(claim.ClinicNum == clinic_num)
    rows = work.connection.execute(wanted)
    return {guarantor: (cents(write_off), cents(insurance)) for guarantor, write_off, insurance in rows}
