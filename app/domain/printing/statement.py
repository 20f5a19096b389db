"""A statement of a family's account: what was owed, what has been charged and paid since, and what is owed now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from msgspec import Struct

from app.core.text import Dollars, Words, msg
from app.domain.money.cents import ZERO
from app.domain.printing.document import Align, Cell, Column, Document, Table
from app.domain.printing.letterhead import Letterhead, with_letterhead
from app.domain.printing.receipt import NAMED, SUMS, balance_rows, day_at, named

ENTRIES = (
    Column(msg("Date")),
    Column(msg("Patient"), 3),
    Column(msg("Description"), 7),
    Column(msg("Charge"), align=Align.END),
    Column(msg("Credit"), align=Align.END),
    Column(msg("Balance"), align=Align.END),
)


class StatementLine(Struct, frozen=True):
    """One entry. Amounts in US dollars."""

    day: date
    patient: str
    what: Words
    amount: Decimal
    """Charged when positive, paid or taken off when negative."""
    balance: Decimal
    """What the family owes after it."""


class AccountStatement(Struct, frozen=True, kw_only=True):
    """A family's account on a day. Amounts in US dollars."""

    letterhead: Letterhead
    guarantor: str
    day: date
    since: date
    """The first day of `lines`."""
    before: Decimal
    """What was owed before them."""
    lines: tuple[StatementLine, ...]
    balance: Decimal
    """Before insurance estimates."""
    pending: Decimal = ZERO
    """The part of it expected from insurance."""
    ages: tuple[Decimal, Decimal, Decimal, Decimal]
    """The balance by age: to 30 days, to 60, to 90, older."""


def statement_document(statement: AccountStatement, now: datetime) -> Document:
    """The statement on paper."""
    return with_letterhead(statement.letterhead, msg("Statement"), _tables(statement), now)


def _tables(statement: AccountStatement) -> Iterator[Table]:
    facts = named(msg("Account of"), statement.guarantor), named(msg("Date"), day_at(statement.day))
    yield Table(NAMED, facts, msg("Statement"))
    forward = (
        Cell(day_at(statement.since)),
        Cell(),
        Cell(msg("Balance forward")),
        Cell(),
        Cell(),
        Cell(Dollars(statement.before)),
    )
    yield Table(ENTRIES, (forward, *map(_line, statement.lines)), msg("Entries"))
    yield Table(SUMS, tuple(balance_rows(statement.balance, statement.pending)), msg("Family account"))
    titles = msg("0–30 days"), msg("31–60 days"), msg("61–90 days"), msg("Over 90 days")
    ages = tuple(named(title, Dollars(amount)) for title, amount in zip(titles, statement.ages, strict=True))
    yield Table(SUMS, ages, msg("Balance by age"))


def _line(line: StatementLine) -> tuple[Cell, ...]:
    amount = Cell(Dollars(abs(line.amount)))
    charge, credit = (Cell(), amount) if line.amount < 0 else (amount, Cell())
    return (
        Cell(day_at(line.day)),
        Cell(line.patient),
        Cell(line.what),
        charge,
        credit,
        Cell(Dollars(line.balance)),
    )
