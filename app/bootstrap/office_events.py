"""An office's events in a session: received, processed, and unsubscribed."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.bootstrap.loading import load
from app.core.clock import Clock
from app.lifecycle import Lifecycle

if TYPE_CHECKING:  # these load while the window is already painted
    from app.api.events import EventListener
    from app.api.keys import Credentials
    from app.api.modes import OfficeAddress
    from app.store.notifications import EventSource
    from app.viewmodels.staff.desk import DeskViewModel


class OfficeEvents:
    """`listener` receives them; None if the office can't reach this PC, outside of its own network."""

    def __init__(self, life: Lifecycle, address: OfficeAddress, keys: Credentials, clock: Clock) -> None:
        from app.api.events import EventListener
        from app.api.modes import Mode

        self._life = life
        self._clock = clock
        near = address.mode in (Mode.LOCAL, Mode.SERVICE)
        self.listener: EventListener | None = EventListener(keys.secret, clock) if near else None
        self.move: Callable[[], object] = lambda: None
        """Listen at this PC's address of now."""

    async def start(self, desk: DeskViewModel, who: str) -> None:
        """Follow the selection in Open Dental, and open the port for events."""
        if self.listener is None:
            return
        await self.follow_open_dental(self.listener, desk)
        await load("app.bootstrap.listener")
        from app.bootstrap.listener import EventServer

        scope = desk.parts.scope
        server = EventServer(self.listener, desk.parts.client, scope, self._clock, user=who)
        self.move = lambda: scope.start(server.move(), "events")
        await self._life.step("events", server.start, lambda _: server.stop())

    async def follow_open_dental(self, events: EventSource, desk: DeskViewModel) -> None:
        """Follow the selection in this PC's Open Dental."""
        from app.viewmodels.staff.open_dental import OpenDentalFollower

        parts = desk.parts
        follower = OpenDentalFollower(
            parts.office, desk.patient, socket.gethostname(), parts.scope, parts.clock
        )

        async def follow() -> Callable[[], None]:
            return events.watch(follower.on_event)

        async def forget(unwatch: Callable[[], None]) -> None:
            unwatch()

        await self._life.step("Open Dental's selection", follow, forget)
