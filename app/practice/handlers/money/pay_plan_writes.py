"""Creating dynamic payment plans, and patient plans in offices before 23.3.1."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from app.domain.money.cents import ZERO, total
from app.domain.money.installments import installments
from app.practice.handlers.money.pay_plan_links import add_link
from app.practice.handlers.money.pay_plan_terms import Agreement, agreement, interest_of, words_of
from app.practice.handlers.money.pay_plans import ROWS, add_charge, plan_rows
from app.practice.rules.balances import refresh_balances
from app.practice.rules.ledger import family_of, read_account
from app.practice.rules.money_rules import amount_sent
from app.practice.rules.payment_splits import charge_plan
from app.practice.rules.plans import production_of
from app.practice.schema.enums.money import TP_OPTION
from app.practice.schema.money import payplan
from app.practice.schema.people import patient
from app.practice.server.audit import log, signal
from app.practice.server.listings import encode, encode_rows
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Created, Given, Outcome, Row, Work
from app.wire.resources.pay_plan_links import PayPlanLinkType
from app.wire.resources.pay_plans import DynamicPayPlanTPOptions, PayPlans


@serves(PayPlans.create_dynamic)
def create_dynamic(work: Work, given: Given) -> Outcome:
    """Create one over procedures and adjustments, with its down payment and the charges due by now."""
    person = work.find(patient, given["PatNum"], "Patient")
    things = [
        *((PayPlanLinkType.PROCEDURE, number) for number in given.get("procNums", ())),
        *((PayPlanLinkType.ADJUSTMENT, number) for number in given.get("adjNums", ())),
    ]
    if not things:
        raise BadRequest("procNums or adjNums is required: a plan must hold procedures or adjustments.")
    locked = given.get("IsLocked", True)
    if given.get("APR", 0) > 0 and not locked:
        raise BadRequest("IsLocked must be true when APR is more than 0.")
    option = given.get("DynamicPayPlanTPOption", DynamicPayPlanTPOptions.AWAIT_COMPLETE)
    values = {
        "PatNum": person.PatNum,
        "IsDynamic": 1,
        "DynamicPayPlanTPOption": TP_OPTION.number(option),
        "PlanCategory": given.get("PlanCategory", 0),
    }
    key = work.insert(payplan, values)
    for link_type, number in dict.fromkeys(things):
        add_link(work, work.find(payplan, key, "Payment plan"), link_type, number, ZERO)
    whole, done = _amounts(work, key)
    if whole <= 0:
        raise BadRequest("procNums and adjNums are invalid: nothing is owed for them.")
    agreed = agreement(work, given, person, whole)
    at_once = option is DynamicPayPlanTPOptions.TREAT_AS_COMPLETE
    note = _note(work, given, agreed, whole, max((whole if at_once else done) - agreed.down_payment, ZERO))
    terms = {**agreed.columns(), "IsLocked": int(locked), "CompletedAmt": float(done), "Note": note}
    work.update(payplan, key, terms)
    charge_plan(work, work.find(payplan, key, "Payment plan"))
    _finish(work, agreed, key)
    row = work.row(ROWS, "Payment plan", {"PayPlanNum": key})
    return Created(encode_rows(plan_rows(work, [row])[0]), f"/payplans/{key}")


def _amounts(work: Work, plan_num: int) -> tuple[Decimal, Decimal]:
    """The total that a plan covers, and the completed part."""
    production = production_of(work, plan_num)
    return total(each.amount for each in production), total(
        each.amount for each in production if each.complete
    )


def _note(work: Work, given: Given, agreed: Agreement, whole: Decimal, charged: Decimal) -> str:
    """The terms; interest is computed on what is charged as of now."""
    interest_of(whole - agreed.down_payment, agreed.terms)
    interest = interest_of(charged, agreed.terms)
    text = words_of(agreed, whole, interest, _padded(work.today), _padded(agreed.day))
    return f"{text}, {given['Note']}" if given.get("Note") else text


def _finish(work: Work, agreed: Agreement, key: int) -> None:
    refresh_balances(work, {agreed.patient.PatNum, agreed.guarantor})
    log(work, "PayPlanEdit", "Payment plan created.", pat_num=agreed.patient.PatNum, key=key)
    signal(work, "AccModule", key=agreed.patient.PatNum)


@serves(PayPlans.create)
def create(work: Work, given: Given) -> Outcome:
    """Create a patient plan with all its charges. Offices from 23.3.1 on do not have these."""
    person = work.find(patient, given["PatNum"], "Patient")
    principal = _principal(work, given, person)
    agreed = agreement(work, given, person, principal)
    rest = principal - agreed.down_payment
    interest = interest_of(rest, agreed.terms)
    text = words_of(agreed, principal, interest, _plain(work.today), _plain(agreed.day))
    note = f"{text} {given.get('Note', '')}"
    values = {
        **agreed.columns(),
        "Note": note,
        "CompletedAmt": float(principal),
        "NumberOfPayments": agreed.count,
    }
    key = work.insert(payplan, values)
    _write_charges(work, agreed, key, principal)
    _finish(work, agreed, key)
    return Created(encode(note), f"/payplans/{key}")


def _principal(work: Work, given: Given, person: Row) -> Decimal:
    if bool(given.get("useEstBalance")) == ("principalAmount" in given):
        raise BadRequest("Exactly one of useEstBalance and principalAmount is required.")
    if "principalAmount" in given:
        principal = amount_sent(given, "principalAmount")
    else:
        family = read_account(work, family_of(work, person.PatNum))
        principal = family.of(person.PatNum).balance
    if principal <= 0:
        raise BadRequest("principalAmount is invalid: it must be more than 0.")
    return principal


def _write_charges(work: Work, agreed: Agreement, key: int, principal: Decimal) -> None:
    """The principal is credited to the patient at once and charged to the guarantor in installments."""
    usual: dict[str, Any] = {
        "PatNum": agreed.patient.PatNum,
        "ProvNum": agreed.patient.PriProv,
        "ClinicNum": agreed.patient.ClinicNum,
    }
    add_charge(
        work, key, credit=True, Guarantor=agreed.patient.PatNum, ChargeDate=agreed.day,
        Principal=float(principal), **usual,
    )  # fmt: skip
    usual["Guarantor"] = agreed.guarantor
    if agreed.down_payment:
        down = float(agreed.down_payment)
        add_charge(
            work, key, ChargeDate=agreed.day, Principal=down, Note="Down Payment", IsDownPayment=1, **usual
        )
    for each in installments(principal - agreed.down_payment, agreed.terms):
        add_charge(
            work,
            key,
            ChargeDate=each.day,
            Principal=float(each.principal),
            Interest=float(each.interest),
            **usual,
        )


def _padded(day: datetime.date) -> str:
    return f"{day.month:02}/{day.day:02}/{day.year}"


def _plain(day: datetime.date) -> str:
    return f"{day.month}/{day.day}/{day.year}"
