"""Payment plans: when each installment is due, and how much of it is interest."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Context, Decimal

from msgspec import Struct

from app.domain.money.cents import CENT, ZERO, cents, cents_up
from app.wire.resources.pay_plans import PayPlanFrequency

MOST_INSTALLMENTS = 1200
"""More than any plan has: a hundred years of months."""
_A_YEAR = {
    PayPlanFrequency.WEEKLY: 52,
    PayPlanFrequency.EVERY_OTHER_WEEK: 26,
    PayPlanFrequency.MONTHLY: 12,
    PayPlanFrequency.ORDINAL_WEEKDAY: 12,
    PayPlanFrequency.QUARTERLY: 4,
}
_DAYS_BETWEEN = {PayPlanFrequency.WEEKLY: 7, PayPlanFrequency.EVERY_OTHER_WEEK: 14}
_RATE = Context(prec=15)
"""Open Dental keeps a period's rate to fifteen digits, which decides the odd cent."""


class Terms(Struct, frozen=True):
    """What was agreed."""

    start: datetime.date
    """The day of the first installment."""
    frequency: PayPlanFrequency
    payment: Decimal
    """What is due each time, interest included."""
    apr: Decimal = ZERO
    """Interest a year, in percent."""
    interest_from: datetime.date = datetime.date.min
    """No installment before this day bears interest."""


class Installment(Struct, frozen=True):
    """One payment that is due."""

    day: datetime.date
    principal: Decimal
    interest: Decimal


def due_on(start: datetime.date, frequency: PayPlanFrequency, count: int) -> datetime.date:
    """The day of an installment, counted from 0.

    A month that is too short has it on its last day; a fifth Tuesday that a month lacks is its last one. ValueError
    or OverflowError beyond the calendar.
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
    """A period's share of the yearly interest, as a fraction."""
    return _RATE.divide(apr, Decimal(100 * _A_YEAR[frequency]))


def payment_for(principal: Decimal, count: int, apr: Decimal, frequency: PayPlanFrequency) -> Decimal:
    """What has to be paid each time for the principal and its interest to be paid in so many installments."""
    rate = rate_of(apr, frequency)
    payment = cents_up(principal * rate / (1 - (1 + rate) ** -count) if rate else principal / count)
    while _leaves(principal, rate, count, payment):
        payment += CENT
    return payment


def _leaves(principal: Decimal, rate: Decimal, count: int, payment: Decimal) -> bool:
    """Whether something is left after so many payments: interest is rounded each time, and the cents add up."""
    for _ in range(count):
        principal -= payment - cents(principal * rate)
    return principal > 0


def installments(
    principal: Decimal, terms: Terms, after: datetime.date = datetime.date.min
) -> Iterator[Installment]:
    """The installments by which a principal is repaid, those after a day.

    ValueError when the payments do not even cover the interest, or go on for more than a lifetime.
    """
    rate = rate_of(terms.apr, terms.frequency)
    count = 0
    while principal > 0:
        if count == MOST_INSTALLMENTS:
            raise ValueError("the payments are too small to end the plan")
        day = due_on(terms.start, terms.frequency, count)
        count += 1
        if day <= after:
            continue
        interest = cents(principal * rate) if day >= terms.interest_from else ZERO
        part = min(principal, terms.payment - interest)
        if part <= 0:
            raise ValueError("the payments do not cover the interest")
        principal -= part
        yield Installment(day, part, interest)


def cost_of(principal: Decimal, terms: Terms) -> Decimal:
    """The interest of a whole plan. ValueError as `installments`."""
    return sum((each.interest for each in installments(principal, terms)), ZERO)
