"""What is known about an appointment before it is booked: for whom, and what a recall asks for."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from app.core.text import Words, msg
from app.domain.schedule.pattern import minutes_of
from app.domain.schedule.visit import Person
from app.wire.resources.appointment_types import AppointmentType
from app.wire.resources.recall_types import RecallType


class BookingHint(Struct, frozen=True):
    """Zero, empty and None: not known, the user decides."""

    person: Person
    type_num: int | None = None
    minutes: int = 0
    hygiene: bool = False
    """Whether a hygienist is looked for."""
    note: Words = ""


def hint_of_recall(
    person: Person, recall: RecallType | None, types: Iterable[AppointmentType]
) -> BookingHint:
    """What a recall of this type asks for; None: its type isn't known.

    The office's appointment type is the one with the same procedures, else the one of the same name.
    """
    if recall is None:
        return BookingHint(person, hygiene=True)
    shown = [each for each in types if not each.IsHidden]
    codes = _codes(recall.Procedures)
    same = [each for each in shown if codes and _codes(each.CodeStr) == codes]
    named = [each for each in shown if _folded(each.AppointmentTypeName) == _folded(recall.Description)]
    type_num = next((each.AppointmentTypeNum for each in (*same, *named)), None)
    listed = ", ".join(sorted(codes))
    note = msg("Recall: {kind}", kind=recall.Description.strip())
    if listed:
        note = msg("Recall: {kind} ({codes})", kind=recall.Description.strip(), codes=listed)
    return BookingHint(person, type_num, minutes_of(recall.TimePattern.strip()), hygiene=True, note=note)


def _codes(text: str) -> frozenset[str]:
    return frozenset(code.strip() for code in text.split(",") if code.strip())


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
