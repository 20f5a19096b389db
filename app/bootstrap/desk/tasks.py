"""Parts of a desk for tasks, loaded when first used."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.api.client import OpenDental
    from app.core.clock import Clock
    from app.store.tasks.board import TaskBoard


def task_board(client: OpenDental, clock: Clock) -> Callable[[], TaskBoard]:
    """The office's tasks, imported with the first call."""

    @cache
    def made() -> TaskBoard:
        from app.store.tasks.board import TaskBoard

        return TaskBoard(client, clock)

    return made
