"""The kiosk behind its first paint: pairing, the connection, heartbeats, locks, the staff exit, and the end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.api.keys import VaultClosed
from app.bootstrap import collector
from app.bootstrap.connecting.vault_access import VaultAccess
from app.bootstrap.kiosk.locks import Locks
from app.bootstrap.kiosk.pipe import SupervisorPipe
from app.bootstrap.kiosk.protocol import BEAT_SECONDS, CLOSED, RESTART, Start
from app.bootstrap.kiosk.screen import FirstPaint
from app.bootstrap.kiosk.staff import StaffDesk
from app.bootstrap.kiosk.worker import Worker
from app.bootstrap.loading import load
from app.bootstrap.system import reports
from app.core.clock import Clock, SystemClock
from app.core.logs import Redaction, start_log, stop_log
from app.core.office_clock import OfficeClock
from app.core.paths import ProgramFolders
from app.core.tasks import TaskScope
from app.core.text import msg
from app.services.kiosk.exit_pin import ExitPin
from app.services.kiosk.kept import Pairing
from app.services.people.secrets import Secrets, SecretsInMemory
from app.viewmodels.durations import duration
from app.viewmodels.kiosk.device.staff_page import Choice

if TYPE_CHECKING:  # loads when a PIN is typed
    from app.services.people.pins import Hashing

log = logging.getLogger(__name__)

CRASH_TOLD_SECONDS = 15 * 60.0
"""For this long the desks are told of a restart after a crash: nobody there could end it."""


class KioskProgram:
    """Lives from the first paint to the last."""

    def __init__(
        self,
        app: QApplication,
        first: FirstPaint,
        start: Start,
        pipe: SupervisorPipe,
        folders: ProgramFolders,
        clock: Clock | None = None,
    ) -> None:
        """`clock` None: the PC's own, which may be wrong by hours."""
        self.window, self.model, self.view = first.window, first.model, first.view
        self._first, self._start, self._pipe = first, start, pipe
        self.redaction = Redaction()
        self._log = start_log(folders.logs, self.redaction)
        self.scope = TaskScope("kiosk", self._report)
        self._own_clock = clock or SystemClock()
        self.clock = OfficeClock(self._own_clock)
        self.secrets: Secrets = SecretsInMemory() if start.training else VaultAccess(folders.data)
        first.secrets.become(self.secrets)
        self.kept = first.kept
        self.exit_pin = ExitPin(self.kept, self.secrets, LateHashing(), self.clock)
        self.worker = Worker(self)
        self._ended = asyncio.Event()
        self._started = self.clock.monotonic()
        self._code = CLOSED
        first.clock.become(self.clock)
        first.scope.become(self.scope)
        first.desk.become(self.worker.desk)
        self.staff = StaffDesk(self)
        self.locks = Locks(app, self.window, self.staff.open)

    async def live(self) -> int:
        """Run until the end; returns the exit code."""
        loop = asyncio.get_running_loop()
        try:
            self._beat_to_supervisor()
            self._pipe.watch(partial(call_in, loop, self.close))
            self.window.closing.connect(lambda: self.end(CLOSED))
            self.locks.begin()
            self.model.state_changed.connect(self.worker.page_changed)
            self.model.start()
            self.scope.start(self._open(), "opening")
            self.scope.start(self._watch_for_sleep(), "sleep and resume")
            collector.begin(self.window)
            await self._ended.wait()
        finally:
            await self._close()
        return self._code

    def end(self, code: int) -> None:
        """End the process; RESTART: it is started again. The first reason counts: the window closes with each."""
        if not self._ended.is_set():
            self._code = code
            self._ended.set()

    def close(self) -> None:
        """End, and stay closed."""
        self.end(CLOSED)

    def restart(self) -> None:
        """End, and be started again."""
        self.end(RESTART)

    @property
    def crashes(self) -> int:
        """How often the supervisor had to start it again."""
        return self._start.crashes

    async def go_to(self, pairing: Pairing, token: str) -> None:
        """Belong to this hub, and show the check-in pages."""
        self.redaction.hide(token)
        await self.worker.connect(pairing, token)
        self.show_pages()

    def show_pages(self) -> None:
        """The check-in pages."""
        self.window.show_page(self.view)
        self.worker.page_changed()

    def do(self, choice: str) -> None:
        """What staff chose."""
        self.model.reset()
        match choice:
            case Choice.RESTART:
                self.end(RESTART)
            case Choice.CLOSE:
                self.end(CLOSED)
            case Choice.PAIR:
                self.staff.open_pairing(can_leave=True, by_pin=True)
            case _:
                self.show_pages()

    def trouble(self) -> str:
        """What is wrong at this kiosk, for the desks, apart from the connection."""
        found = []
        if self._start.crashes and self.clock.monotonic() < self._started + CRASH_TOLD_SECONDS:
            number = self._start.crashes
            crashes = "a crash" if number == 1 else f"{number} crashes"  # words: the hub's
            found.append(f"Restarted after {crashes}.")  # words: the hub's
        if self.clock.differs:
            found.append(f"Its clock is off by {duration(self.clock.ahead)}.")  # words: the hub's
        if not self.worker.keeps:
            found.append("Its disk can't be written.")  # words: the hub's
        return " ".join(found)

    async def _open(self) -> None:
        if self._start.training:
            await self._belong_to_training(self._start.training)
        pairing = self.kept.pairing()
        if pairing is None:
            self.staff.open_pairing(can_leave=False)
            return
        await self.exit_pin.recall()
        try:
            token = await self.kept.token(pairing)
        except VaultClosed as error:
            log.warning("the vault is closed: %s", error)
            self.worker.missing = msg("This PC's vault, which has the kiosk's token, can't be opened.")
            self.model.set_online(False)
            return
        if token is None:  # a copied disk, or another account
            self.staff.open_pairing(can_leave=False)
            return
        await self.go_to(pairing, token)

    async def _watch_for_sleep(self) -> None:
        await load("app.bootstrap.system.resume")
        from app.bootstrap.system.resume import ResumeWatch

        await ResumeWatch(self._own_clock, self.worker.reconnect).run()

    async def _belong_to_training(self, training: Mapping[str, Any]) -> None:
        """Be the device that the parent has paired, also after a crash; unless staff have paired it again since."""
        paired = Pairing(**training["pairing"])
        await self.secrets.write(paired.entry, training["token"])
        if self.kept.pairing() is None:
            await self.kept.keep(paired, training["token"])

    def _beat_to_supervisor(self) -> None:
        timer = QTimer(self.window)
        timer.timeout.connect(self._pipe.beat)
        timer.start(int(BEAT_SECONDS * 1000))
        self._pipe.beat()

    async def _close(self) -> None:
        self.model.close()
        self.locks.end()
        self.window.end()
        await self.scope.close()
        await self.worker.close()
        stop_log(self._log)

    def _report(self, error: BaseException) -> None:
        log.error("a task of the kiosk failed", exc_info=error)
        reports.of_task(error)


def call_in(loop: asyncio.AbstractEventLoop, function: Callable[[], None]) -> None:
    """Call a function in the loop's thread, if the loop still runs."""
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(function)


class LateHashing:
    """Loads argon2 with the first PIN."""

    def __init__(self) -> None:
        self._hashing: Hashing | None = None

    def hash(self, pin: str) -> str:
        """As Hashing."""
        return self._there().hash(pin)

    def fits(self, hashed: str, pin: str) -> bool:
        """As Hashing."""
        return self._there().fits(hashed, pin)

    def _there(self) -> Hashing:
        if self._hashing is None:
            from app.services.people.hashing import Argon2Hashing

            self._hashing = Argon2Hashing()
        return self._hashing
