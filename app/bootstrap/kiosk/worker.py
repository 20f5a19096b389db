"""The kiosk's work with its hub: one connection, heartbeats, and how it is with both."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from app.api.errors import Unreachable
from app.api.hub.trouble import HubTrouble, diagnose, sentence, trouble_of
from app.bootstrap.kiosk.connection import HubConnection
from app.bootstrap.kiosk.desk import PatientLine
from app.core.tasks import LatestTask
from app.core.text import NO_TEXT
from app.core.version import VERSION
from app.services.kiosk.heart import BEAT_SECONDS, Circumstances, Heart
from app.services.kiosk.kept import Pairing
from app.services.kiosk.line import NoAnswer
from app.viewmodels.kiosk.desk import HubDesk
from app.wire.hub.actions import HubAction, Message, Reply
from app.wire.hub.kiosk import KioskSetup, Step

if TYPE_CHECKING:  # it makes this
    from app.bootstrap.kiosk.program import KioskProgram

A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)

log = logging.getLogger(__name__)


class Worker:
    """A Line to the current hub, and the Screen of its heartbeat."""

    def __init__(self, program: KioskProgram) -> None:
        self._program = program
        self._connection: HubConnection | None = None
        self._beating = LatestTask(program.scope)
        self._following = LatestTask(program.scope)
        self.heart: Heart | None = None
        self.keeps = True
        """Whether this PC's disk could be written the last time."""
        self.missing = NO_TEXT
        """Why there is no connection at all, in words for IT."""
        self.words = NO_TEXT
        """Why the hub can't be reached, in words for IT; empty: it can."""
        self.desk = HubDesk(PatientLine(self))

    @property
    def pairing(self) -> Pairing | None:
        """The hub it is connected to, at its current address."""
        return self._connection.pairing if self._connection is not None else None

    @property
    def failure(self) -> NoAnswer | None:
        """Why the hub can't be reached; None: it can, or was not tried."""
        return self.heart.failure if self.heart is not None else None

    @property
    def closed_because(self) -> str:
        """Why nobody can check in although the hub answers; empty: patients can."""
        return self.heart.closed_because if self.heart is not None else ""

    @property
    def is_revoked(self) -> bool:
        """Whether the hub knows this kiosk no more."""
        return self.failure is not None and trouble_of(self.failure) is HubTrouble.REVOKED

    async def call(self, action: HubAction[A, R], message: A) -> R:
        """As Line."""
        if self._connection is None:
            raise Unreachable(action.path)
        return await self._connection.call(action, message)

    async def connect(self, pairing: Pairing, token: str) -> None:
        """Work with this hub from now on."""
        await self.close()
        self.missing = NO_TEXT
        self._connection = HubConnection(pairing, token)
        self._program.exit_pin.connect(self)
        around = Circumstances(VERSION, self._program.trouble, self._program.restart, self._new_setup)
        self.heart = Heart(self, self, self._program.clock, around)
        self.heart.on_change = self._changed
        self._beating.start(self.heart.live(), "heartbeat")

    def reconnect(self) -> None:
        """This PC is back, from sleep or on its network: beat now, over new connections."""
        if self._connection is not None and self.heart is not None:
            self._connection.reconnect()
            self._beating.start(self.heart.live(), "heartbeat")

    async def close(self) -> None:
        """Stop beating, and close the connection."""
        self._beating.cancel()
        self._following.cancel()
        connection, self._connection, self.heart = self._connection, None, None
        if connection is not None:
            await connection.aclose()

    def page_changed(self) -> None:
        """Tell the hub at once."""
        if self.heart is not None:
            self.heart.page_changed()

    # --- as Screen -----------------------------------------------------------------------------------------

    @property
    def step(self) -> Step:
        """As Screen: the staff page hides the patient's."""
        return Step.STAFF if self._program.staff.is_open else self._program.model.step

    def reset(self) -> None:
        """As Screen."""
        self._program.model.reset()

    def show_message(self, text: str) -> None:
        """As Screen."""
        self._program.model.show_message(text)

    def apply_setup(self, setup: KioskSetup) -> None:
        """As Screen."""
        self._program.model.apply_setup(setup)

    def set_online(self, online: bool) -> None:  # noqa: FBT001 # as Screen
        """As Screen."""
        self._program.model.set_online(online)

    # --- after a heartbeat ---------------------------------------------------------------------------------

    async def _new_setup(self, setup: KioskSetup) -> None:
        self._keep(partial(self._program.kept.keep_setup, setup))
        await self._program.exit_pin.refresh()

    def _changed(self) -> None:
        """The connection was lost or is back."""
        if self.failure is None:
            self.words = NO_TEXT
            self._following.cancel()
            self._program.scope.start(self._program.exit_pin.try_to_refresh(), "exit PIN")
        else:
            self._following.start(self._follow(self.failure), "following the hub")
        self._program.staff.connection_changed()

    async def _follow(self, failure: NoAnswer) -> None:
        """Find out why the hub can't be reached, and search for it; what is found is kept for the next start."""
        connection = self._connection
        if connection is not None:
            at = connection.pairing
            trouble = await diagnose(failure, at.address, at.certificate, now=self._program.clock.now())
            self.words = sentence(trouble, urlsplit(at.address).hostname or at.address)
            self._program.staff.connection_changed()
        while connection is not None and connection is self._connection:
            await self._program.clock.sleep(BEAT_SECONDS)
            if await connection.follow():
                self._keep(partial(self._program.kept.keep_address, connection.pairing))
                self.page_changed()

    def _keep(self, write: Callable[[], None]) -> None:
        """Keep something for the next start. A disk that can't be written must not end the heartbeats."""
        try:
            write()
            self.keeps = True
        except OSError as error:
            self.keeps = False
            log.warning("nothing can be kept for the next start: %s", error.strerror)
