"""People and postings on the tiny practice, for the tests of money."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from app.domain.schedule.visit import Person
from app.services.writes.money.money_writes import NewPayment
from app.wire.resources.payments import Payment
from tests.practice.office_money import CASH, IDA, JON
from tests.services.front_desk import Desk, Town

JUNG = Person(JON, "Jung", "Jon")
IBSEN = Person(IDA, "Ibsen", "Ida")


def paying(amount: str = "50.00", **fields: Any) -> NewPayment:
    """A payment in cash."""
    return NewPayment(person=JUNG, amount=Decimal(amount), pay_type=CASH, **fields)


def payments(town: Town, pat_num: int = JON) -> list[tuple[Any, ...]]:
    """The amounts and notes of the payments made at the desk."""
    return town.sql(
        "SELECT PayAmt, PayNote FROM payment WHERE PatNum = ? AND PayNum > 1 ORDER BY PayNum", pat_num
    )


def splits(town: Town) -> list[tuple[Any, ...]]:
    """What the payments made at the desk pay."""
    return town.sql(
        "SELECT ProcNum, SplitAmt FROM paysplit WHERE PatNum = ? AND PayNum > 1 ORDER BY SplitNum", JON
    )


async def payment_row(desk: Desk, number: int, pat_num: int = JON) -> Payment:
    """A payment as a screen has read it."""
    return next(row for row in await desk.client.payments.list(PatNum=pat_num) if row.PayNum == number)
