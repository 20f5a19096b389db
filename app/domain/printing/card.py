"""An appointment card: what a patient takes home to remember when to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from app.core.text import At, Shape, Words, join, msg
from app.domain.printing.document import Document, Line, Sheet
from app.domain.printing.letterhead import Letterhead

WIDTH, HEIGHT = 252, 144
"""3½ by 2 inches: a business card."""
TITLE = msg("Appointment card")
MOST = 4
"""The most appointments that are legible on a card."""


class CardAppointment(Struct, frozen=True):
    """One appointment: when, and with whom, as patients know that person."""

    start: datetime
    provider: str = ""


class AppointmentCard(Struct, frozen=True, kw_only=True):
    """A patient's next appointments, by time."""

    letterhead: Letterhead
    patient: Words
    """First name first."""
    appointments: tuple[CardAppointment, ...]


def card_document(card: AppointmentCard) -> Document:
    """The card on paper."""
    return Document(TITLE, "", "", sheets=(Sheet(WIDTH, HEIGHT, tuple(_lines(card))),))


def _lines(card: AppointmentCard) -> Iterator[Line]:
    head = card.letterhead
    if head.name:
        yield Line(head.name, 10, strong=True)
    if head.lines:
        yield Line(join(head.lines, " · "), 7)
    yield Line(card.patient, 9, gap=7)
    first, *others = card.appointments[:MOST]
    yield Line(At(first.start, Shape.FULL_DAY), 12, strong=True, gap=2)
    yield Line(At(first.start), 12, strong=True)
    if first.provider:
        yield Line(msg("with {provider}", provider=first.provider), 9)
    for number, each in enumerate(others):
        yield Line(_later(each), 8, gap=0 if number else 5)


def _later(each: CardAppointment) -> Words:
    when = join([At(each.start, Shape.DATED_DAY), At(each.start)], ", ")
    if not each.provider:
        return when
    return msg("{time} with {provider}", time=when, provider=each.provider)
