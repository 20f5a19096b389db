"""The staff in a session: opened once, before anything of a patient is read where people sign in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.bootstrap.loading import load
from app.core.tasks import TaskScope

if TYPE_CHECKING:  # these load while the window is already painted
    from app.api.hub.desk import HubDesk
    from app.bootstrap.session import OfficeConnection
    from app.core.clock import Clock
    from app.lifecycle import Lifecycle
    from app.sealed.store import LocalStore
    from app.services.audit.audit import Audit
    from app.services.people.staff import Staff


class SessionStaff:
    """The staff in a session, and the tasks of signing in."""

    def __init__(
        self, connection: OfficeConnection, clock: Clock, report: Callable[[BaseException], None]
    ) -> None:
        self.clock = clock
        self._connection = connection
        self._report = report
        self._staff: Staff | None = None
        self._opening = asyncio.Lock()
        self.scope: TaskScope
        """There once it is open."""

    @property
    def is_training(self) -> bool:
        """Whether the people are made up, and the first one is signed in by itself."""
        from app.api.modes import Mode

        hub = self._connection.hub
        return self._connection.address.mode is Mode.TRAINING if hub is None else hub.made_up

    @property
    def sign_in(self) -> bool:
        """Whether people can sign in at this office: this PC can keep their PINs, or the office's hub does."""
        return self._connection.secrets is not None or self._connection.hub is not None

    @property
    def nobody(self) -> bool:
        """Whether it is certain that nobody has to sign in before the schedule is shown."""
        if self._connection.hub is not None:  # somebody may have been set up at another desk
            return False
        return not self.sign_in or self.is_training or self._connection.signs_in is False

    async def open(self, life: Lifecycle, store: LocalStore, audit: Audit, hub: HubDesk | None) -> Staff:
        """Load them once: from the hub in mode Hub, else this PC's own."""
        async with self._opening:
            if self._staff is None:

                async def start() -> TaskScope:
                    return TaskScope("signing in", self._report)  # words: a name

                self.scope = await life.step("signing in", start, lambda scope: scope.close())
                await load("app.bootstrap.people.staff")
                from app.bootstrap.people.staff import open_hub_staff, open_staff

                own = self._connection
                self._staff = (
                    await open_staff(own, store, self.clock, audit)
                    if hub is None
                    else await open_hub_staff(hub, own, store, self.clock, audit, self.scope)
                )
        return self._staff
