"""Side effects of task changes: history, unread marks, signals."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.practice.schema.enums.people import TASK_OBJECT_TYPE
from app.practice.schema.people import patient
from app.practice.schema.schedule import appointment
from app.practice.schema.tasks import (
    task,
    taskancestor,
    taskhist,
    tasklist,
    tasksubscription,
    taskunread,
)
from app.practice.server.audit import signal
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.work import Given, Row, Work
from app.wire.resources.tasks import TaskObjectType

_S = tasksubscription.c
_COPIED = tuple(name for name in task.c.keys() if name in taskhist.c and name != "SecDateTEdit")  # noqa: SIM118  # names
_PATIENT = TASK_OBJECT_TYPE.number(TaskObjectType.PATIENT)
_APPOINTMENT = TASK_OBJECT_TYPE.number(TaskObjectType.APPOINTMENT)


def lists_above(work: Work, list_num: int) -> list[int]:
    """A task's list and all lists above it, nearest first."""
    found: list[int] = []
    while list_num and list_num not in found:
        found.append(list_num)
        wanted = sa.select(tasklist.c.Parent).where(tasklist.c.TaskListNum == list_num)
        list_num = work.connection.execute(wanted).scalar() or 0
    return found


def place_task(work: Work, task_num: int, list_num: int) -> None:
    """Store every list that a new task is under."""
    for each in lists_above(work, list_num):
        work.insert(taskancestor, {"TaskNum": task_num, "TaskListNum": each})


def mark_unread(work: Work, row: Row, author: int) -> None:
    """Mark a task unread for everyone subscribed to its list or a list above it, except the author."""
    followed = sa.or_(
        _S.TaskListNum.in_(lists_above(work, row.TaskListNum)),
        _S.TaskNum == row.TaskNum,
    )
    wanted = sa.select(_S.UserNum).where(followed, _S.UserNum != author).distinct().order_by(_S.UserNum)
    marked = sa.select(taskunread.c.UserNum).where(taskunread.c.TaskNum == row.TaskNum)
    already = set(work.connection.execute(marked).scalars())
    for user_num in work.connection.execute(wanted).scalars().all():
        if user_num not in already:
            work.insert(taskunread, {"TaskNum": row.TaskNum, "UserNum": user_num})


def mark_read(work: Work, task_num: int) -> None:
    """Remove all unread marks from a task."""
    work.connection.execute(sa.delete(taskunread).where(taskunread.c.TaskNum == task_num))


def keep_history(work: Work, row: Row, *, note: bool = False) -> None:
    """Copy a task to its history as it was before the change; `note`: one of its notes changed."""
    copy = {name: getattr(row, name) for name in _COPIED}
    work.insert(taskhist, {**copy, "IsNoteChange": int(note), "SecDateTEdit": work.now})


def signal_task(work: Work, row: Row, *, popup: bool) -> None:
    """Signal open screens that a task changed; `popup`: show it to subscribers."""
    signal(work, "TaskPopup" if popup else "Task", key=row.TaskNum, key_type="Task")
    for list_num in lists_above(work, row.TaskListNum):
        signal(work, "TaskList", key=list_num)


def sent_object(work: Work, given: Given, before: Row | None) -> dict[str, Any]:
    """The patient or appointment of a request, as a task's columns.

    BadRequest for a KeyNum without its ObjectType or for a deleted patient, NotFound for a missing row.
    """
    key, kind = given.get("KeyNum", 0), given.get("ObjectType")
    if key and kind in (None, TaskObjectType.NONE):
        raise BadRequest("KeyNum is invalid: ObjectType has to be Patient or Appointment.")
    if kind is None:
        return {}
    number = TASK_OBJECT_TYPE.number(kind)
    if "KeyNum" not in given and before is not None and before.ObjectType == number:
        return {}
    if key:
        refuse_deleted_patient(work, patient_of(work, number, key))
    return {"ObjectType": number, "KeyNum": key}


def patient_of(work: Work, kind: int, key: int) -> int:
    """The patient of a task's object. NotFound when the object is missing."""
    table, noun = (appointment, "Appointment") if kind == _APPOINTMENT else (patient, "Patient")
    column = next(iter(table.primary_key.columns))
    pat_num = work.connection.execute(sa.select(table.c.PatNum).where(column == key)).scalar()
    if pat_num is None:
        raise NotFound(f"{noun} not found: KeyNum {key}.")
    return int(pat_num)


def refuse_deleted_object(work: Work, row: Row) -> None:
    """BadRequest when a task belongs to a deleted patient."""
    if row.KeyNum and row.ObjectType == _PATIENT:
        refuse_deleted_patient(work, row.KeyNum)
    if row.KeyNum and row.ObjectType == _APPOINTMENT:
        wanted = sa.select(appointment.c.PatNum).where(appointment.c.AptNum == row.KeyNum)
        refuse_deleted_patient(work, work.connection.execute(wanted).scalar() or 0)
