"""The candidates who fit a gap, best first.

Each is given points for what speaks for them; the list that a candidate is on and how well the time is used count
most. The points are not shown: the reasons are (`reasons.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from app.domain.filling.fitting import Fit, Misfit, Place, fit_of, main_provider
from app.domain.lists.candidate import Candidate, CandidateKind

BY_KIND = {
    CandidateKind.ASAP: 40,
    CandidateKind.UNSCHEDULED: 30,
    CandidateKind.PLANNED: 22,
    CandidateKind.RECALL: 18,
}
WANTS_SOONER = 20
"""An appointment on another list that is also marked ASAP."""
FILLS = 30
"""For a length that leaves nothing free; less in proportion."""
OWN_PROVIDER, OTHER_DENTIST = 15, -15
"""Another hygienist is nothing unusual; another dentist has not planned the treatment."""
SAME_OPERATORY = 2
OWN_BLOCKOUT = 12
"""A time that the office keeps for appointments like this one."""
WAITED, WAITED_DAYS = 10, 180
SOONER, SOONER_DAYS = 10, 60
PER_ATTEMPT, MOST_ATTEMPTS = -3, 4
CONTACTED_TODAY, CONTACTED_LATELY, LATELY_DAYS = -25, -5, 7
PRODUCTION, PRODUCTION_DOLLARS = 10, 1000


class Ranked(Struct, frozen=True):
    """Who fits, best first, and how many don't, by reason."""

    fits: tuple[Fit, ...] = ()
    misfits: tuple[tuple[Misfit, int], ...] = ()
    """Only patients who don't fit with anything; the most frequent reason first."""


def rank(candidates: Iterable[Candidate], places: Sequence[Place], today: date) -> Ranked:
    """Rank them for a gap, or for several at the same time. A patient is listed once, with what fits best where."""
    best: dict[int, Fit] = {}
    also: dict[int, list[CandidateKind]] = {}
    failed: dict[int, Misfit] = {}
    for candidate in candidates:
        pat_num = candidate.pat_num
        for place in places:
            found = fit_of(candidate, place)
            if isinstance(found, Misfit):
                failed.setdefault(pat_num, found)
                continue
            scored = replace(found, score=score_of(found, place, today))
            also.setdefault(pat_num, []).append(candidate.kind)
            if pat_num not in best or _order(scored) < _order(best[pat_num]):
                best[pat_num] = scored
    fits = [_with_others(fit, also[fit.candidate.pat_num]) for fit in best.values()]
    misfits = Counter(why for pat_num, why in failed.items() if pat_num not in best)
    return Ranked(tuple(sorted(fits, key=_order)), tuple(misfits.most_common()))


def score_of(fit: Fit, place: Place, today: date) -> int:
    """Its points."""
    candidate = fit.candidate
    points = BY_KIND[candidate.kind] + FILLS * fit.minutes // place.gap.minutes
    if candidate.asap and candidate.kind is not CandidateKind.ASAP:
        points += WANTS_SOONER
    own = main_provider(candidate)
    if own and own == fit.who:
        points += OWN_PROVIDER
    elif own and fit.who and not candidate.is_hygiene:
        points += OTHER_DENTIST
    if candidate.op_num == fit.op_num:
        points += SAME_OPERATORY
    minute = fit.start.hour * 60 + fit.start.minute
    if place.blockout(candidate.appointment_type_num, minute, fit.minutes):
        points += OWN_BLOCKOUT
    if candidate.at is not None:
        points += _share((candidate.at.date() - fit.start.date()).days, SOONER_DAYS, SOONER)
    elif candidate.since is not None:
        points += _share((today - candidate.since).days, WAITED_DAYS, WAITED)
    if candidate.production is not None:
        points += _share(int(candidate.production), PRODUCTION_DOLLARS, PRODUCTION)
    return points + PER_ATTEMPT * min(candidate.attempts or 0, MOST_ATTEMPTS) + _contact(candidate, today)


def _contact(candidate: Candidate, today: date) -> int:
    if candidate.last_contact is None:
        return 0
    days = (today - candidate.last_contact).days
    return CONTACTED_TODAY if days <= 0 else CONTACTED_LATELY if days <= LATELY_DAYS else 0


def _share(value: int, whole: int, points: int) -> int:
    return points * min(max(value, 0), whole) // whole


def _order(fit: Fit) -> tuple[int, date, int, int]:
    """Most points first; among equals who waits longest, then the lower number."""
    candidate = fit.candidate
    return -fit.score, candidate.since or date.max, candidate.pat_num, candidate.apt_num


def _with_others(fit: Fit, kinds: list[CandidateKind]) -> Fit:
    others = tuple(each for each in CandidateKind if each in kinds and each is not fit.candidate.kind)
    return replace(fit, also=others) if others else fit
