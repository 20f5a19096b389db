"""Refunding and reallocating payments."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import sqlalchemy as sa

from app.domain.money.allocation import Kind, Share, pay
from app.domain.money.cents import ZERO, cents, total
from app.practice.handlers.money.payments import TIMELESS_ROWS, finish, payment_to_change
from app.practice.rules.ledger import family_of, read_account
from app.practice.rules.money_rules import amount_sent
from app.practice.rules.payment_splits import add_shares, add_split, splits_of
from app.practice.schema.attached import payplancharge, paysplit
from app.practice.schema.money import payment, payplan
from app.practice.schema.procedures import procedurelog
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.payments import Payments

_KEPT = ("PayType", "CheckNum", "BankBranch", "PayNote", "PatNum", "ClinicNum")
_KEPT_OF_SPLITS = ("ProvNum", "ClinicNum", "ProcNum", "AdjNum", "UnearnedType")


@serves(Payments.refund)
def refund(work: Work, given: Given) -> Outcome:
    """Refund a whole payment: the same splits with the opposite sign, dated today."""
    paid = payment_to_change(work, given["PayNum"])
    splits = splits_of(work, paid.PayNum)
    if any(each.PayPlanNum or each.PayPlanChargeNum for each in splits):
        raise BadRequest("The payment is attached to a payment plan and cannot be refunded.")
    if cents(paid.PayAmt) <= 0 or any(cents(each.SplitAmt) < 0 for each in splits):
        raise BadRequest("The payment has negative splits and cannot be refunded.")
    values = {name: getattr(paid, name) for name in _KEPT}
    values.update(PayAmt=-paid.PayAmt, PayDate=work.today, DateEntry=work.today, SecDateTEdit=work.now)
    back = work.find(payment, work.insert(payment, values), "Payment")
    for each in splits:
        kept = {name: getattr(each, name) for name in _KEPT_OF_SPLITS}
        add_split(work, back, -cents(each.SplitAmt), each.PatNum, **kept)
    finish(work, back, (each.PatNum for each in splits), "Payment refunded.")
    return work.created(TIMELESS_ROWS, f"/payments?PatNum={paid.PatNum}", {"PayNum": back.PayNum})


@serves(Payments.allocate)
def allocate(work: Work, given: Given) -> Outcome:
    """Allocate a payment to unpaid procedures, and to charges of the family's dynamic plans."""
    paid = payment_to_change(work, given["PayNum"])
    amounts = _amounts(given, "procNumsAndAmounts", "ProcNum")
    charges = _amounts(given, "payPlanChargeNumsAndAmounts", "PayPlanChargeNum")
    if not amounts and not charges:
        raise BadRequest("procNumsAndAmounts or payPlanChargeNumsAndAmounts is required.")
    if total([*amounts.values(), *charges.values()]) != cents(paid.PayAmt):
        raise BadRequest("procNumsAndAmounts is invalid: the amounts must add up to the payment's PayAmt.")
    before = splits_of(work, paid.PayNum)
    work.connection.execute(sa.delete(paysplit).where(paysplit.c.PayNum == paid.PayNum))
    add_shares(work, paid, [*_shares(work, paid, amounts), *_charge_shares(work, paid, charges)])
    work.update(payment, paid.PayNum, {"SecDateTEdit": work.now})
    finish(work, paid, (each.PatNum for each in before), "Payment allocated.")
    return work.one(TIMELESS_ROWS, "Payment", {"PayNum": paid.PayNum})


def _amounts(given: Given, name: str, key: str) -> dict[int, Decimal]:
    """The amount per procedure or charge. One that is named twice gets both."""
    found: dict[int, Decimal] = defaultdict(lambda: ZERO)
    for each in given.get(name, ()):
        amount = amount_sent({"Amount": each.Amount}, "Amount")
        if amount <= 0:
            raise BadRequest(f"{name} is invalid: each Amount must be more than 0.")
        found[getattr(each, key)] += amount
    return found


def _charge_shares(work: Work, paid: Row, amounts: dict[int, Decimal]) -> list[Share]:
    """The shares of these charges, interest before principal. BadRequest for another family's, or too much."""
    if not amounts:
        return []
    debts, _ = read_account(work, family_of(work, paid.PatNum)).debts()
    found = []
    for number, amount in amounts.items():
        charge = work.find(payplancharge, number, "Payment plan charge")
        if not work.find(payplan, charge.PayPlanNum, "Payment plan").IsDynamic:
            raise BadRequest(f"PayPlanChargeNum {number} is invalid: its plan is not dynamic.")
        shares, rest = pay(amount, [each for each in debts if each.thing == (Kind.PLAN_CHARGE, number)])
        if rest:
            raise BadRequest(f"PayPlanChargeNum {number} is invalid: less than that is owed for it.")
        found += shares
    return found


def _shares(work: Work, paid: Row, amounts: dict[int, Decimal]) -> list[Share]:
    """The shares of these procedures. BadRequest for another family's, or an amount above what is owed."""
    debts, _ = read_account(work, family_of(work, paid.PatNum)).debts()
    owed = {each.thing: each for each in debts}
    found = []
    for proc_num, amount in amounts.items():
        debt = owed.get((Kind.PROCEDURE, proc_num))
        if debt is None:
            work.find(procedurelog, proc_num, "Procedure")
            raise BadRequest(
                f"ProcNum {proc_num} is invalid: the family has no procedure with that number that is owed."
            )
        if amount > debt.amount:
            raise BadRequest(f"ProcNum {proc_num} is invalid: less than that is owed for it.")
        found.append(Share(debt, amount))
    return found
