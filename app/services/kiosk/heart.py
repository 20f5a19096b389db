"""The kiosk's heartbeat: tells the hub what the kiosk shows, and carries out what staff ordered.

The hub's answer also has the office's time, which is the only one a kiosk shows, and says whether check-in works now.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from app.api.errors import TimedOut
from app.core.office_clock import OfficeClock
from app.services.kiosk.line import NO_ANSWER, Line, NoAnswer
from app.wire.hub.actions import Nothing
from app.wire.hub.kiosk import (
    HEARTBEAT,
    SETUP,
    Heartbeat,
    HeartbeatAnswer,
    KioskSetup,
    Order,
    OrderKind,
    Step,
)

BEAT_SECONDS = 3.0
ANSWER_SECONDS = 6.0
"""A hub that takes longer is as good as gone: a patient waits in front of the screen."""
FAILURES_UNTIL_OFFLINE = 2
"""One lost beat may be one lost packet, and a patient may be in the middle of a page."""

log = logging.getLogger(__name__)


class Screen(Protocol):
    """What the heartbeat knows of the pages."""

    @property
    def step(self) -> Step:
        """The page that is shown."""
        ...

    def reset(self) -> None:
        """Back to the welcome page; everything typed is wiped."""
        ...

    def show_message(self, text: str) -> None:
        """A message of staff on the welcome page; empty: none."""
        ...

    def apply_setup(self, setup: KioskSetup) -> None:
        """The office changed how its kiosks are set up."""
        ...

    def set_online(self, online: bool) -> None:  # noqa: FBT001 # the viewmodel's signature
        """Whether patients can check in now."""
        ...


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the program adds to a heartbeat, and does for it."""

    program: str
    """The program's version."""
    trouble: Callable[[], str]
    """What is wrong at the kiosk, for staff."""
    restart: Callable[[], None]
    """Staff ordered a restart, and the hub knows that it is carried out."""
    new_setup: Callable[[KioskSetup], Awaitable[None]]
    """Another setup is shown: keep it, and read the exit PIN again."""


class Heart:
    """`live` as a task. `failure` is why the hub can't be reached, or None."""

    def __init__(
        self, line: Line, screen: Screen, clock: OfficeClock, around: Circumstances, setup_version: int = 0
    ) -> None:
        """`setup_version` of the setup that is shown; 0: none yet."""
        self._line = line
        self._screen = screen
        self._clock = clock
        self._around = around
        self._setup_version = setup_version
        self._setup_open: bool | None = None
        """Whether check-in worked when the setup was read; None: it was not read yet."""
        self._awake = asyncio.Event()
        self._done: tuple[int, ...] = ()
        self._failures = 0
        self._told: bool | None = None
        self._step: Step | None = None
        self.failure: NoAnswer | None = None
        self.closed_because = ""
        """Why check-in does not work although the hub answers; empty: it works."""
        self.on_change: Callable[[], None] = lambda: None
        """Called when the connection was lost or is back, and when check-in is closed or opened."""

    def page_changed(self) -> None:
        """Tell the hub at once, if it doesn't know this page yet."""
        if self._screen.step is not self._step:
            self._awake.set()

    async def live(self) -> None:
        """Beat until the task is canceled."""
        while True:
            self._awake.clear()
            with suppress(*NO_ANSWER):
                await self.beat()
            try:
                async with asyncio.timeout(BEAT_SECONDS):
                    await self._awake.wait()
            except TimeoutError:
                continue

    async def beat(self) -> None:
        """One heartbeat, and everything that its answer asks for. Raises NO_ANSWER."""
        before = self.closed_because
        try:
            answer = await self._send()
            if answer.setup_version != self._setup_version or answer.open is not self._setup_open:
                await self._read_setup()  # it tells, too, why check-in doesn't work, and that it does again
        except NO_ANSWER as error:
            self._failed(error)
            raise
        self._failures = 0
        changed = self.failure is not None or self.closed_because != before
        self.failure = None
        self._tell(online=answer.open)
        if changed:
            self.on_change()
        await self._carry_out(answer.orders)

    async def _send(self) -> HeartbeatAnswer:
        done, self._step = self._done, self._screen.step
        beat = Heartbeat(
            step=self._step,
            setup_version=self._setup_version,
            done=done,
            program=self._around.program,
            trouble=self._around.trouble(),
        )
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                answer = await self._line.call(HEARTBEAT, beat)
        except TimeoutError:
            raise TimedOut(HEARTBEAT.path) from None
        self._done = tuple(each for each in self._done if each not in done)
        self._clock.update(answer.time)
        return answer

    async def _read_setup(self) -> None:
        setup = await self._line.call(SETUP, Nothing())
        self._setup_version, self._setup_open = setup.version, setup.open
        self.closed_because = "" if setup.open else setup.reason
        self._screen.apply_setup(setup)
        await self._around.new_setup(setup)

    async def _carry_out(self, orders: tuple[Order, ...]) -> None:
        """Do what was ordered, and acknowledge it at once, so that the desk sees it done."""
        if not orders:
            return
        for order in orders:
            match order.kind:
                case OrderKind.RESET:
                    self._screen.reset()
                case OrderKind.MESSAGE:
                    self._screen.show_message(order.text)
                case OrderKind.RESTART:
                    log.info("staff ordered a restart")
        self._done = (*self._done, *(each.order_num for each in orders))
        await self._send()  # before a restart, or it would be ordered again
        if any(each.kind is OrderKind.RESTART for each in orders):
            self._around.restart()

    def _failed(self, error: NoAnswer) -> None:
        self._failures += 1
        first = self.failure is None or type(self.failure) is not type(error)
        self.failure = error
        if first:
            log.info("the hub can't be reached: %s", error)
        if self._failures >= FAILURES_UNTIL_OFFLINE or self._told is None:
            self._tell(online=False)
        if first:
            self.on_change()

    def _tell(self, *, online: bool) -> None:
        if online is not self._told:
            self._told = online
            self._screen.set_online(online)
