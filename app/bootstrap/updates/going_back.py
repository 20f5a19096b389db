"""A version that failed to start twice: has the version before installed again, and ends."""

from __future__ import annotations

import logging
from contextlib import suppress
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

    def ask(self, wish: Wish, version: str) -> str:
        """Have the system do it; the request's token, or an empty text."""
        ...

    def come_back(self, token: str) -> None:
        """Start the program again afterwards."""
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
        token = machine.ask(Wish.GO_BACK, version)
    except OSError:
        return False
    if token and restart:
        with suppress(OSError):  # forbidden by policy: then somebody starts it
            machine.come_back(token)
    log.warning("two starts of %s have failed: going back to %s", version, state.previous.version)
    return bool(token)
