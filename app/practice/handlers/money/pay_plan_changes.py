"""Changing the terms of a dynamic payment plan."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.domain.money.cents import cents
from app.domain.money.installments import payment_for
from app.practice.handlers.money.pay_plan_terms import MOST_APR, MOST_PAYMENTS
from app.practice.handlers.money.pay_plans import ROWS, plan_rows
from app.practice.rules.balances import refresh_balances
from app.practice.rules.money_rules import amount_sent, refuse_future
from app.practice.rules.payment_splits import charge_plan
from app.practice.rules.plans import principal_of, terms_of
from app.practice.schema.attached import payplancharge, paysplit
from app.practice.schema.money import payplan
from app.practice.server.audit import log, signal
from app.practice.server.listings import encode_rows
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Encoded, Given, Outcome, Row, Work
from app.wire.resources.pay_plans import PayPlanFrequency, PayPlans

_SENT = (
    "Guarantor", "PayPlanDate", "Note", "PlanCategory", "ChargeFrequency", "DatePayPlanStart", "DateInterestStart",
    "IsLocked", "SheetDefNum",
)  # fmt: skip


@serves(PayPlans.update_dynamic)
def update_dynamic(work: Work, given: Given) -> Outcome:
    """Change the sent terms; later charges follow the new ones."""
    plan = work.find(payplan, given["PayPlanNum"], "Payment plan")
    refuse_deleted_patient(work, plan.PatNum)
    if not plan.IsDynamic or plan.IsClosed:
        raise BadRequest("PayPlanNum is invalid: the plan is not dynamic, or it is closed.")
    _check_begun(work, plan, given)
    _check_terms(work, plan, given)
    values: dict[str, Any] = for_columns(payplan, given, _SENT)
    if "APR" in given:
        values["APR"] = float(given["APR"])
    if "PayAmt" in given or "NumberOfPayments" in given:
        values["PayAmt"] = float(_payment(work, plan, given))
    work.update(payplan, plan.PayPlanNum, values)
    after = work.find(payplan, plan.PayPlanNum, "Payment plan")
    refresh_balances(work, charge_plan(work, after).touched | {plan.Guarantor})
    log(work, "PayPlanEdit", "Payment plan changed.", pat_num=plan.PatNum, key=plan.PayPlanNum)
    signal(work, "AccModule", key=plan.PatNum)
    (row,) = plan_rows(work, [work.row(ROWS, "Payment plan", {"PayPlanNum": plan.PayPlanNum})])
    return Encoded(encode_rows(row))


def _check_begun(work: Work, plan: Row, given: Given) -> None:
    """BadRequest for what may no longer change once there are charges or payments."""
    charged = _has(work, payplancharge.c.PayPlanChargeNum, payplancharge.c.PayPlanNum == plan.PayPlanNum)
    paid = _has(work, paysplit.c.SplitNum, paysplit.c.PayPlanNum == plan.PayPlanNum)
    if "DatePayPlanStart" in given and charged:
        raise BadRequest("DatePayPlanStart is invalid: the plan has charges.")
    if "Guarantor" in given:
        if charged or paid:
            raise BadRequest("Guarantor is invalid: the plan has charges or payments.")
        if not given["Guarantor"]:
            raise BadRequest("Guarantor is invalid: a payment plan must have one.")


def _has(work: Work, column: Any, condition: Any) -> bool:
    return work.connection.execute(sa.select(column).where(condition).limit(1)).first() is not None


def _check_terms(work: Work, plan: Row, given: Given) -> None:
    if "PayAmt" in given and "NumberOfPayments" in given:
        raise BadRequest("PayAmt and NumberOfPayments exclude each other.")
    if "PayPlanDate" in given and work.preference("FutureTransDatesAllowed") != "1":
        refuse_future(work, given["PayPlanDate"], "PayPlanDate")
    apr = Decimal(given.get("APR", str(plan.APR)))
    if not 0 <= apr <= MOST_APR:
        raise BadRequest(f"APR is invalid: a percentage from 0 to {MOST_APR} is expected.")
    locked = given.get("IsLocked", bool(plan.IsLocked))
    if apr > 0 and not locked and work.preference("PayPlanRequireLockForAPR") == "1":
        raise BadRequest("IsLocked must be true when APR is more than 0.")
    if "DateInterestStart" in given and not apr:
        raise BadRequest("DateInterestStart is invalid: APR must be more than 0.")
    if "SheetDefNum" in given and work.preference("PayPlansUseSheets") != "1":
        raise BadRequest("SheetDefNum is invalid: the office does not use sheets for payment plans.")


def _payment(work: Work, plan: Row, given: Given) -> Decimal:
    if "PayAmt" in given:
        amount = amount_sent(given, "PayAmt")
        if amount <= 0:
            raise BadRequest("PayAmt is invalid: it must be more than 0.")
        return amount
    count = given["NumberOfPayments"]
    if not 1 <= count <= MOST_PAYMENTS:
        raise BadRequest(f"NumberOfPayments is invalid: a number from 1 to {MOST_PAYMENTS} is expected.")
    principal = principal_of(work, plan) - cents(plan.DownPayment)
    apr = Decimal(given.get("APR", str(plan.APR)))
    frequency = given.get("ChargeFrequency", terms_of(plan).frequency)
    return payment_for(principal, count, apr, PayPlanFrequency(frequency))
