"""A walkout statement: what was done today, what it costs whom, what was paid, and when the patient comes again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal

from msgspec import Struct

from app.core.text import At, Dollars, Shape, Words, join, msg
from app.domain.money.cents import ZERO, total
from app.domain.printing.document import Align, Cell, Column, Document, Table
from app.domain.printing.letterhead import Letterhead, with_letterhead
from app.domain.printing.receipt import NAMED, SUMS, balance_rows, day_at, named

DONE = (
    Column(msg("Code")),
    Column(msg("Procedure"), 7),
    Column(msg("Provider"), 2),
    Column(msg("Fee"), align=Align.END),
    Column(msg("Insurance"), align=Align.END),
    Column(msg("You pay"), align=Align.END),
)
PAID = (Column(msg("Payment"), 7), Column(msg("Amount"), align=Align.END))


class Treated(Struct, frozen=True):
    """One completed procedure. Amounts in US dollars."""

    code: str
    description: Words
    """With the tooth."""
    provider: str
    fee: Decimal
    insurance: Decimal = ZERO
    """The estimate of payment and write-off."""

    @property
    def portion(self) -> Decimal:
        """What the patient pays."""
        return self.fee - self.insurance


class Paid(Struct, frozen=True):
    """One payment of today: its type and check number."""

    what: Words
    amount: Decimal


class Coming(Struct, frozen=True):
    """The next appointment, or a recall that is due."""

    when: datetime | date
    what: Words = ""
    """With whom, and what for."""


class Walkout(Struct, frozen=True, kw_only=True):
    """One patient's day. Amounts in US dollars."""

    letterhead: Letterhead
    patient: str
    day: date
    treated: tuple[Treated, ...] = ()
    paid: tuple[Paid, ...] = ()
    balance: Decimal = ZERO
    """What the family owes now, before insurance estimates."""
    pending: Decimal = ZERO
    """The part of that expected from insurance."""
    coming: tuple[Coming, ...] = ()
    handed_by: str = ""
    """The initials of whoever checked the patient out."""


def walkout_document(walkout: Walkout, now: datetime) -> Document:
    """The statement on paper."""
    title = msg("Walkout statement")
    return with_letterhead(walkout.letterhead, title, _tables(walkout), now, one_page=True)


def _tables(walkout: Walkout) -> Iterator[Table]:
    facts = [named(msg("Patient"), walkout.patient), named(msg("Date"), day_at(walkout.day))]
    if walkout.handed_by:
        facts.append(named(msg("Checked out by"), walkout.handed_by))
    yield Table(NAMED, tuple(facts), msg("Walkout statement"))
    if walkout.treated:
        yield Table(DONE, (*map(_treated, walkout.treated), _sums(walkout)), msg("Today's procedures"))
    if walkout.paid:
        rows = tuple((Cell(each.what), Cell(Dollars(each.amount))) for each in walkout.paid)
        yield Table(PAID, rows, msg("Today's payments"))
    yield Table(SUMS, tuple(balance_rows(walkout.balance, walkout.pending)), msg("Family account"))
    if walkout.coming:
        yield Table(NAMED, tuple(map(_coming, walkout.coming)), msg("Next"))


def _treated(row: Treated) -> tuple[Cell, ...]:
    amounts = (row.fee, row.insurance, row.portion)
    return (
        Cell(row.code),
        Cell(row.description),
        Cell(row.provider),
        *(Cell(Dollars(each)) for each in amounts),
    )


def _sums(walkout: Walkout) -> tuple[Cell, ...]:
    rows = walkout.treated
    sums = (
        total(row.fee for row in rows),
        total(row.insurance for row in rows),
        total(row.portion for row in rows),
    )
    return (Cell(), Cell(lead=msg("Total")), Cell(), *(Cell(lead=Dollars(each)) for each in sums))


def _coming(each: Coming) -> tuple[Cell, Cell]:
    at = each.when
    if isinstance(at, datetime):
        when = join([At(at, Shape.DATED_DAY), At(at)], ", ")
    else:
        when = msg("due {day}", day=At(datetime.combine(at, time()), Shape.DATE))
    return Cell(each.what), Cell(lead=when)
