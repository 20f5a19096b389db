"""One clock for the hubs of one database: the database server's.

Leases of check-ins, of open records and of sign-ins, and the ages of codes and kiosks, are moments that one hub writes
and another one compares. Two servers' clocks may differ by a minute, and a lease of twenty seconds would be over at
once, or never.
"""

from __future__ import annotations

import logging
from datetime import UTC, timedelta

import sqlalchemy as sa

from app.core.office_clock import OfficeClock
from app.hub.database.database import HubDatabase

MEASURED_EVERY = 60.0
"""A clock of a PC drifts by milliseconds in this time."""
FAR = timedelta(seconds=5)
"""More is told in the log: IT should look at the time service of both."""

log = logging.getLogger(__name__)


async def keep_time(database: HubDatabase, clock: OfficeClock) -> None:
    """Measure until canceled. While the database is away the hub's clock goes on from the last time."""
    while True:
        await clock.sleep(MEASURED_EVERY)
        try:
            await share_time(database, clock)
        except sa.exc.SQLAlchemyError as error:
            log.info("the database's time can't be read: %s", type(error).__name__)


async def share_time(database: HubDatabase, clock: OfficeClock) -> None:
    """Read the server's time, and take it for the middle of the question. Raises SQLAlchemy's errors."""
    asked = clock.monotonic()
    moment = await database.run(lambda connection: connection.scalar(_UTC))
    answered = clock.monotonic()
    if moment is None:
        return
    before = clock.utc()
    clock.share_utc(moment.replace(tzinfo=UTC), (asked + answered) / 2)
    if abs(before - clock.utc()) > FAR:
        log.info("this PC's clock and the database server's differ by more than %d seconds", FAR.seconds)


_UTC = sa.select(sa.literal_column("UTC_TIMESTAMP(6)", sa.DateTime))
