"""Tasks, task lists, task notes, and unread marks."""

from __future__ import annotations

from sqlalchemy import Column, Index

from app.practice.schema.columns import code, day, flag, key, moment, num, prose, table, whole, word
from app.practice.schema.enums.people import (
    TASK_DATE_TYPE,
    TASK_LIST_STATUS,
    TASK_OBJECT_TYPE,
    TASK_REMINDER_TYPE,
    TASK_STATUS,
)


def _about_the_task() -> tuple[Column[int] | Column[str], ...]:
    """The columns of a task and of its history."""
    return (
        num("TaskListNum", "tasklist.TaskListNum"),
        day("DateTask"),
        num("KeyNum"),
        prose("Descript"),
        code("TaskStatus", TASK_STATUS),
        flag("IsRepeating"),
        code("DateType", TASK_DATE_TYPE),
        num("FromNum", "task.TaskNum"),
        code("ObjectType", TASK_OBJECT_TYPE),
        moment("DateTimeEntry"),
        num("UserNum", "userod.UserNum"),
        moment("DateTimeFinished"),
        num("PriorityDefNum", "definition.DefNum"),
        word("ReminderGroupId", 20),
        code("ReminderType", TASK_REMINDER_TYPE),
        whole("ReminderFrequency"),
        moment("DateTimeOriginal"),
        moment("SecDateTEdit"),
        # One more than the documented column: the API accepts 256 characters.
        word("DescriptOverride", 256),
        flag("IsReadOnly"),
        num("TriageCategory", "definition.DefNum"),
    )


task = table("task", key("TaskNum"), *_about_the_task())

taskhist = table(
    "taskhist",
    key("TaskHistNum"),
    num("UserNumHist", "userod.UserNum"),
    moment("DateTStamp"),
    flag("IsNoteChange"),
    num("TaskNum"),
    *_about_the_task(),
)

tasklist = table(
    "tasklist",
    key("TaskListNum"),
    word("Descript"),
    num("Parent", "tasklist.TaskListNum"),
    day("DateTL"),
    flag("IsRepeating"),
    code("DateType", TASK_DATE_TYPE),
    num("FromNum", "tasklist.TaskListNum"),
    code("ObjectType", TASK_OBJECT_TYPE),
    moment("DateTimeEntry"),
    whole("GlobalTaskFilterType"),
    code("TaskListStatus", TASK_LIST_STATUS),
)

tasknote = table(
    "tasknote",
    key("TaskNoteNum"),
    num("TaskNum", "task.TaskNum"),
    num("UserNum", "userod.UserNum"),
    moment("DateTimeNote"),
    prose("Note"),
)

taskancestor = table(
    "taskancestor",
    key("TaskAncestorNum"),
    num("TaskNum", "task.TaskNum"),
    num("TaskListNum", "tasklist.TaskListNum"),
)

taskattachment = table(
    "taskattachment",
    key("TaskAttachmentNum"),
    num("TaskNum", "task.TaskNum"),
    num("DocNum", "document.DocNum"),
    prose("TextValue"),
    word("Description"),
)

tasksubscription = table(
    "tasksubscription",
    key("TaskSubscriptionNum"),
    num("UserNum", "userod.UserNum"),
    num("TaskListNum", "tasklist.TaskListNum"),
    num("TaskNum", "task.TaskNum"),
)

taskunread = table(
    "taskunread",
    key("TaskUnreadNum"),
    num("TaskNum", "task.TaskNum"),
    num("UserNum", "userod.UserNum"),
)

INDEXES = (
    Index("TaskTaskListNum", task.c.TaskListNum),
    Index("TaskKeyNum", task.c.KeyNum, task.c.ObjectType),
    Index("TaskDateTimeOriginal", task.c.DateTimeOriginal),
    Index("TaskHistTaskNum", taskhist.c.TaskNum),
    Index("TaskListParent", tasklist.c.Parent),
    Index("TaskNoteTaskNum", tasknote.c.TaskNum),
    Index("TaskAncestorTaskNum", taskancestor.c.TaskNum),
    Index("TaskUnreadTaskNum", taskunread.c.TaskNum),
    Index("TaskUnreadUserNum", taskunread.c.UserNum),
)
