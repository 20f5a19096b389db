"""In which order tasks are listed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from app.wire.resources.tasks import Task, TaskStatusEnum

EPOCH = datetime(1970, 1, 1)
NEVER = float("inf")


class TaskSort(StrEnum):
    """How open tasks are sorted. Done ones come after them, the last one done first."""

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


def sorter(
    sort: TaskSort, rank: Callable[[int], int], overdue: Callable[[Task], datetime | None]
) -> Callable[[Task], SortKey]:
    """Returns what gives each task its place.

    `rank` is of a priority: 0 for the most urgent one. `overdue` says since when a task is; None: it isn't.
    """

    def urgent(task: Task) -> SortKey:
        since = overdue(task)
        late = NEVER if since is None else _seconds(since)
        return (0, late, rank(task.PriorityDefNum), -_seconds(entered_at(task)), task.TaskNum)

    def by_priority(task: Task) -> SortKey:
        return (0, rank(task.PriorityDefNum), -_seconds(entered_at(task)), task.TaskNum)

    def newest(task: Task) -> SortKey:
        return (0, -_seconds(entered_at(task)), task.TaskNum)

    def oldest(task: Task) -> SortKey:
        return (0, _seconds(entered_at(task)), task.TaskNum)

    place = {
        TaskSort.URGENT: urgent,
        TaskSort.PRIORITY: by_priority,
        TaskSort.NEWEST: newest,
        TaskSort.OLDEST: oldest,
    }[sort]

    def key(task: Task) -> SortKey:
        if task.TaskStatus is TaskStatusEnum.DONE:
            return (1, -_seconds(task.DateTimeFinished), task.TaskNum)
        return place(task)

    return key


def _seconds(at: datetime | None) -> float:
    return (at - EPOCH).total_seconds() if at is not None else 0.0
