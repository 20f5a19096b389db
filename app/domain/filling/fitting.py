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
from app.domain.schedule.type_rules import NO_RULES, TypeRules
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
    ) -> None:
        """`restricted` are the patients who may not be scheduled."""
        self.restricted = restricted
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
        self._kept = [each for each in chair.blockouts if not each.no_schedule and rules.kept_for(each)]
        self._types: dict[int, tuple[int, int]] = {}

    def who(self, candidate: Candidate, minutes: int) -> int | None:
        """The candidate's own provider if they work here in these minutes, else one of the same kind; None: nobody.

        `minutes` has a bit for each minute, as in BusyDay.
        """
        own = main_provider(candidate)
        if not self._staff:  # the practice's hours: whoever it is may work here
            return own if self.gap.chair.is_hygiene is candidate.is_hygiene else None
        if own in self._staff and self._staff[own] & minutes == minutes:
            return own
        for prov_num, at_work in self._staff.items():
            if (prov_num in self.hygienists) is candidate.is_hygiene and at_work & minutes == minutes:
                return prov_num
        return None

    def allows(self, type_num: int, minutes: int) -> bool:
        """Whether an appointment of a type may be in these minutes by the office's rules of types and blockouts."""
        if type_num not in self._types:
            self._types[type_num] = self._limits(type_num)
        own, others = self._types[type_num]
        return own & minutes == minutes and not others & minutes

    def blockout(self, type_num: int, start: int, minutes: int) -> str:
        """The blockout of the type's own that an appointment would be on; empty: none."""
        span = (start, start + minutes)
        found = (each for each in self.chair.blockouts if self._rules.fits(type_num, each))
        return next((each.label for each in found if overlap(span, (each.start, each.end))), "")

    def _limits(self, type_num: int) -> tuple[int, int]:
        """The minutes that a type is limited to (all: no limit), and those that are kept for other types."""
        rules, own = self._rules, -1
        if type_num in rules.allowed:
            fitting = (each for each in self.chair.blockouts if rules.fits(type_num, each))
            own = bits((each.start, each.end) for each in fitting)
        return own, bits((each.start, each.end) for each in self._kept if not rules.fits(type_num, each))


def fit_of(candidate: Candidate, place: Place) -> Fit | Misfit:
    """Its earliest place in the gap; else the first reason why there is none."""
    gap, minutes = place.gap, candidate.minutes or USUAL_MINUTES
    if place.first + minutes > gap.end:
        return Misfit.LENGTH
    if candidate.clinic_num and gap.chair.clinic_num and candidate.clinic_num != gap.chair.clinic_num:
        return Misfit.CLINIC
    if candidate.at is not None and candidate.at <= place.begins:
        return Misfit.NOT_SOONER
    if candidate.pat_num in place.restricted:
        return Misfit.RESTRICTED
    pattern = clean(candidate.pattern) or plain(minutes)
    failed, whole = Misfit.KIND, (1 << minutes) - 1
    for start in range(place.first, gap.end - minutes + 1, place.increment):
        if candidate.at is not None and candidate.at <= gap.at(start):
            break
        who = place.who(candidate, whole << start)
        if who is None:
            continue
        if not place.allows(candidate.appointment_type_num, whole << start):
            failed = Misfit.TYPE
            continue
        team = _team(candidate, place, who)
        if (misfit := _busy(candidate, place, team, pattern, start)) is None:
            return Fit(candidate, gap.at(start), gap.chair.op_num, minutes, who, team, pattern)
        failed = misfit
    return failed


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
