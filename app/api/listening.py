"""Subscriptions to the office's events.

Each subscription has a note that identifies its owner, and an expiration that is extended while the program
runs: leftovers of a crash are found by the note at the next start, and expire if there is none.
"""

from __future__ import annotations

import contextlib
import ipaddress
from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from app.api import errors
from app.api.client import OpenDental
from app.api.modes import Mode, OfficeAddress
from app.api.need import Need
from app.core.clock import Clock
from app.wire.resources.subscriptions import Subscription, Subscriptions, UiEventKind, WatchedTable
from app.wire.version import Version

POLLING_SECONDS = 3
"""The interval at which the office polls a table."""
LEASE = timedelta(minutes=30)
"""The lifetime of a subscription that is not renewed."""
RENEW_SECONDS = 600.0
NOTE = "Front Desk at {machine} ({user})"  # words: it stands in the office's own list
LONGEST_NOTE = 255

SCHEDULE_TABLES = (
    WatchedTable.APPOINTMENT,
    WatchedTable.APPOINTMENT_DELETED,
    WatchedTable.SCHEDULE,
    WatchedTable.PATIENT,
    WatchedTable.OPERATORY,
    WatchedTable.PROVIDER,
)
"""What the schedule shows, most needed first."""

EventKind = WatchedTable | UiEventKind

KINDS: tuple[EventKind, ...] = (*SCHEDULE_TABLES, UiEventKind.PATIENT_SELECTED)
"""What the program subscribes to: changed rows, and the patient selected in Open Dental on this PC."""


def note_of(machine: str, user: str) -> str:
    """The note that identifies one user's program on one PC."""
    return NOTE.format(machine=machine, user=user)[:LONGEST_NOTE]


def workstation_of(address: OfficeAddress, machine: str) -> str:
    """The workstation that sends events: the server whose API Service is used, else this PC.

    A server known only by its IP address has no name to subscribe with; then Open Dental on this PC sends
    them.
    """
    host = urlsplit(address.base_url).hostname or ""
    if address.mode is not Mode.SERVICE or host == "localhost" or _is_number(host):
        return machine
    return host.partition(".")[0].upper()


class EventSubscriptions:
    """This program's subscriptions at one office. Its methods raise the client's errors."""

    def __init__(
        self,
        client: OpenDental,
        endpoint: str,
        *,
        workstation: str,
        machine: str | None = "",
        note: str,
        kinds: Sequence[EventKind] = KINDS,
        clock: Clock,
    ) -> None:
        """`endpoint` is the listener's address without a trailing slash; the event type is appended.

        `workstation` sends changed rows. `machine` is the computer whose own Open Dental is followed; empty:
        the same; None: every computer's.
        """
        self._client = client.at(Need.REFRESH)
        self._endpoint = endpoint
        self._workstation = workstation
        self._machine = workstation if machine == "" else machine
        self._note = note
        self._kinds = kinds
        self._clock = clock
        self._ahead = timedelta(0)
        """How far the office's clock is ahead of this PC's."""
        self._held: dict[int, EventKind] = {}

    async def subscribe(self) -> int:
        """Remove leftovers of an earlier run, then subscribe to everything this office supports; returns how many."""
        await self.remove_stale()
        for kind in self._kinds:
            if kind not in self._held.values() and self._is_told(kind):
                with contextlib.suppress(
                    errors.BadRequest
                ):  # an office of unknown version, older than this event type
                    await self._add(kind)
        return len(self._held)

    async def remove_stale(self) -> None:
        """Remove all subscriptions that have our note and don't belong to this run."""
        for row in await self._client.subscriptions.list():
            if row.Note == self._note and row.SubscriptionNum not in self._held:
                await self._end(row.SubscriptionNum)

    async def renew(self) -> None:
        """Extend the expirations, and renew subscriptions that were removed meanwhile."""
        there = {row.SubscriptionNum for row in await self._client.subscriptions.list()}
        for number, kind in list(self._held.items()):
            if number in there:
                await self._client.subscriptions.update(number, DateTimeStop=self._stop())
            else:
                del self._held[number]
                await self._add(kind)

    async def unsubscribe(self) -> None:
        """Remove all subscriptions of this run. If the office doesn't answer, they expire by themselves."""
        for number in list(self._held):
            await self._end(number)
            self._held.pop(number, None)

    async def _add(self, kind: EventKind) -> None:
        row = await self._create(kind)
        self._held[row.SubscriptionNum] = kind
        if row.DateTimeStart is not None:
            self._ahead = row.DateTimeStart - self._clock.now()
        await self._client.subscriptions.update(row.SubscriptionNum, DateTimeStop=self._stop())

    async def _create(self, kind: EventKind) -> Subscription:
        create, address = self._client.subscriptions.create, f"{self._endpoint}/{kind}"
        if isinstance(kind, UiEventKind):
            return await create(
                EndPointUrl=address, Workstation=self._machine, UiEventType=kind, Note=self._note
            )
        return await create(
            EndPointUrl=address,
            Workstation=self._workstation,
            WatchTable=kind,
            PollingSeconds=POLLING_SECONDS,
            Note=self._note,
        )

    async def _end(self, number: int) -> None:
        """Remove a subscription; if the key may not delete it, set it to expire now."""
        try:
            if self._client.can(Subscriptions.delete):
                await self._client.subscriptions.delete(number)
                return
        except errors.NotFound:
            return
        except errors.PermissionMissing:
            pass  # requested before the key's permissions were known
        await self._client.subscriptions.update(number, DateTimeStop=self._now())

    def _is_told(self, kind: EventKind) -> bool:
        """Whether an office of this version supports it; assumed for an unknown version."""
        office: Version | None = self._client.capabilities.version
        if isinstance(kind, UiEventKind) or office is None:
            return True
        return kind.since is not None and Version.parse(kind.since) <= office

    def _now(self) -> datetime:
        return self._clock.now() + self._ahead

    def _stop(self) -> datetime:
        return self._now() + LEASE


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
