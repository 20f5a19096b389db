"""A treatment estimate to take home: each planned procedure with its fee, insurance and the patient's part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from msgspec import Struct

from app.core.text import At, Dollars, Shape, Words, msg
from app.domain.chart.plans import PlanLine
from app.domain.lists.treatment import BenefitsLeft
from app.domain.money.cents import ZERO, total
from app.domain.printing.document import Align, Cell, Column, Document, Section, Table
from app.domain.printing.letterhead import Letterhead
from app.domain.printing.receipt import day_at

TITLE = msg("Treatment estimate")
COLUMNS = (
    Column(msg("Tooth")),
    Column(msg("Procedure"), 1),
    Column(msg("Fee"), align=Align.END),
    Column(msg("Insurance"), align=Align.END),
    Column(msg("Discount"), align=Align.END),
    Column(msg("Your part"), align=Align.END),
)
NOTICE = msg(
    "This is an estimate, not a bill. What insurance pays depends on the plan on the day of treatment, and may be less."
)


class Estimate(Struct, frozen=True, kw_only=True):
    """One patient's planned procedures that are not done."""

    name: str
    lines: tuple[PlanLine, ...]
    letterhead: Letterhead = Letterhead()
    benefits: BenefitsLeft | None = None


def estimate_document(estimate: Estimate, now: datetime) -> Document:
    """On one page if it fits."""
    return Document(
        title=TITLE,
        practice=estimate.letterhead.name,
        printed=msg("Printed {when}", when=At(now, Shape.BOTH)),
        sections=(
            Section(
                TITLE,
                (*estimate.letterhead.lines, estimate.name, At(now, Shape.FULL_DAY)),
                (Table(COLUMNS, tuple(_rows(estimate.lines))),),
                tuple(_closing(estimate)),
            ),
        ),
        one_page=True,
    )


def _rows(lines: Sequence[PlanLine]) -> Iterator[tuple[Cell, ...]]:
    for line in lines:
        tooth = " ".join(filter(None, (line.tooth, line.surfaces)))
        yield (
            Cell(tooth),
            Cell(line.name or line.code),
            *(
                Cell(_amount(each))
                for each in (line.fee, line.insurance, line.write_off or None, line.patient)
            ),
        )
    sums = (
        total(line.fee for line in lines),
        total(line.insurance or ZERO for line in lines),
        total(line.write_off for line in lines),
        total(line.patient for line in lines),
    )
    yield (Cell(), Cell(lead=msg("Total")), *(Cell(lead=_amount(each)) for each in sums))


def _closing(estimate: Estimate) -> Iterator[Words]:
    benefits = estimate.benefits
    if benefits is not None and benefits.left is not None:
        yield msg(
            "Your insurance has {amount} left for this benefit year, which ends on {day}.",
            amount=Dollars(benefits.left),
            day=day_at(benefits.last_day),
        )
    yield NOTICE


def _amount(amount: Decimal | None) -> Words:
    return Dollars(amount) if amount is not None else ""
