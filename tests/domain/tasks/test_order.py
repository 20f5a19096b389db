"""The order of tasks."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.domain.tasks.order import TaskSort, entered_at, sorter
from app.wire.resources.tasks import Task, TaskStatusEnum

NOW = datetime(2026, 11, 23, 9, 0)
OLD = NOW - timedelta(days=3)


def order(
    sort: TaskSort,
    *tasks: Task,
    ranks: dict[int, int] | None = None,
    overdue: dict[int, datetime] | None = None,
) -> list[int]:
    """The TaskNums in order."""
    ranks, overdue = ranks or {}, overdue or {}
    key = sorter(sort, lambda each: ranks.get(each, 9), lambda task: overdue.get(task.TaskNum))
    return [int(place[-1]) for place in sorted(map(key, tasks))]


def test_overdue_ones_first() -> None:
    """The longest overdue first, then by priority, then the newest; done ones last."""
    tasks = (
        Task(TaskNum=1, DateTimeOriginal=OLD),
        Task(TaskNum=2, DateTimeOriginal=NOW),
        Task(TaskNum=3, DateTimeOriginal=OLD, PriorityDefNum=5),
        Task(TaskNum=4),
        Task(TaskNum=5),
        Task(TaskNum=6, DateTimeOriginal=OLD - timedelta(1)),
        Task(TaskNum=7, TaskStatus=TaskStatusEnum.DONE, DateTimeFinished=NOW, PriorityDefNum=5),
    )
    overdue = {4: NOW, 5: OLD}
    assert order(TaskSort.URGENT, *tasks, ranks={5: 0}, overdue=overdue) == [5, 4, 3, 2, 1, 6, 7]


def test_by_priority_and_by_age() -> None:
    """Priorities in their order, the newest first within one; by age in both directions, without a date the oldest."""
    tasks = (
        Task(TaskNum=1, DateTimeOriginal=OLD, PriorityDefNum=1),
        Task(TaskNum=2, DateTimeOriginal=NOW, PriorityDefNum=1),
        Task(TaskNum=3, DateTimeOriginal=OLD - timedelta(1), PriorityDefNum=2),
        Task(TaskNum=4, PriorityDefNum=3),
    )
    assert order(TaskSort.PRIORITY, *tasks, ranks={1: 1, 2: 0, 3: 2}) == [3, 2, 1, 4]
    assert order(TaskSort.NEWEST, *tasks) == [2, 1, 3, 4]
    assert order(TaskSort.OLDEST, *tasks) == [4, 3, 1, 2]


def test_a_reminders_time_is_not_when_it_was_added() -> None:
    """DateTimeEntry is the reminder's time; what an old server lacks is replaced by it."""
    assert entered_at(Task(DateTimeEntry=NOW, DateTimeOriginal=OLD)) == OLD
    assert entered_at(Task(DateTimeEntry=NOW)) == NOW
