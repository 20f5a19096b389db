"""A day with a gap in it, and candidates for the gap.

Dentists MARR (1) and OKON (2) work in operatories 1 and 2, hygienists HYG-A (8) and HYG-B (9) in 3 and 4; 4 is the
other clinic's. Today is Monday, November 23, 2026; they work from 8 to 12 and from 1 to 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from app.domain.filling.fitting import Fit, Place
from app.domain.filling.gap import gap_at
from app.domain.filling.ranking import Ranked, rank
from app.domain.filling.reasons import reasons_of
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.schedule.busy import BusyDay
from app.domain.schedule.clashes import Clash, Names, Proposal, find_clashes
from app.domain.schedule.hours import Chair, Shift, ShiftKind, plan_day
from app.domain.schedule.openings import OpenDay
from app.domain.schedule.pattern import secondary_for
from app.domain.schedule.type_rules import NO_RULES, TypeRules
from app.domain.schedule.visit import Visit
from tests.domain.builders import DAY, visit

TODAY = DAY.date()
MARR, OKON, HYG_A, HYG_B = 1, 2, 8, 9
CHAIRS = (
    Chair(1, prov_dentist=MARR, clinic_num=1),
    Chair(2, prov_dentist=OKON, clinic_num=1),
    Chair(3, prov_dentist=MARR, prov_hygienist=HYG_A, is_hygiene=True, clinic_num=1),
    Chair(4, prov_dentist=OKON, prov_hygienist=HYG_B, is_hygiene=True, clinic_num=2),
)
STAFF = tuple(
    Shift(ShiftKind.PROVIDER, *span, who, frozenset({op}))
    for op, who in ((1, MARR), (2, OKON), (3, HYG_A), (4, HYG_B))
    for span in ((480, 720), (780, 1020))
)
NAMES = Names(
    {1: "Op 1", 2: "Op 2", 3: "Hygiene 1", 4: "Hygiene 2"},
    {MARR: "MARR", OKON: "OKON", HYG_A: "HYG-A", HYG_B: "HYG-B"},
)
Offer = tuple[int, str, list[str]]
"""PatNum, start and reasons."""


def minute(text: str) -> int:
    """9:20 as minutes after midnight."""
    hour, _, rest = text.partition(":")
    return int(hour) * 60 + int(rest)


def taken(op: int, start: str, end: str, **changes: Any) -> Visit:
    """Another patient's appointment, in which no provider has time of theirs unless it is given."""
    length = minute(end) - minute(start)
    number = op * 10_000 + minute(start)
    usual = {"apt_num": number, "pat_num": number, "prov_num": 0, "pattern": "/" * (length // 5)}
    hour, past = divmod(minute(start), 60)
    return visit(hour, past, op_num=op, minutes=length, **{**usual, **changes})


class Hole:
    """The free time of an operatory between two times of the morning, on a day with other appointments."""

    def __init__(
        self,
        op: int,
        start: str,
        end: str,
        *others: Visit,
        shifts: Sequence[Shift] = STAFF,
        increment: int = 10,
        now: datetime = DAY,
        around: bool = True,
        rules: TypeRules = NO_RULES,
        restricted: frozenset[int] = frozenset(),
        every_clinic: bool = False,
    ) -> None:
        before = [taken(op, "8:00", start)] if minute(start) > 480 and around else []
        after = [taken(op, end, "12:00")] if minute(end) < 720 and around else []
        self.day = OpenDay(TODAY, plan_day(shifts, CHAIRS), CHAIRS, [*before, *after, *others])
        gap = gap_at(self.day, op, minute(start), now)
        assert gap is not None
        chair, busy = self.day.plan.chair(op), BusyDay(TODAY, self.day.visits)
        hygienists = frozenset({HYG_A, HYG_B})
        self.place = Place(
            gap, chair, busy, hygienists, increment, rules, restricted, every_clinic=every_clinic
        )
        self.rules = rules

    @property
    def times(self) -> str:
        """When it is."""
        return f"{self.place.gap.begins:%H:%M}-{self.place.gap.ends:%H:%M}"

    def ranked(self, *candidates: Candidate) -> Ranked:
        """Who fits."""
        return rank(candidates, [self.place], TODAY)

    def offers(self, *candidates: Candidate) -> list[Offer]:
        """Who fits, when, and why. Each offer is checked: it has no clash."""
        found = self.ranked(*candidates).fits
        assert [self.clashes(at, *candidates) for at in range(len(found))] == [()] * len(found)
        return [
            (
                fit.candidate.pat_num,
                f"{fit.start:%H:%M}",
                [str(each.words) for each in reasons_of(fit, self.place, TODAY, NAMES)],
            )
            for fit in found
        ]

    def order(self, *candidates: Candidate) -> list[int]:
        """The patients who fit, best first."""
        return [pat_num for pat_num, _, _ in self.offers(*candidates)]

    def why_not(self, candidate: Candidate) -> str:
        """Why the only candidate doesn't fit."""
        ranked = self.ranked(candidate)
        assert ranked.fits == ()
        ((why, count),) = ranked.misfits
        assert count == 1
        return why.value

    def clashes(self, at: int, *candidates: Candidate) -> tuple[Clash, ...]:
        """What an offered appointment would clash with, by the rules of booking."""
        return self._clashes(self.ranked(*candidates).fits[at])

    def starts(self, row: Candidate) -> list[int]:
        """The minutes at which a candidate could start by length and steps."""
        gap, step = self.place.gap, self.place.increment
        return list(range(-(-gap.start // step) * step, gap.end - row.minutes + 1, step))

    def clashes_at(self, row: Candidate, minute: int) -> tuple[Clash, ...]:
        """What a candidate would clash with there, with the providers of an offer in an empty operatory."""
        alone = Hole(self.place.gap.chair.op_num, "9:00", "12:00", around=False)
        (fit,) = alone.ranked(replace(row, at=None, clinic_num=0)).fits
        return self._clashes(replace(fit, start=self.place.gap.at(minute)))

    def _clashes(self, fit: Fit) -> tuple[Clash, ...]:
        proposal = Proposal(
            start=fit.start,
            minutes=fit.minutes,
            op_num=fit.op_num,
            pattern=fit.pattern,
            pattern_secondary=secondary_for(fit.pattern, fit.candidate.pattern_secondary),
            prov_num=fit.team.prov_num,
            prov_hyg=fit.team.prov_hyg,
            is_hygiene=fit.team.is_hygiene,
            apt_num=fit.candidate.apt_num,
            pat_num=fit.candidate.pat_num,
            type_num=fit.candidate.appointment_type_num,
        )
        return find_clashes(proposal, self.day.visits, self.day.plan, NAMES, self.rules)


def candidate(pat_num: int, kind: CandidateKind, minutes: int, **changes: Any) -> Candidate:
    """One who waits, with an appointment of MARR's that is provider time throughout."""
    usual = {"apt_num": pat_num * 10, "pattern": "X" * (minutes // 5), "prov_num": MARR, "clinic_num": 1}
    return Candidate(kind=kind, pat_num=pat_num, minutes=minutes, **{**usual, **changes})


def asap(pat_num: int, minutes: int, days: int = 14, **changes: Any) -> Candidate:
    """Who has an appointment at 9:00 in some days and would like to come sooner."""
    at = DAY.replace(hour=9) + timedelta(days=days)
    return candidate(pat_num, CandidateKind.ASAP, minutes, **{"asap": True, "at": at, **changes})


def unscheduled(pat_num: int, minutes: int, days: int = 42, **changes: Any) -> Candidate:
    """Who is on the Unscheduled List since some days."""
    return candidate(pat_num, CandidateKind.UNSCHEDULED, minutes, **{"since": ago(days), **changes})


def planned(pat_num: int, minutes: int, days: int = 30, **changes: Any) -> Candidate:
    """Whose appointment was planned some days ago."""
    return candidate(pat_num, CandidateKind.PLANNED, minutes, **{"since": ago(days), **changes})


def recall(pat_num: int, minutes: int = 50, days: int = 60, **changes: Any) -> Candidate:
    """Whose recall is overdue by some days."""
    usual = {"since": ago(days), "apt_num": 0, "is_hygiene": True, "prov_num": 0}
    return candidate(pat_num, CandidateKind.RECALL, minutes, **{**usual, **changes})


def hygiene(prov_hyg: int = HYG_A, **changes: Any) -> dict[str, Any]:
    """What makes an appointment a hygiene one of this hygienist, with MARR's exam."""
    return {"is_hygiene": True, "prov_hyg": prov_hyg, **changes}


def ago(days: int) -> date:
    """A day before today."""
    return TODAY - timedelta(days=days)
