"""A new version at a check-in PC: kept once its window has answered for a while, gone back from if it keeps crashing.

The system does both. It signs the kiosk's account out, and restarts the PC afterwards.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.updates.starts import News, Starts

if TYPE_CHECKING:  # loads after an update
    from app.bootstrap.updates.machine import Machine

GOOD_SECONDS = 60.0
"""A start went well when the window still answers after this long."""

log = logging.getLogger(__name__)


class KioskTrial:
    """One for the supervisor. `make` gives what asks the system; None: this PC."""

    def __init__(
        self,
        data: Path,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        make: Callable[[Path], Machine] | None = None,
    ) -> None:
        self._data = data
        self._monotonic = monotonic
        self._make = make
        self._starts = Starts(data)
        self._began = monotonic()
        self._good = False

    def started(self, pid: int) -> None:
        """A process of the kiosk was started: the first, or one after a crash."""
        log.info("the kiosk runs as %d", pid)
        self._began = self._monotonic()
        if not self._starts.begin():
            return
        from app.bootstrap.updates.going_back import go_back

        go_back(self._data, self._machine(), restart=False)

    def beat(self) -> None:
        """Its window has answered."""
        if self._good or self._monotonic() - self._began < GOOD_SECONDS:
            return
        self._good = True
        self._starts.confirm()
        if self._starts.take_news() != News():
            # The heartbeat is not held up.
            threading.Thread(target=self._keep, name="update", daemon=True).start()

    def ended(self) -> None:
        """Staff closed it."""
        self._starts.ended()

    def _keep(self) -> None:
        from app.bootstrap.updates.machine import keep_version

        keep_version(self._machine())

    def _machine(self) -> Machine:
        from app.bootstrap.updates.machine import Machine

        return (self._make or Machine)(self._data / "updates")
