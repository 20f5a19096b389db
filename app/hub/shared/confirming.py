"""Whether the hub knows what a desk's audit record says of who did it, and where. What it doesn't know is kept, marked.

A desk's program can be another one, whose records form a chain as good as any. The hub has taken the PIN of whoever
signed in, so it knows who can have done something at which desk.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa
from msgspec.structs import replace

from app.domain.people.staff import StaffBook
from app.hub.database.shared_tables import audit_latest, milliseconds
from app.hub.shared.signed_in_times import APART_MS, SignedInTimes
from app.services.audit.audit import Action, Record

ONLY_SAID = "(only {device} says so)"  # words: the audit's
BY_NOBODY = frozenset(
    {
        Action.START,
        Action.STOP,
        Action.SIGN_IN_FAILED,
        Action.APPROVE_FAILED,
        Action.CLOCK,
        Action.BEGIN,
        Action.PRUNED,
        Action.PAIRED,
        Action.TAMPERED,
    }
)
"""What happens at a desk while nobody is signed in. Who failed to sign in is whose PIN it should have been."""
OF_THE_HUB = frozenset(
    {
        Action.DEVICE,
        Action.CHECK_IN,
        Action.KIOSK_EXIT,
        Action.KIOSK_ORDER,
        Action.KIOSK_OFFICE,
    }
)
"""What only the hub itself records."""


def marked(
    connection: sa.Connection,
    device: tuple[int, str],
    records: Sequence[Record],
    known: tuple[StaffBook, Collection[str]],
    now: datetime,
) -> list[Record]:
    """The records of a device, by number and name, with those marked that the hub can't confirm.

    `known`: the office's people, empty until they sign in, and the names of other devices and of the hub. A record
    that is older than what the device has delivered before is marked too: a time can be made up.
    """
    book, elsewhere = known
    if not records:
        return []
    device_num, name = device
    times = SignedInTimes(connection, device_num, [each.at for each in records])
    latest = _latest(connection, device_num)
    users: dict[str, list[int]] = {}
    for member in book.members:
        users.setdefault(member.name, []).append(member.user_num)
    found = []
    for each in records:
        at_ms = milliseconds(each.at)
        is_known = (
            each.action in BY_NOBODY
            or not book.members
            or (at_ms >= latest - APART_MS and times.had(users.get(each.who, ()), each.at))
        )
        is_here = each.workstation not in elsewhere and each.action not in OF_THE_HUB
        said = f"{each.result} {ONLY_SAID.format(device=name)}".strip()
        found.append(each if is_known and is_here else replace(each, result=said))
        latest = max(latest, min(at_ms, milliseconds(now)))
    _keep_latest(connection, device_num, latest)
    return found


def _latest(connection: sa.Connection, device_num: int) -> int:
    query = sa.select(audit_latest.c.at_ms).where(audit_latest.c.device_num == device_num)
    return int(connection.execute(query.with_for_update()).scalar() or 0)


def _keep_latest(connection: sa.Connection, device_num: int, at_ms: int) -> None:
    this = audit_latest.c.device_num == device_num
    changed = connection.execute(sa.update(audit_latest).where(this).values(at_ms=at_ms))
    if changed.rowcount == 0:
        connection.execute(sa.insert(audit_latest).values(device_num=device_num, at_ms=at_ms))
