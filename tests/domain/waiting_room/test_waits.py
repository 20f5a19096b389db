"""When a wait is long, and when the room is told."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.domain.schedule.visit import Stage, Visit
from app.domain.waiting_room.waits import (
    PAST_START,
    TELL_WITHIN,
    Wait,
    is_due,
    tell_at,
    told_minutes,
    wait_of,
)

NINE = datetime(2026, 11, 17, 9)


def arrived(at: datetime | None, **more: object) -> Visit:
    """An appointment at nine whose patient came at this time."""
    fields: dict[str, object] = {
        "apt_num": 1, "pat_num": 3, "start": NINE, "minutes": 30, "op_num": 1, "clinic_num": 1,
        "stage": Stage.ARRIVED, "status_name": "Here", "confirmed": 21, "pattern": "/XX/",
        "pattern_secondary": "", "prov_num": 1, "prov_hyg": 0, "is_hygiene": False, "person": None,
        "procedures": "", "note": "", "marks": frozenset(), "arrived_at": at,
    }  # fmt: skip
    return Visit(**{**fields, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("came", "minute"),
    [(-15, PAST_START), (0, PAST_START), (5, 5 + PAST_START), (None, PAST_START)],
)
def test_ten_minutes_past_the_start_or_a_later_arrival(came: int | None, minute: int) -> None:
    """Who comes early is told of ten minutes past the start, who comes late ten minutes after coming."""
    visit = arrived(NINE + timedelta(minutes=came, seconds=20) if came is not None else None)
    assert tell_at(visit) == NINE + timedelta(minutes=minute)
    assert told_minutes(visit) == minute
    before, after = (NINE + timedelta(minutes=minute, seconds=each) for each in (-1, 0))
    assert not is_due(visit, before)
    assert is_due(visit, after)
    assert not is_due(visit, after + timedelta(minutes=TELL_WITHIN))


def test_only_waiting_patients_are_told_of() -> None:
    """Not those who are seated, or whose arrival is not in the office yet."""
    at = NINE + timedelta(minutes=20)
    assert is_due(arrived(NINE), at)
    assert not is_due(arrived(NINE, stage=Stage.SEATED), at)
    assert not is_due(arrived(NINE, provisional=True), at)
    assert not is_due(arrived(NINE, complete=True), at)


def test_the_offices_limit_is_more_than_past_the_start() -> None:
    """A wait beyond the limit is long whatever the start; without a limit none is."""
    early = arrived(NINE - timedelta(minutes=20))
    assert wait_of(early, NINE, 15) is Wait.LONG
    assert wait_of(early, NINE, 0) is Wait.USUAL
    assert wait_of(early, NINE + timedelta(minutes=PAST_START), 0) is Wait.PAST_START
    assert wait_of(arrived(NINE), NINE + timedelta(minutes=9), 15) is Wait.USUAL
