"""What happens at the kiosks, as the desks see it."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import sqlalchemy as sa

from app.hub.database.kiosk_tables import kiosk_arrival, kiosk_event
from app.hub.handling import Asker, answers
from app.hub.hub import Hub
from app.hub.kiosk.notes import Notes
from app.hub.shared.staff import OfficeStaff
from app.wire.hub.actions import Done, Nothing
from app.wire.hub.check_in import (
    ARRIVAL_SEEN,
    ARRIVALS,
    Arrival,
    ArrivalResult,
    Arrivals,
    ArrivalSeen,
    Why,
)
from app.wire.hub.kiosk import HELP, Help
from app.wire.hub.stream import Changed, Topic

SAME = timedelta(minutes=1)
"""A second call for help from one kiosk within this time is the same one."""
AT_THE_DESK = (ArrivalResult.SENT_TO_DESK, ArrivalResult.UNCLEAR, ArrivalResult.NOT_FOUND)
"""The patient was told to see the desk."""
KEPT = timedelta(days=30)
LONGEST_WHO = 60


def insert_event(
    connection: sa.Connection,
    asker: Asker,
    result: ArrivalResult,
    at: datetime,
    *,
    apt_num: int = 0,
    pat_num: int = 0,
    why: str = "",
) -> int:
    """Record what happened; returns its number. `at`: the office's time."""
    values = {
        "result": result.value,
        "device_num": asker.device_num,
        "kiosk": asker.name[:60],
        "at": whole(at),
        "apt_num": apt_num,
        "pat_num": pat_num,
        "why": why[:200],
        "seen_by": "",
    }
    key = connection.execute(sa.insert(kiosk_event).values(values)).inserted_primary_key
    return int(key[0]) if key is not None else 0


async def record(
    hub: Hub, asker: Asker, result: ArrivalResult, *, apt_num: int = 0, pat_num: int = 0, why: str = ""
) -> None:
    """Record what happened and tell the desks."""
    now = hub.clock.now()
    await hub.database.run(
        lambda connection: insert_event(
            connection, asker, result, now, apt_num=apt_num, pat_num=pat_num, why=why
        )
    )
    hub.part(Notes).check_in(asker, why or result.value, apt_num=apt_num, pat_num=pat_num)
    hub.stream.tell(Changed(Topic.ARRIVALS))


async def record_once(hub: Hub, asker: Asker, result: ArrivalResult, *, why: str) -> None:
    """As `record`, unless the same happened at this kiosk just now and staff have not seen it yet."""
    recent = sa.select(kiosk_event.c.event_num).where(
        kiosk_event.c.device_num == asker.device_num,
        kiosk_event.c.result == result.value,
        kiosk_event.c.apt_num == 0,
        kiosk_event.c.at >= whole(hub.clock.now() - SAME),
        kiosk_event.c.seen_by == "",
    )
    if await hub.database.run(lambda connection: connection.execute(recent).first()) is None:
        await record(hub, asker, result, why=why)


async def record_sent(hub: Hub, asker: Asker, why: Why) -> None:
    """A kiosk shows "see the desk": tell staff about the patient, unless they were told the reason just now."""
    told = sa.select(kiosk_event.c.event_num).where(
        kiosk_event.c.device_num == asker.device_num,
        kiosk_event.c.result.in_([each.value for each in AT_THE_DESK]),
        kiosk_event.c.at >= whole(hub.clock.now() - SAME),
    )
    if await hub.database.run(lambda connection: connection.execute(told).first()) is None:
        await record(hub, asker, ArrivalResult.SENT_TO_DESK, why=why)


async def forget_old_events(hub: Hub) -> None:
    """Delete what is older than a month, with the rows of those check-ins."""
    since = whole(hub.clock.now() - KEPT)
    events = sa.delete(kiosk_event).where(kiosk_event.c.at < since)
    rows = sa.delete(kiosk_arrival).where(kiosk_arrival.c.day < since.date())

    def forget(connection: sa.Connection) -> None:
        connection.execute(rows)
        connection.execute(events)

    await hub.database.run(forget)


def whole(moment: datetime) -> datetime:
    """A moment as the database keeps it: without a zone, in whole seconds."""
    return moment.replace(tzinfo=None, microsecond=0)


@answers(HELP)
async def help_(hub: Hub, asker: Asker, asked: Help) -> Done:
    """A patient calls for help: told once, until staff have seen it."""
    await record_once(hub, asker, ArrivalResult.HELP, why=asked.step.value)
    return Done()


@answers(ARRIVALS)
async def arrivals(hub: Hub, asker: Asker, asked: Nothing) -> Arrivals:
    """Today's events."""
    begin = datetime.combine(hub.clock.now().date(), time.min)
    wanted = sa.select(kiosk_event).where(kiosk_event.c.at >= begin).order_by(kiosk_event.c.event_num.desc())
    rows = await hub.database.run(lambda connection: connection.execute(wanted).all())
    return Arrivals(arrivals=tuple(map(_arrival, rows)))


@answers(ARRIVAL_SEEN)
async def arrival_seen(hub: Hub, asker: Asker, asked: ArrivalSeen) -> Done:
    """The first who saw an event stays."""
    who = await hub.part(OfficeStaff).named(asker, asked.who)
    change = (
        sa.update(kiosk_event)
        .where(kiosk_event.c.event_num.in_(asked.arrival_nums), kiosk_event.c.seen_by == "")
        .values(seen_by=(who or asker.name)[:LONGEST_WHO])
    )
    await hub.database.run(lambda connection: connection.execute(change).rowcount)
    hub.stream.tell(Changed(Topic.ARRIVALS))
    return Done()


def _arrival(row: sa.Row[tuple[object, ...]]) -> Arrival:
    return Arrival(
        arrival_num=row.event_num,
        result=ArrivalResult(row.result),
        kiosk=row.kiosk,
        at=row.at,
        apt_num=row.apt_num,
        pat_num=row.pat_num,
        why=row.why,
        seen_by=row.seen_by,
    )
