"""Whether this PC tells providers' task lists of patients who wait, imported once it is wanted."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.core.text import msg
from app.viewmodels.choices import SET_BY_OFFICE, RememberedChoice
from app.viewmodels.command import CommandSpec
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # the desk has it, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

ON, OFF = "on", "off"  # words: values in the settings
ALERTS = "app.viewmodels.staff.waiting.alerts:waiting_alerts"
TELL = CommandSpec(
    "app.tell_provider",
    msg("Tell providers when a patient waits"),
    "Alt+T",
    "Task",
    synonyms=msg("waiting room alert late past start ten minutes doctor", "search words"),
)
MOST_DELAY = 20
"""Seconds within which the PCs of an office without a hub look one after the other."""


class LateWaitingAlerts(QObject):
    """`choice` is kept in this PC's settings. Nothing is watched before `begin`, or while it is off."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._begun = False
        self._unwatch: tuple[Callable[[], object], ...] = ()
        self.alerts: Any = None
        """The WaitingAlerts, while it is on."""
        self.choice = RememberedChoice(OFF, self)
        self.choice.changed.connect(lambda _: self._follow())
        self.commands = [desk.command(TELL, self.toggle, self.may_choose)]

    @property
    def is_on(self) -> bool:
        """Whether this PC tells them."""
        return self.choice.value == ON

    async def toggle(self) -> None:
        """Switch it on or off."""
        self.choose(on=not self.is_on)

    def choose(self, *, on: bool) -> None:
        """Switch it, and say what that means."""
        self.choice.choose(ON if on else OFF)
        if self.is_on:
            words = tr(
                "On: if a patient is still waiting ten minutes past the start, a task is added "
                "to the list named after the provider."
            )
        else:
            words = tr("Off: this PC doesn't tell providers about waiting patients.")
        self._desk.notices.say(words)

    def begin(self) -> None:
        """The office's tasks are read: watch, if it is on."""
        self._begun = True
        self._follow()

    def close(self) -> None:
        """The desk was closed."""
        self._begun = False
        self._follow()

    def may_choose(self) -> Verdict:
        """Whether the person may switch it: the office's administrator may have decided."""
        return Verdict(ok=False, reason=SET_BY_OFFICE) if self.choice.fixed else YES

    def _follow(self) -> None:
        wanted = self._begun and self.is_on
        if wanted and self.alerts is None:
            self._desk.parts.scope.start(self._start(), "alerts of waits")
        elif not wanted and self.alerts is not None:
            for end in self._unwatch:
                end()
            self.alerts.close()
            self.alerts = None

    async def _start(self) -> None:
        (make,) = await self._desk.parts.load(ALERTS)
        if self.alerts is None and self._begun and self.is_on:
            parts = self._desk.parts
            delay = zlib.crc32(parts.audit.workstation.encode()) % MOST_DELAY
            self.alerts = make(self._desk, float(delay))
            self._unwatch = (parts.journal.watch(self.alerts.take), parts.staff.watch(self.alerts.look))
