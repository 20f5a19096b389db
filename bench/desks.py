"""A whole desk on a running Qt loop: real client, store, viewmodels and widgets, on any transport."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.api.keys import Keys
from app.api.modes import OfficeAddress
from app.api.transport import Transport
from app.bootstrap.first_schedule import show_first_schedule
from app.bootstrap.loop import qt_loop
from app.bootstrap.session import Session, Way
from app.core.clock import Clock
from app.store.office import Office
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.state import Ready
from app.views.staff.frame.shell import Shell
from app.views.staff.schedule.screen import ScheduleScreen
from app.views.theme.theme import Theme, ThemeChoice

PATIENCE_SECONDS = 60.0
SEAL_KEY = bytes(32)
SIZE = (1366, 768)


def new_loop() -> AbstractContextManager[asyncio.AbstractEventLoop]:
    """An asyncio loop on the one QApplication."""
    app = QApplication.instance() or QApplication(["front-desk-bench"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    return qt_loop(app)


class Desk:
    """An open desk with its window."""

    def __init__(self, session: Session, shell: Shell, screen: ScheduleScreen) -> None:
        self.session = session
        self.shell = shell
        self.screen = screen

    @property
    def viewmodel(self) -> DeskViewModel:
        """What the window shows."""
        return self.screen.desk

    @property
    def complete(self) -> bool:
        """Whether the shown schedule waits for nothing more."""
        state = self.viewmodel.schedule.state
        return isinstance(state, Ready) and not state.grid.still_coming


@contextlib.asynccontextmanager
async def open_desk(
    folder: Path,
    address: OfficeAddress,
    keys: Keys,
    make_transport: Callable[[], Transport],
    clock: Clock,
    on_office: Callable[[Office], object] | None = None,
) -> AsyncIterator[Desk]:
    """Open a desk as the program does, with its window shown. `on_office` gets the office before its first answer."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(app, ThemeChoice.LIGHT)
    shell = Shell()
    shell.dress(theme)
    shell.resize(*SIZE)
    shell.show()
    way = Way(address, keys, make_transport, SEAL_KEY, folder / "journal.db", "Bench")
    session = Session(way, clock)
    try:
        office = (await session.begin()).office
        if on_office is not None:
            on_office(office)
        canvas = await show_first_schedule(session, shell)
        screen = ScheduleScreen(await session.open(), theme, canvas)
        shell.show_screen(screen)
        await session.settle_in()
        yield Desk(session, shell, screen)
    finally:
        await session.close()
        shell.close()
        shell.deleteLater()
        await asyncio.sleep(0)


async def until(holds: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
    """Wait until something is so, looking every few milliseconds. TimeoutError after `seconds`."""
    async with asyncio.timeout(seconds):
        while not holds():  # anything may make it so
            await asyncio.sleep(0.002)
