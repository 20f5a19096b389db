"""Payments and their splits: every cent of a payment is in exactly one split."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.domain.money.account import Account
from app.domain.money.allocation import Debt, Kind, Part, Share, pay
from app.domain.money.cents import ZERO, cents
from app.domain.money.dynamic import owed_on
from app.practice.rules.ledger import family_of, read_account
from app.practice.rules.plans import PlanCharges, plans_of_family
from app.practice.schema.attached import paysplit
from app.practice.schema.enums.money import PAY_PLAN_DEBIT
from app.practice.schema.money import payment
from app.practice.schema.people import patient
from app.practice.server.references import first_definition
from app.practice.server.work import Row, Work

_UNEARNED_TYPES = 29
_DEBIT_TYPES = {
    Part.WHOLE: PAY_PLAN_DEBIT.number("Unknown"),
    Part.PRINCIPAL: PAY_PLAN_DEBIT.number("Principal"),
    Part.INTEREST: PAY_PLAN_DEBIT.number("Interest"),
}


def unearned_type(work: Work) -> int:
    """The definition used for unearned income."""
    return work.preference_number("PrepaymentUnearnedType") or first_definition(work, _UNEARNED_TYPES)


def splits_of(work: Work, pay_num: int) -> list[Row]:
    """The splits of a payment, in the order of entry."""
    wanted = sa.select(paysplit).where(paysplit.c.PayNum == pay_num).order_by(paysplit.c.SplitNum)
    return list(work.connection.execute(wanted))


def add_split(work: Work, paid: Row, amount: Decimal, pat_num: int, **columns: Any) -> None:
    """One split of a payment, on a patient's account."""
    values = {
        "SplitAmt": float(amount),
        "PatNum": pat_num,
        "PayNum": paid.PayNum,
        "DatePay": paid.PayDate,
        "DateEntry": work.today,
        "SecDateTEdit": work.now,
        **columns,
    }
    work.insert(paysplit, values)


def add_unearned(work: Work, paid: Row, amount: Decimal, plan_num: int = 0) -> None:
    """The unearned part of a payment; without a provider unless the office allows providers on prepayments."""
    person = work.find(patient, paid.PatNum, "Patient")
    with_provider = work.preference("AllowPrepayProvider") == "1"
    add_split(
        work, paid, amount, paid.PatNum, UnearnedType=unearned_type(work), PayPlanNum=plan_num,
        ProvNum=person.PriProv if with_provider else 0, ClinicNum=paid.ClinicNum,
    )  # fmt: skip


def add_shares(work: Work, paid: Row, shares: Iterable[Share]) -> None:
    """One split for each debt that a payment pays, with the debt's patient, provider and clinic."""
    for share in shares:
        add_split(work, paid, share.amount, share.debt.patient, **_target(share.debt))


def _target(debt: Debt) -> dict[str, int]:
    found = {
        "ProvNum": debt.provider,
        "ClinicNum": debt.clinic,
        "PayPlanNum": debt.plan,
        "PayPlanDebitType": _DEBIT_TYPES[debt.part],
    }
    names = {Kind.PROCEDURE: "ProcNum", Kind.ADJUSTMENT: "AdjNum", Kind.PLAN_CHARGE: "PayPlanChargeNum"}
    for thing in (debt.thing, debt.covers):
        if thing is not None:
            found[names[thing[0]]] = thing[1]
    return found


def account_of_family(work: Work, pat_num: int) -> Account:
    """The account of a patient's family."""
    return read_account(work, family_of(work, pat_num))


def charge_plans(work: Work, family: Iterable[int]) -> set[int]:
    """Write the charges that the family's dynamic plans have made due, and pay them from prepayments.

    Returns:
        The patients whose accounts changed; they may belong to another family.
    """
    touched: set[int] = set()
    for plan in plans_of_family(work, family):
        if plan.IsDynamic and (charging := charge_plan(work, plan)).made:
            touched |= charging.touched
    return touched


def charge_plan(work: Work, plan: Row) -> PlanCharges:
    """As above, for one plan."""
    charging = PlanCharges(work, plan)
    charging.issue()
    if charging.made:
        charging.touched |= _use_prepayments(work, plan)
    return charging


def _use_prepayments(work: Work, plan: Row) -> set[int]:
    """Move a plan's prepayments to charges that became due: an income transfer with a total of 0.

    Returns:
        The patients who had prepaid; they may belong to another family by now.
    """
    columns = paysplit.c
    wanted = sa.select(paysplit).where(columns.PayPlanNum == plan.PayPlanNum, columns.UnearnedType != 0)
    ahead: dict[tuple[int, int], Decimal] = {}
    for row in work.connection.execute(wanted.order_by(columns.SplitNum)):
        key = row.PatNum, row.UnearnedType
        ahead[key] = ahead.get(key, ZERO) + cents(row.SplitAmt)
    for (pat_num, kind), amount in ahead.items():
        debts, _ = account_of_family(work, plan.Guarantor).debts()
        shares, rest = pay(amount, owed_on(debts, plan.PayPlanNum))
        if not shares:
            continue
        number = work.insert(
            payment,
            {
                "PatNum": plan.Guarantor, "PayDate": work.today, "DateEntry": work.today,
                "SecDateTEdit": work.now, "PayNote": "Prepayment applied to payment plan charges.",
            },
        )  # fmt: skip
        transfer = work.find(payment, number, "Payment")
        add_split(work, transfer, rest - amount, pat_num, UnearnedType=kind, PayPlanNum=plan.PayPlanNum)
        add_shares(work, transfer, shares)
    return {pat_num for pat_num, _ in ahead}
