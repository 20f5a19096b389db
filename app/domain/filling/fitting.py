"""Whether a candidate fits a gap, where in it, and with whom; if not, why not."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from app.domain.filling.gap import BusyDay, Gap, provider_bits
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.schedule.hours import ChairDay, covered
from app.domain.schedule.increment import USUAL, step_from
from app.domain.schedule.openings import Opening, OpeningWish, Team, team_for
from app.domain.schedule.pattern import clean, plain, secondary_for

USUAL_MINUTES = 40
"""The length of a recall whose type has no time pattern."""


class Misfit(StrEnum):
    """Why a candidate doesn't fit."""

    LENGTH = "length"
    CLINIC = "clinic"
    KIND = "kind"
    """A hygiene appointment for a dentist's operatory, or the other way around."""
    NOT_SOONER = "not sooner"
    """The ASAP appointment is already before this time."""
    PROVIDER = "provider"
    """The provider is busy or away."""
    PATIENT = "patient"
    """The patient has another appointment at this time."""


class Fit(Struct, frozen=True):
    """A candidate with a place in the gap."""

    candidate: Candidate
    start: datetime
    op_num: int
    minutes: int
    who: int
    """The provider who sees the patient; 0: the schedule doesn't tell."""
    team: Team
    pattern: str
    score: int = 0
    also: tuple[CandidateKind, ...] = ()
    """Other lists that the patient is on, with something that would fit too."""


class Place(Struct, frozen=True):
    """A gap with all that decides who fits it."""

    gap: Gap
    chair: ChairDay
    busy: BusyDay
    hygienists: frozenset[int] = frozenset()
    increment: int = USUAL


def fit_of(candidate: Candidate, place: Place) -> Fit | Misfit:
    """Its earliest place in the gap; else the first reason why there is none."""
    gap = place.gap
    pattern = clean(candidate.pattern) or plain(candidate.minutes or USUAL_MINUTES)
    minutes = candidate.minutes or USUAL_MINUTES
    first = step_from(gap.start, place.increment)
    if first + minutes > gap.end:
        return Misfit.LENGTH
    if candidate.clinic_num and gap.chair.clinic_num and candidate.clinic_num != gap.chair.clinic_num:
        return Misfit.CLINIC
    if candidate.at is not None and candidate.at <= gap.at(first):
        return Misfit.NOT_SOONER
    failed = Misfit.KIND
    for start in range(first, gap.end - minutes + 1, place.increment):
        who = _provider(candidate, place, start, minutes)
        if who is None:
            continue
        fit = Fit(
            candidate,
            gap.at(start),
            gap.chair.op_num,
            minutes,
            who,
            _team(candidate, place, who),
            pattern,
        )
        if (misfit := _busy(fit, place, start)) is None:
            return fit
        failed = misfit
    return failed


def main_provider(candidate: Candidate) -> int:
    """Who does most of the appointment; 0: not known."""
    return (candidate.prov_hyg if candidate.is_hygiene else candidate.prov_num) or candidate.prov_num


def _provider(candidate: Candidate, place: Place, start: int, minutes: int) -> int | None:
    """The candidate's own provider if they work here then, else one of the same kind; None: nobody."""
    own, chair, span = main_provider(candidate), place.chair, (start, start + minutes)
    if not chair.staffed:  # the practice's hours: whoever it is may work here
        return own if place.gap.chair.is_hygiene is candidate.is_hygiene else None
    here = [each for each in chair.providers if covered(span, chair.open_for(each))]
    if own in here:
        return own
    same = [each for each in here if (each in place.hygienists) is candidate.is_hygiene]
    return same[0] if same else None


def _team(candidate: Candidate, place: Place, who: int) -> Team:
    """Who would be written into the appointment, as booking it does."""
    own = Team(candidate.prov_num, candidate.prov_hyg, candidate.is_hygiene)
    if not candidate.apt_num:
        return team_for(OpeningWish(0, hygienists=place.hygienists), Opening(place.gap.begins, 0, who))
    if who in (0, own.prov_num, own.prov_hyg):
        return own
    if who in place.hygienists:
        return Team(own.prov_num, who, is_hygiene=True)
    return own if own.is_hygiene else Team(who, own.prov_hyg, own.is_hygiene)


def _busy(fit: Fit, place: Place, start: int) -> Misfit | None:
    candidate, team = fit.candidate, fit.team
    own, whole = candidate.apt_num, ((1 << fit.minutes) - 1) << start
    if place.busy.patient(candidate.pat_num, own) & whole:
        return Misfit.PATIENT
    hygienist_first = team.is_hygiene and team.prov_hyg != 0
    first, second = (team.prov_hyg, team.prov_num) if hygienist_first else (team.prov_num, team.prov_hyg)
    mask = provider_bits(fit.pattern) or (1 << fit.minutes) - 1
    if first and place.busy.provider(first, own) & (mask << start):
        return Misfit.PROVIDER
    other = secondary_for(fit.pattern, candidate.pattern_secondary)
    if second and second != first and place.busy.provider(second, own) & (provider_bits(other) << start):
        return Misfit.PROVIDER
    return None
