"""Keys of columns and lanes, and whose column an appointment is in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.domain.schedule.columns import (
    column_alike,
    column_at,
    lane_key,
    main_provider,
    own_key,
    place_key,
    provider_key,
    team_in,
)
from app.domain.schedule.openings import Team
from app.domain.schedule.visit import Column, ScheduleGrid
from bench.painting import TODAY, make_day

TOMORROW = TODAY + timedelta(days=1)
VISIT = replace(make_day(60, 1).visits[0].visit, prov_num=1, prov_hyg=2, is_hygiene=True)


@pytest.mark.parametrize("key", [0, 7, 2**40, provider_key(0), provider_key(2**40)])
def test_a_lane_s_place_is_found_again(key: int) -> None:
    """The key of a lane contains its day and its place, also a provider's, whose keys are negative."""
    assert place_key(lane_key(TODAY, key)) == key
    assert place_key(key) == key


def test_who_is_the_main_provider() -> None:
    """The hygienist of a hygiene appointment, else the dentist."""
    assert main_provider(VISIT) == 2
    assert main_provider(replace(VISIT, is_hygiene=False)) == 1
    assert main_provider(replace(VISIT, prov_hyg=0)) == 1


def test_another_column_changes_the_provider() -> None:
    """In a hygienist's column it is a hygiene appointment, in a dentist's it is not; in its own nothing changes."""
    assert team_in(2, VISIT, {2, 3}) is None
    assert team_in(0, VISIT, {2, 3}) is None
    assert team_in(3, VISIT, {2, 3}) == Team(1, 3, is_hygiene=True)
    assert team_in(9, VISIT, {2, 3}) == Team(9, 2, is_hygiene=False)


def test_the_column_of_an_operatory_or_provider() -> None:
    """Found by day and place; on a day without it the first lane is the nearest one."""
    columns = (
        Column(lane_key(TODAY, 1), "a", day=TODAY, op_num=1),
        Column(lane_key(TODAY, 2), "b", day=TODAY, op_num=2),
        Column(lane_key(TOMORROW, 2), "c", day=TOMORROW, op_num=2),
    )
    grid = ScheduleGrid((TODAY, TOMORROW), columns, (), (), 480, 1020)
    assert column_at(grid, TOMORROW, 2, 0) is columns[2]
    assert column_at(grid, TOMORROW, 1, 0) is None
    assert column_alike(grid, columns[1].key, TOMORROW, VISIT) is columns[2]
    assert column_alike(grid, columns[0].key, TOMORROW, VISIT) is columns[2]
    assert column_alike(grid, columns[2].key, TODAY, VISIT) is columns[1]
    assert column_alike(grid, columns[0].key, TOMORROW + timedelta(days=9), VISIT) is columns[2]
    by_provider = ScheduleGrid(
        (TODAY,), (Column(provider_key(5), "p", day=TODAY, prov_num=5),), (), (), 480, 1020
    )
    assert column_at(by_provider, TODAY, 1, 5) is by_provider.columns[0]


def test_a_day_without_the_operatory_offers_the_most_similar_lane() -> None:
    """The same operatory, else where the own provider works, else one of the same kind in the same clinic."""
    lanes = [
        Column(lane_key(TOMORROW, 1), "dentist", day=TOMORROW, op_num=1, prov_nums=(1,)),
        Column(
            lane_key(TOMORROW, 2), "hygiene, elsewhere", day=TOMORROW, op_num=2, is_hygiene=True, clinic_num=9
        ),
        Column(lane_key(TOMORROW, 3), "hygiene", day=TOMORROW, op_num=3, is_hygiene=True, prov_nums=(8,)),
        Column(lane_key(TOMORROW, 4), "own hygienist", day=TOMORROW, op_num=4, prov_nums=(2,)),
        Column(lane_key(TOMORROW, 5), "own operatory", day=TOMORROW, op_num=5),
    ]
    own = replace(VISIT, clinic_num=0)
    titles = []
    while lanes:
        grid = ScheduleGrid((TODAY, TOMORROW), tuple(lanes), (), (), 480, 1020)
        column = column_alike(grid, lane_key(TODAY, 5), TOMORROW, own)
        titles.append(column.title)
        lanes.remove(column)
    assert titles == ["own operatory", "own hygienist", "hygiene", "hygiene, elsewhere", "dentist"]


@pytest.mark.parametrize("days", [(TODAY,), (TODAY, TOMORROW)])
def test_an_appointment_s_own_column(days: tuple[date, ...]) -> None:
    """By operatory, by provider, and as a lane of a week: the column that its grid puts it in."""
    for place in (Column(VISIT.op_num, "a", op_num=VISIT.op_num), Column(provider_key(2), "p", prov_num=2)):
        lane = replace(place, key=lane_key(TODAY, place.key))
        columns = (replace(place if len(days) == 1 else lane, day=TODAY),)
        assert own_key(ScheduleGrid(days, columns, (), (), 480, 1020), VISIT) == columns[0].key
