"""Notices: short lines that say what has happened, some with an undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.domain.tile import time_text
from app.viewmodels.messages import Message

UNDO_SECONDS = 10.0
READ_SECONDS = 6.0
KEPT = 200


@dataclass(frozen=True, slots=True)
class Notice:
    """One line. `seconds` is how long its toast stays; 0 keeps it until it is closed."""

    id: int
    at: datetime
    words: str
    kind: str = "done"
    """`done`, `waiting`, `warning` or `error`."""
    seconds: float = READ_SECONDS
    undo: Callable[[], None] | None = field(default=None, compare=False)
    details: str = ""
    """What "copy details" copies; no patient data."""

    @property
    def line(self) -> str:
        """How the list of notices has it: when, and below it what."""
        return f"{time_text(self.at)}\n{self.words}"


class Notices(QObject):
    """What has been said, newest last. `posted` carries a new Notice, `closed` the id of one that went."""

    posted = Signal(object)
    closed = Signal(int)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._ids = count(1)
        self._undoable: dict[int, float] = {}
        self.items: list[Notice] = []

    def say(self, words: str, *, kind: str = "done", undo: Callable[[], None] | None = None) -> Notice:
        """Post a line; with an undo it stays ten seconds, an error until someone closes it."""
        seconds = UNDO_SECONDS if undo else 0.0 if kind == "error" else READ_SECONDS
        return self._post(Notice(next(self._ids), self._clock.now(), words, kind, seconds, undo))

    def fail(self, message: Message) -> Notice:
        """Post an error; it stays until someone closes it."""
        notice = Notice(
            next(self._ids), self._clock.now(), message.sentence, "error", 0.0, None, message.details
        )
        return self._post(notice)

    @property
    def empty(self) -> str:
        """What to say where nothing has been said yet."""
        return "" if self.items else "Nothing yet. What you change is listed here."

    @property
    def undoable(self) -> Notice | None:
        """The newest line that can still be taken back: for ten seconds, unless its toast was closed."""
        oldest = self._clock.monotonic() - UNDO_SECONDS
        fresh = [notice_id for notice_id, posted in self._undoable.items() if posted >= oldest]
        return next((each for each in reversed(self.items) if each.id in fresh), None)

    def undo(self, notice_id: int) -> None:
        """Take back what a line tells, once."""
        notice = next((each for each in self.items if each.id == notice_id), None)
        if notice is not None and notice.undo is not None and notice_id in self._undoable:
            self.close(notice_id)
            notice.undo()

    def close(self, notice_id: int) -> None:
        """Take a toast away; its line stays in the list."""
        self._undoable.pop(notice_id, None)
        self.closed.emit(notice_id)

    def _post(self, notice: Notice) -> Notice:
        self.items = [*self.items[-(KEPT - 1) :], notice]
        if notice.undo is not None:
            self._undoable[notice.id] = self._clock.monotonic()
        self.posted.emit(notice)
        return notice
