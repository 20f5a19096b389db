"""A pairing code for a new device, with its time left."""

from __future__ import annotations

import asyncio

from msgspec import Struct

from app.api.hub.desk import HubDesk
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.core.text import msg
from app.viewmodels.staff.hub.work import HubWork
from app.viewmodels.translation import tr
from app.wire.hub.actions import Kind
from app.wire.hub.devices import CODE_SECONDS, CODE_TRIES, NEW_CODE, NewCode, used_up
from app.wire.hub.stream import StreamLine

USED_UP = msg(
    "A wrong code was entered {tries} times, so this code no longer works. Get a new one. If nobody mistyped it on the "
    "new PC, tell your IT support: somebody else on your network tries codes.",
    tries=CODE_TRIES,
)
_NO_NAME = msg("Enter a name for the new device first, such as Front desk 2.")


class Code(Struct, frozen=True):
    """A code that may be typed now. `seconds`: how long still."""

    letters: str
    seconds: int

    @property
    def left(self) -> str:
        """The time left: "4:37"."""
        return f"{self.seconds // 60}:{self.seconds % 60:02d}"


class PairingCodes:
    """One code at a time is shown; it stays good when the page is left, and is not shown again."""

    def __init__(self, hub: HubDesk, clock: Clock, scope: TaskScope, work: HubWork) -> None:
        self._hub = hub
        self._clock = clock
        self._scope = scope
        self._work = work
        self._counting: asyncio.Task[None] | None = None
        self._number = 0
        self.shown: Code | None = None
        self.close = hub.stream.watch(self._hear)
        self.used = 0
        """How many codes paired a device, as far as this desk saw."""

    def ask(self, kind: Kind, name: str) -> None:
        """Show a code for a new device."""
        if name.strip():
            self._work.change(self._ask(kind, name.strip()))
        else:
            self._work.say(tr(_NO_NAME))

    def forget(self) -> None:
        """Show it no longer."""
        if self._counting is not None:
            self._counting.cancel()
        self._counting = self.shown = None

    def spend(self) -> None:
        """The code that was shown has paired a device."""
        if self.shown is not None:
            self.used += 1
        self.forget()

    async def _ask(self, kind: Kind, name: str) -> None:
        given = await self._hub.link.call(NEW_CODE, NewCode(kind=kind, name=name))
        self.forget()
        self._number, until = given.code_num, self._clock.monotonic() + CODE_SECONDS
        letters = f"{given.code[:4]} {given.code[4:]}"
        self.shown = Code(letters, CODE_SECONDS)
        self._counting = self._scope.start(self._count_down(letters, until), "pairing code")

    def _hear(self, line: StreamLine) -> None:
        if self.shown is not None and line == used_up(self._number):
            self.forget()
            self._work.say(tr(USED_UP))

    async def _count_down(self, letters: str, until: float) -> None:
        while (left := round(until - self._clock.monotonic())) > 0:
            self.shown = Code(letters, left)
            self._work.changed.emit()
            await self._clock.sleep(1.0)
        self.shown = None
        self._work.say(tr("The pairing code has expired. Get a new one."))


def code_help() -> str:
    """How a code is used."""
    return tr(
        "Type it on the new PC: Connect to your office, Office hub. It works once, and stops working after {tries} "
        "wrong tries.",
        tries=CODE_TRIES,
    )
