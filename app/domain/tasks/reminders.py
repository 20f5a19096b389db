"""When a task is due or overdue: by a person's own reminder, or by the date that the office gave it."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta

from msgspec import Struct

from app.wire.resources.tasks import Task, TaskDateType, TaskStatusEnum


class Reminder(Struct, frozen=True):
    """A person's own reminder. Times are the office's."""

    at: datetime
    rung: bool = False
    """Whether she has been told."""


def last_day(task: Task) -> date | None:
    """The last day on which a task can be done in time, by its own date; None: it has none."""
    if task.DateTask is None or task.IsRepeating:
        return None  # a repeating one is only the pattern of others
    day = task.DateTask
    if task.DateType is TaskDateType.WEEK:
        return day + timedelta(days=(5 - day.weekday()) % 7)  # an office's week ends on Saturday
    if task.DateType is TaskDateType.MONTH:
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day


def is_overdue(task: Task, reminder: Reminder | None, now: datetime) -> bool:
    """Whether an open task should have been done by now. A reminder that is still to come puts its date off."""
    if task.TaskStatus is TaskStatusEnum.DONE:
        return False
    if reminder is not None:
        return reminder.at <= now
    last = last_day(task)
    return last is not None and last < now.date()


def due_at(task: Task, reminder: Reminder | None) -> datetime | None:
    """When a task is due: its reminder, else the office's own, else the end of its last day. None: at no time."""
    if reminder is not None:
        return reminder.at
    last = last_day(task)
    if last is not None:
        return datetime.combine(last, datetime.max.time()).replace(microsecond=0)
    kind = task.ReminderType  # the only documented one is that there is none
    return None if kind.known or not kind else task.DateTimeEntry


def is_due(task: Task, reminder: Reminder | None, today: date) -> bool:
    """Whether an open task is due today, or was before."""
    at = due_at(task, reminder)
    return at is not None and task.TaskStatus is not TaskStatusEnum.DONE and at.date() <= today
