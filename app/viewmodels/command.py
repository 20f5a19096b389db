"""Commands: user actions, as data and as objects that run."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Hashable, Iterable, Iterator
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.tasks import TaskScope
from app.core.text import Words, msg
from app.viewmodels.translation import typed
from app.viewmodels.verdict import YES, Verdict

_MODIFIERS = {"Ctrl", "Alt", "Meta"}  # words: keys
Work = Callable[..., Coroutine[Any, Any, None]]


class CommandSpec(Struct, frozen=True):
    """A command as data.

    Menus, shortcuts, the palette, the rail, tooltips and the shortcuts page are built from it alone.
    """

    id: str
    title: Words
    shortcut: str = ""
    """In QKeySequence's format ("Ctrl+P"); empty: none."""
    menu: str = ""
    """The menu that contains it ("Appointment", "Go", "View"); empty: palette only."""
    icon: str = ""
    """The name of an icon in the theme ("ARRIVE")."""
    word: Words = ""
    """A one-word title for narrow places; empty: the title."""
    repeats: bool = False
    """Whether holding the key repeats it. Never for commands that write: each repetition would be a change."""
    synonyms: Words = ""
    """Other search terms for the palette."""
    group: int = 0
    """Commands of one menu with the same number have no separator between them; lower numbers come first."""

    @property
    def is_plain_key(self) -> bool:
        """Whether its shortcut is a key without Ctrl or Alt, and no F key: it counts on its own screen only."""
        *modifiers, key = self.shortcut.split("+")
        return not _MODIFIERS & set(modifiers) and not (key[:1] == "F" and key[1:].isdecimal())

    @property
    def letter(self) -> str:
        """The printable key that runs it without Ctrl or Alt ("A", "+"); empty: none. See TypedKeys."""
        return self.shortcut if len(self.shortcut) == 1 else ""


class AsyncCommand(QObject):
    """One runnable command: never runs twice at once, can be canceled, and reports failures in one place.

    `about` returns a key and the target. It is evaluated when the command is triggered and passed to the
    work, because the selection may have changed by the time the work starts. It may run for two targets at
    once; the key identifies a target even when its data change. `started` is called with the target first.
    The work runs until its first pause before `run` returns: what it opens is there for the next key, however fast.
    `changed`: `running` or `can_run` may have changed; `refused` is emitted with the reason when it can't start.
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
        started: Callable[[Any], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self._scope = scope
        self._work = work
        self._can = can
        self._on_error = on_error
        self._about = about
        self._started = started
        self._tasks: dict[Hashable, asyncio.Task[None] | None] = {}
        """By target; None: in its first step."""

    @property
    def running(self) -> bool:
        """Whether it is running for the current target, and waits for something: nobody sees its first step."""
        return self._tasks.get(self._subject()[0]) is not None

    @property
    def verdict(self) -> Verdict:
        """Whether it could start now, and if not, why."""
        return (
            Verdict(ok=False, reason=msg("Still working on the last one.")) if self.running else self._can()
        )

    @property
    def can_run(self) -> bool:
        """Whether it could start now."""
        return self.verdict.ok

    def run(self, *args: object) -> None:
        """Start it; ignored while it runs; if it can't run, the reason is reported."""
        self.prepare()(*args)

    def prepare(self) -> Callable[..., None]:
        """Bind the command to the current target. Calling the result starts it as `run` does."""
        key, subject = self._subject()
        verdict = self._can()

        def start(*args: object) -> None:
            if key in self._tasks:
                return
            if not verdict.ok:
                self.refused.emit(typed(verdict.reason))
                return
            task = self._scope.start_at_once(self._guarded(key, subject, *args), self.spec.id)
            if not task.done():
                self._tasks[key] = task
                self.changed.emit()

        return start

    def cancel(self) -> None:
        """Cancel it if it runs; what it has already done stays done."""
        for task in self._tasks.values():
            if task is not None:
                task.cancel()

    def refresh(self) -> None:
        """Notify that the conditions of `can_run` have changed."""
        self.changed.emit()

    def _subject(self) -> tuple[Hashable, Any]:
        return (None, None) if self._about is None else self._about()

    async def _guarded(self, key: Hashable, subject: Any, *args: object) -> None:
        self._tasks[key] = None
        try:
            if self._started is not None:
                self._started(subject)
            await (self._work(*args) if self._about is None else self._work(subject, *args))
        except Exception as error:  # the one place where a command's failure is handled
            if self._on_error is None:
                raise
            self._on_error(error)
        finally:
            del self._tasks[key]
            self.changed.emit()


class CommandSet:
    """The commands of a window by id, in menu order. Each belongs to one screen, or to all of them ("")."""

    def __init__(self) -> None:
        self._commands: dict[str, AsyncCommand] = {}
        self._screens: dict[str, str] = {}
        self._stand_ins: set[str] = set()
        self._keys: dict[str, set[str]] = {}
        """The commands of each shortcut, by id."""

    def add(self, commands: Iterable[AsyncCommand], *, screen: str = "", stand_in: bool = False) -> None:
        """Add commands. A `stand_in` is a placeholder for a screen's command until the screen is loaded.

        Raises ValueError if an id or a shortcut is taken. Two screens may use the same shortcut.
        """
        for command in commands:
            spec = command.spec
            taken = spec.id in self._commands and not self._gives_way(spec.id, spec.id)
            if taken or (spec.shortcut and self._is_taken(spec, screen)):
                raise ValueError(f"command {spec.id} ({spec.shortcut}) is taken")
            self._commands[spec.id] = command
            self._keys.setdefault(spec.shortcut, set()).add(spec.id)
            self._screens[spec.id] = screen
            self._stand_ins.discard(spec.id)
            if stand_in:
                self._stand_ins.add(spec.id)

    def __contains__(self, command_id: str) -> bool:
        return command_id in self._commands

    def __getitem__(self, command_id: str) -> AsyncCommand:
        return self._commands[command_id]

    def __iter__(self) -> Iterator[AsyncCommand]:
        return iter(self._commands.values())

    def by_letter(self, text: str, screen: str = "") -> AsyncCommand | None:
        """The command of a printable key without Ctrl or Alt on a screen, if there is one."""
        command = self.with_key(text.upper(), screen)
        return command if command is not None and command.spec.letter else None

    def menu(self, name: str) -> list[AsyncCommand]:
        """The commands of one menu, by group."""
        return sorted(
            (command for command in self if command.spec.menu == name), key=lambda each: each.spec.group
        )

    def screen_of(self, command_id: str) -> str:
        """The screen that a command belongs to; empty: all."""
        return self._screens[command_id]

    def with_key(self, shortcut: str, screen: str) -> AsyncCommand | None:
        """The command of a key while a screen is shown: that screen's, else a global one, else another screen's.

        A plain letter never runs another screen's command, because its effect would not be visible.
        """
        found = [each for each in self if each.spec.shortcut == shortcut]
        ranks = {screen: 0, "": 1}
        here = [each for each in found if self._screens[each.spec.id] in ranks or not each.spec.is_plain_key]
        return min(here, key=lambda each: ranks.get(self._screens[each.spec.id], 2), default=None)

    def _gives_way(self, command_id: str, to: str) -> bool:
        return command_id == to and command_id in self._stand_ins

    def _is_taken(self, spec: CommandSpec, screen: str) -> bool:
        """Whether another command has the same shortcut where this one's would count."""
        return any(
            self._shares_keys(each, screen) and not self._gives_way(each, spec.id)
            for each in self._keys.get(spec.shortcut, ())
        )

    def _shares_keys(self, command_id: str, screen: str) -> bool:
        """Whether a key of this command could also be that screen's."""
        return not screen or self._screens[command_id] in ("", screen)
