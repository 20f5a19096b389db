"""When tasks are due."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.domain.tasks.reminders import Reminder, due_at, is_due, is_overdue
from app.wire.resources.tasks import Task, TaskDateType, TaskReminderType, TaskStatusEnum

NOW = datetime(2026, 11, 25, 10, 0)
"""A Wednesday."""
HOUR = timedelta(hours=1)
YESTERDAY = Task(1, 7, date(2026, 11, 24))


def test_the_offices_date_is_overdue_the_day_after() -> None:
    """A date is due on its day and overdue afterwards; a week's on Saturday, a month's on its last day."""
    week = Task(1, 7, date(2026, 11, 23), DateType=TaskDateType.WEEK)
    month = Task(1, 7, date(2026, 11, 2), DateType=TaskDateType.MONTH)
    assert is_overdue(YESTERDAY, None, NOW)
    assert not is_overdue(Task(1, 7, NOW.date()), None, NOW)
    assert is_due(Task(1, 7, NOW.date()), None, NOW.date())
    assert [due_at(each, None) for each in (week, month)] == [
        datetime(2026, 11, 28, 23, 59, 59),
        datetime(2026, 11, 30, 23, 59, 59),
    ]
    assert not is_overdue(Task(1, 7, date(2026, 11, 2), IsRepeating=True), None, NOW)
    assert not is_overdue(Task(1, 7, date(2026, 11, 2), TaskStatus=TaskStatusEnum.DONE), None, NOW)
    assert not is_due(Task(1, 7), None, NOW.date())


def test_an_own_reminder_decides() -> None:
    """A reminder that is past makes a task overdue; one to come puts the office's date off."""
    assert is_overdue(Task(1, 7), Reminder(NOW), NOW)
    assert not is_overdue(YESTERDAY, Reminder(NOW + HOUR), NOW)
    assert is_due(YESTERDAY, Reminder(NOW + HOUR), NOW.date())
    assert not is_due(YESTERDAY, Reminder(NOW + timedelta(days=1)), NOW.date())
    assert not is_overdue(Task(1, 7, TaskStatus=TaskStatusEnum.DONE), Reminder(NOW), NOW)


def test_the_offices_reminders_are_due_at_their_time() -> None:
    """A reminder of the office is due when it takes effect."""
    once = Task(1, 7, ReminderType=TaskReminderType("Once"), DateTimeEntry=NOW - HOUR)
    assert due_at(once, None) == NOW - HOUR
    assert is_due(once, None, NOW.date())
    assert due_at(Task(1, 7, DateTimeEntry=NOW, ReminderType=TaskReminderType("")), None) is None
