"""What the program does on this PC to have an update installed: leave a request, start the task, come back later."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from app.bootstrap.updates import task
from app.bootstrap.updates.system_side import protected_place
from app.core.version import VERSION
from app.services.updates.protected import InstallState
from app.services.updates.requests import Wish, ask


class Machine:
    """This PC. Tests have another one."""

    def __init__(self, updates: Path) -> None:
        """`updates`: this user's folder of downloads."""
        self._updates = updates
        self._program = Path(sys.executable)

    def state(self) -> InstallState:
        """What the installing process has written down."""
        return protected_place().read()

    def ask(self, wish: Wish, version: str, *, elevate: bool = False, restart: bool = True) -> bool:
        """Have the system do it; False if this account may not. Blocks. Raises OSError.

        `elevate`: else ask Windows for an administrator. `restart`: start the program again afterwards.
        """
        protected = protected_place()
        request = ask(self._updates, wish, version)
        started = task.start() or (elevate and task.start_elevated(self._program, protected.script))
        if started and restart:
            task.restart_later(self._program, protected.folder / f"done-{request.token}")
        return started


def keep_version(machine: Machine) -> InstallState:
    """Have the system keep the running version, if it is on trial; returns what was installed. Blocks."""
    state = machine.state()
    if state.on_trial == VERSION:
        with suppress(OSError):
            machine.ask(Wish.CONFIRM, VERSION, restart=False)
    return state
