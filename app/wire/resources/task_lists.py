"""Task lists: nested folders of tasks."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, DateTime
from app.wire.record import Record
from app.wire.resources.tasks import TaskDateType, TaskObjectType
from app.wire.rows import Rows


class TaskListStatusEnum(WireEnum):
    """Whether a list is still in use."""

    ACTIVE = "Active"
    ARCHIVED = "Archived"


class TaskList(Record):
    """One list. `Parent` is its parent list, 0 at the top."""

    primary_key = "TaskListNum"

    TaskListNum: BigInt = 0
    Descript: str = ""
    Parent: BigInt = 0
    DateTL: Date | None = None
    IsRepeating: bool = False
    DateType: TaskDateType = TaskDateType.NONE
    FromNum: BigInt = 0
    ObjectType: TaskObjectType = TaskObjectType.NONE
    DateTimeEntry: DateTime | None = None
    TaskListStatus: TaskListStatusEnum = TaskListStatusEnum.ACTIVE


class TaskLists(Resource):
    """The office's task lists, the active ones unless archived ones are requested."""

    documentation = "API TaskLists"

    @GET("/tasklists", since="22.3.15")
    def list(self, *, TaskListStatus: TaskListStatusEnum | None = None) -> Rows[TaskList]: ...
