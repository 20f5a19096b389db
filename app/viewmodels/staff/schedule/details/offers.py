"""What can be put on an appointment in one click, and where the patient's other procedures are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.core.text import At, Shape, Words, msg
from app.domain.chart.numbering import numbering_named
from app.domain.schedule.visit import Mark, Visit
from app.services.patients.summary.records import known_or_none
from app.services.visits.facts import Listed, RecallRules, VisitFacts
from app.services.visits.sets import (
    ProcedureSet,
    SetKind,
    is_child,
    missing_from,
    new_patient_set,
    recall_sets,
    type_sets,
)
from app.store.lists import OfficeLists
from app.store.office import Office
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.details.placing import listed_of
from app.viewmodels.staff.schedule.details.shown import SetButton, set_button
from app.viewmodels.translation import tr
from app.wire.resources.appointments import ApptStatus

MOST_RECALLS = 2
"""Recalls that get a button of their own; the one due first first."""


def offers_of(
    desk: DeskViewModel, visit: Visit, facts: VisitFacts
) -> tuple[tuple[SetButton, ...], tuple[SetButton, ...]]:
    """The sets that fit the patient, which get a button; and all others. Only those that would add something."""
    lists = desk.parts.office.lists or OfficeLists()
    rules, quick = known_or_none(facts.rules) or RecallRules(), known_or_none(facts.quick) or ()
    born = visit.person.birthdate if visit.person is not None else None
    day, today = visit.start.date(), desk.now().date()
    recalls = recall_sets(known_or_none(facts.recalls) or (), rules, born, day, today)
    first = [each for each in recalls if each.fits][:MOST_RECALLS]
    child = is_child(born, day, rules.preferences)
    new = new_patient_set(lists.appointment_types, quick, child=child)
    if new is not None and Mark.NEW_PATIENT in visit.marks:
        first.insert(0, new)
    rest = [each for each in recalls if each not in first]
    if new is not None and new not in first:
        rest.append(new)
    rest += [ProcedureSet(SetKind.QUICK, each.name, each.listed) for each in quick]
    rest += type_sets(lists.appointment_types)
    there = [listed_of(row, numbering_named(desk.tooth_numbers.value)) for row in facts.attached]
    return _buttons(first, there), _buttons(rest, there)


def types_of(lists: OfficeLists, type_num: int) -> tuple[tuple[int, str], ...]:
    """The office's appointment types, and the appointment's own if it is hidden there."""
    named = [(each.AppointmentTypeNum, each.AppointmentTypeName.strip()) for each in lists.appointment_types]
    if type_num and type_num not in {number for number, _ in named}:
        named.append((type_num, tr("Hidden type")))
    return ((0, tr("No type")), *named)


def places_of(office: Office, facts: VisitFacts) -> Mapping[int, Words]:
    """Where the appointments of the planned procedures are, as far as it is known."""
    found: dict[int, Words] = {}
    for number in {row.AptNum for row in facts.planned if row.AptNum}:
        row = facts.places.get(number) or office.visit_row(number)
        if row is not None and row.AptStatus is ApptStatus.UNSCHED_LIST:
            found[number] = msg("On the Unscheduled List")
        elif row is not None and row.AptDateTime is not None:
            day = At(row.AptDateTime, Shape.DATE)
            broken = row.AptStatus is ApptStatus.BROKEN
            found[number] = msg("Broken on {day}", day=day) if broken else msg("Booked for {day}", day=day)
    return found


def _buttons(sets: Iterable[ProcedureSet], there: list[Listed]) -> tuple[SetButton, ...]:
    """Those that would add something, each only once."""
    found: dict[tuple[Listed, ...], SetButton] = {}
    for each in sets:
        missing, same = missing_from(each.listed, there), tuple(sorted(each.listed))
        if missing and same not in found:
            found[same] = set_button(each, missing)
    return tuple(found.values())
