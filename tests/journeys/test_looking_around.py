"""Looking around: days, weeks, filters, the date picker, zoom."""

from __future__ import annotations

from tests.journeys.desk import Desk
from tests.journeys.practices import TODAY


async def test_today_is_shown(desk: Desk) -> None:
    """The desk opens on today's book, with everybody's names and the chairs that the office has."""
    assert desk.model.book.day == TODAY
    assert 55 <= len(desk.visits) <= 70
    assert all(visit.person is not None for visit in desk.visits)
    assert len([column for column in desk.columns if not column.hidden]) == 8
    assert "Tue 17 Nov 2026" in desk.screen.bar._title.text()
