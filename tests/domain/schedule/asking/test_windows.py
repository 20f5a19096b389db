"""Days and times that are asked for together."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.domain.schedule.asking.parser import ask
from app.domain.schedule.openings import OpeningWish
from tests.domain.schedule.asking.notation import OFFICE, TODAY


def wish(text: str, minutes: int = 60) -> OpeningWish:
    """The search of these words."""
    return OpeningWish(minutes, windows=ask(text, OFFICE, TODAY).windows)


def test_times_belong_to_their_days() -> None:
    """Monday mornings or Wednesday afternoons: no Monday afternoon, no Tuesday."""
    found = wish("mon am or wed pm")
    allowed = [
        datetime(2026, 12, day, hour)
        for day in (7, 8, 9)
        for hour in (9, 14)
        if found.allows(datetime(2026, 12, day, hour))
    ]
    assert allowed == [datetime(2026, 12, 7, 9), datetime(2026, 12, 9, 14)]


def test_an_end_counts_the_length() -> None:
    """Done by 3: an hour starts at 2 at the latest."""
    found = wish("done by 3")
    assert found.allows(datetime(2026, 12, 1, 14, 0))
    assert not found.allows(datetime(2026, 12, 1, 14, 10))
    assert wish("done by 3", 30).allows(datetime(2026, 12, 1, 14, 30))


def test_the_search_is_limited_by_the_days() -> None:
    """The first and the last day of all windows; one without a limit takes it away."""
    found = wish("dec 7-11 or dec 21")
    assert (found.earliest_day, found.last_day) == (date(2026, 12, 7), date(2026, 12, 21))
    assert (wish("tue").earliest_day, wish("tue").last_day) == (None, None)
    assert (wish("after dec 7").earliest_day, wish("after dec 7").last_day) == (date(2026, 12, 8), None)


@pytest.mark.parametrize(
    "text", ["tue dec 9", "yesterday", "1/15/25", "fri next wed", "after 3 before 1 tue"]
)
def test_what_can_not_be_is_told(text: str) -> None:
    """Days that don't exist or are over, and times without a minute, are marked as such, and not searched for."""
    asked = ask(text, OFFICE, TODAY)
    assert asked.unknown
    assert not any(
        OpeningWish(60, windows=asked.windows).allows(datetime(2026, 12, day, 10)) for day in range(1, 32)
    )
