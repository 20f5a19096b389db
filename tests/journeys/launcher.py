"""Starts the whole program and fills in the connection page, as a user does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.api.keys import Keys
from app.bootstrap.program import Program
from app.core.clock import ShiftedClock
from app.core.outside import OutsideRequest
from app.core.paths import ProgramFolders
from app.core.settings import SettingsFile
from app.viewmodels.staff.schedule.state import Ready
from app.views.staff.frame.window import MainWindow
from app.views.theme.theme import Theme
from tests.journeys.practices import TEN_TWENTY, Served
from tests.support.qt_loop import until

ROOT = Path(__file__).parents[2]
TRAINING, SERVICE, HUB, LOCAL, REMOTE = range(5)


class Launcher:
    """Starts the program as bootstrap does, repeatedly in the same folders."""

    def __init__(self, theme: Theme, home: ProgramFolders) -> None:
        self._theme = theme
        self._home = home
        self._open: list[tuple[Program, MainWindow]] = []

    async def __call__(
        self, *, training: bool = False, request: OutsideRequest | None = None, wait: bool = True
    ) -> Program:
        """Start it with the existing settings, to show something. `wait`: until an office or a page is shown."""
        loaded = SettingsFile(self._home.config / "settings.json").load()
        window = MainWindow()
        window.show()
        window.activateWindow()
        clock = ShiftedClock.starting_at(TEN_TWENTY)
        office = Program(window, self._theme, loaded, self._home, training=training, clock=clock)
        self._open.append((office, window))
        if request is not None:
            office.entrance.ask(request)
        opening = office._scope.start(office.open(), "opening")
        if wait:
            await opening
        return office

    async def close(self) -> None:
        """Stop what is still running."""
        for office, window in self._open:
            await office.close()
            window.close()
            window.deleteLater()
            if office.workspace is not None:
                office.workspace.desk.deleteLater()
        self._open = []


def fill(office: Program, server: str, keys: Keys) -> None:
    """Type into the page's fields."""
    fields = {each.accessibleName(): each for each in office.page.findChildren(QLineEdit)}
    for name, text in (
        ("Server", server),
        ("Developer key", keys.developer),
        ("Customer key", keys.customer),
    ):
        fields[name].clear()
        QTest.keyClicks(fields[name], text)


async def message_shown(office: Program, words: str) -> None:
    """Wait for the page's result."""
    try:
        await until(lambda: office.page is not None and words in office.page.sentence)
    except TimeoutError:
        pytest.fail(f"the page says: {office.page.sentence if office.page else 'there is no page'}")


async def schedule_shown(office: Program) -> None:
    """Wait for the schedule, and until no request is in flight."""

    def filled() -> bool:
        if office.page is not None:
            return False
        state = office.screen.model.schedule.state if office.screen else None
        return isinstance(state, Ready) and len(state.grid.visits) > 50

    await until(filled)


def server_of(served: Served) -> str:
    """The server as a user types it."""
    return f"127.0.0.1:{served.socket.port}"
