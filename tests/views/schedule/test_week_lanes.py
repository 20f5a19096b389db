"""A week of lanes: it fits the width, and its narrow tiles and header are readable."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QFont

from app.domain.schedule.columns import WHOLE_DAY, lane_key
from app.domain.schedule.layout import lay_out
from app.domain.schedule.tile import tile_text
from app.domain.schedule.visit import Column, Mark, Person, ScheduleGrid
from app.views.staff.schedule.grid.geometry import LEAST_WEEK_LANE, share_width
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.lanes.header import initials
from app.views.staff.schedule.lanes.sliver import name_cache, sliver_parts
from app.views.theme.tokens import LIGHT
from bench.painting import NOW, TODAY, make_day

ROOM = 920
"""What 1366 pixels leave beside rail, ruler and side panel."""


@pytest.fixture
def theme(qapp: object) -> PaintTheme:
    """The light theme in the tests' font."""
    return PaintTheme(LIGHT, QFont(), 1)


def week(lanes: int) -> ScheduleGrid:
    """Five days with lanes, a closed one and one that hasn't loaded."""
    days = tuple(TODAY + timedelta(days=each) for each in range(7))
    columns = [
        Column(lane_key(day, op_num), f"{day:%a}, Op {op_num}", day=day, op_num=op_num, heading=f"{day:%a}")
        for day in days[:5]
        for op_num in range(1, lanes + 1)
    ]
    columns.append(Column(lane_key(days[5], WHOLE_DAY), "Sat", day=days[5], narrow=True))
    columns.append(Column(lane_key(days[6], WHOLE_DAY), "Sun", day=days[6]))
    return ScheduleGrid(days, tuple(columns), (), (), 480, 1020)


@pytest.mark.parametrize("lanes", [1, 3, 8, 12])
def test_a_week_is_as_wide_as_its_room(theme: PaintTheme, lanes: int) -> None:
    """Seven days of up to twelve operatories need no sideways scroll beside the panel of a 1366-pixel window."""
    grid = week(lanes)
    spans = share_width(theme, grid.columns, lay_out(grid), ROOM)
    assert spans[-1].left + spans[-1].width == ROOM
    assert [span.line for span in spans[:lanes]] == [0] * (lanes - 1) + [2]
    widths = {span.width for span in spans[: 5 * lanes]}
    assert max(widths) - min(widths) <= 1


def test_a_week_of_dozens_of_operatories_scrolls(theme: PaintTheme) -> None:
    """A lane never becomes too narrow to be clicked."""
    grid = week(40)
    spans = share_width(theme, grid.columns, lay_out(grid), ROOM)
    assert min(span.width for span in spans) >= LEAST_WEEK_LANE
    assert spans[-1].left + spans[-1].width > ROOM


def test_a_sliver_has_dot_alert_and_name(theme: PaintTheme) -> None:
    """A lane's tile shows its stage and medical alert, and the name downward in what is left."""
    visit = replace(make_day(60, 1).visits[0].visit, marks=frozenset({Mark.ALERT, Mark.NOTE}))
    text = tile_text(visit, NOW)
    dot, signs, turned = sliver_parts(theme, text, (20, 190), 12)
    assert (dot[2], [sign for sign, _ in signs]) == (12, [Mark.ALERT])
    assert turned is not None
    assert turned[0] == visit.name
    assert turned[2] >= signs[0][1][1] + signs[0][1][2]
    assert turned[2] + turned[3] <= 190


@pytest.mark.parametrize("width", [20, 10])
def test_a_sliver_keeps_the_family_name(theme: PaintTheme, width: int) -> None:
    """First the given name goes, then letters without dots; the narrowest lanes have the smallest letters."""
    person = Person(1, "Castellanos", "Wilhelmina")
    text = tile_text(replace(make_day(60, 1).visits[0].visit, person=person, marks=frozenset()), NOW)
    letters, shown = name_cache(theme, width), []
    for height in range(200, 30, -10):
        *_, turned = sliver_parts(theme, text, (width, height), 12)
        assert turned is not None
        assert letters.width(turned[0]) <= turned[3]
        shown.append(turned[0])
    whole, family, *cut = dict.fromkeys(shown)
    assert (whole, family) == ("Castellanos, Wilhelmina", "Castellanos")
    assert all("Castellanos".startswith(each) for each in cut)
    assert (letters is theme.tiny_name) is (width < 13)


@pytest.mark.parametrize(("width", "height"), [(20, 17), (7, 90), (4, 17)])
def test_a_tiny_sliver_keeps_within_itself(theme: PaintTheme, width: int, height: int) -> None:
    """What doesn't fit is left out, the alert last."""
    visit = replace(
        make_day(60, 1).visits[0].visit, marks=frozenset({Mark.ALERT}), start=datetime(2026, 11, 23, 9)
    )
    dot, signs, turned = sliver_parts(theme, tile_text(visit, NOW), (width, height), 12)
    for left, top, size in (dot, *(spot for _, spot in signs)):
        assert left + size <= width
        assert top + size <= height
    assert turned is None


def test_initials_of_an_operatory() -> None:
    """Capitals and digits, for lanes that are too narrow for the whole short name."""
    assert [initials(name) for name in ("Op3", "Hygiene 1", "HbHyg", "")] == ["O3", "H1", "HH", ""]
