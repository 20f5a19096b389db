"""Clashes of a proposed appointment with all appointments in memory, regardless of the screen's filter."""

from __future__ import annotations

from app.domain.schedule.clashes import Clash, Proposal, find_clashes
from app.domain.schedule.days import moved
from app.services.schedule.grids import NO_LISTS, all_visits, day_plan
from app.services.schedule.rows import names_of
from app.store.office import Office


def clashes_of(office: Office, proposal: Proposal) -> tuple[Clash, ...] | None:
    """The clashes of an appointment at this time and place; None while its day is not in memory."""
    day = proposal.start.date()
    if office.day(day) is None:
        return None
    names, late = names_of(office.lists or NO_LISTS), proposal.end.date() > day
    visits = {
        visit.apt_num: visit
        for each in (day, moved(day, 1))[: 1 + late]
        for visit in all_visits(office, each)
    }
    return find_clashes(proposal, visits.values(), day_plan(office, day, with_next=late), names)
