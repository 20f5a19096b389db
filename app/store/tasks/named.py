"""Reads the tasks that a signal names, or that a screen opens: one request for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from app.api.client import OpenDental
from app.api.errors import BadRequest, NotFound
from app.api.need import Need
from app.store.tasks.changes import TaskChange
from app.store.tasks.rows import TaskRows
from app.wire.resources.tasks import Task, TaskObjectType, Tasks
from app.wire.rows import Rows

SECOND = timedelta(seconds=1)


class NamedTasks:
    """Stores what it reads, and tells what has changed by it."""

    def __init__(self, client: OpenDental, rows: TaskRows, notify: Callable[[TaskChange], None]) -> None:
        self._client = client
        self._rows = rows
        self._notify = notify
        self._too_old = False

    @property
    def reads_one(self) -> bool:
        """Whether the office is new enough to return a single task."""
        return not self._too_old and bool(self._client.can(Tasks.get))

    async def read(self, task_num: int, need: Need) -> Task:
        """Read one again. Raises NotFound if it is gone, or if an older office doesn't find it where it was."""
        asked = self._rows.moment()
        if not self.reads_one:
            return await self._find(task_num, need, asked)
        try:
            row = await self._client.at(need).tasks.get(task_num)
        except BadRequest:
            self._too_old = True
            return await self._find(task_num, need, asked)
        except NotFound:
            self.drop([task_num])
            raise
        self.take([row], asked)
        return row

    async def settle(self, task_num: int, need: Need) -> None:
        """Read one that may be gone."""
        try:
            await self.read(task_num, need)
        except NotFound:
            self.drop([task_num])

    def take(self, rows: Iterable[Task], asked: int) -> None:
        """Store rows that were asked for at this moment."""
        changed = frozenset(row.TaskNum for row in rows if self._rows.put_read(row, asked))
        if changed:
            self._notify(TaskChange(changed))

    def drop(self, task_nums: Sequence[int]) -> None:
        """Remove tasks that the office doesn't have any more, or has no longer open."""
        left = frozenset(each for each in task_nums if self._rows.drop(each))
        if left:
            self._notify(TaskChange(left))

    async def _find(self, task_num: int, need: Need, asked: int) -> Task:
        """Offices before 24.4.13: by the list, or what it is attached to, and the time when it was made."""
        page = await self._around(task_num, need).first_page()
        self.take(page, asked)
        for row in page:
            if row.TaskNum == task_num:
                return row
        raise NotFound("Tasks.list")

    def _around(self, task_num: int, need: Need) -> Rows[Task]:
        tasks, known = self._client.at(need).tasks, self._rows.all.get(task_num)
        if known is None or known.DateTimeOriginal is None:
            return tasks.list(DateTimeOriginal=self._newest())
        since = known.DateTimeOriginal - SECOND
        if known.KeyNum and known.ObjectType is not TaskObjectType.NONE:
            return tasks.list(ObjectType=known.ObjectType, KeyNum=known.KeyNum, DateTimeOriginal=since)
        return tasks.list(TaskListNum=known.TaskListNum, DateTimeOriginal=since)

    def _newest(self) -> datetime | None:
        """Just before the newest task that is known; None: as far back as the office goes by itself."""
        if not self._rows.all:
            return None
        made = self._rows.all[max(self._rows.all)].DateTimeOriginal
        return None if made is None else made - SECOND
