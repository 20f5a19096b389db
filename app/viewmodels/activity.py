"""Notices: short lines that say what has happened, some with an undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.core.text import At, msg
from app.viewmodels.messages import Message
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

UNDO_SECONDS = 10.0
READ_SECONDS = 6.0
MOST = 2
"""Toasts at a time that go by themselves; those that stay until they are closed are not counted."""
KEPT = 200
NOTHING_STANDS = msg("No message is shown right now. Ctrl+I lists recent activity.")


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
        return f"{tr(At(self.at))}\n{self.words}"


class Notices(QObject):
    """What has been said, newest last. `posted` carries a new Notice, `closed` the id of one whose toast goes.

    `reached` asks for the keys to go to the toasts, or on to the next one.
    """

    posted = Signal(object)
    closed = Signal(int)
    reached = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._ids = count(1)
        self._undoable: dict[int, float] = {}
        self._standing: list[Notice] = []
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
        return "" if self.items else tr("Nothing yet. Your changes are listed here.")

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
        self._take_away(notice_id)

    def may_reach(self) -> Verdict:
        """Whether there is a toast for the keys to go to."""
        return YES if self._standing else Verdict(ok=False, reason=NOTHING_STANDS)

    def reach(self) -> None:
        """Send the keys to the newest toast, or on from the one that has them."""
        self.reached.emit()

    def _take_away(self, notice_id: int) -> None:
        self._standing = [each for each in self._standing if each.id != notice_id]
        self.closed.emit(notice_id)

    def _post(self, notice: Notice) -> Notice:
        self.items = [*self.items[-(KEPT - 1) :], notice]
        if notice.undo is not None:
            self._undoable[notice.id] = self._clock.monotonic()
        self._standing.append(notice)
        for old in [each for each in self._standing if each.seconds][:-MOST]:  # it can still be taken back
            self._take_away(old.id)
        self.posted.emit(notice)
        return notice
