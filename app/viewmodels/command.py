"""Commands: what a person can do, as data and as something that runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Hashable, Iterable, Iterator
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.tasks import TaskScope
from app.viewmodels.verdict import YES, Verdict

Work = Callable[..., Coroutine[Any, Any, None]]


class CommandSpec(Struct, frozen=True):
    """A command as data. Menus, shortcuts, the palette and tooltips are made from this alone."""

    id: str
    title: str
    shortcut: str = ""
    """As QKeySequence reads it ("Ctrl+P"); empty: none."""
    menu: str = ""
    """The menu that it stands in ("Visit", "Go", "View"); empty: palette only."""
    icon: str = ""
    """The name of an idea in the theme's icon list ("ARRIVE")."""
    word: str = ""
    """One word for places with no room for the title; empty: the title."""
    repeats: bool = False
    """Whether a key that is held down runs it again and again. Nothing that writes does: each would be a change."""

    @property
    def letter(self) -> str:
        """The printable key that runs it without Ctrl or Alt ("A", "+"); empty: none. See TypedKeys."""
        return self.shortcut if len(self.shortcut) == 1 else ""


class AsyncCommand(QObject):
    """One command that runs: never twice at once, cancellable, its failure in one named place.

    `about` answers a key and what it works on. That is asked when the command is given, and handed to its work: by the
    time that the work begins something else may be selected. On two things it may be at work at once; the key says
    what is the same thing, however it has changed meanwhile.
    `changed` says that `running` or `can_run` may have changed; `refused` carries why it did not start.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        spec: CommandSpec,
        scope: TaskScope,
        work: Work,
        can: Callable[[], Verdict] = lambda: YES,
        on_error: Callable[[BaseException], None] | None = None,
        parent: QObject | None = None,
        *,
        about: Callable[[], tuple[Hashable, Any]] | None = None,
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self._scope = scope
        self._work = work
        self._can = can
        self._on_error = on_error
        self._about = about
        self._tasks: dict[Hashable, asyncio.Task[None]] = {}

    @property
    def running(self) -> bool:
        """Whether it is at work on what it would work on now."""
        return self._subject()[0] in self._tasks

    @property
    def verdict(self) -> Verdict:
        """Whether it could start now, and why not."""
        return Verdict(ok=False, reason="Still working on the last one.") if self.running else self._can()

    @property
    def can_run(self) -> bool:
        """Whether it could start now."""
        return self.verdict.ok

    def run(self, *args: object) -> None:
        """Start it; while it runs nothing happens, and when it cannot run the reason is told."""
        self.prepare()(*args)

    def prepare(self) -> Callable[..., None]:
        """Take the command as given now, for what is selected now. Calling the result starts it as `run` does."""
        key, subject = self._subject()
        verdict = self._can()

        def start(*args: object) -> None:
            if key in self._tasks:
                return
            if not verdict.ok:
                self.refused.emit(verdict.reason)
                return
            self._tasks[key] = self._scope.start(self._guarded(key, subject, *args), self.spec.id)
            self.changed.emit()

        return start

    def cancel(self) -> None:
        """Stop it if it runs; what it had done stays done."""
        for task in self._tasks.values():
            task.cancel()

    def refresh(self) -> None:
        """Say that the ground of `can_run` has changed."""
        self.changed.emit()

    def _subject(self) -> tuple[Hashable, Any]:
        return (None, None) if self._about is None else self._about()

    async def _guarded(self, key: Hashable, subject: Any, *args: object) -> None:
        try:
            await (self._work(*args) if self._about is None else self._work(subject, *args))
        except Exception as error:  # the one named place where a command's failure lands
            if self._on_error is None:
                raise
            self._on_error(error)
        finally:
            del self._tasks[key]
            self.changed.emit()


class CommandSet:
    """Every command of a window, by id and in menu order."""

    def __init__(self) -> None:
        self._commands: dict[str, AsyncCommand] = {}

    def add(self, commands: Iterable[AsyncCommand]) -> None:
        """Take commands in. ValueError when an id or a shortcut is taken already."""
        for command in commands:
            taken = {each.spec.shortcut for each in self if each.spec.shortcut}
            if command.spec.id in self._commands or command.spec.shortcut in taken:
                raise ValueError(f"command {command.spec.id} ({command.spec.shortcut}) is taken")
            self._commands[command.spec.id] = command

    def __getitem__(self, command_id: str) -> AsyncCommand:
        return self._commands[command_id]

    def __iter__(self) -> Iterator[AsyncCommand]:
        return iter(self._commands.values())

    def by_letter(self, text: str) -> AsyncCommand | None:
        """The command that a printable key runs without Ctrl or Alt, if there is one."""
        letter = text.upper()
        return next((command for command in self if letter and command.spec.letter == letter), None)

    def menu(self, name: str) -> list[AsyncCommand]:
        """The commands of one menu, in order."""
        return [command for command in self if command.spec.menu == name]
