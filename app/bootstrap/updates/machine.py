"""What the program does on this PC to have an update installed: leave a request, start the task, come back later."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from app.bootstrap.updates import task
from app.bootstrap.updates.system_side import protected_place
from app.core.version import VERSION
from app.services.updates.protected import DONE, InstallState
from app.services.updates.requests import Wish, ask, withdraw


class Machine:
    """This PC. Tests have another one."""

    def __init__(self, updates: Path) -> None:
        """`updates`: this user's folder of downloads."""
        self._updates = updates
        self._program = Path(sys.executable)

    def state(self) -> InstallState:
        """What the installing process has written down."""
        return protected_place().read()

    @property
    def installs_unasked(self) -> bool:
        """Whether the system does it for whoever is signed in, without an administrator. Blocks."""
        return task.exists()

    def ask(self, wish: Wish, version: str, *, elevate: bool = False) -> str:
        """Have the system do it; returns the request's token, or an empty text if this account may not.

        It waits until the program has ended. Blocks, with `elevate` until somebody has answered Windows' question for
        an administrator. Raises OSError.
        """
        request = ask(self._updates, wish, version)
        started = task.start() or (elevate and task.start_elevated(self._program, protected_place().script))
        if not started:
            self.take_back()  # else the task would follow it when the PC is started
        return request.token if started else ""

    def take_back(self) -> None:
        """The program goes on: nothing is to be done any more, unless it was begun."""
        withdraw(self._updates)

    def come_back(self, token: str) -> None:
        """Start the program again once this request is answered."""
        task.restart_later(self._program, protected_place().folder / f"{DONE}{token}")


def keep_version(machine: Machine) -> InstallState:
    """Have the system keep the running version, if it is on trial; returns what was installed. Blocks."""
    state = machine.state()
    if state.on_trial == VERSION:
        with suppress(OSError):
            machine.ask(Wish.CONFIRM, VERSION)
    return state
