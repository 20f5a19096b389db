"""When which person was signed in at which device, so that the hub needn't believe what a desk's audit says of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import sqlalchemy as sa

from app.hub.database.shared_tables import milliseconds
from app.hub.database.shared_tables import signed_in_time as table

KEPT = timedelta(days=400)
"""So late a desk may deliver its records."""
APART_MS = 5 * 60_000
"""So far apart a desk's clock and the hub's may be."""


def begin(connection: sa.Connection, device_num: int, user_num: int, now: datetime, until: datetime) -> None:
    """A person is signed in at a device until then, or until `end`. Goes on where it has not ended yet."""
    now_ms, until_ms = milliseconds(now), milliseconds(until)
    connection.execute(sa.delete(table).where(table.c.until_ms < milliseconds(now - KEPT)))
    still = (table.c.device_num == device_num) & (table.c.user_num == user_num) & (table.c.until_ms >= now_ms)
    row = connection.execute(sa.select(table).where(still).with_for_update()).first()
    if row is None:
        values = {"device_num": device_num, "user_num": user_num, "from_ms": now_ms, "until_ms": until_ms}
        connection.execute(sa.insert(table).values(values))
    elif row.until_ms < until_ms:
        same = table.c.time_num == row.time_num
        connection.execute(sa.update(table).where(same).values(until_ms=until_ms))


def end(connection: sa.Connection, which: sa.ColumnElement[bool], now: datetime) -> None:
    """What goes on among these ends now."""
    now_ms = milliseconds(now)
    connection.execute(sa.update(table).where(which, table.c.until_ms > now_ms).values(until_ms=now_ms))


class SignedInTimes:
    """Those of one device around some records."""

    def __init__(self, connection: sa.Connection, device_num: int, moments: Iterable[datetime]) -> None:
        """`moments`: of the records, at least one."""
        marks = [milliseconds(each) for each in moments]
        around = (table.c.until_ms >= min(marks) - APART_MS) & (table.c.from_ms <= max(marks) + APART_MS)
        query = sa.select(table).where(table.c.device_num == device_num, around)
        self._rows = connection.execute(query).all()

    def had(self, user_nums: Iterable[int], at: datetime) -> bool:
        """Whether one of these was signed in then, as far apart as the clocks may be."""
        users, at_ms = frozenset(user_nums), milliseconds(at)
        return any(
            row.user_num in users and row.from_ms - APART_MS <= at_ms <= row.until_ms + APART_MS
            for row in self._rows
        )
