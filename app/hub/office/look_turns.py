"""Whose turn it is to look for signals, where several hubs share a key with a rate limit.

Each look costs the office's key a start. One hub looks and tells the others, and whoever comes first after a period
looks next: so a hub that ends, or has no devices any more, is replaced by itself.
"""

from __future__ import annotations

import sqlalchemy as sa

from app.hub.database.office_tables import signal_look as table
from app.hub.hub import Hub
from app.hub.office.key_pace import MICROSECONDS, server_time

NEARLY = 0.9
"""Of a period: hubs that look at the same pace must not miss each other's end of it by a moment."""
_ROW = table.c.id == 1


async def is_our_turn(hub: Hub, period: float) -> bool:
    """Whether nobody has looked for this many seconds; then it is this hub's turn. Raises SQLAlchemy's errors."""
    least = int(period * NEARLY * MICROSECONDS)
    try:
        return await hub.database.run(lambda connection: _claim(connection, least))
    except sa.exc.IntegrityError:  # another hub has made the row in the same moment
        return False


def _claim(connection: sa.Connection, least: int) -> bool:
    at = connection.scalar(sa.select(table.c.at_us).where(_ROW).with_for_update())
    now = int(connection.scalar(sa.select(server_time(connection))) or 0)
    if at is None:
        connection.execute(sa.insert(table).values(id=1, at_us=now))
        return True
    if now - at < least:
        return False
    connection.execute(sa.update(table).where(_ROW).values(at_us=now))
    return True
