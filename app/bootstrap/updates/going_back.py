"""A version that failed to start twice: has the version before installed again, and ends."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Protocol

from app.core.version import VERSION
from app.services.updates.protected import InstallState
from app.services.updates.requests import Wish

log = logging.getLogger(__name__)


class Asks(Protocol):
    """A Machine."""

    def state(self) -> InstallState:
        """What was installed."""
        ...

    def ask(self, wish: Wish, version: str, *, restart: bool) -> bool:
        """Have the system do it."""
        ...


def go_back(data: Path, machine: Asks | None = None, version: str = VERSION, *, restart: bool = True) -> bool:
    """Ask for the version before; False if there is none, or it can't be asked for: then this start goes on.

    `restart`: start the program again afterwards.
    """
    from app.bootstrap.updates.machine import Machine

    machine = machine or Machine(data / "updates")
    state = machine.state()
    if state.on_trial != version or state.previous is None:
        return False
    try:
        asked = machine.ask(Wish.GO_BACK, version, restart=restart)
    except OSError:
        return False
    log.warning("two starts of %s have failed: going back to %s", version, state.previous.version)
    return asked
