"""One pace for the office's key, kept by all hubs of one database together.

Each request reserves the next start in one row, by the database server's clock, and waits for it. So the key's limit is
kept in sum, whatever the hubs' own clocks say, and also if one of them is killed.
"""

from __future__ import annotations

import asyncio

import sqlalchemy as sa

from app.api.transport import TransportNotSent
from app.hub.database.office_tables import key_pace as table
from app.hub.hub import Hub

MICROSECONDS = 1_000_000
_ROW = table.c.id == 1


class KeyPace:
    """`hub.part(KeyPace)`."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._spare: float | None = None
        """A start that was reserved for a request that was given up (monotonic seconds)."""

    async def wait(self, interval: float) -> None:
        """Wait for the next start; `interval` seconds later is the one after it.

        Raises TransportNotSent if the database doesn't answer: nobody knows what other hubs send.
        """
        clock = self._hub.clock
        start, self._spare = self._spare, None
        if start is None or start < clock.monotonic():
            start = clock.monotonic() + await self._reserve(interval)
        try:
            await clock.sleep(max(0.0, start - clock.monotonic()))
        except asyncio.CancelledError:
            self._spare = start
            raise

    async def _reserve(self, interval: float) -> float:
        """Seconds until the start that is ours now."""
        try:
            try:
                return await self._hub.database.run(lambda connection: _reserve(connection, interval))
            except sa.exc.IntegrityError:  # another hub has made the row in the same moment
                return await self._hub.database.run(lambda connection: _reserve(connection, interval))
        except sa.exc.SQLAlchemyError as error:
            raise TransportNotSent(type(error).__name__) from None


def _reserve(connection: sa.Connection, interval: float) -> float:
    row = connection.execute(sa.select(table.c.next_us).where(_ROW).with_for_update()).one_or_none()
    now = int(connection.scalar(sa.select(server_time(connection))) or 0)
    start = now if row is None else max(now, row.next_us)
    values = {"next_us": start + int(interval * MICROSECONDS)}
    if row is None:
        connection.execute(sa.insert(table).values(id=1, **values))
    else:
        connection.execute(sa.update(table).where(_ROW).values(**values))
    return (start - now) / MICROSECONDS


def server_time(connection: sa.Connection) -> sa.ColumnElement[int]:
    """The server's time in microseconds, taken when the row is ours."""
    if connection.dialect.name == "sqlite":
        return sa.cast((sa.func.julianday("now") - 2440587.5) * 86_400 * MICROSECONDS, sa.BigInteger)
    return sa.cast(sa.literal_column("UNIX_TIMESTAMP(SYSDATE(6)) * 1000000"), sa.BigInteger)
