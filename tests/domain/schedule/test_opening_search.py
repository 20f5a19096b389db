"""The search for openings finds what trying each start by the rules of booking finds."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from app.domain.schedule.opening_search import openings_of_day
from app.domain.schedule.openings import (
    OpenDay,
    Opening,
    OpeningWish,
    patient_free,
    proposal_for,
    provider_at,
    providers_free,
)
from tests.domain.builders import DAY
from tests.domain.filling.gaps import CHAIRS, HYG_A, HYG_B, Hole, hygiene, taken
from tests.domain.filling.test_any_gap import shape, some_visits


def first_starts(wish: OpeningWish, day: OpenDay, op_num: int, free: tuple[int, int]) -> Opening | None:
    """The first start in a free time, by trying all of them."""
    for start in range(
        -(-free[0] // wish.increment) * wish.increment, free[1] - wish.minutes + 1, wish.increment
    ):
        who = provider_at(day.plan.chair(op_num), (start, start + wish.minutes), wish)
        if who is None:
            continue
        opening = Opening(DAY + timedelta(minutes=start), op_num, who)
        proposal = proposal_for(wish, opening)
        if patient_free(wish, proposal, day.visits) and providers_free(proposal, day.visits):
            return opening
    return None


def test_it_agrees_with_the_rules_of_booking() -> None:
    """On random days, for new and moved appointments, with times of the patient elsewhere."""
    chance = Random(60)
    found = 0
    for _ in range(150):
        hole = Hole(1, "9:00", chance.choice(("9:40", "10:20", "12:00")), *some_visits(chance))
        minutes = chance.choice((20, 40, 60))
        patterns = {"pattern": shape(chance, minutes // 5), "pattern_secondary": shape(chance, minutes // 5)}
        end = f"{11 + minutes // 60}:{minutes % 60:02d}"
        moving = taken(
            4, "11:00", end, apt_num=30, pat_num=3, **patterns, **chance.choice(({"prov_num": 1}, hygiene()))
        )
        wish = OpeningWish(
            minutes,
            moving=chance.choice((None, moving)),
            hygienists=frozenset({HYG_A, HYG_B}),
            pat_num=chance.randrange(9),
            elsewhere=chance.choice(
                ((), ((DAY + timedelta(hours=9), DAY + timedelta(hours=9, minutes=25)),))
            ),
        )
        gap = hole.place.gap
        day = OpenDay(gap.day, hole.day.plan, CHAIRS[:1], hole.day.visits)
        ours = [each for each in openings_of_day(wish, day, DAY) if each.start.hour < 12]
        naive = first_starts(wish, day, 1, (gap.start, gap.end))
        assert ours == ([naive] if naive is not None else [])
        found += naive is not None
    assert 30 < found < 150
