"""Who fits a gap, of 2,000 candidates, and the next three openings of 60 days: from what is in memory.

All candidates are on the lists of one clinic. The 60 days are so full that only the last one has openings, and each
day has short gaps, which have to be looked at. "Three frames" is what a key may take before a person notices.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from time import process_time

from msgspec.structs import replace

from app.domain.filling.fitting import Place
from app.domain.filling.gap import gap_at
from app.domain.filling.ranking import rank
from app.domain.filling.reasons import reasons_of
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.schedule.busy import BusyDay
from app.domain.schedule.hours import Chair, Shift, ShiftKind, plan_day
from app.domain.schedule.opening_search import first_openings
from app.domain.schedule.openings import OpenDay, OpeningWish
from app.domain.schedule.pattern import plain
from app.domain.schedule.visit import Stage, Visit
from bench.figures import Figure, at_most

CANDIDATES, DAYS, CHOICES = 2000, 60, 3
SHOWN = 30
"""So many reasons are written at once."""
TRIES = 9
FRAMES = 50.0
"""Three frames of 16.7 ms."""
TODAY = date(2026, 11, 23)
DENTISTS, HYGIENISTS = (1, 2, 3), (11, 12, 13, 14, 15)
CHAIRS = [
    *(Chair(each, prov_dentist=each) for each in DENTISTS),
    *(Chair(each, prov_dentist=1, prov_hygienist=each, is_hygiene=True) for each in HYGIENISTS),
]
SHIFTS = [
    Shift(ShiftKind.PROVIDER, *span, who, frozenset({who}))
    for who in (*DENTISTS, *HYGIENISTS)
    for span in ((480, 720), (780, 1020))
]
GAP, LENGTH = 20, 40
"""Minutes between two appointments, and what is searched for."""


def measure() -> list[Figure]:
    """Measure both."""
    return [
        at_most(f"fill: who fits a gap, {CANDIDATES:,} candidates", _fill(), "ms of CPU", FRAMES),
        at_most(f"fill: next {CHOICES} openings in {DAYS} days", _next_openings(), "ms of CPU", FRAMES),
        at_most("fill: the same, the exam's dentist always busy", _with_an_exam(), "ms of CPU", FRAMES),
    ]


def _fill() -> float:
    """Gap, busy providers, ranking, and the reasons of the first page."""
    chance = random.Random(14)
    candidates = [_candidate(chance, number) for number in range(CANDIDATES)]
    day = _full_day(TODAY)
    day = OpenDay(day.day, day.plan, day.chairs, [each for each in day.visits if not _in_the_gap(each)])
    now = datetime.combine(TODAY, time(7))

    def fill() -> None:
        gap = gap_at(day, HYGIENISTS[0], 600, now)
        assert gap is not None
        place = Place(
            gap, day.plan.chair(gap.chair.op_num), BusyDay(day.day, day.visits), frozenset(HYGIENISTS)
        )
        found = rank(candidates, [place], TODAY)
        assert len(found.fits) > CANDIDATES // 4
        for each in found.fits[:SHOWN]:
            assert reasons_of(each, place, TODAY)

    return _milliseconds(fill)


def _next_openings() -> float:
    """The first two months are full."""
    days = [_full_day(TODAY + timedelta(days=ahead)) for ahead in range(DAYS - 1)]
    last = TODAY + timedelta(days=DAYS - 1)
    days.append(OpenDay(last, plan_day(SHIFTS, CHAIRS), CHAIRS, ()))
    now = datetime.combine(TODAY, time(7))
    wish = OpeningWish(LENGTH, hygienists=frozenset(HYGIENISTS), pat_num=1)

    def search() -> None:
        found = first_openings(wish, days, now, CHOICES)
        assert found
        assert found[0].start.date() == last

    return _milliseconds(search)


def _with_an_exam() -> float:
    """Hygienists are free all day, but the dentist of the exam is not: every step has to be tried."""
    days = [_busy_dentist(TODAY + timedelta(days=ahead)) for ahead in range(DAYS)]
    now, moving = datetime.combine(TODAY, time(7)), _visit(1, datetime.combine(TODAY, time(7)), CHAIRS[-1])
    wish = OpeningWish(LENGTH, hygiene=True, moving=moving, hygienists=frozenset(HYGIENISTS), pat_num=1)

    def search() -> None:
        assert first_openings(wish, days, now, CHOICES) == ()

    return _milliseconds(search)


def _busy_dentist(day: date) -> OpenDay:
    """Only dentists have appointments, without any pause."""
    begins = datetime.combine(day, time(8))
    visits = [
        replace(
            _visit(chair.op_num * 100 + number, begins + timedelta(minutes=LENGTH * number), chair),
            pattern="X" * (LENGTH // 5),
        )
        for chair in CHAIRS[: len(DENTISTS)]
        for number in range(14)
    ]
    return OpenDay(day, plan_day(SHIFTS, CHAIRS), CHAIRS, visits)


def _milliseconds(job: Callable[[], None]) -> float:
    times = []
    for _ in range(TRIES):
        began = process_time()
        job()
        times.append(process_time() - began)
    return min(times) * 1000


def _full_day(day: date) -> OpenDay:
    """Appointments of 40 minutes with 20 minutes between them, in every operatory."""
    visits: list[Visit] = []
    for chair in CHAIRS:
        for start in (*range(480, 720, LENGTH + GAP), *range(780, 1020, LENGTH + GAP)):
            number = day.toordinal() * 10_000 + len(visits)
            visits.append(_visit(number, datetime.combine(day, time(start // 60, start % 60)), chair))
    return OpenDay(day, plan_day(SHIFTS, CHAIRS), CHAIRS, visits)


def _in_the_gap(visit: Visit) -> bool:
    return visit.op_num == HYGIENISTS[0] and visit.start.hour in (10, 11)


def _visit(number: int, start: datetime, chair: Chair) -> Visit:
    hygienist = chair.prov_hygienist
    return Visit(
        apt_num=number, pat_num=number, start=start, minutes=LENGTH, op_num=chair.op_num, clinic_num=0,
        stage=Stage.CONFIRMED, status_name="", confirmed=0, pattern=plain(LENGTH),
        pattern_secondary="//////X/" if hygienist else "/" * (LENGTH // 5), prov_num=chair.prov_dentist,
        prov_hyg=hygienist, is_hygiene=bool(hygienist), person=None, procedures="", note="", marks=frozenset(),
    )  # fmt: skip


def _candidate(chance: random.Random, number: int) -> Candidate:
    kind, minutes = chance.choice(tuple(CandidateKind)), chance.choice((30, 40, 50, 60, 80))
    hygiene = kind is CandidateKind.RECALL or chance.random() < 0.7  # most gaps are hygiene
    later = datetime.combine(TODAY, time(9)) + timedelta(days=chance.randint(1, 90))
    return Candidate(
        kind=kind,
        pat_num=chance.randint(1, CANDIDATES),
        apt_num=0 if kind is CandidateKind.RECALL else 1_000_000 + number,
        minutes=minutes,
        pattern=plain(minutes),
        pattern_secondary="/" * (minutes // 5 - 1) + "X" if hygiene else "",
        prov_num=chance.choice(DENTISTS),
        prov_hyg=chance.choice(HYGIENISTS) if hygiene else 0,
        is_hygiene=hygiene,
        since=TODAY - timedelta(days=chance.randint(0, 400)),
        at=later if kind is CandidateKind.ASAP else None,
        attempts=chance.randint(0, 4),
        last_contact=TODAY - timedelta(days=chance.randint(0, 60)),
        production=Decimal(chance.randint(80, 1800)),
    )
