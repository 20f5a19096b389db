"""In which order tasks are listed."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from app.wire.resources.tasks import Task, TaskStatusEnum

EPOCH = datetime(1970, 1, 1)
NEVER = float("inf")


class TaskSort(StrEnum):
    """How tasks are sorted. Done ones are always last."""

    URGENT = "urgent"
    """Overdue ones first, by when they were due; then by priority, then the newest."""
    PRIORITY = "priority"
    NEWEST = "newest"
    OLDEST = "oldest"


SortKey = tuple[float, ...]
"""Compares like the tasks' places; its last number is the TaskNum."""


def entered_at(task: Task) -> datetime | None:
    """When a task was added. DateTimeEntry may be the time of its reminder."""
    return task.DateTimeOriginal or task.DateTimeEntry


def sort_key(task: Task, sort: TaskSort, rank: int, overdue: datetime | None) -> SortKey:
    """`rank` is the priority's: 0 for the most urgent one. `overdue` is since when; None: it isn't."""
    done = task.TaskStatus is TaskStatusEnum.DONE
    entered = -_seconds(task.DateTimeFinished if done else entered_at(task))
    match sort:
        case TaskSort.URGENT:
            late = _seconds(overdue) if overdue is not None else NEVER
            return (done, late, rank, entered, task.TaskNum)
        case TaskSort.PRIORITY:
            return (done, rank, entered, task.TaskNum)
        case TaskSort.NEWEST:
            return (done, entered, task.TaskNum)
        case TaskSort.OLDEST:
            return (done, -entered, task.TaskNum)


def _seconds(at: datetime | None) -> float:
    return (at - EPOCH).total_seconds() if at is not None else 0.0
