"""Deposits."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from app.practice.schema.catalog import deposit
from app.practice.schema.claims import claimpayment
from app.practice.schema.money import payment
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.deposits import Deposit, Deposits

_D = deposit.c
_ATTACHED: tuple[tuple[sa.Table, sa.Column[float]], ...] = (
    (payment, payment.c.PayAmt),
    (claimpayment, claimpayment.c.CheckAmt),
)
"""What a deposit contains: the tables with a DepositNum, and their amounts."""


def _total() -> Expression:
    total: Expression = sa.literal_column("0.0")
    for table, amount in _ATTACHED:
        wanted = sa.select(sa.func.sum(amount)).where(table.c.DepositNum == _D.DepositNum).correlate(deposit)
        total = total + sa.func.coalesce(wanted.scalar_subquery(), sa.literal_column("0"))
    return sa.func.round(total, sa.literal_column("2"))


ROWS = Listing(
    name="Deposit",
    columns=lambda: columns_of(Deposit, deposit, {"Amount": _total()}),
    source=deposit,
    filters={"DepositNum": Filter(_D.DepositNum), "DateDeposit": Filter(_D.DateDeposit)},
    order=(_D.DateDeposit, _D.DepositNum),
)


@serves(Deposits.get)
def get(work: Work, given: Given) -> Outcome:
    """One deposit."""
    return work.one(ROWS, "Deposit", given)


@serves(Deposits.list)
def list_(work: Work, given: Given) -> Outcome:
    """All deposits, or those of a day."""
    return work.page(ROWS, given)


@serves(Deposits.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one, dated today by default, with what it attaches: each may be in one deposit only."""
    attached = [(payment, given.get("payNums", ())), (claimpayment, given.get("claimPaymentNums", ()))]
    for table, numbers in attached:
        _refuse_deposited(work, table, numbers)
    sent = [name for name in given if name in _D]
    key = work.insert(deposit, {"DateDeposit": work.today, **for_columns(deposit, given, sent)})
    for table, numbers in attached:
        for number in numbers:
            work.update(table, number, {"DepositNum": key})
    log(work, "DepositSlips", "Deposit created.", key=key)
    return work.created(ROWS, f"/deposits/{key}", {"DepositNum": key})


def _refuse_deposited(work: Work, table: sa.Table, numbers: Iterable[int]) -> None:
    for number in numbers:
        if work.find(table, number, "Payment").DepositNum:
            raise BadRequest(f"Payment {number} is attached to a deposit already.")


@serves(Deposits.update)
def update(work: Work, given: Given) -> Outcome:
    """Change its fields; the amount follows from what is attached."""
    key = given["DepositNum"]
    work.find(deposit, key, "Deposit")
    work.update(deposit, key, for_columns(deposit, given, [name for name in given if name != "DepositNum"]))
    log(work, "DepositSlips", "Deposit changed.", key=key)
    return work.one(ROWS, "Deposit", {"DepositNum": key})


@serves(Deposits.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one; what was attached is detached."""
    key = given["DepositNum"]
    work.find(deposit, key, "Deposit")
    for table, _ in _ATTACHED:
        work.connection.execute(sa.update(table).where(table.c.DepositNum == key).values(DepositNum=0))
    work.connection.execute(sa.delete(deposit).where(_D.DepositNum == key))
    log(work, "DepositSlips", "Deposit deleted.", key=key)
    return None
