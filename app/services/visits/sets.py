"""Sets of procedures that can be put on an appointment in one click: a recall, a new patient, the office's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from app.domain.people.ages import age_on
from app.services.patients.parts.recalls import due_first, is_disabled
from app.services.visits.facts import Listed, QuickAdd, RecallRules
from app.services.visits.office_rules import listed_in
from app.wire.lenient import whole_or
from app.wire.resources.appointment_types import AppointmentType
from app.wire.resources.recall_types import RecallType
from app.wire.resources.recalls import Recall

PROPHY, CHILD, PERIO = "RecallTypeSpecialProphy", "RecallTypeSpecialChildProphy", "RecallTypeSpecialPerio"
ADULT_AGE = "RecallAgeAdult"
AROUND = timedelta(days=45)
"""How long before it is due a recall is usually seen."""
USUAL_ADULT_AGE = 12
"""Open Dental's own, where the preference is missing."""
_NEW = ("new patient", "new pat", "np ")  # words: parts of an office's own names
"""How an office names what it does for a new patient."""


class SetKind(StrEnum):
    """Where a set comes from."""

    RECALL = "recall"
    NEW_PATIENT = "new patient"
    QUICK = "quick"
    TYPE = "type"


class ProcedureSet(Struct, frozen=True):
    """One set. `name` is the office's own. `fits`: it is what this appointment is probably for."""

    kind: SetKind
    name: str
    listed: tuple[Listed, ...]
    fits: bool = False


def recall_sets(
    recalls: Iterable[Recall], rules: RecallRules, born: date | None, day: date, today: date
) -> tuple[ProcedureSet, ...]:
    """The patient's recalls, the one due first first, as Open Dental schedules them for an appointment on `day`.

    A prophy or perio recall brings along further types that are due by then and marked so by the office.
    """
    rows = [row for row in due_first(recalls) if not is_disabled(row, today)]
    special = {whole_or(rules.preferences.get(name), 0) for name in (PROPHY, CHILD, PERIO)} - {0}
    sets = []
    for row in rows:
        kind = _type_for(row, rules, born, max(day, today))
        if kind is None:
            continue
        listed = list(listed_in(kind.Procedures))
        if row.RecallTypeNum in special:
            for other in rows:
                if other.RecallNum != row.RecallNum and _comes_along(other, row, rules.types, special, today):
                    also = listed_in(rules.types[other.RecallTypeNum].Procedures)
                    listed += [each for each in also if each not in listed]
        if listed:
            name, fits = kind.Description.strip(), _is_due(row, day, today)
            sets.append(ProcedureSet(SetKind.RECALL, name, tuple(listed), fits))
    return tuple(sets)


def new_patient_set(
    types: Iterable[AppointmentType], quick: Iterable[QuickAdd], *, child: bool
) -> ProcedureSet | None:
    """What the office does for new patients: its own set or appointment type that is named so; None without one."""
    offered = [
        *((each.name, each.listed) for each in quick),
        *((each.AppointmentTypeName.strip(), listed_in(each.CodeStr)) for each in types if not each.IsHidden),
    ]
    named = [(name, listed) for name, listed in offered if listed and _is_new(name)]
    fitting = [each for each in named if ("child" in each[0].casefold()) is child] or named
    return ProcedureSet(SetKind.NEW_PATIENT, *fitting[0]) if fitting else None


def type_sets(types: Iterable[AppointmentType]) -> tuple[ProcedureSet, ...]:
    """The appointment types that have procedures."""
    return tuple(
        ProcedureSet(SetKind.TYPE, each.AppointmentTypeName.strip(), listed)
        for each in types
        if not each.IsHidden and (listed := listed_in(each.CodeStr))
    )


def is_child(born: date | None, day: date, preferences: Mapping[str, str]) -> bool:
    """Whether a patient is younger than the office's adults on a day; not without a birthdate."""
    age = age_on(born, day)
    return age is not None and age < whole_or(preferences.get(ADULT_AGE), USUAL_ADULT_AGE)


def missing_from(listed: Sequence[Listed], there: Iterable[Listed]) -> tuple[Listed, ...]:
    """The procedures of a set that an appointment doesn't have yet. One that it has counts for one of the set.

    One whose tooth the set leaves open is there on whatever tooth it is.
    """
    left, found = list(there), set()
    for at in sorted(range(len(listed)), key=lambda at: not listed[at].tooth):
        code, tooth = listed[at]
        has = next((one for one in left if one.code == code and tooth in ("", one.tooth)), None)
        if has is not None:
            left.remove(has)
            found.add(at)
    return tuple(each for at, each in enumerate(listed) if at not in found)


def _is_due(row: Recall, day: date, today: date) -> bool:
    """Whether a recall is due around an appointment's day, and not booked for another day."""
    booked = row.DateScheduled is not None and row.DateScheduled >= today and row.DateScheduled != day
    return not booked and row.DateDue is not None and row.DateDue <= day + AROUND


def _type_for(row: Recall, rules: RecallRules, born: date | None, day: date) -> RecallType | None:
    """The type of a recall; a child's instead of the adults' prophy."""
    prophy, child = (whole_or(rules.preferences.get(name), 0) for name in (PROPHY, CHILD))
    number = row.RecallTypeNum
    if number and number == prophy and child in rules.types and is_child(born, day, rules.preferences):
        number = child
    return rules.types.get(number)


def _comes_along(
    other: Recall, row: Recall, types: Mapping[int, RecallType], special: set[int], today: date
) -> bool:
    """Whether another recall is done at the same time: due before it, or overdue, and appended by the office."""
    kind = types.get(other.RecallTypeNum)
    if kind is None or not kind.AppendToSpecial or other.RecallTypeNum in special or other.DateDue is None:
        return False
    return other.DateDue <= max(row.DateDue or today, today)


def _is_new(name: str) -> bool:
    folded = f"{' '.join(name.casefold().split())} "
    return any(folded.startswith(each) or f" {each}" in folded for each in _NEW)
