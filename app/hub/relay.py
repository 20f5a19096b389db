"""Keeps the hubs of one database in step: lines of the change stream, and devices that were revoked or added.

Each of several hubs reads the table of notes twice a second. Revocation doesn't depend on a note: the devices
themselves are compared, so that a hub that was killed after it revoked one has revoked it everywhere, and so that the
command line can revoke beside a running hub.
"""

from __future__ import annotations

import logging
from collections import deque
from datetime import timedelta
from functools import partial
from uuid import uuid4

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.hub.database.tables import device, hub_note
from app.hub.devices.devices import DeviceBook, naive
from app.hub.hub import Hub
from app.hub.stream import Audience
from app.sealed.sealing import SealBroken
from app.wire.hub.stream import StreamLine

LOOK_SECONDS = 0.4
LOOK_ALONE_SECONDS = 0.9
"""Where no other hub can be, only the command line changes devices beside this one: heard within a second, too."""
KEPT_SECONDS = 60
"""A hub that was away for longer reads everything anew, as its devices do."""
MOST_BEHIND = 500
"""Numbers are given before the rows are committed, so a lower one may appear later: that far back is read again."""
MOST_NOTES = 2_000
_PLACE = b"hub note"
_DEVICES = sa.select(sa.func.count(), sa.func.sum(device.c.revoked), sa.func.max(device.c.device_num))

log = logging.getLogger(__name__)


class _Note(Struct, frozen=True):
    line: StreamLine
    to: Audience


class Relay:
    """Runs with the hub. `several`: whether other hubs may be on this database (not on SQLite's one file)."""

    def __init__(self, hub: Hub, *, several: bool) -> None:
        self._hub = hub
        self._several = several
        self._id = uuid4().hex
        self._devices: tuple[object, ...] = ()
        self._version: int | None = None
        """Of the database, when it was last read and everything in it was passed on."""
        self._last: int | None = None
        self._seen: deque[int] = deque(maxlen=4 * MOST_BEHIND)
        self._waiting: list[_Note] = []
        self._sending = False

    async def run(self) -> None:
        """Look until canceled. A database that is away is tried again: tokens stay as they were known last."""
        if self._several:
            self._hub.stream.relay = self._tell
        lost = False
        while True:
            try:
                await self._look()
                lost = False
            except sa.exc.SQLAlchemyError as error:
                if not lost:
                    log.warning("the hub's database doesn't answer: %s", type(error).__name__)
                lost = True
            await self._hub.clock.sleep(LOOK_SECONDS if self._several else LOOK_ALONE_SECONDS)

    async def _look(self) -> None:
        version = self._hub.database.version()
        if version is not None and version == self._version:
            return
        devices, notes = await self._hub.database.run(self._read)
        if devices != self._devices:
            await self._hub.part(DeviceBook).load()
            self._devices = devices
        for number, body in notes:
            self._seen.append(number)
            try:
                note = msgspec.json.decode(self._hub.seal.open(body, _PLACE), type=_Note)
            except (SealBroken, msgspec.MsgspecError):  # of a newer hub
                continue
            self._hub.stream.tell(note.line, to=note.to, here=True)
        self._version = version  # last: what failed before is tried again with the next look

    def _read(self, connection: sa.Connection) -> tuple[tuple[object, ...], list[tuple[int, bytes]]]:
        """How the devices are, and the new notes of other hubs."""
        devices = tuple(connection.execute(_DEVICES).one())
        if not self._several:
            return devices, []
        newest = connection.scalar(sa.select(sa.func.max(hub_note.c.note_num))) or 0
        if self._last is None:
            self._last = newest
        new = sa.select(hub_note.c.note_num, hub_note.c.body).where(
            hub_note.c.note_num > self._last - MOST_BEHIND, hub_note.c.hub_id != self._id
        )
        began = self._last
        rows = connection.execute(new.order_by(hub_note.c.note_num).limit(MOST_NOTES)).all()
        if not self._seen:  # what was there before this hub began is no news
            self._seen.extend(number for number, _ in rows if number <= began)
        self._last = max(newest, began)
        return devices, [(row.note_num, row.body) for row in rows if row.note_num not in self._seen]

    def _tell(self, line: StreamLine, to: Audience) -> None:
        self._waiting.append(_Note(line, to))
        if not self._sending:
            self._sending = True
            self._hub.scope.start(self._send(), "relay")

    async def _send(self) -> None:
        """Write what waits; a line that can't be written is lost, as it would be in a broken stream."""
        try:
            while self._waiting:
                notes, self._waiting = self._waiting, []
                await self._hub.database.run(partial(self._write, notes))
        except sa.exc.SQLAlchemyError as error:
            self._waiting.clear()
            log.warning("other hubs were not told: %s", type(error).__name__)
        finally:
            self._sending = False

    def _write(self, notes: list[_Note], connection: sa.Connection) -> None:
        now = naive(self._hub.clock.utc())
        old = hub_note.c.made_at < now - timedelta(seconds=KEPT_SECONDS)
        connection.execute(sa.delete(hub_note).where(old))
        rows = [
            {
                "hub_id": self._id,
                "made_at": now,
                "body": self._hub.seal.close(msgspec.json.encode(each), _PLACE),
            }
            for each in notes
        ]
        connection.execute(sa.insert(hub_note), rows)
