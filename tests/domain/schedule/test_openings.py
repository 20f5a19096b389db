"""The next openings for an appointment."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.schedule.clashes import find_clashes
from app.domain.schedule.hours import Chair, Shift, ShiftKind, plan_day
from app.domain.schedule.opening_search import first_openings, openings_of_day
from app.domain.schedule.openings import (
    OpenDay,
    Opening,
    OpeningWish,
    Team,
    proposal_for,
    team_for,
)
from app.domain.schedule.visit import Stage, Visit
from tests.domain.builders import DAY, visit

CHAIRS = [
    Chair(1, prov_dentist=1, clinic_num=1),
    Chair(2, prov_dentist=1, clinic_num=2),
    Chair(3, prov_dentist=1, prov_hygienist=2, is_hygiene=True, clinic_num=1),
]
SHIFTS = [
    Shift(ShiftKind.PROVIDER, 480, 720, 1),
    Shift(ShiftKind.PROVIDER, 780, 1020, 1),
    Shift(ShiftKind.PROVIDER, 540, 720, 2),
    Shift(ShiftKind.BLOCKOUT, 480, 540, op_nums=frozenset({1}), label="Staff", no_schedule=True),
]


def day(*visits: Visit, on: date | None = None) -> OpenDay:
    """The schedule above with some appointments on it."""
    return OpenDay(on or DAY.date(), plan_day(SHIFTS, CHAIRS), CHAIRS, visits)


def starts(wish: OpeningWish, *visits: Visit, not_before: datetime = DAY) -> list[tuple[str, int, int]]:
    """The day's openings as (time, operatory, provider)."""
    found = openings_of_day(wish, day(*visits), not_before)
    return [(f"{each.start:%H:%M}", each.op_num, each.prov_num) for each in found]


def test_every_free_stretch_offers_its_first_time() -> None:
    """Closed hours, lunch and blockouts are left out; each span between them is one opening."""
    assert starts(OpeningWish(60, clinic_num=1, hygiene=False)) == [("09:00", 1, 1), ("13:00", 1, 1)]


def test_a_wish_for_a_clinic_hygiene_or_provider_is_kept() -> None:
    """Only operatories of the requested clinic, kind and provider are offered."""
    assert starts(OpeningWish(30, clinic_num=2)) == [("08:00", 2, 1), ("13:00", 2, 1)]
    assert starts(OpeningWish(30, hygiene=True)) == [("09:00", 3, 2)]
    assert starts(OpeningWish(30, prov_num=2)) == [("09:00", 3, 2)]
    assert starts(OpeningWish(30, prov_num=9)) == []


def test_the_second_provider_of_an_operatory_is_offered_while_the_first_is_busy() -> None:
    """Where two work in one operatory, the one who is free sees the patient."""
    plan = plan_day([Shift(ShiftKind.PROVIDER, 480, 720, who, frozenset({1})) for who in (1, 5)], CHAIRS)
    away = visit(8, op_num=2, minutes=60, prov_num=1)
    (found, *_) = openings_of_day(OpeningWish(60), OpenDay(DAY.date(), plan, CHAIRS, [away]), DAY)
    assert (found.start.hour, found.prov_num) == (8, 5)


def test_a_day_of_practice_hours_alone_is_anybodys() -> None:
    """If the office schedules no provider, the requested one may work in any open operatory."""
    plan = plan_day([Shift(ShiftKind.PRACTICE, 480, 720)], CHAIRS)
    found = openings_of_day(OpeningWish(30, prov_num=2), OpenDay(DAY.date(), plan, CHAIRS[:1], ()), DAY)
    assert found == [Opening(DAY.replace(hour=8), 1, 2)]


def test_taken_time_is_not_offered() -> None:
    """Appointments occupy their operatory; a broken one doesn't; starts are multiples of ten minutes."""
    taken = visit(9, 0, minutes=45, pattern="/" * 9, prov_num=0)
    assert starts(OpeningWish(30, clinic_num=1, hygiene=False), taken)[0] == ("09:50", 1, 1)
    broken = visit(9, 0, stage=Stage.BROKEN)
    assert starts(OpeningWish(30, clinic_num=1, hygiene=False), broken)[0] == ("09:00", 1, 1)


def test_a_provider_who_is_busy_in_another_chair_is_not_offered() -> None:
    """The provider's X time elsewhere delays the opening."""
    elsewhere = visit(9, 0, op_num=2, minutes=60, pattern="X" * 12)
    assert starts(OpeningWish(30, clinic_num=1, hygiene=False), elsewhere)[0] == ("10:00", 1, 1)


def test_nothing_is_offered_in_the_past() -> None:
    """An opening starts at or after the given moment, rounded up to ten minutes."""
    now = DAY.replace(hour=10, minute=1)
    assert starts(OpeningWish(30, clinic_num=1, hygiene=False), not_before=now)[0] == ("10:10", 1, 1)


def test_openings_start_on_the_offices_own_steps() -> None:
    """With increments of 5 or 15 minutes, openings start on those."""
    now, taken = DAY.replace(hour=10, minute=1), visit(8, 0, op_num=2, minutes=25, pattern="X" * 5)
    for increment, first, late in ((5, "08:25", "10:05"), (10, "08:30", "10:10"), (15, "08:30", "10:15")):
        wish = OpeningWish(30, clinic_num=2, increment=increment)
        assert starts(wish, taken)[0][0] == first
        assert starts(wish, not_before=now)[0][0] == late


def test_an_opening_may_not_run_over_lunch_or_closing() -> None:
    """The whole length has to fit in one span of the same provider's time."""
    assert starts(OpeningWish(300, clinic_num=2)) == []
    assert starts(OpeningWish(240, clinic_num=2)) == [("08:00", 2, 1), ("13:00", 2, 1)]


def test_three_choices_have_three_different_times() -> None:
    """The first openings over several days are in order, no time twice."""
    days = [day(), day(on=date(2026, 11, 24))]
    found = first_openings(OpeningWish(60, hygiene=False), days, DAY)
    assert found == (
        Opening(DAY.replace(hour=8), 2, 1),
        Opening(DAY.replace(hour=9), 1, 1),
        Opening(DAY.replace(hour=13), 1, 1),
    )


def test_an_offered_opening_has_no_clash() -> None:
    """An opening beside a provider's other visit, whatever its shape and length, has no clash."""
    elsewhere = visit(9, 10, op_num=2, minutes=30, pattern="/XXXX/", apt_num=7, pat_num=12)
    moving = visit(15, 0, minutes=40, pattern="X" * 8, apt_num=8)
    for wish in (
        OpeningWish(30, clinic_num=1),
        OpeningWish(60, clinic_num=1, pattern="//XX//"),
        OpeningWish(20, clinic_num=1, pattern="/" * 6 + "X" * 12),
        OpeningWish(40, clinic_num=1, moving=moving),
    ):
        found = openings_of_day(wish, day(elsewhere), DAY)
        assert found
        assert [find_clashes(proposal_for(wish, each), [elsewhere], day().plan) for each in found] == [
            ()
        ] * len(found)


def test_a_visit_does_not_stand_in_its_own_way() -> None:
    """The provider of a moving appointment is free at its time: it may move to another operatory."""
    moving = visit(9, 0, op_num=2, minutes=60, pattern="X" * 12)
    wish = OpeningWish(60, clinic_num=1, hygiene=False, moving=moving)
    assert starts(wish, moving)[0] == ("09:00", 1, 1)


def test_a_move_is_judged_by_both_providers_of_the_visit() -> None:
    """A hygiene visit is not offered where its exam's dentist is busy elsewhere, and keeps that dentist."""
    moving = visit(
        11,
        20,
        minutes=40,
        op_num=3,
        pattern="X" * 8,
        pattern_secondary="//XXXXXX",
        prov_hyg=2,
        is_hygiene=True,
    )
    elsewhere = visit(9, 0, op_num=2, minutes=60, pattern="X" * 12, apt_num=7)
    wish = OpeningWish(40, prov_num=2, moving=moving)
    assert starts(wish, elsewhere)[0] == ("09:50", 3, 2)
    assert proposal_for(wish, Opening(DAY.replace(hour=10), 3, 2)).prov_num == 1


def team(
    who: int, visit: Visit | None = None, *, prov_num: int | None = None, hygiene: bool | None = None
) -> Team:
    """The providers when `who` (8 and 9 are hygienists) has an opening."""
    wish = OpeningWish(30, moving=visit, prov_num=prov_num, hygiene=hygiene, hygienists=frozenset({8, 9}))
    return team_for(wish, Opening(DAY, 1, who))


def test_a_hygienist_takes_the_hygienists_place() -> None:
    """Another hygienist keeps an appointment's dentist, and makes any appointment the hygienist's."""
    assert team(9, visit(9, 0, prov_num=1, prov_hyg=8, is_hygiene=True)) == Team(1, 9, is_hygiene=True)
    assert team(9, visit(9, 0, prov_num=1)) == Team(1, 9, is_hygiene=True)
    assert team(9) == Team(0, 9, is_hygiene=True)


def test_a_dentist_takes_the_dentists_place() -> None:
    """Another dentist is written if one is needed or requested, but not incidentally for a hygiene appointment."""
    hygiene = visit(9, 0, prov_num=1, prov_hyg=8, is_hygiene=True)
    assert team(2) == Team(2)
    assert team(2, visit(9, 0, prov_num=1)) == Team(2)
    assert team(2, hygiene) == Team(1, 8, is_hygiene=True)
    assert team(2, hygiene, prov_num=2) == team(2, hygiene, hygiene=False) == Team(2, 8, is_hygiene=True)


def test_a_visits_own_two_stay() -> None:
    """An opening of one of an appointment's own providers, or of nobody, changes neither."""
    own = visit(9, 0, prov_num=1, prov_hyg=8)
    assert team(1, own) == team(8, own) == team(0, own) == Team(1, 8)
