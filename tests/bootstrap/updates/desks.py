"""A running program with updates, for its tests."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.bootstrap.updates.running import ProgramUpdates
from app.core.tasks import TaskScope
from app.services.updates.protected import InstallState
from app.services.updates.requests import Wish
from app.services.updates.standing import Phase
from tests.support.manual_clock import ManualClock
from tests.support.updates.source import OURS, offered, put

TOKEN = "0123456789abcdef"


class Window(QWidget):
    """A window with a page."""

    has_page = True

    def __init__(self) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: False
        self.closes = 0

    def close(self) -> bool:
        """Counted."""
        self.closes += self.may_close()
        return True


class OwnMachine:
    """This PC, as a test wants it."""

    def __init__(self) -> None:
        self.may = True
        self.full = False
        self.installs_unasked = True
        self.known = InstallState()
        self.asked: list[tuple[Wish, str, bool]] = []
        self.back: list[str] = []
        self.answers: Callable[[], object] = lambda: None
        """What happens until the system or Windows' question for an administrator is answered."""

    def state(self) -> InstallState:
        """As Machine."""
        return self.known

    def ask(self, wish: Wish, version: str, *, elevate: bool = False) -> str:
        """As Machine."""
        if self.full:
            raise OSError
        self.asked.append((wish, version, elevate))
        self.answers()
        return TOKEN if self.may else ""

    def take_back(self) -> None:
        """As Machine."""
        self.asked.pop()

    def come_back(self, token: str) -> None:
        """As Machine."""
        self.back.append(token)


class Desk:
    """A running program with a share that offers updates."""

    def __init__(self, folder: Path, source: str, scope: TaskScope, window: Window) -> None:
        self.clock = ManualClock()
        self.window = window
        self.machine = OwnMachine()
        self.updates = ProgramUpdates(
            folder, source, window, lambda: None, scope, clock=self.clock, draw=lambda: 0.0
        )
        self.updates.make_machine = lambda _: self.machine


async def ready(tmp_path: Path, scope: TaskScope, window: Window) -> Desk:
    """A desk that has a version ready."""
    desk = Desk(tmp_path / "data", str(put(tmp_path / "share", offered(OURS))), scope, window)
    await desk.updates.look()
    assert desk.updates.standing.phase is Phase.READY
    return desk


def in_the_window(desk: Desk, done: Callable[[], object]) -> None:
    """What somebody does until the system answers: in the GUI's thread, before the answer is there."""
    loop = asyncio.get_running_loop()
    desk.machine.answers = lambda: loop.call_soon_threadsafe(done)
