"""Payments: listing, adding and changing."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import Any

from app.domain.money.allocation import Debt, pay
from app.domain.money.posting_order import to_pay, to_pay_on_plan
from app.practice.rules.balances import refresh_balances
from app.practice.rules.ledger import family_of, read_account
from app.practice.rules.money_rules import amount_sent, refuse_future
from app.practice.rules.payment_splits import add_shares, add_split, add_unearned, charge_plans
from app.practice.rules.plans import plans_of_family
from app.practice.schema.enums.money import PAYMENT_SOURCE
from app.practice.schema.money import payment, payplan
from app.practice.schema.office import definition
from app.practice.schema.people import patient
from app.practice.server.access import is_newer
from app.practice.server.audit import log, signal
from app.practice.server.listings import NOW, Filter, Listing, columns_of, name_behind
from app.practice.server.older import required_until
from app.practice.server.references import first_definition, refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, ShortMoneyText, for_columns, quoted
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.payments import Payment, Payments

_P = payment.c
PAY_TYPES = 10
_FREE_SINCE = "23.3.11"
_DONT_ENFORCE = 2
"""The RigorousAccounting value of an office that does not attach payments to procedures."""
_SENT = ("PatNum", "CheckNum", "PayNote", "BankBranch", "ClinicNum", "MerchantFee")
_CHANGED = ("PayType", "CheckNum", "BankBranch", "PayNote", "ProcessStatus")


def _rows(name: str, server_time: Expression) -> Listing:
    return Listing(
        name=name,
        columns=lambda: columns_of(
            Payment,
            payment,
            {
                "payType": name_behind(_P.PayType, definition.c.DefNum, definition.c.ItemName),
                "PayAmt": ShortMoneyText(_P.PayAmt),
                "serverDateTime": server_time,
            },
            as_text=("ClinicNum",),
        ),
        source=payment,
        filters={
            "PayNum": Filter(_P.PayNum),
            "PatNum": Filter(_P.PatNum),
            "PayType": Filter(_P.PayType),
            "DateEntry": Filter(_P.DateEntry, operator.ge),
        },
        order=(_P.PayNum,),
    )


ROWS = _rows("Payment", NOW)
TIMELESS_ROWS = _rows("TimelessPayment", quoted(""))
"""The answers of writes have an empty serverDateTime."""


@serves(Payments.list)
def list_(work: Work, given: Given) -> Outcome:
    """The payments that meet every filter; DateEntry: entered on that day or later."""
    required_until(work, given, _FREE_SINCE, "PatNum")
    return work.page(ROWS, given)


@serves(Payments.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one and allocate it to the oldest charges; the rest is unearned."""
    person = work.find(patient, given["PatNum"], "Patient")
    amount = amount_sent(given, "PayAmt")
    if amount <= 0:
        raise BadRequest("PayAmt is invalid: it must be more than 0.")
    family = family_of(work, person.PatNum)
    plan = _plan(work, given, family)
    paid = work.find(payment, _insert(work, given, person), "Payment")
    touched = {person.PatNum, plan.Guarantor if plan is not None else person.PatNum}
    if given.get("isPrepayment") or given.get("isUnallocatedPrepayment"):
        add_unearned(work, paid, amount, plan.PayPlanNum if plan is not None else 0)
    elif plan is None and not given.get("procNums") and _is_loose(work):
        add_split(work, paid, amount, person.PatNum, ProvNum=person.PriProv, ClinicNum=paid.ClinicNum)
    else:
        touched |= charge_plans(work, family)
        shares, rest = pay(amount, _debts(work, given, family, plan))
        add_shares(work, paid, shares)
        if rest:
            add_unearned(work, paid, rest)
    refresh_balances(work, touched)
    log(work, "PaymentCreate", "Payment created.", pat_num=person.PatNum, key=paid.PayNum)
    signal(work, "AccModule", key=person.PatNum)
    return work.created(TIMELESS_ROWS, f"/payments?PatNum={person.PatNum}", {"PayNum": paid.PayNum})


def _is_loose(work: Work) -> bool:
    """Whether the office allows unattached payments."""
    return work.preference_number("RigorousAccounting") == _DONT_ENFORCE


def _insert(work: Work, given: Given, person: Row) -> int:
    day = given.get("PayDate", work.today)
    if work.preference("FutureTransDatesAllowed") != "1":
        refuse_future(work, day, "PayDate")
    values: dict[str, Any] = {
        "ClinicNum": person.ClinicNum,
        **for_columns(payment, given, _SENT),
        "PayType": given.get("PayType")
        or work.preference_number("ApiPaymentType")
        or first_definition(work, PAY_TYPES),
        "PayDate": day,
        "PayAmt": float(amount_sent(given, "PayAmt")),
        "DateEntry": work.today,
        "PaymentSource": PAYMENT_SOURCE.number("API"),
        "SecDateTEdit": work.now,
    }
    return work.insert(payment, values)


def _plan(work: Work, given: Given, family: Iterable[int]) -> Row | None:
    """The plan that a request names. BadRequest for one that it can't pay."""
    if not given.get("payPlanNum"):
        return None
    plan = work.find(payplan, given["payPlanNum"], "PayPlan")
    if not plan.IsDynamic or plan.IsClosed:
        raise BadRequest("payPlanNum is invalid: it must be a dynamic payment plan that is not closed.")
    if not {plan.PatNum, plan.Guarantor} & set(family):
        raise BadRequest("payPlanNum is invalid: the plan is another family's.")
    prepays_alone = is_newer("23.3.4", work.office.version)
    if prepays_alone and not given.get("isPrepayment"):
        raise BadRequest("payPlanNum needs isPrepayment before Open Dental 23.3.4.")
    return plan


def _debts(work: Work, given: Given, family: list[int], plan: Row | None) -> list[Debt]:
    """What a payment pays, in order: a plan's charges first, then the oldest of the family or patient."""
    debts, _ = read_account(work, family).debts()
    payer, own = given["PatNum"], bool(given.get("isPatientPreferred"))
    if plan is None or given.get("procNums"):
        plans = [each.PayPlanNum for each in plans_of_family(work, [payer])]
        return to_pay(debts, payer, own_only=own, procedures=given.get("procNums") or (), plans=plans)
    due, _ = read_account(work, family_of(work, plan.Guarantor)).debts()
    return to_pay_on_plan(debts, payer, plan.PayPlanNum, due, own_only=own)


@serves(Payments.update)
def update(work: Work, given: Given) -> Outcome:
    """Change its descriptive fields; texts replace the old ones."""
    before = payment_to_change(work, given["PayNum"])
    values = {**for_columns(payment, given, _CHANGED), "SecDateTEdit": work.now}
    work.update(payment, before.PayNum, values)
    log(work, "PaymentEdit", "Payment changed.", pat_num=before.PatNum, key=before.PayNum)
    return work.one(TIMELESS_ROWS, "Payment", {"PayNum": before.PayNum})


def payment_to_change(work: Work, pay_num: int) -> Row:
    """A payment that may be changed. NotFound when missing, BadRequest for a deleted patient."""
    found = work.find(payment, pay_num, "Payment")
    refuse_deleted_patient(work, found.PatNum)
    return found


def finish(work: Work, paid: Row, pat_nums: Iterable[int], words: str) -> None:
    """Side effects of changed splits: balances, audit trail, signals."""
    refresh_balances(work, {paid.PatNum, *pat_nums})
    log(work, "PaymentEdit", words, pat_num=paid.PatNum, key=paid.PayNum)
    signal(work, "AccModule", key=paid.PatNum)
