"""Tasks: to-dos of the team, in task lists."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime, MaxLength, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

TaskListKey = Annotated[int, Refers("tasklist")]
UserKey = Annotated[int, Refers("userod")]
TaskPriorityKey = Annotated[int, Refers("definition", (33,))]
TaskCategoryKey = Annotated[int, Refers("definition", (54,))]
TaskObjectKey = Annotated[int, Refers("patient"), Refers("appointment")]
"""A patient or an appointment, depending on the task's ObjectType."""
ShortDescript = Annotated[str, MaxLength(256)]


class TaskStatusEnum(WireEnum):
    """The status of a task."""

    NEW = "New"
    VIEWED = "Viewed"
    DONE = "Done"


class TaskDateType(WireEnum):
    """The time period of a task or task list."""

    NONE = "None"
    DAY = "Day"
    WEEK = "Week"
    MONTH = "Month"


class TaskObjectType(WireEnum):
    """What `KeyNum` refers to."""

    NONE = "None"
    PATIENT = "Patient"
    APPOINTMENT = "Appointment"


class TaskReminderType(WireEnum):
    """How a reminder repeats; the documentation names one value, others keep their text."""

    NO_REMINDER = "NoReminder"


class Task(Record):
    """One task. `DateTimeEntry` is when it was added, or when its reminder takes effect."""

    primary_key = "TaskNum"

    TaskNum: BigInt = 0
    TaskListNum: BigInt = 0
    DateTask: Date | None = None
    KeyNum: BigInt = 0
    Descript: str = ""
    TaskStatus: TaskStatusEnum = TaskStatusEnum.NEW
    IsRepeating: bool = False
    DateType: TaskDateType = TaskDateType.NONE
    FromNum: BigInt = 0
    ObjectType: TaskObjectType = TaskObjectType.NONE
    DateTimeEntry: DateTime | None = None
    UserNum: BigInt = 0
    DateTimeFinished: DateTime | None = None
    PriorityDefNum: BigInt = 0
    ReminderGroupId: str = ""
    ReminderType: TaskReminderType = TaskReminderType.NO_REMINDER
    ReminderFrequency: BigInt = 0
    DateTimeOriginal: DateTime | None = None
    SecDateTEdit: DateTime | None = None
    DescriptOverride: str = ""
    IsReadOnly: bool = False


class Tasks(Resource):
    """Read, add and change tasks. Without DateTimeOriginal, `list` covers the last 14 days.

    `create` and `update` set Category, which is not in the answers.
    """

    documentation = "API Tasks"

    @GET("/tasks/{TaskNum}", since="24.4.13")
    async def get(self, TaskNum: int) -> Task: ...

    @GET("/tasks", since="22.3.16")
    def list(
        self,
        *,
        TaskListNum: TaskListKey | None = None,
        KeyNum: TaskObjectKey | None = None,
        ObjectType: TaskObjectType | None = None,
        TaskStatus: TaskStatusEnum | None = None,
        DateTimeOriginal: DateTime | None = None,
    ) -> Rows[Task]: ...

    @POST("/tasks", since="22.3.17", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        TaskListNum: TaskListKey,
        Descript: str,
        UserNum: UserKey,
        KeyNum: TaskObjectKey | None = None,
        ObjectType: TaskObjectType | None = None,
        DateTimeEntry: DateTime | None = None,
        PriorityDefNum: TaskPriorityKey | None = None,
        DescriptOverride: ShortDescript | None = None,
        Category: Annotated[TaskCategoryKey, Since("26.2")] | None = None,
    ) -> Task: ...

    @PUT("/tasks/{TaskNum}", since="22.4.15", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        TaskNum: int,
        *,
        Descript: str | None = None,
        TaskStatus: Annotated[TaskStatusEnum, Since("24.2.10")] | None = None,
        KeyNum: TaskObjectKey | None = None,
        ObjectType: TaskObjectType | None = None,
        DateTimeEntry: DateTime | None = None,
        PriorityDefNum: TaskPriorityKey | None = None,
        DescriptOverride: ShortDescript | None = None,
        Category: Annotated[TaskCategoryKey, Since("26.2")] | None = None,
    ) -> Task: ...
