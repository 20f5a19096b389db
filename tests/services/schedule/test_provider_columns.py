"""Providers as columns, and what a place in one means."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from app.domain.schedule.columns import main_provider, provider_key
from app.domain.schedule.visit import Column, ScheduleGrid
from app.services.schedule.columns.target import target_of
from app.services.schedule.filter import ColumnKind, ScheduleFilter
from app.services.schedule.grids import build_grid
from tests.practice import office as tiny
from tests.support.bench_office import Bench
from tests.support.english import english

TODAY = tiny.TODAY
BY_PROVIDER = ScheduleFilter(columns=ColumnKind.PROVIDER)


async def read(bench: Bench, shown: ScheduleFilter = BY_PROVIDER) -> ScheduleGrid:
    """Today's grid."""
    await bench.office.reader.open_day(TODAY)
    return build_grid(bench.office, (TODAY,), shown)


def column(grid: ScheduleGrid, prov_num: int) -> Column:
    """A provider's column."""
    return next(each for each in grid.columns if each.prov_num == prov_num)


async def test_a_day_has_its_providers(bench: Bench) -> None:
    """Dentists before hygienists, each above the operatories they work in; appointments are in their main one's."""
    grid = await read(bench)
    assert [(english(each.title), english(each.subtitle)) for each in grid.columns] == [
        ("DOC1", "Chair 1"),
        ("DOC2", "Chair 3"),
        ("HYG1", "Chair 2"),
    ]
    assert {(each.visit.apt_num, each.column) for each in grid.visits} == {
        (tiny.VISIT, provider_key(tiny.DOC)),
        (tiny.HYGIENE_VISIT, provider_key(tiny.HYG)),
    }


async def test_a_provider_s_column_is_open_while_they_work(bench: Bench) -> None:
    """Their hours, lunch and blockouts are those of the operatories they have."""
    by_chair = await read(bench, ScheduleFilter())
    grid = build_grid(bench.office, (TODAY,), BY_PROVIDER)
    for op_num, prov_num in ((1, tiny.DOC), (2, tiny.HYG)):
        chair = {(b.start, b.end, b.kind) for b in by_chair.blocks if b.column == op_num}
        assert {(b.start, b.end, b.kind) for b in grid.blocks if b.column == provider_key(prov_num)} == chair


async def test_a_view_limits_and_orders_columns(bench: Bench) -> None:
    """A view's operatories or providers are the only columns, in its order, and hide what is elsewhere."""
    grid = await read(bench, replace(BY_PROVIDER, prov_nums=(tiny.HYG, tiny.DOC)))
    assert [each.prov_num for each in grid.columns] == [tiny.HYG, tiny.DOC]
    chairs = build_grid(bench.office, (TODAY,), ScheduleFilter(op_nums=(3, 2)))
    assert [each.op_num for each in chairs.columns] == [3, 2]
    assert [each.visit.apt_num for each in chairs.visits] == [tiny.HYGIENE_VISIT]


async def test_a_drop_in_a_provider_s_column_finds_their_operatory(bench: Bench) -> None:
    """Another provider's column changes provider and operatory; the own one only the time."""
    grid = await read(bench)
    visit = next(each.visit for each in grid.visits if each.visit.apt_num == tiny.VISIT)
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 11)
    there = target_of(bench.office, column(grid, tiny.HYG), at, visit.minutes, visit)
    assert there.op_num == 2
    assert there.team is not None
    assert (there.team.prov_hyg, there.team.is_hygiene) == (tiny.HYG, True)
    own = target_of(bench.office, column(grid, main_provider(visit)), at, visit.minutes, visit)
    assert (own.op_num, own.team) == (visit.op_num, None)


async def test_a_taken_operatory_is_left_for_a_free_one(bench: Bench) -> None:
    """A provider with two operatories is offered the free one; without any at that time, one of that day."""
    bench.sql("UPDATE operatory SET ProvDentist = ?, IsHygiene = 0 WHERE OperatoryNum IN (1, 3)", tiny.DOC)
    bench.sql("DELETE FROM scheduleop")
    grid = await read(bench)
    visit = next(each.visit for each in grid.visits if each.visit.apt_num == tiny.VISIT)
    homes = english(column(grid, tiny.DOC).subtitle)
    taken = target_of(bench.office, column(grid, tiny.DOC), visit.start, 20)
    assert (homes, taken.op_num) == ("Chair 1 · Chair 3", 3)
    free = target_of(bench.office, column(grid, tiny.DOC), visit.start + timedelta(hours=2), 20)
    assert free.op_num == 1


async def test_a_drop_stays_in_the_shown_operatories(bench: Bench) -> None:
    """Where a view leaves an operatory out, a drop into a provider's column never puts anything there."""
    bench.sql("UPDATE operatory SET ProvDentist = ?, IsHygiene = 0 WHERE OperatoryNum IN (1, 3)", tiny.DOC)
    bench.sql("DELETE FROM scheduleop")
    grid = await read(bench, replace(BY_PROVIDER, op_nums=(3, 2)))
    noon = datetime(TODAY.year, TODAY.month, TODAY.day, 11)
    assert english(column(grid, tiny.DOC).subtitle) == "Chair 3"
    assert target_of(bench.office, column(grid, tiny.DOC), noon, 20).op_num == 3
