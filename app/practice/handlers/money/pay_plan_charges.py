"""PayPlanCharges: charges of payment plans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.domain.money.cents import ZERO, cents, total
from app.domain.money.dynamic import Production
from app.practice.rules.balances import refresh_balances
from app.practice.rules.money_rules import amount_sent
from app.practice.rules.payment_splits import charge_plan
from app.practice.rules.plans import DEBIT, production_of
from app.practice.rules.postings import LINKED
from app.practice.schema.attached import payplancharge, paysplit
from app.practice.schema.enums.base import PAY_PLAN_LINK
from app.practice.schema.money import payplan
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.pay_plan_charges import PayPlanCharge, PayPlanCharges

_C = payplancharge.c
_NOUN = "PayPlanCharge"
ROWS = Listing(
    name=_NOUN,
    columns=lambda: columns_of(PayPlanCharge, payplancharge),
    source=payplancharge,
    filters={name: Filter(_C[name]) for name in ("PayPlanChargeNum", "PayPlanNum")},
    order=(_C.ChargeDate, _C.PayPlanChargeNum),
)


@serves(PayPlanCharges.list)
def list_(work: Work, given: Given) -> Outcome:
    """All charges of a plan, by date."""
    return work.page(ROWS, given)


@serves(PayPlanCharges.create)
def create(work: Work, given: Given) -> Outcome:
    """Charge part of what a dynamic plan covers."""
    plan = _open_plan(work, given["PayPlanNum"])
    if not plan.IsDynamic:
        raise BadRequest("PayPlanNum is invalid: the plan is not dynamic.")
    touched = charge_plan(work, plan).touched  # what is due already doesn't count as charged by this one
    link_type = PAY_PLAN_LINK.number(given["LinkType"])
    item = _covered(work, plan, link_type, given["FKey"])
    if item is None:
        raise BadRequest("FKey is invalid: the payment plan does not cover it.")
    amounts = _amounts(given)
    _check_left(work, plan, link_type, given["FKey"], item.amount, amounts["Principal"])
    values: dict[str, Any] = {
        **for_columns(payplancharge, given, ("PayPlanNum", "ChargeDate", "FKey", "LinkType", "Note")),
        **{name: float(amount) for name, amount in amounts.items()},
        "Guarantor": plan.Guarantor, "PatNum": item.patient, "ProvNum": item.provider, "ClinicNum": item.clinic,
        "ChargeType": DEBIT,
    }  # fmt: skip
    key = work.insert(payplancharge, values)
    _finish(work, plan, key, "Payment plan charge created.", touched)
    return work.created(ROWS, f"/payplancharges?PayPlanNum={plan.PayPlanNum}", {"PayPlanChargeNum": key})


@serves(PayPlanCharges.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one; its amounts not below what was paid for it."""
    before = work.find(payplancharge, given["PayPlanChargeNum"], _NOUN)
    plan = _open_plan(work, before.PayPlanNum)
    values = for_columns(payplancharge, given, ("ChargeDate", "Note"))
    if given.keys() & {"Principal", "Interest"}:
        kept = {"Principal": cents(before.Principal), "Interest": cents(before.Interest)}
        amounts = kept | _amounts(given)
        if amounts["Principal"] + amounts["Interest"] < total(
            cents(each.SplitAmt) for each in _paid(work, before)
        ):
            raise BadRequest("Principal is invalid: more than that has been paid for the charge.")
        if plan.IsDynamic:
            _check_change(work, plan, before, amounts["Principal"])
        values |= {name: float(amount) for name, amount in amounts.items()}
    work.update(payplancharge, before.PayPlanChargeNum, values)
    _finish(work, plan, before.PayPlanChargeNum, "Payment plan charge changed.")
    return work.one(ROWS, _NOUN, {"PayPlanChargeNum": before.PayPlanChargeNum})


@serves(PayPlanCharges.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one that nothing was paid for. A dynamic plan charges the same again with what is due next."""
    row = work.find(payplancharge, given["PayPlanChargeNum"], _NOUN)
    plan = _open_plan(work, row.PayPlanNum)
    if _paid(work, row):
        raise BadRequest("Not allowed to delete a payment plan charge that is attached to a payment.")
    work.connection.execute(sa.delete(payplancharge).where(_C.PayPlanChargeNum == row.PayPlanChargeNum))
    _finish(work, plan, row.PayPlanChargeNum, "Payment plan charge deleted.")
    return None


def _open_plan(work: Work, plan_num: int) -> Row:
    plan = work.find(payplan, plan_num, "Payment plan")
    refuse_deleted_patient(work, plan.PatNum)
    if plan.IsClosed:
        raise BadRequest("PayPlanNum is invalid: the plan is closed.")
    return plan


def _amounts(given: Given) -> dict[str, Decimal]:
    """The amounts that were sent. BadRequest for one below 0."""
    names: tuple[str, ...] = ("Principal", "Interest")
    found = {name: amount_sent(given, name) for name in names if name in given}
    for name, amount in found.items():
        if amount < ZERO:
            raise BadRequest(f"{name} is invalid: it must not be less than 0.")
    return found


def _check_change(work: Work, plan: Row, before: Row, principal: Decimal) -> None:
    """BadRequest for a principal raised by more than what is left to charge for the item."""
    more = principal - cents(before.Principal)
    item = _covered(work, plan, before.LinkType, before.FKey) if more > ZERO else None
    if item is not None:
        _check_left(work, plan, before.LinkType, before.FKey, item.amount, more)


def _covered(work: Work, plan: Row, link_type: int, number: int) -> Production | None:
    """The item of a plan with this key; None if the plan doesn't cover it."""
    thing = LINKED.get(link_type), number
    return next((each for each in production_of(work, plan.PayPlanNum) if each.thing == thing), None)


def _check_left(
    work: Work, plan: Row, link_type: int, number: int, covered: Decimal, principal: Decimal
) -> None:
    """BadRequest for a principal above what the plan hasn't charged yet for this item."""
    wanted = sa.select(_C.Principal).where(
        _C.PayPlanNum == plan.PayPlanNum, _C.LinkType == link_type, _C.FKey == number
    )
    charged = total(cents(each) for each in work.connection.execute(wanted).scalars())
    if principal > covered - charged:
        raise BadRequest("Principal is invalid: it is more than what is left to charge.")


def _paid(work: Work, charge: Row) -> Sequence[Row]:
    wanted = sa.select(paysplit).where(paysplit.c.PayPlanChargeNum == charge.PayPlanChargeNum)
    return work.connection.execute(wanted).all()


def _finish(work: Work, plan: Row, key: int, words: str, touched: Iterable[int] = ()) -> None:
    refresh_balances(work, {plan.PatNum, plan.Guarantor, *touched})
    log(work, "PayPlanChargeEdit", words, pat_num=plan.PatNum, key=key)
    signal(work, "AccModule", key=plan.PatNum)
