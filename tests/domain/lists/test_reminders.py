"""How long Open Dental leaves a reminded patient off its recall list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.lists.contact import Contact
from app.domain.lists.reminders import ReminderRules

TODAY = date(2026, 11, 17)


def ago(days: int, reminders: int) -> Contact:
    """So many reminders, the last so many days ago."""
    return Contact(TODAY - timedelta(days), reminders)


@pytest.mark.parametrize(
    ("rules", "reminded", "rests"),
    [
        (ReminderRules(), ago(0, 1), False),
        (ReminderRules(14, 30), Contact(), False),
        (ReminderRules(14, 30), ago(0, 1), True),
        (ReminderRules(14, 30), ago(13, 1), True),
        (ReminderRules(14, 30), ago(14, 1), False),
        (ReminderRules(14, 30), ago(14, 2), True),
        (ReminderRules(14, 30), ago(30, 5), False),
        (ReminderRules(-1, 30), ago(400, 1), True),
        (ReminderRules(14, -1), ago(400, 1), False),
        (ReminderRules(14, -1), ago(400, 2), True),
        (ReminderRules(14, 30, most=3), ago(400, 3), False),
        (ReminderRules(14, 30, most=3), ago(400, 4), True),
        (ReminderRules(14, 30, most=0), ago(400, 1), True),
    ],
)
def test_as_open_dental_does(rules: ReminderRules, reminded: Contact, rests: bool) -> None:
    """One interval after the first reminder, another after each later one, and a largest number; -1 is never again."""
    assert rules.rests(reminded, TODAY) is rests
