"""The times that are offered for a reminder."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.domain.tasks.remind_times import reminder_times


def test_only_times_to_come_in_order() -> None:
    """Whenever it is, each time is ahead, at a different moment, the soonest first, and none falls on a weekend."""
    start = datetime(2026, 11, 23)
    for half_hour in range(14 * 48):
        now = start + half_hour * timedelta(minutes=30)
        times = [at for at, _ in reminder_times(now)]
        assert times == sorted(set(times))
        assert times[:2] == [now + timedelta(minutes=15), now + timedelta(hours=1)]
        assert all(at.weekday() < 5 for at in times if at.date() > now.date() + timedelta(days=1))


def test_the_words_tell_the_day() -> None:
    """In the morning both this afternoon's times are offered; late in the day only tomorrow's."""
    morning = [str(words) for _, words in reminder_times(datetime(2026, 11, 24, 9, 20))]
    assert morning[1:5] == ["In 1 hour", "Today at 1:00 PM", "Today at 4:00 PM", "Tomorrow at 8:00 AM"]
    assert [str(words) for _, words in reminder_times(datetime(2026, 11, 24, 17, 5))][
        2
    ] == "Tomorrow at 8:00 AM"
