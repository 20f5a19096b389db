"""A mouth computed from the office's records: the hand-checked mouths, and what holds for all records."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.domain.chart.build import mouth
from app.domain.chart.history import change_dates, history_of
from app.domain.chart.listing import list_problems, list_teeth
from app.domain.chart.numbering import Numbering
from app.wire.resources.procedure_codes import ToothPaint
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from app.wire.resources.tooth_initials import ToothInitial, ToothInitialType
from tests.support.mouths import CASES, CODES, NUMBERS, Case, initials_of, rows_of, seen_of

TEXTS = st.text("0123456789ABKTS MODBFLVUIX,-;~", max_size=6)
ROWS = st.lists(
    st.builds(
        ProcedureLog,
        ProcDate=st.none() | st.dates(date(1900, 1, 1), date(2030, 1, 1)),
        Surf=TEXTS,
        ToothNum=TEXTS,
        ToothRange=TEXTS,
        ProcStatus=st.sampled_from(ProcedureStatus),
        CodeNum=st.sampled_from((0, *NUMBERS.values())),
    ),
    max_size=8,
)
INITIALS = st.lists(
    st.builds(ToothInitial, ToothNum=TEXTS, InitialType=st.sampled_from(ToothInitialType), DrawText=TEXTS),
    max_size=8,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_mouth_is_as_checked_by_hand(case: Case) -> None:
    """Every tooth and surface has what was recorded, nothing else, and the rest is listed in words."""
    found = mouth(rows_of(case), initials_of(case), CODES, case.at)
    assert seen_of(iter(found.all())) == dict(case.seen)
    words = [str(each) for each in list_problems(found, Numbering.UNIVERSAL)]
    assert sorted(each for each in words if "77" not in each) == sorted(case.problems)


@given(ROWS, INITIALS, st.none() | st.dates(date(1900, 1, 1), date(2030, 1, 1)))
def test_no_record_is_ever_an_error(
    rows: list[ProcedureLog], initials: list[ToothInitial], at: date | None
) -> None:
    """Whatever the rows say, there is a mouth of 32 places and a text for each of them."""
    found = mouth(rows, initials, CODES, at)
    assert [state.tooth.slot for state in found.places] == list(range(1, 33))
    for numbering in Numbering:
        assert len(list_teeth(found, numbering)) == sum(state.visible for state in found.all())
        assert all(str(words) for words in list_problems(found, numbering))


def test_completed_work_was_planned_before() -> None:
    """With the day on which it was planned, the slider shows it as planned until it was done."""
    (row,) = rows_of(Case("one", ("C crown 3 2024-05-06",)))
    row = structs.replace(row, DateTP=date(2024, 1, 2))
    looks = {
        at: seen_of(iter(mouth((row,), (), CODES, at).all()))
        for at in (date(2024, 1, 1), date(2024, 1, 2), date(2024, 5, 5), date(2024, 5, 6))
    }
    planned, done = {"3": {"crown": "TP light"}}, {"3": {"crown": "C light"}}
    assert list(looks.values()) == [{}, planned, planned, done]
    assert change_dates((row,), CODES, date(2026, 11, 23)) == (date(2024, 1, 2), date(2024, 5, 6))
    late = structs.replace(row, DateTP=date(2026, 1, 1))
    assert change_dates((late,), CODES, date(2026, 11, 23)) == (date(2024, 5, 6),)


def test_hidden_graphics_are_not_drawn() -> None:
    """What an office has hidden from its own chart, a crown that was removed, is hidden here; its history tells it."""
    (row,) = rows_of(Case("one", ("C crown 3 2024-05-06",)))
    row = structs.replace(row, HideGraphics=True)
    assert mouth((row,), (), CODES) == mouth((), (), CODES)
    assert change_dates((row,), CODES, date(2026, 11, 23)) == ()
    assert [line.name for line in history_of("3", (row,))] == ["crown"]


def test_a_newer_paint_type_is_named() -> None:
    """What a later Open Dental draws in a way that isn't known here is listed, not lost."""
    codes = {901: structs.replace(CODES[901], PaintType=ToothPaint("Hologram"))}
    found = mouth(rows_of(Case("one", ("C amalgam 3 O",))), (), codes)
    words = [str(each) for each in list_problems(found, Numbering.UNIVERSAL)]
    assert words == ["amalgam: Front Desk can't draw this kind yet"]
