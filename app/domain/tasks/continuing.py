"""Which tasks may continue one that was handed on: Open Dental's old task doesn't name the new one, only vice versa."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from app.domain.tasks.thread import own_text, read_handover
from app.wire.resources.tasks import Task, TaskStatusEnum

AT_MOST = 3
"""Tasks that are looked at: their notes have to be read."""
A_DAY, A_MINUTE = timedelta(days=1), timedelta(minutes=1)


def may_continue(old: Task, tasks: Iterable[Task]) -> list[Task]:
    """The likeliest first: another list, the same text and attachment, added shortly before the old one was done.

    Whether one does is said by its first note. None for a task that isn't done.
    """
    done = old.DateTimeFinished
    if done is None or old.TaskStatus is not TaskStatusEnum.DONE:
        return []
    attached, words = (old.ObjectType, old.KeyNum), _words(old)
    found = [
        row
        for row in tasks
        if row.TaskNum > old.TaskNum
        and row.TaskListNum != old.TaskListNum
        and (row.ObjectType, row.KeyNum) == attached
        and row.DateTimeOriginal is not None
        and done - A_DAY <= row.DateTimeOriginal <= done + A_MINUTE
        and _words(row) == words
    ]
    return sorted(found, key=lambda row: row.DateTimeOriginal or done, reverse=True)[:AT_MOST]


def continued_by(task: Task, notes: Iterable[str]) -> int:
    """The TaskNum of the task that this one continues, by its text or the first of its notes that tells; 0: none."""
    told = (read_handover(text) for text in (task.Descript, *notes))
    return next((found.task_num for found in told if found is not None), 0)


def _words(row: Task) -> list[str]:
    return own_text(row.Descript).split()
