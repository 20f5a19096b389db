"""The wrong tries at each kiosk, in the database, so that two hubs of one office count together."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa

from app.domain.kiosk.tries import SPAN, Tries, after_failure, next_patient
from app.hub.database.kiosk_tables import kiosk_tries
from app.hub.kiosk.events import whole


def read_tries(connection: sa.Connection, device_num: int) -> Tries:
    """The tries at one kiosk."""
    row = connection.execute(sa.select(kiosk_tries).where(kiosk_tries.c.device_num == device_num)).first()
    if row is None:
        return Tries()
    return Tries(row.in_row, _utc(row.last), _utc(row.span_began), row.in_span, _utc(row.locked_until))


def count_failure(connection: sa.Connection, device_num: int, now: datetime) -> Tries:
    """Count a wrong try at a kiosk."""
    others = sa.select(sa.func.coalesce(sa.func.sum(kiosk_tries.c.in_span), 0)).where(
        kiosk_tries.c.device_num != device_num, kiosk_tries.c.span_began > whole(now - SPAN)
    )
    recent = int(connection.execute(others).scalar_one())
    tries = after_failure(read_tries(connection, device_num), now, recent)
    _write(connection, device_num, tries)
    return tries


def begin_patient(connection: sa.Connection, device_num: int) -> None:
    """The next try is of another patient."""
    if (tries := read_tries(connection, device_num)).in_row:
        _write(connection, device_num, next_patient(tries))


def reset_tries(connection: sa.Connection, device_num: int) -> None:
    """Staff opened a kiosk for trying again."""
    connection.execute(sa.delete(kiosk_tries).where(kiosk_tries.c.device_num == device_num))


def _write(connection: sa.Connection, device_num: int, tries: Tries) -> None:
    values = {
        "in_row": tries.in_row,
        "last": _plain(tries.last),
        "span_began": _plain(tries.span_began),
        "in_span": tries.in_span,
        "locked_until": _plain(tries.locked_until),
    }
    change = sa.update(kiosk_tries).where(kiosk_tries.c.device_num == device_num).values(values)
    if connection.execute(change).rowcount == 0:
        connection.execute(sa.insert(kiosk_tries).values(device_num=device_num, **values))


def _plain(moment: datetime | None) -> datetime | None:
    return None if moment is None else whole(moment)


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(tzinfo=UTC)
