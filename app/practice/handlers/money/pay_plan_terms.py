"""The terms of a payment plan, from a request."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from msgspec import Struct

from app.domain.money.cents import ZERO
from app.domain.money.installments import Terms, cost_of, due_on, payment_for
from app.practice.rules.money_rules import amount_sent
from app.practice.schema.columns import NO_DATE
from app.practice.schema.enums.money import PAY_PLAN_FREQUENCY
from app.practice.server.refusals import BadRequest
from app.practice.server.work import Given, Row, Work
from app.wire.resources.pay_plans import PayPlanFrequency

MOST_APR, MOST_PAYMENTS = 100, 1000


class Agreement(Struct, frozen=True):
    """The complete terms of a request, with defaults filled in."""

    patient: Row
    guarantor: int
    day: datetime.date
    down_payment: Decimal
    terms: Terms
    interest_start: str
    """As stored: 0001-01-01 when none was given."""
    count: int
    """The requested number of payments; 0 when their amount was given."""

    def columns(self) -> dict[str, Any]:
        """The plan's columns for these terms."""
        return {
            "PatNum": self.patient.PatNum,
            "Guarantor": self.guarantor,
            "PayPlanDate": self.day,
            "APR": float(self.terms.apr),
            "PayAmt": float(self.terms.payment),
            "DownPayment": float(self.down_payment),
            "ChargeFrequency": PAY_PLAN_FREQUENCY.number(self.terms.frequency),
            "DatePayPlanStart": self.terms.start,
            "DateInterestStart": self.interest_start,
        }


def agreement(work: Work, given: Given, person: Row, principal: Decimal) -> Agreement:
    """Read a request's terms for a principal. BadRequest for terms that do not work."""
    if ("PayAmt" in given) == ("NumberOfPayments" in given):
        raise BadRequest("Exactly one of PayAmt and NumberOfPayments is required.")
    down = amount_sent(given, "DownPayment") if "DownPayment" in given else ZERO
    if not 0 <= down < principal:
        raise BadRequest(
            "DownPayment is invalid: it must be less than the total amount, and not less than 0."
        )
    apr = Decimal(given.get("APR", 0))
    if not 0 <= apr <= MOST_APR:
        raise BadRequest(f"APR is invalid: a percentage from 0 to {MOST_APR} is expected.")
    frequency = given.get("ChargeFrequency", PayPlanFrequency.MONTHLY)
    day = given.get("PayPlanDate", work.today)
    start = given["DatePayPlanStart"] if "DatePayPlanStart" in given else _a_month_after(day)
    interest_start = given.get("DateInterestStart")
    count = given.get("NumberOfPayments", 0)
    payment = (
        _payment_of(count, principal - down, apr, frequency)
        if "NumberOfPayments" in given
        else amount_sent(given, "PayAmt")
    )
    if payment <= 0:
        raise BadRequest("PayAmt is invalid: it must be more than 0.")
    terms = Terms(start, frequency, payment, apr, interest_start or datetime.date.min)
    return Agreement(
        person, given.get("Guarantor") or person.PatNum, day, down, terms,
        interest_start.isoformat() if interest_start else NO_DATE, count,
    )  # fmt: skip


def _a_month_after(day: datetime.date) -> datetime.date:
    try:
        return due_on(day, PayPlanFrequency.MONTHLY, 1)
    except ValueError:
        raise BadRequest(
            "PayPlanDate is invalid: the plan would begin after the end of the calendar."
        ) from None


def _payment_of(count: int, principal: Decimal, apr: Decimal, frequency: PayPlanFrequency) -> Decimal:
    if not 1 <= count <= MOST_PAYMENTS:
        raise BadRequest(f"NumberOfPayments is invalid: a number from 1 to {MOST_PAYMENTS} is expected.")
    return payment_for(principal, count, apr, frequency)


def interest_of(principal: Decimal, terms: Terms) -> Decimal:
    """The total interest of a plan. BadRequest for a plan that would never end."""
    try:
        return cost_of(principal, terms)
    except (ValueError, OverflowError) as wrong:
        raise BadRequest(f"PayAmt is invalid: {wrong}.") from None


def words_of(agreed: Agreement, principal: Decimal, interest: Decimal, written: str, day: str) -> str:
    """The terms as text for the plan's note, `written` today and agreed on a `day`."""
    apr = f"{agreed.terms.apr.normalize():f}"
    return (
        f"{written} - Date of Agreement: {day}, Total Amount: {principal}, APR: {apr}, "
        f"Total Cost of Loan: {principal + interest}"
    )
