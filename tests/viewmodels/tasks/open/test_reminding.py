"""The times that are offered for a reminder."""

from __future__ import annotations

from datetime import datetime

from app.viewmodels.staff.tasks.open.hand_on import Target, matching
from app.viewmodels.staff.tasks.open.reminding import remind_choices


def test_only_times_to_come_and_each_once() -> None:
    """In the evening there is no afternoon any more, and on a Sunday tomorrow is Monday."""
    for now, expected in (
        (datetime(2026, 11, 17, 10, 20, 30), 6),
        (datetime(2026, 11, 17, 18, 0), 5),
        (datetime(2026, 11, 22, 10, 0), 5),
    ):
        choices = remind_choices(now)
        assert len(choices) == len({each.at for each in choices}) == expected
        assert all(each.at > now for each in choices)
    assert [str(each.words) for each in choices][-2:] == ["This afternoon", "Tomorrow morning"]


def test_lists_by_their_own_names_first() -> None:
    """All typed words have to be in the path; a list whose own name begins so comes before one that only lies below."""
    targets = [Target(1, "Office / Lab orders"), Target(2, "Laboratory"), Target(3, "Laboratory / To send")]
    assert [each.list_num for each in matching(targets, "lab")] == [1, 2, 3]
    assert [each.list_num for each in matching(targets, "send LAB")] == [3]
    assert matching(targets, "billing") == ()
