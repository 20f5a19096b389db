"""Opens the selected patient in Open Dental's own windows on this PC."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.bootstrap.doors.installed import (
    NAME,
    Registry,
    arguments_for,
    find_open_dental,
    start,
    this_registry,
)
from app.viewmodels.activity import NoticeAction
from app.viewmodels.choices import SET_BY_OFFICE
from app.viewmodels.translation import tr
from app.views.widgets.file_dialog import ask_program

if TYPE_CHECKING:
    from app.bootstrap.preferences import Preferences
    from app.viewmodels.staff.desk import DeskViewModel
    from app.views.staff.frame.window import MainWindow

MODULE_OF: Mapping[str, str] = MappingProxyType(
    {
        "schedule": "Appt",
        "patient": "Family",
        "overview": "Family",
        "chart": "Chart",
        "documents": "Images",
        "forms": "Images",
        "ledger": "Account",
    }
)
"""The module of Open Dental that shows what a screen or a tab here does."""
ECHO_SECONDS = 120.0
"""Open Dental reports the patient it was asked to show within this time, also when it has to be started first."""


class OpenDentalOpener:
    """Starts Open Dental, or says why it can't."""

    def __init__(
        self, window: MainWindow, preferences: Preferences, registry: Registry | None = None
    ) -> None:
        """`registry` None: this PC's."""
        self._window = window
        self._preferences = preferences
        self._registry = registry or this_registry()

    async def open(self, desk: DeskViewModel) -> None:
        """Show the selected patient there, in the module that fits the screen."""
        current = desk.patient.current
        if current is None:
            return
        chosen = self._preferences.settings.open_dental
        path = await asyncio.to_thread(find_open_dental, chosen, self._registry)
        if path is None:
            self._say_missing(desk)
            return
        desk.patient.expect_echo(current.pat_num, desk.parts.clock.monotonic() + ECHO_SECONDS)
        if start(path, arguments_for(current.pat_num, module_of(desk))):
            desk.notices.say(tr("Opening {name} in Open Dental.", name=_name(desk, current.pat_num)))
        else:
            desk.notices.say(
                tr("Open Dental couldn't be started."), kind="warning", actions=(self._choice(desk),)
            )

    def choose(self, desk: DeskViewModel, then: Callable[[], None] = lambda: None) -> None:
        """Let the user choose Open Dental's program file, and keep the choice."""
        if "open_dental" in self._preferences.fixed:
            desk.notices.say(tr(SET_BY_OFFICE))
            return

        def keep(path: Path) -> None:
            self._preferences.change(open_dental=str(path))
            then()

        title = tr("Where Open Dental is installed")
        ask_program(self._window, title, NAME, self._preferences.settings.open_dental, keep)

    def _say_missing(self, desk: DeskViewModel) -> None:
        if sys.platform == "win32":
            words = tr("Open Dental wasn't found on this PC. Choose its program file, {name}.", name=NAME)
        else:
            words = tr("Open Dental runs on Windows, and wasn't found on this PC.")
        desk.notices.say(words, kind="warning", actions=(self._choice(desk),))

    def _choice(self, desk: DeskViewModel) -> NoticeAction:
        def again() -> None:
            desk.parts.scope.start(self.open(desk), "Open Dental")

        return NoticeAction(tr("Choose file"), lambda: self.choose(desk, again))


def module_of(desk: DeskViewModel) -> str:
    """The module of Open Dental for what is shown; empty: any."""
    shown = getattr(desk.screens.shown, "current", "")
    return MODULE_OF.get(shown, "") or MODULE_OF.get(desk.screens.current, "")


def _name(desk: DeskViewModel, pat_num: int) -> str:
    person = desk.parts.office.person(pat_num)
    return person.display if person is not None else tr("the patient")
