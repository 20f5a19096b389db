"""Puts what this PC writes to tasks on their board at once, however late it is done."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from app.journal.entries import Entry, Wire, WriteState
from app.journal.journal import Journal
from app.services.writes.registry import Registry
from app.store.tasks.board import TaskBoard
from app.store.topics import Part
from app.wire.codec import CodecError, decode_one
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import Task

R = TypeVar("R", Task, TaskNote)
NOTE, TASK = "TaskNoteNum", "TaskNum"


class TaskFollowing:
    """Follows the journal until it is closed."""

    def __init__(self, journal: Journal, board: TaskBoard, writes: Registry) -> None:
        self._board = board
        self._writes = writes
        self._unwatch = journal.watch(self._follow)

    def close(self) -> None:
        """Stop following."""
        self._unwatch()

    def _follow(self, entry: Entry) -> None:
        done = entry.state is WriteState.DONE
        row = entry.answer if done else entry.conflict
        if entry.state.settled and row is not None and self._concerns_tasks(entry, row):
            self._apply(row, own=done and entry.answer != entry.seen)

    def _concerns_tasks(self, entry: Entry, row: Wire) -> bool:
        if not entry.intent.method.startswith("Task"):  # most entries: none of the tasks' writes is imported
            return False
        write = self._writes.get(entry.intent.kind)
        topic = write.applies(row) if write is not None else None
        return topic is not None and topic.part is Part.TASKS

    def _apply(self, row: Wire, *, own: bool) -> None:
        if NOTE in row:
            if (note := _read(row, TaskNote)) is not None:
                self._board.apply_note(note, own=own)
        elif TASK in row and (task := _read(row, Task)) is not None:
            self._board.apply(task, own=own)


def _read(row: Wire, record: type[R]) -> R | None:
    """A row of a write's answer; None if it is incomplete: the next refresh shows it."""
    try:
        return decode_one(msgspec.json.encode(row), record)
    except CodecError:
        return None
