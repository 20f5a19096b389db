"""An office with 10,000 tasks in 200 lists, for benches and tests: as rows, and in a practice's database."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from app.wire.resources.task_lists import TaskList
from app.wire.resources.tasks import Task, TaskObjectType, TaskStatusEnum

LISTS, TASKS = 200, 10_000
DEEPEST = 4
RECENT_PART, NEW_PART, VIEWED_PART = 0.04, 0.39, 0.31
"""Parts of all tasks: made in the last 14 days, new, and viewed; the others are done."""
USERS = 9
KINDS = (TaskObjectType.PATIENT, TaskObjectType.PATIENT, TaskObjectType.APPOINTMENT, TaskObjectType.NONE)
MOST_KEYS = {TaskObjectType.PATIENT: 2_000, TaskObjectType.APPOINTMENT: 4_000, TaskObjectType.NONE: 0}
"""The highest PatNum and AptNum, whether they exist or not."""
NO_TIME, NO_DAY = "0001-01-01 00:00:00", "0001-01-01"
WORDS = (
    "Call back about the bill", "Verify the benefits", "Claim is open, call the carrier", "Order gloves",
    "Send the X-rays again", "Move the cleaning to a morning", "Crown has to be back the day before",
    "Ask for the new insurance card", "Repair the printer", "Send the school form",
)  # fmt: skip


def task_lists(count: int = LISTS) -> list[TaskList]:
    """Lists in a tree that is four deep."""
    dice = random.Random(count)
    found: list[TaskList] = []
    depth: dict[int, int] = {0: 0}
    for number in range(1, count + 1):
        above = dice.choice([num for num, deep in depth.items() if deep < DEEPEST - 1][-40:])
        parent = 0 if number <= count // 10 else above
        depth[number] = depth[parent] + 1
        found.append(TaskList(TaskListNum=number, Descript=f"List {number}", Parent=parent))
    return found


def tasks(now: datetime, count: int = TASKS, lists: int = LISTS) -> list[Task]:
    """Tasks of three years, the older ones first; half of them attached to patients, a quarter to appointments."""
    dice = random.Random(count)
    recent = int(count * RECENT_PART)
    found = []
    for number in range(1, count + 1):
        left = count - number
        days = 13.0 * left / recent if left < recent else 15 + 1_080.0 * left / count
        made = (now - timedelta(days=days, minutes=number % 60)).replace(microsecond=0)
        found.append(_task(number, made, dice, lists))
    return found


def _task(number: int, made: datetime, dice: random.Random, lists: int) -> Task:
    chance = dice.random()
    done = chance >= NEW_PART + VIEWED_PART
    status = TaskStatusEnum.NEW if chance < NEW_PART else TaskStatusEnum.VIEWED
    kind = dice.choice(KINDS)
    most = MOST_KEYS[kind]
    return Task(
        TaskNum=number,
        TaskListNum=dice.randint(1, lists),
        KeyNum=dice.randint(1, most) if most else 0,
        Descript=f"{dice.choice(WORDS)}, {number}",
        TaskStatus=TaskStatusEnum.DONE if done else status,
        ObjectType=kind,
        DateTimeEntry=made,
        UserNum=dice.randint(1, USERS),
        DateTimeFinished=made + timedelta(hours=3) if done else None,
        DateTimeOriginal=made,
        SecDateTEdit=made + timedelta(hours=3) if done else made,
    )


def fill(database: Path, lists: Sequence[TaskList], rows: Sequence[Task]) -> None:
    """Replace the tasks of a practice's database, whatever it has of everything else."""
    with closing(sqlite3.connect(database)) as connection, connection:
        for table in (
            "tasklist",
            "task",
            "taskancestor",
            "tasknote",
            "taskhist",
            "taskunread",
            "tasksubscription",
        ):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608  # these
        connection.executemany(
            "INSERT INTO tasklist (TaskListNum, Descript, Parent, DateTimeEntry) VALUES (?, ?, ?, ?)",
            [(each.TaskListNum, each.Descript, each.Parent, NO_TIME) for each in lists],
        )
        names = (
            "TaskNum", "TaskListNum", "DateTask", "KeyNum", "Descript", "TaskStatus", "ObjectType", "DateTimeEntry",
            "UserNum", "DateTimeFinished", "DateTimeOriginal", "SecDateTEdit",
        )  # fmt: skip
        marks = ", ".join("?" * len(names))
        command = f"INSERT INTO task ({', '.join(names)}) VALUES ({marks})"  # noqa: S608  # these
        connection.executemany(command, map(_values, rows))


def _values(row: Task) -> tuple[object, ...]:
    status, kind = list(TaskStatusEnum).index(row.TaskStatus), list(TaskObjectType).index(row.ObjectType)
    return (
        row.TaskNum, row.TaskListNum, NO_DAY, row.KeyNum, row.Descript, status, kind, _text(row.DateTimeEntry),
        row.UserNum, _text(row.DateTimeFinished), _text(row.DateTimeOriginal), _text(row.SecDateTEdit),
    )  # fmt: skip


def _text(moment: datetime | None) -> str:
    return NO_TIME if moment is None else moment.isoformat(" ", "seconds")
