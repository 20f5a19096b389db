"""Parts of a desk for tasks, loaded when first used."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.api.client import OpenDental
    from app.bootstrap.session import Reading
    from app.core.clock import Clock
    from app.journal.outbox import Outbox
    from app.services.people.staff import Staff
    from app.services.tasks.following import TaskFollowing
    from app.services.tasks.priorities import TaskPriorities
    from app.services.tasks.users import UserNames
    from app.services.writes.tasks.task_writes import TaskWrites
    from app.services.writes.writes import Writes
    from app.store.tasks.board import TaskBoard


class LateTaskParts:
    """Makes each with the first call, and closes what was made."""

    def __init__(
        self, reading: Reading, writes: Writes, outbox: Outbox, clock: Clock, users: Callable[[], UserNames]
    ) -> None:
        self._users = users
        self._reading = reading
        self._writes = writes
        self._outbox = outbox
        self._clock = clock

    def board(self) -> TaskBoard:
        """The office's tasks; from now on this PC's own writes reach it at once."""
        return self._following[0]

    def writes(self) -> TaskWrites:
        """The writes of tasks."""
        return self._task_writes

    def close(self) -> None:
        """Stop following the journal."""
        if "_following" in self.__dict__:
            self._following[1].close()

    @cached_property
    def _following(self) -> tuple[TaskBoard, TaskFollowing]:
        from app.services.tasks.following import TaskFollowing
        from app.services.writes.registry import registry
        from app.store.tasks.board import TaskBoard

        board = TaskBoard(self._reading.client, self._clock, self._reading.office)
        return board, TaskFollowing(self._outbox.journal, board, registry())

    @cached_property
    def _task_writes(self) -> TaskWrites:
        from app.services.writes.tasks.task_writes import TaskWrites

        return TaskWrites(self._writes, self.board(), self._clock, lambda: self._outbox.author, self._users())


def user_names(client: OpenDental, staff: Staff) -> Callable[[], UserNames]:
    """The names of Open Dental's users, imported with the first call."""

    @cache
    def made() -> UserNames:
        from app.services.tasks.users import UserNames

        return UserNames(client, lambda: staff.people.book.members)

    return made


def task_priorities(client: OpenDental) -> Callable[[], TaskPriorities]:
    """The office's priorities of tasks, imported with the first call."""

    @cache
    def made() -> TaskPriorities:
        from app.services.tasks.priorities import TaskPriorities

        return TaskPriorities(client)

    return made
