"""Task notes: comments on a task."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.fields import BigInt, DateTime, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.resources.tasks import UserKey
from app.wire.rows import Rows

TaskKey = Annotated[int, Refers("task")]


class TaskNote(Record):
    """One note by one user."""

    primary_key = "TaskNoteNum"

    TaskNoteNum: BigInt = 0
    TaskNum: BigInt = 0
    UserNum: BigInt = 0
    DateTimeNote: DateTime | None = None
    Note: str = ""


class TaskNotes(Resource):
    """Read, add and change notes of tasks."""

    documentation = "API TaskNotes"

    @GET("/tasknotes/{TaskNoteNum}", since="24.4.22")
    async def get(self, TaskNoteNum: int) -> TaskNote: ...

    @GET("/tasknotes", since="24.4.22")
    def list(self, *, TaskNum: TaskKey | None = None, UserNum: UserKey | None = None) -> Rows[TaskNote]: ...

    @POST("/tasknotes", since="24.4.22", needs=Permission.ALL_OTHERS)
    async def create(self, *, TaskNum: TaskKey, UserNum: UserKey, Note: str) -> TaskNote: ...

    @PUT("/tasknotes/{TaskNoteNum}", since="24.4.22", needs=Permission.ALL_OTHERS)
    async def update(
        self, TaskNoteNum: int, *, DateTimeNote: DateTime | None = None, Note: str | None = None
    ) -> TaskNote: ...
