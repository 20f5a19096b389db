"""Desks that have read the tasks of the tiny practice, with someone at each."""

from __future__ import annotations

from typing import Any

from app.api.need import Need
from app.journal.entries import Author, Entry
from app.services.tasks.following import TaskFollowing
from app.services.tasks.users import UserNames
from app.services.writes.registry import registry
from app.services.writes.tasks.task_writes import TaskWrites
from app.store.tasks.board import TaskBoard
from app.wire.resources.tasks import Task
from tests.practice.office_people import CALL_BACK, READER
from tests.services.front_desk import Desk, Town


class TaskDesk:
    """A desk that has read the tasks."""

    def __init__(self, desk: Desk, author: Author) -> None:
        desk.outbox.author = author
        self.desk = desk
        self.board = TaskBoard(desk.client, desk.office.clock)
        self.following = TaskFollowing(desk.outbox.journal, self.board, registry())
        self.users = users = UserNames(desk.client, tuple)
        self.tasks = TaskWrites(desk.writes, self.board, desk.office.clock, lambda: desk.outbox.author, users)

    def task(self, number: int) -> Task:
        """A task as it is shown."""
        row = self.board.task(number)
        assert row is not None
        return row

    def name(self, user_num: int) -> str:
        """A user's name."""
        return str(self.users.name(user_num))


async def open_desk(town: Town, name: str = "front", author: int = READER, initials: str = "AL") -> TaskDesk:
    """A desk with its own journal."""
    made = TaskDesk(await town.desk(name), Author(name.title(), author, initials))
    client = made.desk.client
    client.learn(client.capabilities.with_version(str(town.version)))
    await made.board.read(Need.CLICK)
    town.stack.callback(made.following.close)
    town.faults.seen.clear()
    return made


async def finished(town: Town, front: TaskDesk, *, refused: bool = False) -> Entry:
    """Advance the time until no write is unsettled and no step is due, or `refused`; returns the latest entry."""
    journal, tasks = front.desk.outbox.journal, front.tasks

    def is_over() -> bool:
        if journal.unsettled():
            return False
        due = any(tasks.is_handed_on(row.TaskNum) for row in front.board.tasks)
        return not due or (refused and any(entry.open for entry in journal.recent(9)))

    await town.in_time(is_over)
    return await town.settled(front.desk)


def notes(town: Town, task_num: int = CALL_BACK) -> list[tuple[Any, ...]]:
    """Who wrote which notes of a task."""
    return town.sql("SELECT UserNum, Note FROM tasknote WHERE TaskNum = ? ORDER BY TaskNoteNum", task_num)


def status(town: Town, task_num: int = CALL_BACK) -> int:
    """0 new, 1 viewed, 2 done."""
    return int(town.sql("SELECT TaskStatus FROM task WHERE TaskNum = ?", task_num)[0][0])
