"""Puts what this PC writes to tasks on their board at once, and knows which writes of a task are not done yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

from app.core.observers import Observers
from app.journal.entries import Entry, Wire, WriteState
from app.journal.journal import Journal
from app.services.writes.registry import Registry
from app.services.writes.tasks.keys import handed_on_from
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
        self._journal = journal
        self._board = board
        self._writes = writes
        self._open: dict[int, dict[int, Entry]] = {}
        """By TaskNum (0: a task that is not added yet), its entries that are not done, by id.

        Those of a hand-on are also the old task's.
        """
        self._observers = Observers[int]()
        for entry in journal.open_entries():
            self._keep(entry)
        self._unwatch = journal.watch(self._follow)

    def close(self) -> None:
        """Stop following."""
        self._unwatch()

    def watch(self, watcher: Callable[[int], object]) -> Callable[[], None]:
        """Call back with a TaskNum when its open entries changed; 0: those of new tasks. Returns an unsubscriber."""
        return self._observers.add(watcher)

    def waiting(self, task_num: int) -> tuple[Entry, ...]:
        """The writes of a task that are waiting, unknown, or refused and not dismissed; oldest first."""
        return tuple(self._open.get(task_num, {}).values())

    def waiting_notes(self, task_num: int) -> tuple[Entry, ...]:
        """Those of them that add a note; `intent.arguments["Note"]` is its text."""
        return tuple(entry for entry in self.waiting(task_num) if _adds_note(entry, task_num))

    def new_tasks(self) -> tuple[Entry, ...]:
        """The tasks that are not added yet, or were refused: `intent.arguments` are those of `Tasks.create`."""
        return self.waiting(0)

    def _follow(self, entry: Entry) -> None:
        if not self._concerns_tasks(entry):
            return
        row = entry.answer if entry.state is WriteState.DONE else entry.conflict
        if entry.state.settled and row is not None and not entry.dismissed:  # it would be an old row by then
            self._apply(row)
        self._keep(entry)
        for number in _task_nums(entry):
            self._observers.notify(number)

    def _keep(self, entry: Entry) -> None:
        if not self._concerns_tasks(entry):
            return
        for number in _task_nums(entry):
            entries = self._open.setdefault(number, {})
            if entry.open:
                entries[entry.id] = entry
            else:
                entries.pop(entry.id, None)

    def _concerns_tasks(self, entry: Entry) -> bool:
        if not entry.intent.method.startswith("Task"):  # most entries: none of the tasks' writes is imported
            return False
        write = self._writes.get(entry.intent.kind)
        topic = write.applies({TASK: 1, **entry.intent.arguments}) if write is not None else None
        return topic is not None and topic.part is Part.TASKS

    def _apply(self, row: Wire) -> None:
        if NOTE in row:
            if (note := _read(row, TaskNote)) is not None:
                self._board.apply_note(note)
        elif TASK in row and (task := _read(row, Task)) is not None:
            self._board.apply(task)


def _task_nums(entry: Entry) -> set[int]:
    """The tasks that an entry is about."""
    intent = entry.intent
    number = int({**intent.context, **intent.arguments}.get(TASK) or 0)
    return {number, handed_on_from(intent) or number}


def _adds_note(entry: Entry, task_num: int) -> bool:
    arguments = entry.intent.arguments
    return "Note" in arguments and NOTE not in arguments and arguments.get(TASK) == task_num


def _read(row: Wire, record: type[R]) -> R | None:
    """A row of a write's answer; None if it is incomplete: the next refresh shows it."""
    try:
        return decode_one(msgspec.json.encode(row), record)
    except CodecError:
        return None
