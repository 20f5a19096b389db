"""A receipt: what was paid, what for, and what is still owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal

from msgspec import Struct

from app.core.text import NO_TEXT, At, Dollars, Shape, Text, Words, join, msg
from app.domain.money.cents import ZERO
from app.domain.printing.document import Align, Cell, Column, Document, Table
from app.domain.printing.letterhead import Letterhead, with_letterhead

NAMED = (Column("", 3), Column("", 7))
"""Names at the left, values at the right."""
SUMS = (Column("", 7), Column("", align=Align.END))
"""Names at the left, amounts at the right."""
APPLIED = (
    Column(msg("Date")),
    Column(msg("Patient"), 4),
    Column(msg("For"), 6),
    Column(msg("Amount"), align=Align.END),
)


class Applied(Struct, frozen=True):
    """A part of a payment. `what`: the procedure, adjustment or plan charge that it pays, or a prepayment."""

    day: date | None
    patient: str
    what: Words
    amount: Decimal


class Receipt(Struct, frozen=True, kw_only=True):
    """One payment. Amounts in US dollars."""

    letterhead: Letterhead
    patient: str
    """Whom it was taken from, as the schedule writes the name."""
    day: date
    amount: Decimal
    """Negative: a refund."""
    method: str
    """The office's payment type; empty if unknown."""
    check: str = ""
    bank: str = ""
    reference: str = ""
    """The short text by which it is found again in Open Dental."""
    taken_by: str = ""
    """The initials of whoever took it."""
    applied: tuple[Applied, ...] = ()
    tendered: Decimal = ZERO
    """The cash that was handed over; 0: not known."""
    balance: Decimal | None = None
    """What the family owes afterwards, before insurance estimates; None: not known."""
    pending: Decimal = ZERO
    """The part of that expected from insurance."""
    copy: bool = False
    """Whether it was printed before."""


def receipt_document(receipt: Receipt, now: datetime) -> Document:
    """The receipt on paper. A copy says so in its title, on every page."""
    refund = receipt.amount < 0
    title = msg("Refund receipt") if refund else msg("Receipt")
    if receipt.copy:
        title = msg("{document} – COPY", document=title)
    tables = [Table(NAMED, tuple(_facts(receipt)), title)]
    if receipt.applied:
        tables.append(Table(APPLIED, tuple(map(_applied, receipt.applied)), msg("Applied to")))
    if receipt.balance is not None:
        # a copy's balance has what was posted since in it
        title_of_sums = msg("Account now") if receipt.copy else msg("Account after this payment")
        tables.append(Table(SUMS, tuple(_balance(receipt)), title_of_sums))
    return with_letterhead(receipt.letterhead, title, tables, now, one_page=True)


def day_at(day: date | None) -> Words:
    """A date in a table; empty without one."""
    return At(datetime.combine(day, time()), Shape.DATE) if day is not None else ""


def balance_rows(balance: Decimal, pending: Decimal) -> Iterator[tuple[Cell, Cell]]:
    """What is owed, what insurance is expected to pay, and what is left for the family."""
    yield named(msg("Balance"), Dollars(balance))
    if pending:
        yield named(msg("Insurance estimate"), Dollars(-pending))
        yield named(msg("Patient portion"), Dollars(balance - pending))


def named(name: Text, value: Words) -> tuple[Cell, Cell]:
    """A row of a table of names and values."""
    return Cell(name), Cell(lead=value)


def _facts(receipt: Receipt) -> Iterator[tuple[Cell, Cell]]:
    yield named(msg("Patient"), receipt.patient)
    yield named(msg("Date"), day_at(receipt.day))
    yield named(msg("Refunded") if receipt.amount < 0 else msg("Paid"), Dollars(abs(receipt.amount)))
    check = msg("no. {number}", number=receipt.check) if receipt.check else NO_TEXT
    if method := join([receipt.method, check, receipt.bank], ", "):
        yield named(msg("Method"), method)
    if receipt.tendered > receipt.amount > 0:
        change = receipt.tendered - receipt.amount
        given = msg("{given}, change {change}", given=Dollars(receipt.tendered), change=Dollars(change))
        yield named(msg("Cash given"), given)
    if receipt.taken_by:
        yield named(msg("Taken by"), receipt.taken_by)
    if receipt.reference:
        yield named(msg("Reference"), receipt.reference)


def _applied(part: Applied) -> tuple[Cell, ...]:
    return (Cell(day_at(part.day)), Cell(part.patient), Cell(part.what), Cell(Dollars(part.amount)))


def _balance(receipt: Receipt) -> Iterable[tuple[Cell, Cell]]:
    return balance_rows(receipt.balance or ZERO, receipt.pending)
