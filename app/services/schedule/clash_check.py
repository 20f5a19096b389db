"""Clashes of a proposed appointment with all appointments in memory, regardless of the screen's filter."""

from __future__ import annotations

from app.core.text import msg
from app.domain.schedule.clashes import OVERRIDDEN, Clash, ClashKind, Proposal, find_clashes
from app.domain.schedule.days import moved
from app.domain.schedule.type_rules import TypeRules, rules_of
from app.services.schedule.grids import NO_LISTS, all_visits, day_plan
from app.services.schedule.rows import names_of
from app.store.lists import OfficeLists
from app.store.office import Office


def clashes_of(office: Office, proposal: Proposal) -> tuple[Clash, ...] | None:
    """The clashes of an appointment at this time and place; None while its day is not in memory."""
    day = proposal.start.date()
    if office.day(day) is None:
        return None
    lists = office.lists or NO_LISTS
    names, late = names_of(lists), proposal.end.date() > day
    visits = {
        visit.apt_num: visit
        for each in (day, moved(day, 1))[: 1 + late]
        for visit in all_visits(office, each)
    }
    plan = day_plan(office, day, with_next=late)
    found = find_clashes(proposal, visits.values(), plan, names, type_rules_of(lists))
    return (*restriction_of(office, proposal), *found)


def restriction_of(office: Office, proposal: Proposal) -> tuple[Clash, ...]:
    """That the patient may not be scheduled, as far as known; a move of an existing appointment counts too."""
    if proposal.pat_num not in office.restricted:
        return ()
    words = msg("This patient may not be scheduled: restricted in Open Dental")
    return (Clash(ClashKind.RESTRICTED, proposal.minutes, words),)


def rules_against(office: Office, proposal: Proposal) -> list[str]:
    """The kinds of rules that an appointment would break here, for the right that it needs."""
    found = clashes_of(office, proposal)
    if found is None:
        found = restriction_of(office, proposal)
    return sorted({clash.kind.value for clash in found if clash.kind in OVERRIDDEN})


def type_rules_of(lists: OfficeLists) -> TypeRules:
    """Which blockouts each appointment type is limited to."""
    return rules_of(
        (row.AppointmentTypeNum, row.AppointmentTypeName, row.BlockoutTypes)
        for row in lists.appointment_types
    )
