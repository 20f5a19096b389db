"""The balance columns of patients' rows, kept up to date as Open Dental's aging does."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.domain.money.account import Account
from app.domain.money.cents import ZERO, cents
from app.practice.rules.ledger import family_of, read_account
from app.practice.schema.attached import payplancharge, paysplit
from app.practice.schema.enums.money import PAY_PLAN_CHARGE
from app.practice.schema.people import patient
from app.practice.server.work import Row, Work

_OF_FAMILY = ("Bal_0_30", "Bal_31_60", "Bal_61_90", "BalOver90", "InsEst", "BalTotal", "PayPlanDue")
"""Columns that only a guarantor's row has; they cover the whole family."""


def refresh_balances(work: Work, pat_nums: Iterable[int]) -> None:
    """Recompute and store what these patients' families owe; unchanged rows are not written."""
    done: set[int] = set()
    for pat_num in pat_nums:
        if pat_num and pat_num not in done:
            family = family_of(work, pat_num)
            done.update(family)
            _refresh_family(work, family)


def _refresh_family(work: Work, family: list[int]) -> None:
    account = read_account(work, family)
    rows = work.connection.execute(sa.select(patient).where(patient.c.PatNum.in_(family)))
    for row in list(rows):
        wanted = dict.fromkeys(_OF_FAMILY, ZERO)
        if row.PatNum == row.Guarantor:
            wanted = family_columns(account, _plans_due(work, family))
        wanted["EstBalance"] = account.of(row.PatNum).balance
        _write(work, row, wanted)


def family_columns(account: Account, plans_due: Decimal) -> dict[str, Decimal]:
    """The columns of a guarantor's row that cover the whole family."""
    aged = account.aged()
    amounts = (
        aged.from_0_to_30,
        aged.from_31_to_60,
        aged.from_61_to_90,
        aged.over_90,
        account.pending,
        aged.total,
        plans_due,
    )
    return dict(zip(_OF_FAMILY, amounts, strict=True))


def _write(work: Work, row: Row, wanted: dict[str, Decimal]) -> None:
    changed: dict[str, Any] = {
        name: float(amount) for name, amount in wanted.items() if cents(getattr(row, name)) != amount
    }
    work.update(patient, row.PatNum, changed)


def _plans_due(work: Work, family: list[int]) -> Decimal:
    """What the family's payment plans have made due and is unpaid, including a few days ahead if the office says so."""
    days = max(0, min(work.preference_number("PayPlansBillInAdvanceDays"), 366))
    charges, splits = payplancharge.c, paysplit.c
    until = work.today + datetime.timedelta(days=days)
    due = sa.select(charges.PayPlanNum, charges.Principal, charges.Interest).where(
        charges.Guarantor.in_(family),
        charges.ChargeType == PAY_PLAN_CHARGE.number("Debit"),
        charges.ChargeDate <= until,
    )
    owed, plans = ZERO, set[int]()
    for row in work.connection.execute(due):
        owed += cents(row.Principal) + cents(row.Interest)
        plans.add(row.PayPlanNum)
    paid = sa.select(splits.SplitAmt).where(
        splits.PayPlanNum.in_(plans), splits.UnearnedType == 0, splits.PatNum.in_(family)
    )
    return max(owed - sum((cents(each) for each in work.connection.execute(paid).scalars()), ZERO), ZERO)
