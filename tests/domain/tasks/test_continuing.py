"""The tasks that may continue one that was handed on are few, and the likeliest is the first."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from app.domain.tasks.continuing import AT_MOST, may_continue
from app.wire.resources.tasks import Task, TaskObjectType, TaskStatusEnum

NOON = datetime(2026, 11, 23, 12, 0)
OLD = Task(
    TaskNum=5,
    TaskListNum=1,
    Descript="Call back\r\nsoon",
    ObjectType=TaskObjectType.PATIENT,
    KeyNum=7,
    TaskStatus=TaskStatusEnum.DONE,
    DateTimeFinished=NOON,
)


def newer(number: int = 9, seconds: int = 2, **fields: Any) -> Task:
    """The same task in another list, added so many seconds before the old one was done."""
    at = NOON - timedelta(seconds=seconds)
    copy = replace(OLD, TaskNum=number, TaskListNum=2, TaskStatus=TaskStatusEnum.NEW, DateTimeOriginal=at)
    return replace(copy, **{"Descript": "Call back soon", **fields})


def test_only_what_is_the_same_in_another_list() -> None:
    """In time, too: a copy that was added long before or after is another task."""
    others = (
        newer(TaskListNum=1),
        newer(4),
        newer(KeyNum=8),
        newer(Descript="Call back"),
        newer(seconds=100_000),
        newer(seconds=-100),
    )
    assert may_continue(OLD, (*others, newer())) == [newer()]
    assert may_continue(replace(OLD, TaskStatus=TaskStatusEnum.VIEWED), [newer()]) == []
    assert may_continue(replace(OLD, DateTimeFinished=None), [newer()]) == []


def test_the_latest_first() -> None:
    """No more than are worth a request each."""
    rows = [newer(10 + at, seconds=at) for at in range(6)]
    assert [row.TaskNum for row in may_continue(OLD, reversed(rows))] == [10, 11, 12][:AT_MOST]
