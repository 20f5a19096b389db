"""Appointment types and blockouts."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from msgspec.structs import replace

from app.domain.filling.fitting import Place
from app.domain.filling.gap import gap_at
from app.domain.schedule.asking.asked import TimeSet, Window
from app.domain.schedule.busy import BusyDay, bits
from app.domain.schedule.clashes import ClashKind, Proposal, find_clashes
from app.domain.schedule.hours import Chair, DayPlan, Shift, ShiftKind, covered, plan_day
from app.domain.schedule.month import day_load
from app.domain.schedule.opening_search import openings_of_day
from app.domain.schedule.openings import OpenDay, OpeningWish
from app.domain.schedule.type_rules import NO_RULES, TypeRules, open_for, rules_of
from tests.domain.builders import DAY

CROWN, RECALL, ANY = 4, 5, 6
SHIFTS = [
    Shift(ShiftKind.PROVIDER, 480, 1020, 1),
    Shift(ShiftKind.BLOCKOUT, 540, 600, label="Crowns", type_num=71),
    Shift(ShiftKind.BLOCKOUT, 600, 660, label="Major", type_num=72),
]
PLAN: DayPlan = plan_day(SHIFTS, [Chair(1, prov_dentist=1)])


def found(rules: TypeRules, type_num: int, hour: int, minutes: int = 60) -> list[tuple[ClashKind, int, str]]:
    """The clashes of an appointment of a type at an hour."""
    proposal = Proposal(DAY.replace(hour=hour), minutes, 1, type_num=type_num)
    return [
        (each.kind, each.minutes, str(each.words)) for each in find_clashes(proposal, [], PLAN, rules=rules)
    ]


@pytest.mark.parametrize("listed", ["71,72", "Crowns, major", "72,crowns"])
def test_a_limited_type_stays_on_its_blockouts(listed: str) -> None:
    """A type with blockouts, by number or by name, is only scheduled on these, also across two of them."""
    rules = rules_of([(CROWN, "Crown", listed), (ANY, "Exam", "")])
    assert found(rules, CROWN, 9, 120) == []
    assert found(rules, CROWN, 10, 90) == [
        (ClashKind.TYPE, 30, "Crown is only scheduled on its own blockouts")
    ]
    assert found(rules, CROWN, 14)[0][:2] == (ClashKind.TYPE, 60)


def test_a_kept_blockout_warns_others() -> None:
    """Another type on a blockout that is kept for one is a warning with the types it is kept for."""
    rules = rules_of([(CROWN, "Crown", "71"), (RECALL, "Recall", "71"), (ANY, "Exam", "")])
    assert found(rules, ANY, 9, 90) == [
        (ClashKind.KEPT, 60, "Crowns until 10:00 AM is reserved for Crown, Recall")
    ]
    assert found(rules, 0, 9)[0][0] is ClashKind.KEPT


def test_without_rules_nothing_clashes() -> None:
    """A blockout that allows appointments and that no type is limited to is open to all."""
    assert found(NO_RULES, CROWN, 9) == []
    assert found(rules_of([(CROWN, "Crown", " , ")]), CROWN, 9) == []


def test_openings_keep_to_the_rules() -> None:
    """A limited type is only offered on its own blockouts, another one not on these; without rules all is offered."""
    rules, chair = rules_of([(CROWN, "Crown", "71,72"), (ANY, "Exam", "")]), PLAN.chair(1)
    assert open_for(chair, rules, CROWN) == ((540, 660),)
    assert open_for(chair, rules, ANY) == ((480, 540), (660, 1020))
    assert open_for(chair, NO_RULES, CROWN) == ((480, 1020),)
    day = OpenDay(DAY.date(), PLAN, [Chair(1, prov_dentist=1)], [])
    wish = OpeningWish(60, type_num=CROWN, rules=rules)
    assert [each.start.hour for each in openings_of_day(wish, day, DAY.replace(hour=7, minute=0))] == [9]


@pytest.mark.parametrize("seed", range(30))
def test_one_truth_about_which_time_may_be_offered(seed: int) -> None:
    """Openings, filling, the month, and the clashes of a move or a booking agree on any day."""
    chance = Random(seed)
    rules = rules_of([(CROWN, "Crown", chance.choice(("71", "71,72"))), (ANY, "Exam", "")])
    kept = [
        Shift(
            ShiftKind.BLOCKOUT,
            start,
            start + 5 * chance.randint(2, 20),
            label=chance.choice(("Lunch", "Crowns", "Meeting")),
            no_schedule=chance.random() < 0.4,
            type_num=chance.choice((0, 71, 72)),
        )
        for start in chance.sample(range(480, 900, 20), 4)
    ]
    seat = Chair(1, prov_dentist=1)
    day = OpenDay(DAY.date(), plan_day([Shift(ShiftKind.PROVIDER, 500, 900, 1), *kept], [seat]), [seat], [])
    free, morning = day.plan.chair(1), DAY.replace(hour=0, minute=0)
    for type_num in (CROWN, ANY, 0):
        for start in range(480, 900, 10):
            span = (start, start + 40)
            at = DAY.replace(hour=start // 60, minute=start % 60)
            proposal = Proposal(at, 40, 1, type_num=type_num)
            may_be = not find_clashes(proposal, [], day.plan, rules=rules)
            assert covered(span, open_for(free, rules, type_num)) == may_be
            window = Window(times=(TimeSet(start, start + 1),))
            wish = OpeningWish(40, type_num=type_num, rules=rules, windows=(window,))
            assert bool(openings_of_day(wish, day, morning)) == may_be
            gap = gap_at(day, 1, start, morning)
            place = Place(gap, free, BusyDay(day.day, []), rules=rules) if gap is not None else None
            fills = place is not None and place.allows(type_num, bits([span])) and span[1] <= place.gap.end
            assert fills == may_be
    minutes = sum(
        not find_clashes(
            Proposal(DAY.replace(hour=0, minute=0) + timedelta(minutes=each), 1, 1), [], day.plan
        )
        for each in range(480, 920)
    )
    assert day_load(day.day, day.plan, [], [1]).whole.open == minutes


def test_blockouts_of_two_types_are_not_joined() -> None:
    """Blockouts that touch and have one name but two types stay apart."""
    twice = [replace(SHIFTS[2], start=600, label="Crowns"), SHIFTS[1]]
    plan = plan_day(twice, [Chair(1)])
    assert [(each.start, each.type_num) for each in plan.chair(1).blockouts] == [(540, 71), (600, 72)]
