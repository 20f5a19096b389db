"""Deposits: a week's checks and cash, taken to the bank on Friday."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa

from app.practice.schema.catalog import deposit
from app.practice.schema.claims import claimpayment
from app.practice.schema.money import payment
from app.practice.seed import lists
from app.practice.seed.rows import iso

_ACCOUNT = "Lanternlight Family Dental, checking"
_FRIDAY = 4


class Money(NamedTuple):
    """A table with deposit rows: its date and amount columns, and which rows belong to it."""

    table: sa.Table
    day: str
    amount: str
    taken: sa.ColumnElement[bool] = sa.true()


def money_in() -> Iterator[Money]:
    """What goes to the bank: patients' checks and cash, insurance checks."""
    kinds = [lists.number(lists.PAY_TYPES, name) for name in ("Check", "Cash")]
    yield Money(payment, "PayDate", "PayAmt", payment.c.PayType.in_(kinds))
    yield Money(claimpayment, "CheckDate", "CheckAmt")


def take_to_bank(connection: sa.Connection, sources: Iterable[Money], today: int) -> None:
    """Put everything up to the last Friday before today on deposits, one a week."""
    slips: dict[int, list[tuple[sa.Table, int, float]]] = defaultdict(list)
    for source in sources:
        key = next(iter(source.table.primary_key))
        wanted = sa.select(key, source.table.c[source.day], source.table.c[source.amount]).where(source.taken)
        for number, day, amount in connection.execute(wanted.order_by(key)):
            friday = _friday_after(datetime.date.fromisoformat(day).toordinal())
            if friday < today:
                slips[friday].append((source.table, number, amount))
    attached: dict[sa.Table, list[dict[str, Any]]] = defaultdict(list)
    for slip, friday in enumerate(sorted(slips), 1):
        total = round(sum(amount for _, _, amount in slips[friday]), 2)
        values = {
            "DepositNum": slip,
            "DateDeposit": iso(friday),
            "Amount": total,
            "BankAccountInfo": _ACCOUNT,
        }
        connection.execute(sa.insert(deposit).values(values))
        for table, number, _ in slips[friday]:
            attached[table].append({"row": number, "slip": slip})
    for table, rows in attached.items():
        key = next(iter(table.primary_key))
        change = sa.update(table).where(key == sa.bindparam("row")).values(DepositNum=sa.bindparam("slip"))
        connection.execute(change, rows)


def _friday_after(day: int) -> int:
    """The Friday of a day's week, which begins on Saturday."""
    return day + (_FRIDAY - datetime.date.fromordinal(day).weekday()) % 7
