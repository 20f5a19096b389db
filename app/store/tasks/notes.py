"""The notes of tasks, as far as they were read: one task at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count

from app.api.client import OpenDental
from app.api.need import Need
from app.store.tasks.changes import TaskChange
from app.wire.resources.task_notes import TaskNote

Notes = tuple[TaskNote, ...]


class NoteRows:
    """Notes by TaskNum, oldest first. A late answer doesn't take back a note that was written meanwhile."""

    def __init__(self, client: OpenDental, notify: Callable[[TaskChange], None]) -> None:
        self._client = client
        self._notify = notify
        self._notes: dict[int, Notes] = {}
        self._moments = count(1)
        self._read: dict[int, int] = {}
        """When the notes of each task were asked for."""
        self._written: dict[int, dict[int, tuple[int, TaskNote]]] = {}
        """This PC's own notes by TaskNum and number, each with the moment when it was stored."""

    def get(self, task_num: int) -> Notes | None:
        """The notes; None: they have not been read."""
        return self._notes.get(task_num)

    async def read(self, task_num: int, need: Need) -> Notes:
        """Read them. Raises the client's errors."""
        asked = next(self._moments)
        rows = await self._client.at(need).task_notes.list(TaskNum=task_num)
        if self._read.get(task_num, 0) < asked:
            self._read[task_num] = asked
            self._store(task_num, self._with_written(task_num, rows, asked))
        return self._notes.get(task_num, ())

    def apply(self, row: TaskNote) -> None:
        """Store a note that a write returned, if the notes of its task are known."""
        self._written.setdefault(row.TaskNum, {})[row.TaskNoteNum] = next(self._moments), row
        known = self._notes.get(row.TaskNum)
        if known is not None:
            self._store(row.TaskNum, _joined(known, [row]))

    def drop(self, task_nums: Iterable[int]) -> None:
        """Forget the notes of tasks that are gone."""
        for task_num in task_nums:
            self._notes.pop(task_num, None)
            self._written.pop(task_num, None)

    def _with_written(self, task_num: int, rows: Iterable[TaskNote], asked: int) -> Notes:
        written = self._written.pop(task_num, {})
        later = {number: each for number, each in written.items() if each[0] > asked}
        if later:
            self._written[task_num] = later
        return _joined(rows, [row for _, row in later.values()])

    def _store(self, task_num: int, notes: Notes) -> None:
        if self._notes.get(task_num) != notes:
            self._notes[task_num] = notes
            self._notify(TaskChange(notes=frozenset({task_num})))


def _joined(rows: Iterable[TaskNote], newer: Iterable[TaskNote]) -> Notes:
    """By their numbers, each in its place; what is new comes last."""
    found = {row.TaskNoteNum: row for row in rows} | {row.TaskNoteNum: row for row in newer}
    return tuple(found.values())
