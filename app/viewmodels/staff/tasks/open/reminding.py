"""When a person wants to be reminded of the open task."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.text import At, Shape, Words
from app.domain.tasks.remind_times import reminder_times
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.wire.resources.tasks import Task

MOST_OFFERED = 6


class RemindChoice(Struct, frozen=True):
    """A time to choose."""

    words: Words
    at: datetime


class RemindState(Struct, frozen=True):
    """`task` None: it is closed."""

    task: Task | None = None
    choices: tuple[RemindChoice, ...] = ()
    current: datetime | None = None
    """The reminder that is set; None: none."""
    earliest: datetime | None = None
    """The first time that can be chosen."""
    words: str = ""


class Reminding(QObject):
    """`changed`: the state changed."""

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        reminder: Callable[[int], datetime | None],
        remind: Callable[[int, datetime | None], None],
        parent: QObject | None = None,
    ) -> None:
        """`reminder` returns the one of a TaskNum, `remind` sets or removes it."""
        super().__init__(parent)
        self._desk = desk
        self._reminder = reminder
        self._remind = remind
        self.state = RemindState()

    def open(self, task: Task) -> None:
        """Offer times for this task."""
        now = self._desk.now()
        self._set(RemindState(task, remind_choices(now), self._reminder(task.TaskNum), _next_quarter(now)))

    def close(self) -> None:
        """Close it."""
        self._set(RemindState())

    def choose(self, at: datetime) -> None:
        """Remind at the office's time, if it is still to come."""
        state = self.state
        if state.task is None:
            return
        if at <= self._desk.now():
            self._set(
                RemindState(
                    state.task, state.choices, state.current, state.earliest, tr("That time has passed.")
                )
            )
            return
        self._remind(state.task.TaskNum, at)
        self._set(RemindState())
        shape = Shape.TIME if at.date() == self._desk.now().date() else Shape.BOTH
        self._desk.notices.say(tr("Reminder set: {time}.", time=At(at, shape)))

    def remove(self) -> None:
        """Don't remind."""
        if self.state.task is not None:
            self._remind(self.state.task.TaskNum, None)
            self._set(RemindState())

    def _set(self, state: RemindState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def remind_choices(now: datetime) -> tuple[RemindChoice, ...]:
    """The times that are usual, soonest first."""
    return tuple(RemindChoice(words, at) for at, words in reminder_times(now)[:MOST_OFFERED])


def _next_quarter(now: datetime) -> datetime:
    minute = now.replace(second=0, microsecond=0)
    return minute + timedelta(minutes=15 - minute.minute % 15)
