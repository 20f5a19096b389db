"""What a right is about, in words for the staff."""

from __future__ import annotations

from app.core.text import Dollars, Text, many, msg
from app.domain.people.rights import Demand, Right

TITLES = {
    Right.PAYMENT: msg("Payments"),
    Right.REFUND: msg("Refunds"),
    Right.ADJUSTMENT: msg("Adjustments"),
    Right.WRITE_OFF: msg("Write-offs"),
    Right.PAY_PLAN: msg("Payment plans"),
    Right.BACK_DATE: msg("Back-dating"),
    Right.OVERRIDE: msg("Overriding warnings"),
    Right.SCHEDULE_RULES: msg("Scheduling against rules"),
    Right.CLOSE_DAY: msg("Closing the day"),
    Right.DEPOSIT: msg("Deposits"),
    Right.EXPORT: msg("Exports"),
    Right.READ_AUDIT: msg("Reading the audit"),
    Right.MANAGE_PEOPLE: msg("Managing people"),
}
HAVE_AMOUNTS = (
    Right.PAYMENT,
    Right.REFUND,
    Right.ADJUSTMENT,
    Right.WRITE_OFF,
    Right.PAY_PLAN,
    Right.OVERRIDE,
)
"""Rights that can be limited to an amount."""

_ONE = {
    Right.PAYMENT: msg("a payment"),
    Right.REFUND: msg("a refund"),
    Right.ADJUSTMENT: msg("an adjustment"),
    Right.WRITE_OFF: msg("a write-off"),
    Right.PAY_PLAN: msg("a payment plan"),
    Right.BACK_DATE: msg("a date in the past"),
    Right.OVERRIDE: msg("posting despite a warning"),
    Right.SCHEDULE_RULES: msg("scheduling against a rule"),
    Right.CLOSE_DAY: msg("closing the day"),
    Right.DEPOSIT: msg("a deposit"),
    Right.EXPORT: msg("an export"),
    Right.READ_AUDIT: msg("reading the audit"),
    Right.MANAGE_PEOPLE: msg("managing people"),
}


def what_it_is(demand: Demand) -> Text:
    """What is asked for: a refund of $120.00, a date in the past (3 days)."""
    what = _ONE[demand.right]
    if demand.amount is not None and demand.right in HAVE_AMOUNTS:
        return msg("{what} of {amount}", what=what, amount=Dollars(demand.amount))
    if demand.days_back > 0 and demand.right is Right.BACK_DATE:
        return many("{what} ({n} days)", "{what} ({n} day)", demand.days_back, what=what)
    return what
