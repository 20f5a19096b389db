"""The kiosks as the desks see them: which page each shows, whether it is there, and what staff told it to do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from msgspec import Struct

from app.hub.database.kiosk_tables import kiosk_order, kiosk_state
from app.hub.database.tables import device
from app.hub.handling import Asker, Refusal, answers
from app.hub.hub import Hub
from app.hub.kiosk.doors import Doors
from app.hub.kiosk.events import record_sent, whole
from app.hub.kiosk.notes import Notes
from app.hub.kiosk.office import closed_because
from app.hub.kiosk.settings import KioskSettings
from app.hub.kiosk.today import TodayReader
from app.hub.kiosk.try_counts import begin_patient, reset_tries
from app.hub.shared.staff import OfficeStaff
from app.services.audit.audit import Action
from app.wire.hub.actions import Done, Kind, Nothing
from app.wire.hub.check_in import KIOSKS_LIST, ORDER, GiveOrder, Kiosks, KioskState, Why
from app.wire.hub.kiosk import (
    HEARTBEAT,
    STAFF_EXIT,
    Heartbeat,
    HeartbeatAnswer,
    Order,
    OrderKind,
    StaffExit,
    Step,
)
from app.wire.hub.stream import Changed, Topic

OFFLINE = timedelta(seconds=15)
"""A kiosk that was not seen for so long is offline."""
TYPING = frozenset({Step.BIRTHDATE, Step.NAME})
"""Pages on which a patient types who they are."""
CHECKED_IN = frozenset({Step.CHECKED_IN, Step.NEXT_VISIT, Step.BALANCE})
"""Pages of a patient who is checked in: at the desk they only ask something."""
LONGEST_MESSAGE = 300
LONGEST_TROUBLE = 300


class _Beat(Struct, frozen=True):
    """What a heartbeat tells. `gave_up`: a patient who isn't checked in is sent to the desk."""

    changed: bool
    """The desks see a difference."""
    gave_up: bool
    orders: tuple[Order, ...]


@answers(HEARTBEAT)
async def heartbeat(hub: Hub, asker: Asker, asked: Heartbeat) -> HeartbeatAnswer:
    """Note what the kiosk shows; answer with the time and what it is to do."""
    now = whole(hub.clock.utc())
    hub.part(Doors).look_again(asker.device_num)
    beat = await hub.database.run(lambda connection: _beat(connection, asker, asked, now))
    if beat.changed:
        hub.stream.tell(Changed(Topic.KIOSKS))
    if beat.gave_up:
        why = Why.OFFICE_AWAY if closed_because(hub) else Why.GIVEN_UP
        await record_sent(hub, asker, why)
    if asked.step in TYPING:
        hub.part(TodayReader).prepare()
    settings = await hub.part(KioskSettings).current()
    return HeartbeatAnswer(
        time=hub.clock.now(),
        setup_version=settings.setup.version,
        open=not closed_because(hub),
        orders=beat.orders,
    )


@answers(KIOSKS_LIST)
async def kiosks(hub: Hub, asker: Asker, asked: Nothing) -> Kiosks:
    """Every kiosk, by name."""
    now = whole(hub.clock.utc())
    return await hub.database.run(lambda connection: _kiosks(connection, now))


@answers(ORDER)
async def order(hub: Hub, asker: Asker, asked: GiveOrder) -> Done:
    """Give an order; it replaces an earlier one of its kind. A reset also lets patients try again there."""
    if len(asked.text) > LONGEST_MESSAGE:
        raise Refusal(413, "too large")
    await hub.database.run(lambda connection: _order(connection, asked))
    hub.part(Doors).look_again(asked.device_num)
    who, kind = await hub.part(OfficeStaff).named(asker, ""), asked.kind.value
    hub.part(Notes).kiosk(asker, Action.KIOSK_ORDER, device_num=asked.device_num, result=kind, who=who)
    hub.stream.tell(Changed(Topic.KIOSKS))
    return Done()


@answers(STAFF_EXIT)
async def staff_exit(hub: Hub, asker: Asker, asked: StaffExit) -> Done:
    """Somebody tried the exit PIN."""
    result = "accepted" if asked.accepted else f"wrong, wait {asked.wait_seconds} s"
    hub.part(Notes).kiosk(asker, Action.KIOSK_EXIT, device_num=asker.device_num, result=result)
    hub.stream.tell(Changed(Topic.KIOSKS))
    return Done()


async def note_offline(hub: Hub) -> None:
    """Tell the desks about kiosks that are no longer seen."""
    since = whole(hub.clock.utc() - OFFLINE)
    gone = (
        sa.update(kiosk_state)
        .where(kiosk_state.c.online.is_(True), kiosk_state.c.seen_at < since)
        .values(online=False)
    )
    if await hub.database.run(lambda connection: connection.execute(gone).rowcount):
        hub.stream.tell(Changed(Topic.KIOSKS))


def _beat(connection: sa.Connection, asker: Asker, asked: Heartbeat, now: datetime) -> _Beat:
    """Store a heartbeat."""
    mine = kiosk_state.c.device_num == asker.device_num
    before = connection.execute(sa.select(kiosk_state).where(mine)).first()
    shown = {
        "step": asked.step.value,
        "online": True,
        "trouble": asked.trouble[:LONGEST_TROUBLE],
        "program": asked.program[:40],
    }
    moved = before is None or before.step != asked.step.value
    changed = before is None or any(getattr(before, name) != value for name, value in shown.items())
    values = shown | {"seen_at": now} | ({"since": now} if moved else {})
    if before is None:
        connection.execute(sa.insert(kiosk_state).values(device_num=asker.device_num, **values))
    else:
        connection.execute(sa.update(kiosk_state).where(mine).values(values))
    if moved and asked.step is Step.WELCOME:
        begin_patient(connection, asker.device_num)
    done = _carried_out(connection, asker.device_num, asked.done)
    begins = asked.setup_version == 0
    return _Beat(
        changed=changed or done,
        gave_up=before is not None
        and moved
        and asked.step is Step.SEE_DESK
        and before.step not in CHECKED_IN,
        orders=_orders(connection, asker.device_num, again=begins),
    )


def _carried_out(connection: sa.Connection, device_num: int, numbers: tuple[int, ...]) -> bool:
    """Forget orders that were carried out; the message that is shown now is kept."""
    if not numbers:
        return False
    these = (kiosk_order.c.device_num == device_num, kiosk_order.c.order_num.in_(numbers))
    kept = kiosk_order.c.kind == OrderKind.MESSAGE.value
    connection.execute(sa.update(kiosk_order).where(*these, kept).values(done=True))
    return connection.execute(sa.delete(kiosk_order).where(*these, ~kept)).rowcount > 0


def _orders(connection: sa.Connection, device_num: int, *, again: bool) -> tuple[Order, ...]:
    """What is to be done; `again`: the kiosk has just started and shows no message yet."""
    wanted = sa.select(kiosk_order).where(kiosk_order.c.device_num == device_num)
    rows = connection.execute(wanted.order_by(kiosk_order.c.order_num)).all()
    return tuple(
        Order(order_num=row.order_num, kind=OrderKind(row.kind), text=row.text)
        for row in rows
        if not row.done or (again and row.text)
    )


def _order(connection: sa.Connection, asked: GiveOrder) -> None:
    kiosk = sa.select(device.c.device_num).where(
        device.c.device_num == asked.device_num,
        device.c.kind == Kind.KIOSK.value,
        device.c.revoked.is_(False),
    )
    if connection.execute(kiosk).first() is None:
        raise Refusal(404, "no such kiosk")
    same = (kiosk_order.c.device_num == asked.device_num) & (kiosk_order.c.kind == asked.kind.value)
    connection.execute(sa.delete(kiosk_order).where(same))
    values = {"device_num": asked.device_num, "kind": asked.kind.value, "text": asked.text, "done": False}
    connection.execute(sa.insert(kiosk_order).values(values))
    if asked.kind is OrderKind.RESET:
        reset_tries(connection, asked.device_num)


def _kiosks(connection: sa.Connection, now: datetime) -> Kiosks:
    messages = {
        row.device_num: row.text
        for row in connection.execute(
            sa.select(kiosk_order).where(kiosk_order.c.kind == OrderKind.MESSAGE.value)
        )
    }
    both = sa.outerjoin(device, kiosk_state, device.c.device_num == kiosk_state.c.device_num)
    wanted = (
        sa.select(device.c.device_num, device.c.name, kiosk_state)
        .select_from(both)
        .where(device.c.kind == Kind.KIOSK.value, device.c.revoked.is_(False))
        .order_by(device.c.name, device.c.device_num)
    )
    rows = connection.execute(wanted).mappings().all()
    return Kiosks(kiosks=tuple(_state(row, messages.get(row[device.c.device_num], ""), now) for row in rows))


def _state(row: sa.RowMapping, message: str, now: datetime) -> KioskState:
    seen = row[kiosk_state.c.seen_at]
    shared = {"device_num": row[device.c.device_num], "name": row[device.c.name], "message": message}
    if seen is None:
        return KioskState(**shared, step=None, since=None, seen_at=None, online=False)
    return KioskState(
        **shared,
        step=Step(row[kiosk_state.c.step]),
        since=row[kiosk_state.c.since].replace(tzinfo=UTC),
        seen_at=seen.replace(tzinfo=UTC),
        online=now - seen < OFFLINE,
        trouble=row[kiosk_state.c.trouble],
        program=row[kiosk_state.c.program],
    )
