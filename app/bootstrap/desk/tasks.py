"""Parts of a desk for tasks, loaded when first used."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.api.client import OpenDental
    from app.core.clock import Clock
    from app.services.people.staff import Staff
    from app.services.tasks.users import UserNames
    from app.store.tasks.board import TaskBoard


def task_board(client: OpenDental, clock: Clock) -> Callable[[], TaskBoard]:
    """The office's tasks, imported with the first call."""

    @cache
    def made() -> TaskBoard:
        from app.store.tasks.board import TaskBoard

        return TaskBoard(client, clock)

    return made


def user_names(client: OpenDental, staff: Staff) -> Callable[[], UserNames]:
    """The names of Open Dental's users, imported with the first call."""

    @cache
    def made() -> UserNames:
        from app.services.tasks.users import UserNames

        return UserNames(client, lambda: staff.people.book.members)

    return made
