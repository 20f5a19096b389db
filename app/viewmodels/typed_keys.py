"""Printable keys pressed outside any field: a single key runs a command, fast typing searches for a patient."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.viewmodels.command import AsyncCommand

QUIET_SECONDS = 0.3
"""Seconds without another key before a key counts as a single one. 40 words a minute is a key every 0.3 s."""


class Letters(Protocol):
    """Looks up the command of a printable key on the current screen."""

    def by_letter(self, text: str) -> AsyncCommand | None:
        """The command of a printable key without Ctrl or Alt, if there is one."""
        ...


class TypedKeys(QObject):
    """Interprets printable keys. `search_asked` is emitted with everything typed so far.

    A key that runs a command (A: arrived) waits for a short pause. A second printable key within it cancels
    the command and starts the search; so does a first key that runs no command. Any other key ends the pause: the
    command runs first, so that an arrow key after M moves the appointment and not the selection.
    """

    search_asked = Signal(str)

    def __init__(
        self, commands: Letters, clock: Clock, scope: TaskScope, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self._clock = clock
        self._wait = LatestTask(scope)
        self._pending = ""
        self._start: Callable[..., None] | None = None
        """Starts the command of the pending key."""
        self.quiet_seconds = QUIET_SECONDS

    def press(self, text: str, *, capital: bool = False) -> None:
        """A printable key was pressed. `capital`: with Shift, as a name begins, so it runs no command."""
        typed = self._pending + text
        self.cancel()
        command = None if capital or len(typed) > 1 else self._commands.by_letter(typed)
        if command is not None:
            self._pending, self._start = typed, command.prepare()
            self._wait.start(self._run_when_quiet(), "deliberate key")
        elif typed[:1].isalnum() or typed[:1] == "(" or len(typed) > 1:
            self.search_asked.emit(typed)

    def cancel(self) -> None:
        """Forget a key whose command has not started yet."""
        self._pending, self._start = "", None
        self._wait.cancel()

    def decide(self) -> None:
        """Another key follows that is no letter: start the pending command before it."""
        start = self._start
        self.cancel()
        if start is not None:
            start()

    async def _run_when_quiet(self) -> None:
        await self._clock.sleep(self.quiet_seconds)
        start, self._pending, self._start = self._start, "", None
        if start is not None:
            start()
