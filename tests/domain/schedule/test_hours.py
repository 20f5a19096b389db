"""Who works where and when."""

from __future__ import annotations

import pytest

from app.domain.schedule.hours import (
    Chair,
    Shift,
    ShiftKind,
    clip,
    column_blocks,
    covered,
    gaps,
    joined,
    merge,
    plan_day,
    subtract,
    whole_hours,
)
from app.domain.schedule.visit import BlockKind

LEE, KIM, ORTEGA = 1, 2, 3
OP1 = Chair(1, prov_dentist=LEE)
OP2 = Chair(2, prov_dentist=LEE, prov_hygienist=KIM)
HYG = Chair(3, prov_dentist=LEE, prov_hygienist=KIM, is_hygiene=True)


def shift(start: int, end: int, prov: int = LEE, ops: tuple[int, ...] = ()) -> Shift:
    """A provider's shift."""
    return Shift(ShiftKind.PROVIDER, start, end, prov, frozenset(ops))


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        ([], ()),
        ([(5, 5)], ()),
        ([(480, 720), (700, 800)], ((480, 800),)),
        ([(780, 1020), (480, 720)], ((480, 720), (780, 1020))),
        ([(480, 720), (720, 800)], ((480, 800),)),
    ],
)
def test_spans_that_touch_are_one(spans: list[tuple[int, int]], merged: tuple[tuple[int, int], ...]) -> None:
    """Spans are sorted and merged where they touch or overlap."""
    assert merge(spans) == merged


def test_span_arithmetic() -> None:
    """Subtracting, clipping, gaps and cover agree on half-open spans."""
    assert subtract([(0, 100)], [(20, 30), (90, 200)]) == ((0, 20), (30, 90))
    assert clip([(0, 10), (20, 40)], 5, 30) == ((5, 10), (20, 30))
    assert gaps([(0, 10), (20, 30)]) == ((10, 20),)
    assert covered((5, 8), [(0, 10)])
    assert not covered((5, 12), [(0, 10)])


def test_a_shift_that_names_chairs_counts_for_them_alone() -> None:
    """A shift with operatories staffs those, whoever's operatories they are."""
    plan = plan_day([shift(480, 720, ORTEGA, (2,))], [OP1, OP2])
    assert plan.chair(1).open == ()
    assert plan.chair(2).open == ((480, 720),)
    assert plan.chair(2).providers == (ORTEGA,)


def test_a_shift_without_chairs_counts_for_the_providers_own() -> None:
    """A shift without operatories staffs the dentist's operatories, and hygiene ones by their hygienist."""
    plan = plan_day([shift(480, 720), shift(540, 600, KIM)], [OP1, OP2, HYG])
    assert [plan.chair(op).providers for op in (1, 2, 3)] == [(LEE,), (LEE,), (KIM,)]
    assert plan.hours == (480, 720)
    assert plan.providers == {LEE: ((480, 720),), KIM: ((540, 600),)}


def test_without_shifts_the_practices_hours_hold() -> None:
    """On a day without a provider's shift the practice's own hours open every operatory; else they change nothing."""
    practice = Shift(ShiftKind.PRACTICE, 480, 960, label="Short day")
    assert plan_day([practice], [OP1]).chair(1).open == ((480, 960),)
    plan = plan_day([practice, shift(500, 600)], [OP1, Chair(9)])
    assert (plan.chair(1).open, plan.chair(9).open, plan.notes) == (((500, 600),), (), ("Short day",))


def test_a_gap_in_the_day_is_lunch_and_a_long_one_is_closed() -> None:
    """Up to two hours between two shifts is lunch; more is closed, as is everything before and after."""
    plan = plan_day([shift(480, 720), shift(780, 900), shift(1080, 1140)], [OP1])
    blocks = column_blocks(0, plan.chair(1), 420, 1200)
    assert [(each.start, each.end, each.kind) for each in blocks] == [
        (420, 480, BlockKind.CLOSED),
        (900, 1080, BlockKind.CLOSED),
        (1140, 1200, BlockKind.CLOSED),
        (720, 780, BlockKind.LUNCH),
    ]


def test_blockouts_are_joined_clipped_and_cut_out_of_lunch() -> None:
    """Equal blockouts that touch are merged, end with the grid, and replace lunch where they overlap."""
    shifts = [
        shift(480, 720),
        shift(780, 900),
        Shift(ShiftKind.BLOCKOUT, 700, 740, op_nums=frozenset({1}), label="Staff", no_schedule=True),
        Shift(ShiftKind.BLOCKOUT, 740, 760, op_nums=frozenset({1}), label="Staff", no_schedule=True),
        Shift(ShiftKind.BLOCKOUT, 840, 2000, label="Emergency"),
        Shift(ShiftKind.BLOCKOUT, 500, 500, label="Empty"),
    ]
    chair = plan_day(shifts, [OP1]).chair(1)
    drawn = [each for each in column_blocks(0, chair, 480, 900) if each.kind is not BlockKind.CLOSED]
    assert [(each.start, each.end, each.label, each.no_schedule) for each in drawn] == [
        (760, 780, "", False),
        (700, 760, "Staff", True),
        (840, 900, "Emergency", False),
    ]
    assert plan_day(shifts, [Chair(8)]).chair(8).blockouts[0].label == "Emergency"


def test_a_grid_starts_and_ends_on_the_hour() -> None:
    """The shown hours are rounded out to whole hours; by default they are the usual day."""
    assert whole_hours([(485, 1015)]) == (480, 1020)
    assert whole_hours([(0, 1445)]) == (0, 1500)
    assert whole_hours([]) == (480, 1020)


def test_a_day_goes_on_with_the_next_one() -> None:
    """When two days are joined, hours that meet at midnight are merged, and the next day's start at 1440."""
    late, early = plan_day([shift(1080, 1440)], [OP1]), plan_day([shift(0, 120), shift(480, 720)], [OP1])
    both = joined(late, early)
    assert both.chair(1).open == ((1080, 1560), (1920, 2160))
    assert both.chair(1).open_for(LEE) == both.providers[LEE] == both.chair(1).open
