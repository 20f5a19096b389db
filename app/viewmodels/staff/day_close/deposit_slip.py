"""A deposit slip on paper: the cash in one line, each check in its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from msgspec import Struct

from app.core.text import At, Dollars, Shape, Words, many, msg
from app.domain.money.pay_methods import Method
from app.domain.printing.document import Align, Cell, Column, Document, Section, Table
from app.services.money.closing.deposits import SlipSums, Undeposited

_COLUMNS = (
    Column(msg("From"), 4),
    Column(msg("Bank"), 2),
    Column(msg("Check no."), 2),
    Column(msg("Amount"), align=Align.END),
)


class Slip(Struct, frozen=True):
    """What is deposited, with whom each part is from."""

    day: date
    lines: tuple[tuple[str, Undeposited], ...]
    sums: SlipSums
    account: str = ""
    batch: str = ""
    memo: str = ""


def deposit_slip(slip: Slip, *, practice: str, now: datetime) -> Document:
    """The document."""
    cash = [(name, row) for name, row in slip.lines if row.method is Method.CASH and not row.insurance]
    checks = [(name, row) for name, row in slip.lines if row.method is not Method.CASH and not row.insurance]
    insurance = [(name, row) for name, row in slip.lines if row.insurance]
    tables = [_sums(slip, len(cash), len(checks), len(insurance))]
    tables += [
        Table(_COLUMNS, tuple(_cells(rows)), heading)
        for heading, rows in ((msg("Checks"), checks), (msg("Insurance checks"), insurance))
        if rows
    ]
    section = Section(
        At(datetime.combine(slip.day, time()), Shape.FULL_DAY), tuple(_lines(slip)), tuple(tables)
    )
    printed = msg("Printed {when}", when=At(now, Shape.BOTH))
    return Document(msg("Deposit slip"), practice, printed, (section,), one_page=True)


def _lines(slip: Slip) -> Iterator[Words]:
    if slip.account:
        yield msg("Bank account: {name}", name=slip.account)
    if slip.batch:
        yield msg("Batch: {name}", name=slip.batch)
    if slip.memo:
        yield slip.memo


def _sums(slip: Slip, cash: int, checks: int, insurance: int) -> Table:
    sums = slip.sums
    rows = (
        (Cell(msg("Cash")), Cell(many("{n} payments", "{n} payment", cash)), Cell(Dollars(sums.cash))),
        (Cell(msg("Checks")), Cell(str(checks)), Cell(Dollars(sums.checks))),
        (Cell(msg("Insurance checks")), Cell(str(insurance)), Cell(Dollars(sums.insurance))),
        (Cell(lead=msg("Total")), Cell(), Cell(lead=Dollars(sums.total))),
    )
    columns = (
        Column("", 1), Column(msg("Count"), align=Align.END), Column(msg("Amount"), align=Align.END),
    )  # fmt: skip
    return Table(columns, rows)


def _cells(rows: Iterable[tuple[str, Undeposited]]) -> Iterator[tuple[Cell, ...]]:
    for name, row in rows:
        yield Cell(name), Cell(row.bank), Cell(row.check_num), Cell(Dollars(row.amount))
