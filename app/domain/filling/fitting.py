"""Whether a candidate fits a gap, where in it, and with whom; if not, why not."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from app.domain.filling.gap import Gap
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.schedule.busy import BusyDay, bits, provider_bits
from app.domain.schedule.hours import ChairDay, overlap
from app.domain.schedule.increment import USUAL, step_from
from app.domain.schedule.openings import Opening, OpeningWish, Team, team_for
from app.domain.schedule.pattern import clean, plain, secondary_for
from app.domain.schedule.type_rules import NO_RULES, TypeRules, open_for
from app.domain.schedule.visit import SLOT_MINUTES

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
    TYPE = "type"
    """The appointment type is limited to other blockouts, or a blockout here is kept for other types."""
    RESTRICTED = "restricted"
    """The patient may not be scheduled."""


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


class Restricted(Protocol):
    """Some patients."""

    def __contains__(self, pat_num: int, /) -> bool:
        """Whether a patient is among them."""
        ...


class Place:
    """A gap with all that decides who fits it."""

    def __init__(
        self,
        gap: Gap,
        chair: ChairDay,
        busy: BusyDay,
        hygienists: frozenset[int] = frozenset(),
        increment: int = USUAL,
        rules: TypeRules = NO_RULES,
        restricted: Restricted = frozenset(),
        *,
        every_clinic: bool = False,
    ) -> None:
        """`restricted` are the patients who may not be scheduled. `every_clinic`: those of other clinics fit too."""
        self.restricted = restricted
        self.every_clinic = every_clinic
        self.gap = gap
        self.chair = chair
        self.busy = busy
        self.hygienists = hygienists
        self.increment = increment
        self.first = step_from(gap.start, increment)
        """The first minute at which an appointment may start."""
        self.begins = gap.at(self.first)
        self._staff = {each: bits(chair.open_for(each)) for each in chair.providers}
        self._rules = rules
        self._types: dict[int, int] = {}

    def staff_for(self, candidate: Candidate) -> list[tuple[int, int]]:
        """Who may see the candidate here: their own provider, then others of the same kind.

        With the minutes in which each is at work, as bits like those of BusyDay.
        """
        own = main_provider(candidate)
        if not self._staff:  # the practice's hours: whoever it is may work here
            return [(own, -1)] if self.gap.chair.is_hygiene is candidate.is_hygiene else []
        others = [
            (prov_num, at_work)
            for prov_num, at_work in self._staff.items()
            if prov_num != own and (prov_num in self.hygienists) is candidate.is_hygiene
        ]
        return [(own, self._staff[own]), *others] if own in self._staff else others

    def allows(self, type_num: int, minutes: int) -> bool:
        """Whether an appointment of a type may be in these minutes by the office's rules of types and blockouts."""
        if type_num not in self._types:
            self._types[type_num] = bits(open_for(self.chair, self._rules, type_num))
        return self._types[type_num] & minutes == minutes

    def blockout(self, type_num: int, start: int, minutes: int) -> str:
        """The blockout of the type's own that an appointment would be on; empty: none."""
        span = (start, start + minutes)
        found = (each for each in self.chair.blockouts if self._rules.fits(type_num, each))
        return next((each.label for each in found if overlap(span, (each.start, each.end))), "")


def fit_of(candidate: Candidate, place: Place) -> Fit | Misfit:
    """The earliest fit in the gap with the patient's own provider, else with another one; else why there is none."""
    minutes = candidate.minutes or USUAL_MINUTES
    if (why := _outright(candidate, place, minutes)) is not None:
        return why
    pattern = clean(candidate.pattern) or plain(minutes)
    failed, whole = Misfit.KIND, (1 << minutes) - 1
    for who, at_work in place.staff_for(candidate):
        team = _team(candidate, place, who)
        for start in _starts(candidate, place, minutes):
            if at_work & (whole << start) != whole << start:
                continue
            if not place.allows(candidate.appointment_type_num, whole << start):
                failed = Misfit.TYPE
            elif (misfit := _busy(candidate, place, team, pattern, start)) is not None:
                failed = misfit
            else:
                gap = place.gap
                return Fit(candidate, gap.at(start), gap.chair.op_num, minutes, who, team, pattern)
    return failed


def _outright(candidate: Candidate, place: Place, minutes: int) -> Misfit | None:
    """Why it can't be anywhere in the gap, whoever sees the patient."""
    gap = place.gap
    if place.first + minutes > gap.end:
        return Misfit.LENGTH
    if is_elsewhere(candidate, gap) and not place.every_clinic:
        return Misfit.CLINIC
    if candidate.at is not None and candidate.at <= place.begins:
        return Misfit.NOT_SOONER
    return Misfit.RESTRICTED if candidate.pat_num in place.restricted else None


def _starts(candidate: Candidate, place: Place, minutes: int) -> range:
    """The starts in the gap: an ASAP appointment's are earlier than it is."""
    last = place.gap.end - minutes
    if candidate.at is not None:
        until = int((candidate.at - place.gap.at(0)).total_seconds()) // 60
        last = min(last, until - 1)
    return range(place.first, last + 1, place.increment)


def is_elsewhere(candidate: Candidate, gap: Gap) -> bool:
    """Whether the candidate is a patient of another clinic than the operatory's."""
    theirs, clinic = candidate.clinic_num, gap.chair.clinic_num
    return bool(theirs and clinic) and theirs != clinic


def main_provider(candidate: Candidate) -> int:
    """Who does most of the appointment; 0: not known."""
    return (candidate.prov_hyg if candidate.is_hygiene else candidate.prov_num) or candidate.prov_num


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


def _busy(candidate: Candidate, place: Place, team: Team, pattern: str, start: int) -> Misfit | None:
    """Who is busy, if anybody: the patient, or a provider in their own part of the pattern."""
    busy, own = place.busy, candidate.apt_num
    whole = (1 << (len(pattern) * SLOT_MINUTES)) - 1
    if busy.patient(candidate.pat_num, own) & (whole << start):
        return Misfit.PATIENT
    hygienist_first = team.is_hygiene and team.prov_hyg != 0
    first, second = (team.prov_hyg, team.prov_num) if hygienist_first else (team.prov_num, team.prov_hyg)
    if first and busy.provider(first, own) & ((provider_bits(pattern) or whole) << start):
        return Misfit.PROVIDER
    if second and second != first:
        theirs = provider_bits(secondary_for(pattern, candidate.pattern_secondary))
        if busy.provider(second, own) & (theirs << start):
            return Misfit.PROVIDER
    return None
