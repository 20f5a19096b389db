"""The office's tasks, read behind everything else and kept up to date."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.bootstrap.loading import load

if TYPE_CHECKING:
    from app.store.office import Office
    from app.viewmodels.staff.desk import DeskViewModel

REST_SECONDS = 1.0
SCHEDULE_SECONDS = 30.0
"""So long the tasks wait for a schedule that doesn't get complete."""


async def keep_tasks(desk: DeskViewModel, shown: Callable[[], Sequence[date]]) -> None:
    """Read the tasks behind everything else, and keep them up to date: starting has more urgent work."""
    parts = desk.parts
    await parts.clock.sleep(REST_SECONDS)
    try:
        async with asyncio.timeout(SCHEDULE_SECONDS):
            await _until_complete(parts.office, shown)
    except TimeoutError:
        pass
    await load("app.store.tasks.board", "app.store.tasks.keeping")
    from app.store.tasks.keeping import TaskKeeper

    await desk.tasks.marks.begin()
    await desk.tasks.begin()
    mine = parts.my_tasks()
    keeper = TaskKeeper(parts.tasks(), parts.office.signals, wants_notes=mine.concerns, is_told=parts.is_told)
    keeper.start(parts.scope)


async def _until_complete(office: Office, shown: Callable[[], Sequence[date]]) -> None:
    """Wait until nothing is missing of the days on the screen."""
    changed = asyncio.Event()
    end = office.watch(lambda _: changed.set())
    try:
        while office.still_coming(shown()):
            changed.clear()
            await changed.wait()
    finally:
        end()
