"""The layout of appointments in their columns."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.schedule.layout import LEAST_MINUTES, Slot, lay_out, lay_out_again, with_visit
from app.domain.schedule.visit import Column, Placed, ScheduleGrid, Visit
from tests.domain.builders import DAY, visit

OPENS, CLOSES = 8 * 60, 18 * 60
TODAY = DAY.date()


def grid(*visits: Visit, columns: int = 2, days: tuple[date, ...] = (TODAY,)) -> ScheduleGrid:
    """A day from 8 to 18 with operatories 1, 2, … and these appointments in them."""
    titles = tuple(Column(key, f"Op {key}") for key in range(1, columns + 1))
    placed = tuple(Placed(each.op_num, each) for each in visits)
    return ScheduleGrid(days, titles, (), placed, OPENS, CLOSES)


def slots(*visits: Visit) -> dict[int, Slot]:
    """The positions of operatory 1's appointments, by number."""
    return {slot.visit.apt_num: slot for slot in lay_out(grid(*visits)).columns[1].slots}


@st.composite
def chairs(draw: st.DrawFn) -> list[Visit]:
    """Up to twelve appointments in one operatory, also without length, at night, and nine hours long."""
    starts = draw(st.lists(st.integers(0, 287), max_size=12))
    return [
        replace(
            visit(apt_num=number, minutes=5 * draw(st.integers(0, 108))),
            start=DAY + timedelta(minutes=5 * start),
        )
        for number, start in enumerate(starts, 1)
    ]


def test_a_visit_alone_has_the_whole_width() -> None:
    """An appointment without overlap has one lane of one, from its start to its end."""
    slot = slots(visit(9, 30, apt_num=7, minutes=50))[7]
    assert (slot.start, slot.end, slot.lane, slot.lanes, slot.doubled) == (570, 620, 0, 1, False)


def test_overlaps_share_the_width() -> None:
    """Two that overlap are side by side; one that only touches shares nothing."""
    found = slots(
        visit(9, 0, apt_num=1, minutes=60),
        visit(9, 30, apt_num=2, minutes=30),
        visit(10, 0, apt_num=3, minutes=30),
    )
    assert [(found[each].lane, found[each].lanes) for each in (1, 2, 3)] == [(0, 2), (1, 2), (0, 1)]


def test_a_chain_of_overlaps_reuses_lanes() -> None:
    """The third of a chain gets the first one's lane when that is free again, with the others' width."""
    found = slots(
        visit(9, 0, apt_num=1, minutes=40),
        visit(9, 30, apt_num=2, minutes=60),
        visit(10, 0, apt_num=3, minutes=40),
    )
    assert [(found[each].lane, found[each].lanes) for each in (1, 2, 3)] == [(0, 2), (1, 2), (0, 2)]


def test_no_length_can_still_be_read() -> None:
    """An appointment without length takes ten minutes, and one at the same time is placed beside it."""
    found = slots(visit(9, 0, apt_num=1, minutes=0), visit(9, 5, apt_num=2, minutes=20))
    assert (found[1].end - found[1].start, found[1].lanes, found[2].lane) == (LEAST_MINUTES, 2, 1)


def test_short_appointments_of_a_short_step_stand_one_below_the_other() -> None:
    """In an office with five-minute increments, five-minute appointments don't overlap."""
    chair, visits = Column(1, "Op 1"), [visit(9, each, apt_num=each + 1, minutes=5) for each in (0, 5)]
    placed = tuple(Placed(1, each) for each in visits)
    grid = ScheduleGrid((TODAY,), (chair,), (), placed, OPENS, CLOSES, increment=5)
    assert lay_out(grid).columns[1].lanes == 1


def test_past_the_end_is_cut_and_marked() -> None:
    """An appointment beyond the grid's hours is cut there and marked; one outside is at the edge."""
    found = slots(
        visit(17, 30, apt_num=1, minutes=540),
        visit(5, 0, apt_num=2, minutes=30),
        visit(7, 30, apt_num=3, minutes=60),
    )
    assert (found[1].end, found[1].ends_after, found[1].starts_before) == (CLOSES, True, False)
    assert (found[2].start, found[2].end, found[2].starts_before) == (OPENS, OPENS + LEAST_MINUTES, True)
    assert (found[3].start, found[3].end, found[3].starts_before) == (OPENS, 510, True)


def test_a_week_counts_from_each_days_midnight() -> None:
    """In a column of another day an appointment is at its time of that day."""
    tomorrow = TODAY + timedelta(days=1)
    column = Column(tomorrow.toordinal(), "Tue 24", day=tomorrow)
    late = replace(visit(apt_num=1), start=DAY + timedelta(days=1, hours=9))
    week = ScheduleGrid((TODAY, tomorrow), (column,), (), (Placed(column.key, late),), OPENS, CLOSES)
    assert lay_out(week).columns[column.key].slots[0].start == 540


def test_only_one_chair_can_be_doubled() -> None:
    """Appointments side by side are doubled if they share an operatory; different operatories of one day are not."""
    day = Column(TODAY.toordinal(), "Mon 23", day=TODAY)
    visits = [visit(apt_num=1, op_num=1), visit(apt_num=2, op_num=2), visit(9, 30, apt_num=3, op_num=2)]
    week = ScheduleGrid((TODAY,), (day,), (), tuple(Placed(day.key, each) for each in visits), OPENS, CLOSES)
    found = {slot.visit.apt_num: slot.doubled for slot in lay_out(week).columns[day.key].slots}
    assert found == {1: False, 2: True, 3: True}


def test_touching_appointments_are_not_double_booked() -> None:
    """An appointment drawn longer than it is shares the width with the next one, without being double-booked."""
    found = slots(visit(9, 0, apt_num=1, minutes=5), visit(9, 5, apt_num=2, minutes=30))
    assert [(found[each].lanes, found[each].doubled) for each in (1, 2)] == [(2, False), (2, False)]


def test_a_column_that_is_not_there_is_an_error() -> None:
    """An appointment is never left out silently: without its column the layout fails."""
    strange = grid(visit(apt_num=1, op_num=9))
    with pytest.raises(ValueError, match="appointment 1 "):
        lay_out(strange)


def test_one_change_touches_one_column() -> None:
    """In a repeated layout, a changed column is new and every other is the same object."""
    one, other = visit(apt_num=1, op_num=1), visit(apt_num=2, op_num=2)
    before = lay_out(grid(one, other))
    moved = visit(14, 0, apt_num=1, op_num=1)
    after = lay_out_again(before, grid(moved, other), {1})
    assert after.columns[2] is before.columns[2]
    assert after == lay_out(grid(moved, other))


def test_new_words_leave_the_place() -> None:
    """An appointment with changed text keeps its slot."""
    old = visit(apt_num=1)
    new = visit(apt_num=1, note="Call first")
    assert with_visit(lay_out(grid(old)), 1, new) == lay_out(grid(new))


@given(chairs())
def test_nothing_is_hidden(visits: list[Visit]) -> None:
    """Every appointment is inside the grid, and no two in one lane share a minute."""
    found = list(slots(*visits).values())
    assert {slot.visit.apt_num for slot in found} == {each.apt_num for each in visits}
    for slot in found:
        assert OPENS <= slot.start < slot.end <= CLOSES
        assert 0 <= slot.lane < slot.lanes
    for one, other in combinations(found, 2):
        if one.start < other.end and other.start < one.end:
            assert one.lane != other.lane
            assert one.lanes == other.lanes


@given(chairs())
def test_the_same_again(visits: list[Visit]) -> None:
    """The order of the appointments doesn't change the layout."""
    assert slots(*visits) == slots(*reversed(visits))
