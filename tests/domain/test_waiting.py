"""The waiting room."""

from __future__ import annotations

from app.domain.visit import Stage
from app.domain.waiting import is_waiting, waiting_minutes
from tests.domain.builders import DAY, visit


def test_whoever_arrived_today_and_is_not_seated_waits() -> None:
    """The waiting room holds today's arrived patients alone."""
    now = DAY.replace(hour=10)
    assert is_waiting(visit(9, stage=Stage.ARRIVED), now)
    assert not is_waiting(visit(9, stage=Stage.SEATED), now)
    assert not is_waiting(visit(9, stage=Stage.ARRIVED), now.replace(day=24))


def test_waiting_counts_from_the_arrival_until_now_or_the_chair() -> None:
    """Whole minutes from the recorded arrival: until now, or until seated; never less than 0."""
    now, came = DAY.replace(hour=9, minute=10), DAY.replace(hour=8, minute=55)
    assert waiting_minutes(visit(9, stage=Stage.ARRIVED, arrived_at=came), now) == 15
    assert waiting_minutes(visit(9, stage=Stage.ARRIVED, arrived_at=now), came) == 0
    seated = visit(9, stage=Stage.SEATED, arrived_at=came, seated_at=DAY.replace(hour=9, minute=2))
    assert waiting_minutes(seated, now) == 7
    assert waiting_minutes(visit(9, stage=Stage.ARRIVED), now) is None
