"""Payment plans: due dates of installments and the interest in each."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from decimal import Context, Decimal

from msgspec import Struct

from app.domain.money.cents import CENT, ZERO, cents, cents_up
from app.wire.resources.pay_plans import PayPlanFrequency

MOST_INSTALLMENTS = 1200
"""An upper limit no real plan reaches: a hundred years of months."""
_A_YEAR = {
    PayPlanFrequency.WEEKLY: 52,
    PayPlanFrequency.EVERY_OTHER_WEEK: 26,
    PayPlanFrequency.MONTHLY: 12,
    PayPlanFrequency.ORDINAL_WEEKDAY: 12,
    PayPlanFrequency.QUARTERLY: 4,
}
_DAYS_BETWEEN = {PayPlanFrequency.WEEKLY: 7, PayPlanFrequency.EVERY_OTHER_WEEK: 14}
_RATE = Context(prec=15)
"""Open Dental rounds a period's rate to fifteen digits, which can change the result by a cent."""


class Terms(Struct, frozen=True):
    """The terms of a plan."""

    start: datetime.date
    """The date of the first installment."""
    frequency: PayPlanFrequency
    payment: Decimal
    """The amount of each installment, interest included."""
    apr: Decimal = ZERO
    """Annual interest rate in percent."""
    interest_from: datetime.date = datetime.date.min
    """Installments before this date bear no interest."""


class Installment(Struct, frozen=True):
    """One installment."""

    day: datetime.date
    principal: Decimal
    interest: Decimal


def due_on(start: datetime.date, frequency: PayPlanFrequency, count: int) -> datetime.date:
    """The date of an installment, counted from 0.

    In a month that is too short it is the last day; where a month has no fifth Tuesday it is the last
    Tuesday. Raises ValueError or OverflowError beyond the calendar.
    """
    if frequency in _DAYS_BETWEEN:
        return start + datetime.timedelta(days=_DAYS_BETWEEN[frequency] * count)
    months = start.month - 1 + count * (12 // _A_YEAR[frequency])
    first = datetime.date(start.year + months // 12, months % 12 + 1, 1)
    length = ((first + datetime.timedelta(days=31)).replace(day=1) - first).days
    if frequency is not PayPlanFrequency.ORDINAL_WEEKDAY:
        return first.replace(day=min(start.day, length))
    day = 1 + (start.weekday() - first.weekday()) % 7 + (start.day - 1) // 7 * 7
    return first.replace(day=day if day <= length else day - 7)


def rate_of(apr: Decimal, frequency: PayPlanFrequency) -> Decimal:
    """One period's share of the annual interest rate, as a fraction."""
    return _RATE.divide(apr, Decimal(100 * _A_YEAR[frequency]))


def payment_for(principal: Decimal, count: int, apr: Decimal, frequency: PayPlanFrequency) -> Decimal:
    """The installment that repays principal and interest in `count` payments."""
    rate = rate_of(apr, frequency)
    payment = cents_up(principal * rate / (1 - (1 + rate) ** -count) if rate else principal / count)
    while _leaves(principal, rate, count, payment):
        payment += CENT
    return payment


def _leaves(principal: Decimal, rate: Decimal, count: int, payment: Decimal) -> bool:
    """Whether anything is left after `count` payments: rounding the interest each time adds up."""
    for _ in range(count):
        principal -= payment - cents(principal * rate)
    return principal > 0


def installments(
    principal: Decimal,
    terms: Terms,
    after: datetime.date = datetime.date.min,
    charged: Collection[datetime.date] = (),
) -> Iterator[Installment]:
    """The installments that repay a principal, limited to those after a date, without those on a `charged` day.

    Raises ValueError when the payments don't cover the interest, or when there would be more than the limit.
    """
    rate = rate_of(terms.apr, terms.frequency)
    count = 0
    while principal > 0:
        if count == MOST_INSTALLMENTS:
            raise ValueError("the payments are too small to end the plan")
        day = due_on(terms.start, terms.frequency, count)
        count += 1
        if day <= after or day in charged:
            continue
        interest = cents(principal * rate) if day >= terms.interest_from else ZERO
        part = min(principal, terms.payment - interest)
        if part <= 0:
            raise ValueError("the payments do not cover the interest")
        principal -= part
        yield Installment(day, part, interest)


def cost_of(principal: Decimal, terms: Terms) -> Decimal:
    """The total interest of a plan. Raises ValueError as `installments` does."""
    return sum((each.interest for each in installments(principal, terms)), ZERO)
