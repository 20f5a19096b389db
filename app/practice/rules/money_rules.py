"""Rules that every money posting shares."""

from __future__ import annotations

import datetime
from decimal import Decimal

from app.domain.money.cents import cents
from app.practice.server.refusals import BadRequest
from app.practice.server.work import Given, Work

_MOST = Decimal(10) ** 10
"""Above this, the database's floating-point numbers would lose cents in sums."""


def amount_sent(given: Given, name: str) -> Decimal:
    """A request's amount, rounded to the cent. BadRequest for an amount outside the accepted range."""
    amount = Decimal(given[name])
    if abs(amount) >= _MOST:
        raise BadRequest(f"{name} is invalid: it is too large.")
    return cents(amount)


def refuse_future(work: Work, day: datetime.date, name: str) -> None:
    """BadRequest for a day after today."""
    if day > work.today:
        raise BadRequest(f"{name} is invalid: it may not be in the future.")
