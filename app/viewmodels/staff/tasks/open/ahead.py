"""Reads the notes of the tasks in sight ahead, one after another and behind everything else."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from app.api.errors import ApiError
from app.api.modes import Mode
from app.api.need import Need
from app.viewmodels.staff.parts import Parts
from app.wire.resources.task_notes import TaskNotes

PACED = 5
"""Tasks whose notes are read ahead where each request costs seconds."""
CALM_SECONDS = 60.0
"""Nothing is read ahead for so long after the office refused."""


class NotesAhead:
    """Works until the desk's scope is closed. `want` may be called from anywhere, also from a timer of Qt."""

    def __init__(self, parts: Parts, read_at: dict[int, float]) -> None:
        """`read_at` gets when notes were read, by TaskNum, in the clock's seconds."""
        self._parts = parts
        self._board = parts.tasks()
        self._read_at = read_at
        self._wanted: list[int] = []
        self._wake = asyncio.Event()
        self._calm_until = 0.0
        parts.scope.start(self._work(), "notes of tasks in sight")

    def want(self, task_nums: Iterable[int]) -> None:
        """These are in sight now, in place of those of before."""
        if self._parts.clock.monotonic() < self._calm_until or not self._parts.client.can(TaskNotes.list):
            return
        wanted = [number for number in task_nums if number and self._board.notes(number) is None]
        is_paced = self._parts.client.address.mode is Mode.REMOTE
        self._wanted = wanted[:PACED] if is_paced else wanted
        if self._wanted:
            self._wake.set()

    async def _work(self) -> None:
        while await self._wake.wait():
            self._wake.clear()
            while self._wanted:
                await self._read(self._wanted.pop(0))

    async def _read(self, task_num: int) -> None:
        if self._board.notes(task_num) is not None:
            return
        try:
            await self._board.read_notes(task_num, Need.PREFETCH)
        except ApiError:
            self._wanted = []
            self._calm_until = self._parts.clock.monotonic() + CALM_SECONDS
        else:
            self._read_at[task_num] = self._parts.clock.monotonic()
