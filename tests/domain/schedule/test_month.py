"""How full the days of a month are."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from app.domain.schedule.hours import Chair, Shift, ShiftKind, plan_day
from app.domain.schedule.month import Booked, Load, booked_of, day_load, month_after, month_weeks
from app.domain.schedule.visit import Stage
from bench.painting import TODAY, make_day

CHAIRS = (Chair(1, prov_dentist=10), Chair(2, prov_dentist=10), Chair(3, prov_hygienist=20, is_hygiene=True))
SHIFTS = (
    Shift(ShiftKind.PROVIDER, 480, 720, 10),
    Shift(ShiftKind.PROVIDER, 480, 600, 20),
    Shift(ShiftKind.BLOCKOUT, 480, 540, 0, frozenset({1}), "Meeting", no_schedule=True),
    Shift(ShiftKind.BLOCKOUT, 540, 600, 0, frozenset({2}), "Crowns"),
)


@pytest.mark.parametrize(
    ("first_weekday", "first", "count"), [(7, date(2026, 11, 1), 5), (1, date(2026, 10, 26), 6)]
)
def test_a_month_has_whole_weeks(first_weekday: int, first: date, count: int) -> None:
    """From the first day of the week in which the month begins to the end of that in which it ends."""
    weeks = month_weeks(date(2026, 11, 17), first_weekday)
    assert (weeks[0][0], len(weeks)) == (first, count)
    assert all(len(week) == 7 for week in weeks)


def test_the_next_and_the_previous_month() -> None:
    """Over the end of a year too."""
    assert month_after(date(2026, 12, 1), 1) == date(2027, 1, 1)
    assert month_after(date(2026, 1, 1), -1) == date(2025, 12, 1)


def test_a_day_is_as_full_as_its_operatories() -> None:
    """Booked minutes of the open ones; a blockout without appointments is no open time, another one is."""
    booked = [Booked(TODAY, 1, 10, 60, 1), Booked(TODAY, 2, 10, 60, 2), Booked(TODAY, 3, 20, 120, 1)]
    load = day_load(TODAY, plan_day(SHIFTS, CHAIRS), booked, [1, 2, 3])
    assert load.whole == Load(240, 180 + 240 + 120)
    assert (load.whole.percent, load.whole.free, load.count) == (44, 300, 4)
    assert load.providers == ((10, Load(120, 420)), (20, Load(120, 120)))


@pytest.mark.parametrize(("no_schedule", "open_minutes"), [(True, 180), (False, 240)])
def test_a_lunch_blockout_is_open_time_if_it_allows_appointments(
    *, no_schedule: bool, open_minutes: int
) -> None:
    """Its name closes nothing, as in Open Dental: the blockout's flag does."""
    lunch = Shift(ShiftKind.BLOCKOUT, 600, 660, 0, frozenset({2}), "Lunch break", no_schedule)
    assert day_load(TODAY, plan_day([*SHIFTS, lunch], CHAIRS), [], [2]).whole == Load(0, open_minutes)


def test_other_operatories_do_not_count() -> None:
    """A clinic's or view's operatories alone; a provider who isn't scheduled is named by what is booked."""
    booked = [Booked(TODAY, 1, 30, 60, 1), Booked(TODAY, 3, 20, 120, 1)]
    load = day_load(TODAY, plan_day(SHIFTS, CHAIRS), booked, [1])
    assert load.whole == Load(60, 180)
    assert load.providers == ((10, Load(0, 180)), (30, Load(60, 0)))


def test_a_provider_s_day_is_as_full_as_their_own_time() -> None:
    """With a filter by provider, nobody else's free time counts, and nobody else is listed."""
    booked = [Booked(TODAY, 1, 10, 60, 1), Booked(TODAY, 3, 20, 60, 1)]
    load = day_load(TODAY, plan_day(SHIFTS, CHAIRS), booked, [1, 2, 3], {20})
    assert (load.whole, load.count) == (Load(60, 120), 1)
    assert load.providers == ((20, Load(60, 120)),)
    assert day_load(TODAY, plan_day(SHIFTS, CHAIRS), booked, [1, 2, 3], {30}).whole.percent is None


def test_a_closed_day_has_no_share() -> None:
    """Without open time there is no percentage; free time never makes a day full."""
    assert day_load(TODAY, plan_day((), CHAIRS), [], [1]).whole.percent is None
    assert Load(599, 600).percent == 99
    assert (Load(700, 600).percent, Load(700, 600).free) == (116, 0)


def test_broken_appointments_and_notes_take_no_time() -> None:
    """Only what stands on its own day is booked."""
    first, second, third, *_ = (each.visit for each in make_day(60, 1).visits)
    visits = [replace(first, stage=Stage.BROKEN), replace(second, is_note=True), third]
    found = booked_of(visits, TODAY, [1, 2, 3])
    assert found == [Booked(TODAY, third.op_num, 3, third.minutes, 1)]
