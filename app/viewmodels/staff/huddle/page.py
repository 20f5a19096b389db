"""The huddle's page on paper: the day's appointments, and what has to be done before each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal

from msgspec import Struct

from app.core.text import At, Dollars, Shape, Words, join, many, msg
from app.domain.huddle.readiness import Item, Readiness
from app.domain.printing.document import Align, Cell, Column, Document, Section, Table
from app.domain.schedule.clashes import Names
from app.domain.schedule.visit import Mark
from app.viewmodels.staff.huddle.words import ITEM_NAMES, to_do_words

COLUMNS = (
    Column(msg("Time"), align=Align.END),
    Column(msg("Patient"), 4),
    Column(msg("Procedures"), 4),
    Column(msg("Provider")),
    Column(msg("To do"), 8),
)


class HuddlePage(Struct, frozen=True):
    """One day to print."""

    day: date
    rows: Sequence[Readiness]
    names: Names
    as_of: datetime | None
    """When the readiness was read; None: it is not complete."""
    clinic: str = ""
    """Empty: the whole office."""


def huddle_page(page: HuddlePage, *, practice: str, now: datetime) -> Document:
    """The document of one day."""
    table = Table(COLUMNS, tuple(_row(row, page.names) for row in page.rows))
    section = Section(
        title=At(datetime.combine(page.day, time()), Shape.FULL_DAY),
        lines=tuple(_lines(page)),
        tables=(table,) if page.rows else (),
        closing=tuple(_unknown(page.rows)),
    )
    age = msg("As of {when}", when=At(page.as_of)) if page.as_of is not None else msg("Not complete")
    return Document(
        title=msg("Huddle"),
        practice=practice,
        printed=msg("Printed {when}", when=At(now, Shape.BOTH)),
        sections=(section,),
        age=age,
        one_page=True,
    )


def _lines(page: HuddlePage) -> Iterator[Words]:
    rows = page.rows
    if page.clinic:
        yield msg("Only {names}", names=page.clinic)
    if not rows:
        yield msg("No appointments")
        return
    new = sum(Mark.NEW_PATIENT in row.visit.marks for row in rows)
    unconfirmed = sum(Item.CONFIRM in row.to_do for row in rows)
    counts = [
        many("{n} appointments", "{n} appointment", len(rows)),
        many("{n} new patients", "{n} new patient", new) if new else "",
        msg("{n} not confirmed", n=unconfirmed) if unconfirmed else "",
    ]
    yield join([each for each in counts if each], " · ")
    owed = {  # a family with several appointments owes once
        row.facts.guarantor or row.visit.pat_num: row.facts.portion or Decimal(0)
        for row in rows
        if Item.BALANCE in row.to_do
    }
    if owed:
        amount = Dollars(sum(owed.values(), Decimal(0)))
        yield many("{n} families owe {amount} in all", "{n} family owes {amount}", len(owed), amount=amount)
    away = sum(Item.LAB in row.to_do for row in rows)
    if away:
        yield many(
            "Lab work is not back for {n} appointments", "Lab work is not back for 1 appointment", away
        )


def _row(row: Readiness, names: Names) -> tuple[Cell, ...]:
    visit = row.visit
    who = (visit.prov_hyg, visit.prov_num) if visit.is_hygiene else (visit.prov_num, visit.prov_hyg)
    new = msg("New patient") if Mark.NEW_PATIENT in visit.marks else ""
    return (
        Cell(lead=At(visit.start)),
        Cell(new, lead=visit.name),
        Cell(visit.procedures),
        Cell(", ".join(names.provider(each) for each in who if each)),
        Cell(join([to_do_words(row, item) for item in row.to_do], "; ")),
    )


def _unknown(rows: Sequence[Readiness]) -> Iterator[Words]:
    missing = [item for item in Item if any(item in row.unknown for row in rows)]
    if missing:
        yield msg(
            "Not known for every patient: {what}", what=join([ITEM_NAMES[each] for each in missing], ", ")
        )
