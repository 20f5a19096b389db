"""What this desk shares with the office through its hub, kept up to date by the hub's stream."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from app.api.errors import ApiError
from app.api.hub.desk import HubDesk
from app.api.hub.link import HubRefused
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.sealed.documents import DocumentKeeper
from app.services.audit.keeper import AuditKeeper
from app.services.hub.delivery import AuditDelivery
from app.services.hub.documents import SharedDocuments
from app.services.hub.merges import shared_kinds
from app.services.hub.people import HubPeople
from app.services.hub.presence import DeskPresence
from app.services.people.people import Standing
from app.services.people.staff import Staff
from app.wire.hub.people import SIGN_OUT, SignOut
from app.wire.hub.stream import Changed, Connected, StreamLine, Topic

LAST_SECONDS = 2.0
"""The end of the program waits this long for the hub; what it doesn't take is on this PC's disk."""


class SharedOffice:
    """Follows the stream from the beginning; `close` ends that."""

    def __init__(
        self, hub: HubDesk, staff: Staff, documents: DocumentKeeper, clock: Clock, scope: TaskScope
    ) -> None:
        """`documents`: this PC's own, which keep a copy of the shared ones."""
        self.hub = hub
        self._staff = staff
        self._clock = clock
        self._scope = scope
        self.documents = SharedDocuments(
            documents, hub.link, shared_kinds(), hub.link.persons.of, clock, scope
        )
        self.presence = DeskPresence(hub.link, clock, scope)
        self.delivery: AuditDelivery | None = None
        """There once this PC's audit is open."""
        self.on_sign_in_needed: Callable[[], object] = lambda: None
        """Called once people sign in at this office, where nobody had to until now."""
        self._person = ""
        self._ends = (
            hub.stream.watch(self._follow),
            hub.stream.watch_standing(self._stands),
            staff.watch(self._entered),
        )

    def deliver(self, keeper: AuditKeeper, on_differs: Callable[[], object]) -> None:
        """Deliver this PC's audit from now on. `on_differs`: it is not the one that the hub has had from here."""
        self.delivery = AuditDelivery(keeper, self.hub.link, self._clock)
        self.delivery.on_differs = on_differs
        self.delivery.start(self._scope)

    def reread(self, name: str, read: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Read a document again after another desk has changed it."""

        def follow(changed: str) -> None:
            if changed == name:
                self._scope.start(read(), "shared document")

        self.documents.watch(follow)

    async def close(self) -> None:
        """Stop following; what was changed last is at the hub then, and tokens end, if it answers soon."""
        for end in self._ends:
            end()
        if self.delivery is not None:
            await self.delivery.close()
        if self.hub.stream.standing:
            with suppress(TimeoutError, ApiError, HubRefused):
                async with asyncio.timeout(LAST_SECONDS):
                    await self.documents.reconnected()
                    for token in self.hub.link.persons.clear():
                        await self.hub.link.call(SIGN_OUT, SignOut(token=token))

    def _entered(self) -> None:
        """Somebody has signed in: what the hub took from nobody, or not from the one before, it may take now."""
        before, self._person = self._person, self.hub.link.persons.current
        if self._person and self._person != before:
            self._scope.start(self.documents.reconnected(), "shared documents")  # words: a task

    def _stands(self, standing: bool) -> None:  # noqa: FBT001 # a callback of the stream
        if not standing:
            self.presence.away()

    def _follow(self, line: StreamLine) -> None:
        if isinstance(line, Connected):
            self._scope.start(self._reconnected(), "the hub is back")
            self.presence.again()
            if self.delivery is not None:
                self.delivery.soon()
        elif isinstance(line, Changed) and line.topic is Topic.PEOPLE:
            self._scope.start(self._look_who(), "people")
        elif isinstance(line, Changed) and line.topic is Topic.SHARED:
            self._scope.start(self.documents.again(line.key), "shared document")
        elif line == Changed(Topic.PRESENCE, str(self.presence.pat_num)):
            self.presence.again()

    async def _reconnected(self) -> None:
        await self._look_who()
        await self.documents.reconnected()

    async def _look_who(self) -> None:
        """People, roles, or who is signed in where, have changed: it counts here at once."""
        staff, people, before = self._staff, self._staff.people, self._staff.standing
        persons = self.hub.link.persons
        token = persons.current
        if await staff.load() is Standing.AWAY and before is Standing.READY:
            staff.standing = before  # it was known a moment ago, and is asked again when the hub is back
            return
        staff.changed()
        if before is Standing.NOBODY and staff.standing is Standing.READY and staff.signed_in is None:
            self.on_sign_in_needed()
        if isinstance(people, HubPeople) and not people.you and persons.current == token:
            staff.lock()  # the token is no good any more: the PIN gives another one
