"""The next openings for an appointment: within open hours, without overlap, outside lunch and blockouts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from app.domain.schedule.asking.asked import Window
from app.domain.schedule.clashes import Proposal, proposed, shared_provider
from app.domain.schedule.hours import (
    DAY,
    Chair,
    ChairDay,
    DayPlan,
    Span,
    covered,
    merge,
    overlap,
)
from app.domain.schedule.increment import USUAL
from app.domain.schedule.layout import start_minute
from app.domain.schedule.pattern import plain, stretch
from app.domain.schedule.type_rules import NO_RULES, TypeRules
from app.domain.schedule.visit import Stage, Visit

WHOLE_DAY: tuple[Span, ...] = ((0, DAY),)
PointedAt = tuple[datetime, int | None]
"""A start and an operatory. None: any free operatory, as in a week's columns, which are days."""


class OpeningWish(Struct, frozen=True):
    """What is searched for. None means no preference."""

    minutes: int
    prov_num: int | None = None
    hygiene: bool | None = None
    """True: hygiene operatories only; False: none of them."""
    clinic_num: int | None = None
    at: PointedAt | None = None
    """The place that was clicked.

    It is offered first if it names an operatory or is in the past; then come the nearest openings after it.
    """
    pattern: str = ""
    """The time pattern, of any length; empty: the default shape."""
    moving: Visit | None = None
    """The appointment to be moved; None for a new one."""
    hygienists: frozenset[int] = frozenset()
    """The providers who are hygienists."""
    pat_num: int = 0
    """The patient: openings that overlap another appointment of theirs are left out. 0: not known yet."""
    elsewhere: tuple[tuple[datetime, datetime], ...] = ()
    """Times of the patient's other appointments on days that are not in memory."""
    increment: int = USUAL
    """The schedule's increment in minutes: openings start at its multiples."""
    first_day: date | None = None
    """The day to search from; None: today."""
    windows: tuple[Window, ...] = ()
    """The days and times to search in: any of them; empty: all."""
    providers: frozenset[int] = frozenset()
    """Any of these providers, in place of `prov_num`; empty: no preference."""
    not_providers: frozenset[int] = frozenset()
    """None of these providers."""
    op_nums: frozenset[int] = frozenset()
    """Any of these operatories; empty: no preference."""
    type_num: int = 0
    """The appointment's type; 0: none."""
    rules: TypeRules = NO_RULES
    """Which blockouts each type is limited to."""

    def has_day(self, day: date) -> bool:
        """Whether it may be on this day."""
        return not self.windows or any(each.has(day) for each in self.windows)

    @property
    def is_possible(self) -> bool:
        """Whether any day and time is left: before 10 and after 3 leaves none."""
        left = (each for each in self.windows if not all(times.is_empty for times in each.times))
        return not self.windows or any(each.is_possible for each in left)

    def starts_on(self, day: date) -> tuple[Span, ...]:
        """When it may start on a day, in minutes after midnight; the end of each span is excluded."""
        if not self.windows:
            return WHOLE_DAY
        times = (each for window in self.windows if window.has(day) for each in window.times)
        return merge(each.starts(self.minutes) for each in times)

    def allows(self, start: datetime) -> bool:
        """Whether it may start then."""
        minute = start.hour * 60 + start.minute
        return any(first <= minute < last for first, last in self.starts_on(start.date()))

    @property
    def last_day(self) -> date | None:
        """The last day it may be on; None: no limit."""
        ends = [last for window in self.windows for _, last in window.ranges or ((None, None),)]
        known = [each for each in ends if each is not None]
        return max(known) if known and len(known) == len(ends) else None

    @property
    def earliest_day(self) -> date | None:
        """The first day it may be on; None: no limit."""
        starts = [first for window in self.windows for first, _ in window.ranges or ((None, None),)]
        known = [each for each in starts if each is not None]
        return min(known) if known and len(known) == len(starts) else None

    def wants(self, prov_num: int) -> bool:
        """Whether this provider is one of those asked for."""
        if prov_num in self.not_providers:
            return False
        return prov_num in self.providers if self.providers else self.prov_num in (None, prov_num)


class Opening(Struct, frozen=True):
    """A time and a place."""

    start: datetime
    op_num: int
    prov_num: int
    """Who would see the patient; 0 when the schedule doesn't tell."""


class Team(Struct, frozen=True):
    """Who sees a patient; 0: nobody, or for a new appointment the office's default."""

    prov_num: int = 0
    prov_hyg: int = 0
    is_hygiene: bool = False
    """Whether the appointment's first pattern is the hygienist's."""


def team_of(visit: Visit) -> Team:
    """Who sees the patient of an appointment."""
    return Team(visit.prov_num, visit.prov_hyg, visit.is_hygiene)


class OpenDay(Struct, frozen=True):
    """A day to search: its plan, its operatories and all its appointments."""

    day: date
    plan: DayPlan
    chairs: Sequence[Chair]
    visits: Sequence[Visit]

    def taken(self, op_num: int) -> list[Span]:
        """When an operatory has appointments or notes, in minutes after midnight."""
        return [_span(each, self.day) for each in self.visits if each.op_num == op_num and _stands(each)]


def proposal_for(wish: OpeningWish, opening: Opening) -> Proposal:
    """The visit as it would be at an opening; used to check it before offering it and for warnings."""
    team = team_for(wish, opening)
    pattern = stretch(wish.pattern, wish.minutes) if wish.pattern else plain(wish.minutes)
    proposal = proposed(wish.moving) if wish.moving else Proposal(opening.start, wish.minutes, 0, pattern)
    return replace(
        proposal,
        start=opening.start,
        op_num=opening.op_num,
        prov_num=team.prov_num,
        prov_hyg=team.prov_hyg,
        is_hygiene=team.is_hygiene,
        pat_num=wish.pat_num or proposal.pat_num,
        type_num=wish.type_num or proposal.type_num,
    )


def team_for(wish: OpeningWish, opening: Opening) -> Team:
    """Who sees the patient at an opening. If it is one of a moved appointment's own providers, both stay.

    A hygienist takes the hygienist's place and makes it a hygiene appointment, a dentist the dentist's. The
    dentist of a hygiene appointment, who only does the exam, is replaced only when a dentist was asked for.
    """
    visit, who = wish.moving, opening.prov_num
    own = team_of(visit) if visit else Team()
    if who in (0, own.prov_num, own.prov_hyg):
        return own
    if who in wish.hygienists:
        return replace(own, prov_hyg=who, is_hygiene=True)
    asked_for = who in (wish.prov_num, *wish.providers) or wish.hygiene is False
    return own if own.is_hygiene and not asked_for else replace(own, prov_num=who)


def providers_free(proposal: Proposal, visits: Iterable[Visit]) -> bool:
    """Whether no provider the appointment needs is busy with another appointment at the same time.

    The appointment being moved doesn't count: it leaves its old place.
    """
    day = proposal.start.date()
    start = proposal.start.hour * 60 + proposal.start.minute
    span = (start, start + proposal.minutes)
    return not any(
        overlap(span, _span(visit, day)) and shared_provider(proposal, visit)[1]
        for visit in visits
        if visit.apt_num != proposal.apt_num and _stands(visit) and not visit.is_note
    )


def patient_free(wish: OpeningWish, proposal: Proposal, visits: Iterable[Visit]) -> bool:
    """Whether the patient has no other appointment at that time, in any operatory or clinic."""
    theirs = [
        (visit.start, visit.end)
        for visit in visits
        if wish.pat_num
        and visit.pat_num == wish.pat_num
        and visit.apt_num != proposal.apt_num
        and _stands(visit)
        and not visit.is_note
    ]
    return not any(start < proposal.end and proposal.start < end for start, end in (*theirs, *wish.elsewhere))


def suits(chair: Chair, wish: OpeningWish) -> bool:
    """Whether an operatory is of the requested clinic and kind, or the requested one."""
    if wish.op_nums and chair.op_num not in wish.op_nums:
        return False
    if wish.clinic_num is not None and chair.clinic_num != wish.clinic_num:
        return False
    return wish.hygiene is None or chair.is_hygiene == wish.hygiene


def provider_at(chair: ChairDay, span: Span, wish: OpeningWish) -> int | None:
    """A provider who works in an operatory throughout a span: a requested one, or any.

    Where nobody is scheduled (the practice's hours apply) it is the requested provider, else 0.
    """
    if not chair.staffed:
        return wish.prov_num or min(wish.providers, default=0)
    for prov_num in chair.providers:
        if wish.wants(prov_num) and covered(span, chair.open_for(prov_num)):
            return prov_num
    return None


def _stands(visit: Visit) -> bool:
    return visit.stage is not Stage.BROKEN


def _span(visit: Visit, day: date) -> Span:
    start = start_minute(visit, day)
    return start, start + visit.minutes
