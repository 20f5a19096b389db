"""The rows behind each check-in: one per appointment and day, changed only by who owns it.

A row is committed before anything is sent, and again just before the request leaves. Its owner is one running hub,
by a lease: when that is not renewed, another hub, or the next start, takes the row over.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa
from msgspec import Struct

from app.hub.database.kiosk_tables import kiosk_arrival, kiosk_event
from app.hub.handling import Asker
from app.hub.kiosk.events import insert_event, whole
from app.wire.hub.check_in import ArrivalResult

LEASE = timedelta(seconds=20)
WORSE = (ArrivalResult.ALREADY, ArrivalResult.ARRIVED, ArrivalResult.SENT_TO_DESK, ArrivalResult.UNCLEAR)
"""Of several appointments of one patient, staff see the last of these."""


class State(StrEnum):
    """How far a check-in is."""

    OPEN = "open"
    """Nothing has been sent."""
    SENT = "sent"
    """The request may have left."""
    UNCLEAR = "unclear"
    """It may have been carried out; the patient was sent to the desk."""
    DONE = "done"
    """The appointment is marked arrived, seen by reading it."""
    FREE = "free"
    """It is not marked, and nothing that was sent can mark it any more."""


RUNNING = (State.OPEN, State.SENT, State.UNCLEAR)


class Job(Struct, frozen=True):
    """One appointment to be marked. `start`: as the patient saw it."""

    asker: Asker
    pat_num: int
    apt_num: int
    start: datetime
    day: date
    request: str


class How(StrEnum):
    """What became of the attempt to own a row."""

    OWNED = "owned"
    OWNED_SENT = "owned, and an earlier owner may have sent its request"
    DONE = "done by this same request"
    BUSY = "somebody else is at it"


class Claim(Struct, frozen=True):
    """The row, and whether it is ours now."""

    arrival_num: int
    how: How
    state: State


class Ended(Struct, frozen=True):
    """How a check-in ended."""

    state: State
    result: ArrivalResult
    why: str = ""


def claim(connection: sa.Connection, job: Job, owner: str, now: datetime) -> Claim:
    """Own the appointment's row, if nobody else does. IntegrityError if somebody made it in this moment."""
    row = connection.execute(
        sa.select(kiosk_arrival).where(kiosk_arrival.c.apt_num == job.apt_num, kiosk_arrival.c.day == job.day)
    ).first()
    ours: dict[str, object] = {
        "owner": owner,
        "lease_until": whole(now + LEASE),
        "request": job.request,
        "device_num": job.asker.device_num,
    }
    if row is None:
        values = {"apt_num": job.apt_num, "day": job.day, "pat_num": job.pat_num, "state": State.OPEN.value}
        made = connection.execute(
            sa.insert(kiosk_arrival).values({**values, **ours, "result": "", "why": ""})
        ).inserted_primary_key
        return Claim(int(made[0]) if made is not None else 0, How.OWNED, State.OPEN)
    state = State(row.state)
    if state is State.DONE and row.request == job.request:
        return Claim(row.arrival_num, How.DONE, state)
    if state in RUNNING and row.lease_until >= whole(now):
        return Claim(row.arrival_num, How.BUSY, state)
    was_sent = state in (State.SENT, State.UNCLEAR)
    if not was_sent:
        ours["state"] = State.OPEN.value
    if state is State.FREE:
        ours["event_num"] = None
    owned = _change(connection, row, ours)
    return Claim(row.arrival_num, (How.OWNED_SENT if was_sent else How.OWNED) if owned else How.BUSY, state)


def mark_sent(connection: sa.Connection, arrival_num: int, owner: str, now: datetime) -> bool:
    """Just before the request leaves.

    False if another hub has taken the row over, or the patient was sent to the desk: then nothing may be sent.
    """
    change = (
        sa.update(kiosk_arrival)
        .where(
            kiosk_arrival.c.arrival_num == arrival_num,
            kiosk_arrival.c.owner == owner,
            kiosk_arrival.c.state.in_([State.OPEN.value, State.SENT.value]),
        )
        .values(state=State.SENT.value, sent_at=whole(now), lease_until=whole(now + LEASE), event_num=None)
    )
    return connection.execute(change).rowcount == 1


def finish(
    connection: sa.Connection, arrival_num: int, owner: str, ended: Ended, asker: Asker, now: datetime
) -> tuple[int, int] | None:
    """Record how it ended, or that it is unclear, with what staff see. `now`: the office's time.

    Returns AptNum and PatNum; None if the row isn't ours any more.
    """
    wanted = sa.select(kiosk_arrival).where(kiosk_arrival.c.arrival_num == arrival_num)
    row = connection.execute(wanted).first()
    if row is None or row.owner != owner:
        return None
    again = ended.result is ArrivalResult.ALREADY and row.event_num is not None
    values: dict[str, object] = {"state": ended.state.value}
    if not again:
        values.update(result=ended.result.value, why=ended.why)
    if not _change(connection, row, values):
        return None
    if not again:
        _show(connection, row, ended, asker, now)
    return row.apt_num, row.pat_num


def renew(connection: sa.Connection, arrival_nums: list[int], owner: str, now: datetime) -> None:
    """Keep the rows that this hub works on."""
    connection.execute(
        sa.update(kiosk_arrival)
        .where(kiosk_arrival.c.arrival_num.in_(arrival_nums), kiosk_arrival.c.owner == owner)
        .values(lease_until=whole(now + LEASE))
    )


def take_over(connection: sa.Connection, owner: str, now: datetime) -> list[sa.Row[tuple[object, ...]]]:
    """Own the running rows whose hub is gone; returns them as they were."""
    expired = sa.select(kiosk_arrival).where(
        kiosk_arrival.c.state.in_([each.value for each in RUNNING]),
        kiosk_arrival.c.lease_until < whole(now),
    )
    ours: dict[str, object] = {"owner": owner, "lease_until": whole(now + LEASE)}
    return [row for row in connection.execute(expired).all() if _change(connection, row, ours)]


def _change(connection: sa.Connection, row: sa.Row[tuple[object, ...]], values: dict[str, object]) -> bool:
    """Change a row if it is still in the hands and the state in which it was read."""
    same = (
        kiosk_arrival.c.arrival_num == row.arrival_num,
        kiosk_arrival.c.owner == row.owner,
        kiosk_arrival.c.state == row.state,
        kiosk_arrival.c.lease_until == row.lease_until,
    )
    changed: int = connection.execute(sa.update(kiosk_arrival).where(*same).values(values)).rowcount
    return changed == 1


def _show(
    connection: sa.Connection, row: sa.Row[tuple[object, ...]], ended: Ended, asker: Asker, now: datetime
) -> None:
    """One event for a patient's appointments of one check-in, with the worst of their results."""
    together = sa.select(kiosk_arrival).where(
        kiosk_arrival.c.request == row.request,
        kiosk_arrival.c.pat_num == row.pat_num,
        kiosk_arrival.c.day == row.day,
        kiosk_arrival.c.result != "",
    )
    rows = connection.execute(together).all()
    known = row.event_num or next((each.event_num for each in rows if each.event_num is not None), None)
    if known is None:
        known = insert_event(
            connection, asker, ended.result, now, apt_num=row.apt_num, pat_num=row.pat_num, why=ended.why
        )
    else:
        worst = max(rows, key=lambda each: WORSE.index(ArrivalResult(each.result)))
        connection.execute(
            sa.update(kiosk_event)
            .where(kiosk_event.c.event_num == known)
            .values(result=worst.result, why=worst.why, apt_num=worst.apt_num)
        )
    connection.execute(
        sa.update(kiosk_arrival).where(kiosk_arrival.c.arrival_num == row.arrival_num).values(event_num=known)
    )
