"""A whole desk on a running Qt loop: real client, store, viewmodels and widgets, on any transport."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.api.keys import Credentials
from app.api.modes import OfficeAddress
from app.api.transport import Transport
from app.bootstrap.hub.door import HubDoor
from app.bootstrap.loop import qt_loop
from app.bootstrap.session import OfficeConnection
from app.bootstrap.workspace import Workspace
from app.core.clock import Clock
from app.domain.schedule.visit import Visit
from app.store.office import Office
from app.viewmodels.staff.schedule.state import Ready
from app.views.staff.frame.window import MainWindow
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


def is_complete(workspace: Workspace) -> bool:
    """Whether the schedule has loaded completely."""
    state = workspace.schedule.model.schedule.state
    return isinstance(state, Ready) and not state.grid.still_coming


@contextlib.asynccontextmanager
async def open_desk(
    folder: Path,
    address: OfficeAddress,
    keys: Credentials,
    make_transport: Callable[[], Transport],
    clock: Clock,
    on_office: Callable[[Office], object] | None = None,
    hub: HubDoor | None = None,
) -> AsyncIterator[Workspace]:
    """Open a desk as the program does, with its window shown.

    `on_office` is called with the office before its first answer. `hub`: the way to the office's hub.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(app, ThemeChoice.LIGHT)
    window = MainWindow()
    window.dress(theme)
    window.resize(*SIZE)
    window.show()
    store = folder / "journal.db"
    connection = OfficeConnection(address, keys, make_transport, SEAL_KEY, store, "Bench", hub=hub)
    workspace = Workspace(window, theme, connection, clock)
    try:
        office = (await workspace.session.begin()).office
        if on_office is not None:
            on_office(office)
        await workspace.paint_today()
        await workspace.open()
        await workspace.settle_in()
        yield workspace
    finally:
        await workspace.session.close()
        window.close()
        window.deleteLater()
        await asyncio.sleep(0)


def visits_of(desk: Workspace) -> list[Visit]:
    """What the painted schedule shows, notes too."""
    grid = desk.schedule.model.schedule.grid
    assert grid is not None
    return [slot.visit for slot in grid.visits]


async def until(holds: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
    """Wait until a condition holds, polling every few milliseconds. Raises TimeoutError after `seconds`."""
    async with asyncio.timeout(seconds):
        while not holds():  # any task may make it true
            await asyncio.sleep(0.002)
