"""Tasks: read, added and changed."""

from __future__ import annotations

import datetime
import operator
from typing import Any

import sqlalchemy as sa

from app.practice.rules.tasks import (
    keep_history,
    mark_read,
    mark_unread,
    patient_of,
    place_task,
    refuse_deleted_object,
    sent_object,
    signal_task,
)
from app.practice.schema.columns import NO_TIME
from app.practice.schema.enums.people import TASK_OBJECT_TYPE, TASK_STATUS
from app.practice.schema.office import definition, userod
from app.practice.schema.tasks import task, tasklist
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.periods import picked
from app.practice.server.references import first_definition
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.tasks import Task, TaskObjectType, Tasks, TaskStatusEnum

_T = task.c
PRIORITIES = 33
RECENT = datetime.timedelta(days=14)
DONE, VIEWED = (TASK_STATUS.number(each) for each in (TaskStatusEnum.DONE, TaskStatusEnum.VIEWED))
ROWS = Listing(
    name="Task",
    columns=lambda: columns_of(Task, task),
    source=task,
    filters={
        "TaskNum": Filter(_T.TaskNum),
        "TaskListNum": Filter(_T.TaskListNum),
        "KeyNum": Filter(_T.KeyNum),
        "ObjectType": Filter(_T.ObjectType),
        "TaskStatus": Filter(_T.TaskStatus),
        "DateTimeOriginal": Filter(_T.DateTimeOriginal, operator.gt),
    },
    order=(_T.TaskNum,),
)


@serves(Tasks.get)
def get(work: Work, given: Given) -> Outcome:
    """One task."""
    return work.one(ROWS, "Task", given)


@serves(Tasks.list, unchecked=("KeyNum",))
def list_(work: Work, given: Given) -> Outcome:
    """The tasks that match all filters; without a time, those of the last 14 days."""
    kind = given.get("ObjectType", TaskObjectType.NONE)
    if given.get("KeyNum"):
        if kind is TaskObjectType.NONE:
            raise BadRequest("KeyNum is invalid: ObjectType has to be Patient or Appointment.")
        patient_of(work, TASK_OBJECT_TYPE.number(kind), given["KeyNum"])
    wanted = picked(given, "TaskListNum", "ObjectType", "TaskStatus", "DateTimeOriginal")
    if given.get("KeyNum"):
        wanted["KeyNum"] = given["KeyNum"]
    return work.page(ROWS, {"DateTimeOriginal": work.now - RECENT, **wanted})


@serves(Tasks.create, unchecked=("KeyNum",))
def create(work: Work, given: Given) -> Outcome:
    """Add one, unread for every subscriber of its list except the author."""
    if not given["Descript"].strip():
        raise BadRequest("Descript is required.")
    work.find(tasklist, given["TaskListNum"], "Tasklist")
    work.find(userod, given["UserNum"], "Userod")
    values = {
        "DateTimeEntry": work.now,
        "PriorityDefNum": _usual_priority(work),
        "DateTimeOriginal": work.now,
        **for_columns(task, given, ("TaskListNum", "Descript", "UserNum", *_FIELDS)),
        **_category(given),
        **sent_object(work, given, None),
    }
    key = work.insert(task, {**values, "SecDateTEdit": work.now})
    row = work.find(task, key, "Task")
    place_task(work, key, row.TaskListNum)
    mark_unread(work, row, row.UserNum)
    signal_task(work, row, popup=True)
    log(work, "TaskEdit", "Task created.", key=key)
    return work.created(ROWS, f"/tasks/{key}", {"TaskNum": key})


@serves(Tasks.update, unchecked=("KeyNum",))
def update(work: Work, given: Given) -> Outcome:
    """Change one, keeping its history. A new Descript reopens a done task; done marks it read for everyone."""
    before = work.find(task, given["TaskNum"], "Task")
    refuse_deleted_object(work, before)
    if "Descript" in given and not given["Descript"].strip():
        raise BadRequest("Descript may not be blank.")
    values = for_columns(task, given, ("Descript", *_FIELDS)) | _category(given)
    values |= sent_object(work, given, before) | _status(work, given, before)
    if values:
        keep_history(work, before)
        work.update(task, before.TaskNum, {**values, "SecDateTEdit": work.now})
        if values.get("TaskStatus") == DONE:
            mark_read(work, before.TaskNum)
        signal_task(work, before, popup=False)
        log(work, "TaskEdit", "Task changed.", key=before.TaskNum)
    return work.one(ROWS, "Task", {"TaskNum": before.TaskNum})


_FIELDS = ("DateTimeEntry", "PriorityDefNum", "DescriptOverride")


def _category(given: Given) -> dict[str, Any]:
    """The database has it under another name."""
    return {"TriageCategory": given["Category"]} if "Category" in given else {}


def _status(work: Work, given: Given, before: Row) -> dict[str, Any]:
    """The status after a change, and when the task was finished."""
    status = before.TaskStatus
    if before.TaskStatus == DONE and given.get("Descript", before.Descript) != before.Descript:
        status = VIEWED
    if "TaskStatus" in given:
        status = TASK_STATUS.number(given["TaskStatus"])
    if status == before.TaskStatus:
        return {}
    return {"TaskStatus": status, "DateTimeFinished": work.now if status == DONE else NO_TIME}


def _usual_priority(work: Work) -> int:
    """The office's default priority (ItemValue D), else the first one."""
    wanted = sa.select(definition.c.DefNum).where(
        definition.c.Category == PRIORITIES, definition.c.ItemValue == "D", definition.c.IsHidden == 0
    )
    return work.connection.execute(wanted.limit(1)).scalar() or first_definition(work, PRIORITIES)
