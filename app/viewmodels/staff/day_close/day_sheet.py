"""The day sheet on paper: how the day was closed, its differences, totals, payments and the counted drawer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from decimal import Decimal

from msgspec import Struct

from app.core.text import At, Dollars, Shape, Text, Words, join, many, msg
from app.domain.money.cents import total
from app.domain.money.day_close import DayFacts, InsuranceCheck
from app.domain.money.drawer import PIECES, expected_cash
from app.domain.money.pay_methods import Method
from app.domain.printing.document import Align, Cell, Column, Document, Section, Table
from app.services.money.closing.closed_days import ClosedDay, Count
from app.services.money.closing.day_query import AdjustmentRow
from app.services.money.closing.day_reader import DayMoney
from app.viewmodels.staff.day_close.difference_rows import DifferenceRow
from app.viewmodels.staff.day_close.figures import METHODS, groups, match_rows
from app.viewmodels.staff.day_close.payments import ORIGINS, payment_lines

_NUMBERS = (Column(msg("Count"), align=Align.END), Column(msg("Amount"), align=Align.END))
AGREES = msg("No differences.")
SIGNED = msg("Counted by ______________________     Checked by ______________________")


class ShownDay(Struct, frozen=True):
    """One day as it is on the screen."""

    facts: DayFacts
    """Those of the clinic that is named."""
    money: DayMoney
    rows: tuple[DifferenceRow, ...]
    count: Count
    closed: ClosedDay | None
    clinic: str
    """Empty: the whole office."""
    clinics: Mapping[int, str]


def day_sheet(day: ShownDay, *, practice: str, now: datetime) -> Document:
    """The document of one day."""
    facts, money = day.facts, day.money
    tables = (
        *_differences(day.rows),
        _match(facts, day.count),
        *_totals(facts, day.clinics),
        *_payments(facts, money, day.clinics),
        *_checks(facts.checks),
        *_adjustments(money.adjustments, money),
        *_drawer(facts, day.count),
    )
    section = Section(
        title=At(datetime.combine(facts.day, time()), Shape.FULL_DAY),
        lines=tuple(_lines(day.clinic, day.closed, facts)),
        tables=tables,
        closing=(*money.unseen, SIGNED),
    )
    printed = msg("Printed {when}", when=At(now, Shape.BOTH))
    return Document(msg("Day sheet"), practice, printed, (section,), one_page=True)


def _lines(clinic: str, closed: ClosedDay | None, facts: DayFacts) -> Iterator[Words]:
    if clinic:
        yield msg("Only {names}", names=clinic)
    sum_of = Dollars(total(each.amount for each in facts.of_day))
    count = len(facts.of_day)
    yield many("{n} payments, {amount}", "{n} payment, {amount}", count, amount=sum_of)
    if closed is None:
        yield msg("Not closed yet")
        return
    yield msg("Closed by {name}, {when}", name=closed.by, when=At(closed.at, Shape.BOTH))
    if closed.note:
        yield join([msg("Reason:"), closed.note])


def _differences(rows: Iterable[DifferenceRow]) -> Iterator[Table]:
    wrong = [row for row in rows if not row.difference.is_note]
    cells = tuple((Cell(row.words), Cell(row.advice)) for row in wrong) or ((Cell(AGREES), Cell()),)
    yield Table((Column(msg("Difference"), 5), Column(msg("What to do"), 5)), cells, msg("Differences"))


def _match(facts: DayFacts, count: Count) -> Table:
    titles = (msg("This PC"), msg("Open Dental"), msg("Counted"), msg("Difference"))
    columns = (Column("", 1), *(Column(title, align=Align.END) for title in titles))
    rows = tuple(
        (Cell(row.words), _money(row.here), _money(row.taken), _money(row.counted), _money(row.off))
        for row in match_rows(facts, count)
    )
    return Table(columns, rows, msg("Taken on this day"))


def _totals(facts: DayFacts, clinics: Mapping[int, str]) -> Iterator[Table]:
    for group in groups(facts, clinics):
        rows = tuple((Cell(name), Cell(str(count)), _money(amount)) for name, count, amount in group.rows)
        yield Table((Column(group.title, 1), *_NUMBERS), rows)


def _payments(facts: DayFacts, money: DayMoney, clinics: Mapping[int, str]) -> Iterator[Table]:
    lines = payment_lines(facts.of_day, money, clinics)
    if lines:
        columns = (
            Column(msg("Patient"), 4), Column(msg("Type"), 2), Column(msg("Check no."), 2), Column(msg("Taken by"), 2),
            Column(msg("Entered in"), 2), Column(msg("Splits"), 1), Column(msg("Amount"), align=Align.END),
        )  # fmt: skip
        rows = tuple(
            (
                Cell(line.name), Cell(line.taken.type_name), Cell(line.taken.check_num), Cell(line.taken.who),
                Cell(ORIGINS[line.taken.origin]), Cell(line.splits), _money(line.taken.amount),
            )
            for line in lines
        )  # fmt: skip
        yield Table(columns, rows, msg("Payments"))


def _checks(checks: Iterable[InsuranceCheck]) -> Iterator[Table]:
    rows = tuple(
        (Cell(each.carrier), Cell(each.type_name), Cell(each.check_num), _money(each.amount))
        for each in checks
    )
    if rows:
        columns = (
            Column(msg("Carrier"), 4), Column(msg("Type"), 2), Column(msg("Check no."), 2),
            Column(msg("Amount"), align=Align.END),
        )  # fmt: skip
        yield Table(columns, rows, msg("Insurance checks"))


def _adjustments(adjustments: Iterable[AdjustmentRow], money: DayMoney) -> Iterator[Table]:
    rows = tuple(
        (Cell(money.name(each.PatNum)), Cell(each.adjType), Cell(each.userName), _money(each.AdjAmt))
        for each in adjustments
    )
    if rows:
        columns = (
            Column(msg("Patient"), 4), Column(msg("Type"), 3), Column(msg("Entered by"), 2),
            Column(msg("Amount"), align=Align.END),
        )  # fmt: skip
        yield Table(columns, rows, msg("Adjustments"))


def _drawer(facts: DayFacts, count: Count) -> Iterator[Table]:
    if count.cash is None:
        return
    columns = (Column(msg("Drawer"), 1), *_NUMBERS)
    expected = expected_cash(count.starting, facts.expected(Method.CASH, here_only=count.here_only))
    pieces = [
        (Cell(Dollars(piece)), Cell(str(number)), _money(piece * number))
        for piece in PIECES
        if (number := count.pieces.get(str(piece), 0))
    ]
    sums: list[tuple[Text, Decimal]] = [
        (msg("Counted"), count.cash),
        (msg("Starting cash"), count.starting),
        (msg("Expected"), expected),
        (msg("Difference"), count.cash - expected),
    ]
    rows = (*pieces, *((Cell(words), Cell(), _money(amount)) for words, amount in sums))
    yield Table(columns, rows, METHODS[Method.CASH])


def _money(amount: Decimal | None) -> Cell:
    return Cell() if amount is None else Cell(Dollars(amount))
