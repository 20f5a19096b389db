"""Clashes of an appointment with a time and place: patient, minutes, operatory or provider."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from enum import StrEnum
from functools import reduce

from msgspec import Struct, field
from msgspec.structs import replace

from app.core.text import At, Text, msg
from app.domain.schedule.hours import ChairDay, DayPlan, Span, overlap, subtract
from app.domain.schedule.pattern import minutes_of, provider_runs, stretch, stretch_secondary
from app.domain.schedule.type_rules import NO_RULES, Bar, TypeRules, bar_of, broken_limit, reserved
from app.domain.schedule.visit import Stage, Visit


class ClashKind(StrEnum):
    """Kinds of clashes."""

    CHAIR = "chair"
    PROVIDER = "provider"
    PATIENT = "patient"
    BLOCKOUT = "blockout"
    CLOSED = "closed"
    TYPE = "type"
    """The appointment type is limited to other blockouts."""
    KEPT = "kept"
    """The blockout is kept for other types: a warning only."""
    RESTRICTED = "restricted"
    """The patient may not be scheduled."""


OVERRIDDEN = frozenset({ClashKind.BLOCKOUT, ClashKind.TYPE, ClashKind.RESTRICTED})
"""The office's rules: who schedules against one needs a right."""


class Clash(Struct, frozen=True):
    """One clash. `words` is the whole sentence; `minutes` is the overlap with the appointment."""

    kind: ClashKind
    minutes: int
    words: Text
    apt_num: int | None = None
    """The other appointment, if it is one."""


class Proposal(Struct, frozen=True):
    """A proposed appointment. `apt_num` 0: a new one; `pat_num` 0: no patient selected yet."""

    start: datetime
    minutes: int
    op_num: int
    pattern: str = ""
    pattern_secondary: str = ""
    prov_num: int = 0
    prov_hyg: int = 0
    is_hygiene: bool = False
    apt_num: int = 0
    pat_num: int = 0
    type_num: int = 0

    @property
    def end(self) -> datetime:
        """Its end."""
        return self.start + timedelta(minutes=self.minutes)


class Names(Struct, frozen=True):
    """Names of operatories and providers."""

    chairs: Mapping[int, str] = field(default_factory=dict)
    providers: Mapping[int, str] = field(default_factory=dict)

    def chair(self, op_num: int) -> str:
        """An operatory's name, or its number."""
        return self.chairs.get(op_num) or f"Op {op_num}"  # words: as Open Dental abbreviates it everywhere

    def provider(self, prov_num: int) -> str:
        """A provider's name, or number."""
        return (
            self.providers.get(prov_num) or f"Prov {prov_num}"
        )  # words: as Open Dental abbreviates it everywhere


NO_NAMES = Names()


def proposed(visit: Visit) -> Proposal:
    """An existing appointment as a proposal, to be modified."""
    return Proposal(
        start=visit.start,
        minutes=visit.minutes,
        op_num=visit.op_num,
        pattern=visit.pattern,
        pattern_secondary=visit.pattern_secondary,
        prov_num=visit.prov_num,
        prov_hyg=visit.prov_hyg,
        is_hygiene=visit.is_hygiene,
        apt_num=visit.apt_num,
        pat_num=visit.pat_num,
        type_num=visit.type_num,
    )


def find_clashes(
    proposal: Proposal,
    visits: Iterable[Visit],
    plan: DayPlan | None = None,
    names: Names = NO_NAMES,
    rules: TypeRules = NO_RULES,
) -> tuple[Clash, ...]:
    """All clashes of an appointment: other appointments by time, then blockouts, then closed hours.

    `visits` are all of the day's appointments, regardless of the screen's filter (the proposal's own and
    broken ones are skipped). Without a plan, hours and blockouts are not checked. Each other appointment is
    reported once: for the operatory, else the patient, else the provider.
    """
    proposal = _fitted(proposal)
    others = sorted((visit for visit in visits if _counts(visit, proposal)), key=lambda visit: visit.start)
    found = [clash for visit in others if (clash := _with_visit(proposal, visit, names)) is not None]
    if plan is not None:
        found += _with_hours(proposal, plan.chair(proposal.op_num), names)
        found += _with_types(proposal, plan.chair(proposal.op_num), rules)
    return tuple(found)


def busy(visit: Visit | Proposal) -> dict[int, tuple[Span, ...]]:
    """When each provider works on an appointment, in minutes from its start.

    The first pattern is the hygienist's for a hygiene appointment that has one, else the provider's; the
    second pattern is the other one's. Without any X, the first provider counts as busy throughout.
    """
    hygienist_first = visit.is_hygiene and visit.prov_hyg != 0
    first, second = (visit.prov_hyg, visit.prov_num) if hygienist_first else (visit.prov_num, visit.prov_hyg)
    times: dict[int, tuple[Span, ...]] = {}
    if second:
        times[second] = provider_runs(visit.pattern_secondary)
    if first:
        times[first] = provider_runs(visit.pattern) or ((0, visit.minutes),)
    return times


def shared_provider(one: Visit | Proposal, other: Visit | Proposal) -> tuple[int, int]:
    """The provider with the longest overlap between two appointments, and its minutes; (0, 0) for none."""
    apart = int((other.start - one.start).total_seconds() // 60)
    theirs = busy(other)
    worst = (0, 0)
    for prov_num, spans in busy(one).items():
        both = sum(
            overlap(span, (start + apart, end + apart))
            for span in spans
            for start, end in theirs.get(prov_num, ())
        )
        worst = max(worst, (both, prov_num))
    return (worst[1], worst[0]) if worst[0] else (0, 0)


def _fitted(proposal: Proposal) -> Proposal:
    """The proposal with patterns of its own length: while a visit is being resized, they still have the old length."""
    if not proposal.pattern or minutes_of(proposal.pattern) == proposal.minutes:
        return proposal
    return replace(
        proposal,
        pattern=stretch(proposal.pattern, proposal.minutes),
        pattern_secondary=stretch_secondary(proposal.pattern_secondary, proposal.minutes),
    )


def _counts(visit: Visit, proposal: Proposal) -> bool:
    return visit.apt_num != proposal.apt_num and visit.stage is not Stage.BROKEN


def _with_visit(proposal: Proposal, visit: Visit, names: Names) -> Clash | None:
    together = min(proposal.end, visit.end) - max(proposal.start, visit.start)
    minutes = int(together.total_seconds() // 60)
    if minutes <= 0:
        return None
    at, where = At(visit.start), names.chair(visit.op_num)
    if visit.op_num == proposal.op_num:
        words = msg(
            "{operatory} is taken at {time} ({name}; {n} min overlap)",
            operatory=where, time=at, name=visit.name, n=minutes,
        )  # fmt: skip
        return Clash(ClashKind.CHAIR, minutes, words, visit.apt_num)
    if visit.is_note:
        return None
    if proposal.pat_num and visit.pat_num == proposal.pat_num:
        words = msg(
            "{name} already has an appointment at {time} in {operatory} ({n} min overlap)",
            name=visit.name, time=at, operatory=where, n=minutes,
        )  # fmt: skip
        return Clash(ClashKind.PATIENT, minutes, words, visit.apt_num)
    prov_num, shared = shared_provider(proposal, visit)
    if not prov_num:
        return None
    words = msg(
        "{provider} is with {name} at {time} in {operatory} ({n} min overlap)",
        provider=names.provider(prov_num), name=visit.name, time=at, operatory=where, n=shared,
    )  # fmt: skip
    return Clash(ClashKind.PROVIDER, shared, words, visit.apt_num)


def _with_hours(proposal: Proposal, chair: ChairDay, names: Names) -> list[Clash]:
    midnight = datetime.combine(proposal.start.date(), time.min)
    start = proposal.start.hour * 60 + proposal.start.minute
    span = (start, start + proposal.minutes)
    found = []
    for each in chair.blockouts:
        if bar_of(each) is Bar.CLOSED and (minutes := overlap(span, (each.start, each.end))):
            words = msg(
                "{blockout} until {time}: no appointments",
                blockout=each.label or msg("Blocked"),
                time=At(midnight + timedelta(minutes=each.end)),
            )
            found.append(Clash(ClashKind.BLOCKOUT, minutes, words))
    if closed := subtract([span], chair.open):
        where = names.chair(proposal.op_num)
        words = msg("{operatory} is closed at this time", operatory=where)
        if closed != (span,):
            words = msg("{operatory} is closed {times}", operatory=where, times=_times(midnight, closed))
        found.append(Clash(ClashKind.CLOSED, sum(end - start for start, end in closed), words))
    return found


def _with_types(proposal: Proposal, chair: ChairDay, rules: TypeRules) -> list[Clash]:
    midnight = datetime.combine(proposal.start.date(), time.min)
    start = proposal.start.hour * 60 + proposal.start.minute
    span = (start, start + proposal.minutes)
    limit = broken_limit(rules, proposal.type_num, span, chair)
    kept = reserved(rules, proposal.type_num, span, chair, midnight)
    found = [Clash(ClashKind.KEPT, minutes, words) for minutes, words in kept]
    return [Clash(ClashKind.TYPE, *limit), *found] if limit is not None else found


def _times(midnight: datetime, spans: Iterable[Span]) -> Text:
    """Time spans as text: "from 12:00 PM to 12:10 PM", several joined by "and"."""
    each = [
        msg(
            "from {start} to {end}",
            start=At(midnight + timedelta(minutes=start)),
            end=At(midnight + timedelta(minutes=end)),
        )
        for start, end in spans
    ]
    return reduce(lambda first, then: msg("{first} and {then}", first=first, then=then), each)
