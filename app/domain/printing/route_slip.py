"""A route slip: one page that goes with the patient through the office and comes back to the desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from msgspec import Struct

from app.core.text import At, Dollars, Shape, Span, Text, Words, join, msg
from app.domain.money.cents import ZERO
from app.domain.people.ages import birth_text
from app.domain.printing.document import Cell, Column, Document, Section, Table
from app.domain.printing.receipt import balance_rows, day_at, named
from app.domain.schedule.visit import Visit

TITLE = msg("Route slip")
NOT_KNOWN = msg("Not available")
"""Printed where something could not be read: never left blank, which would look as if there were none."""
NONE = msg("None")
FACTS = (Column("", 2), Column("", 9))


class SlipPlan(Struct, frozen=True):
    """One insurance. Amounts in US dollars; None: not limited, or not known."""

    carrier: str
    remaining: Decimal | None = None
    verified: date | None = None
    """When its benefits were verified."""


class SlipRecall(Struct, frozen=True):
    """One recall."""

    kind: Words
    due: date | None
    scheduled: date | None = None


class SlipMoney(Struct, frozen=True):
    """What the family owes."""

    balance: Decimal
    pending: Decimal = ZERO


class SlipMedical(Struct, frozen=True):
    """What must be known before anyone treats the patient."""

    alerts: tuple[Words, ...] = ()
    allergies: tuple[str, ...] = ()
    medications: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


class RouteSlip(Struct, frozen=True, kw_only=True):
    """One appointment. None: could not be read."""

    visit: Visit
    practice: str = ""
    where: str = ""
    """The operatory and the providers."""
    medical: SlipMedical | None = None
    money: SlipMoney | None = None
    plans: tuple[SlipPlan, ...] | None = None
    recalls: tuple[SlipRecall, ...] | None = None
    coming: tuple[datetime, ...] | None = None
    """Later appointments."""


def slip_document(slip: RouteSlip, now: datetime) -> Document:
    """The slip on paper."""
    return Document(
        title=TITLE,
        practice=slip.practice,
        printed=msg("Printed {when}", when=At(now, Shape.BOTH)),
        sections=(_section(slip, now),),
    )


def _section(slip: RouteSlip, now: datetime) -> Section:
    visit = slip.visit
    day = At(visit.start, Shape.FULL_DAY)
    tables = (
        Table(FACTS, tuple(_appointment(slip)), msg("Appointment")),
        Table(FACTS, tuple(_patient(visit, now)), msg("Patient")),
        Table(FACTS, tuple(_medical(slip.medical)), msg("Medical")),
        Table(FACTS, tuple(_account(slip)), msg("Account and insurance")),
        Table(FACTS, tuple(_later(slip)), msg("Recall and later appointments")),
        Table(FACTS, _blanks(), msg("Next appointment")),
    )
    return Section(visit.name, (day,), tables)


def _appointment(slip: RouteSlip) -> Iterator[tuple[Cell, Cell]]:
    visit = slip.visit
    length = msg("{n} min", n=visit.minutes)
    yield named(msg("Time"), join([Span(visit.start, visit.end), length], " · "))
    if slip.where:
        yield named(msg("Operatory"), slip.where)
    yield _plain(msg("Procedures"), visit.procedures or NONE)
    if visit.status_name.strip():
        yield _plain(msg("Status"), visit.status_name.strip())
    if visit.note.strip():
        yield _plain(msg("Note"), visit.note.strip())


def _patient(visit: Visit, now: datetime) -> Iterator[tuple[Cell, Cell]]:
    person = visit.person
    if person is not None and person.birthdate is not None:
        yield _plain(msg("Born"), birth_text(person.birthdate, now.date()))
    if person is not None:
        yield _plain(msg("Phone"), person.phone or NONE)
    yield _plain(msg("Number"), str(visit.pat_num))


def _medical(medical: SlipMedical | None) -> Iterator[tuple[Cell, Cell]]:
    if medical is None:
        yield _plain(msg("Alerts"), NOT_KNOWN)
        return
    yield named(msg("Alerts"), join(medical.alerts, "\n")) if medical.alerts else _plain(msg("Alerts"), NONE)
    yield _plain(msg("Allergies"), ", ".join(medical.allergies) or NONE)
    yield _plain(msg("Medications"), ", ".join(medical.medications) or NONE)
    yield _plain(msg("Problems"), ", ".join(medical.problems) or NONE)


def _account(slip: RouteSlip) -> Iterator[tuple[Cell, Cell]]:
    if slip.money is None:
        yield _plain(msg("Balance"), NOT_KNOWN)
    else:
        yield from balance_rows(slip.money.balance, slip.money.pending)
    if not slip.plans:
        yield _plain(msg("Insurance"), NOT_KNOWN if slip.plans is None else NONE)
    for plan in slip.plans or ():
        yield _plain(msg("Insurance"), _plan(plan))


def _plan(plan: SlipPlan) -> Text:
    left = (
        msg("{amount} left this year", amount=Dollars(plan.remaining)) if plan.remaining is not None else ""
    )
    verified = msg("verified {day}", day=day_at(plan.verified)) if plan.verified else msg("not verified")
    return join([plan.carrier, left, verified], " · ")


def _later(slip: RouteSlip) -> Iterator[tuple[Cell, Cell]]:
    if not slip.recalls:
        yield _plain(msg("Recall"), NOT_KNOWN if slip.recalls is None else NONE)
    for recall in slip.recalls or ():
        yield _plain(msg("Recall"), _recall(recall))
    if not slip.coming:
        yield _plain(msg("Next"), NOT_KNOWN if slip.coming is None else NONE)
    for start in slip.coming or ():
        yield _plain(msg("Next"), join([At(start, Shape.DATED_DAY), At(start)], ", "))


def _recall(recall: SlipRecall) -> Text:
    if recall.scheduled is not None:
        state: Words = msg("scheduled {day}", day=day_at(recall.scheduled))
    elif recall.due is not None:
        state = msg("due {day}", day=day_at(recall.due))
    else:
        state = ""
    return join([recall.kind, state], ", ")


def _blanks() -> tuple[tuple[Cell, Cell], ...]:
    """To be filled in by hand."""
    words = (msg("What for"), msg("How long"), msg("When"), msg("With whom"))
    return tuple(_plain(each, "\n") for each in words)


def _plain(name: Text, value: Words) -> tuple[Cell, Cell]:
    return Cell(name), Cell(value)
