"""What the card says of a lab case, and of planned treatment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from app.core.text import At, Dollars, Shape, Words, join, many, msg
from app.domain.lists.lab import LabCaseAway
from app.domain.lists.treatment import BenefitsLeft, PlannedTreatment
from app.domain.people.phones import phone_text
from app.domain.schedule.tile import CardRow
from app.viewmodels.staff.lists.rows import ListRow


def details(row: ListRow) -> Iterator[CardRow]:
    """Nothing for the rows of other lists."""
    if row.lab is not None:
        yield from _lab(row.lab)
    if row.treatment is not None:
        yield from _treatment(row.treatment)


def _lab(case: LabCaseAway) -> Iterator[CardRow]:
    lab = join([case.laboratory, phone_text(case.lab_phone)], "\n")
    for label, value in (
        (msg("Laboratory"), lab if case.laboratory else ""),
        (msg("Sent"), _day(case.sent)),
        (msg("Due back"), _day(case.due)),
        (msg("Case", "the instructions of a lab case"), case.instructions),
    ):
        if value:
            yield CardRow(label, value)


def _treatment(found: PlannedTreatment) -> Iterator[CardRow]:
    yield CardRow(msg("Planned"), many("{n} procedures", "{n} procedure", found.count))
    yield CardRow(msg("Fees"), Dollars(found.fees))
    if found.insurance is not None:
        yield CardRow(msg("Insurance"), msg("{amount} estimated", amount=Dollars(found.insurance)))
    if (benefits := found.benefits) is not None:
        yield CardRow(msg("Plan"), benefits.carrier or msg("Without a name", "an insurance carrier"))
        yield CardRow(msg("Benefits"), _benefits(benefits))


def _benefits(benefits: BenefitsLeft) -> Words:
    if benefits.left is None:
        return msg("No yearly maximum is known")
    return msg("{amount} left until {day}", amount=Dollars(benefits.left), day=_day(benefits.last_day))


def _day(day: date | None) -> Words:
    return At(datetime.combine(day, time()), Shape.DATE) if day is not None else ""
