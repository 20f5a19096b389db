"""Of all desks one writes the task about a check-in: it claims the task, puts it into its journal, and records that."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa
from msgspec import Struct

from app.hub.database.check_in_tables import check_in_task as table
from app.hub.handling import Asker, answers
from app.hub.hub import Hub
from app.wire.hub.actions import Done
from app.wire.hub.check_in import (
    CLAIM_SECONDS,
    CLAIM_TASK,
    RECORD_TASK,
    ClaimTask,
    RecordTask,
    TaskAbout,
    TaskClaim,
)

KEPT = timedelta(days=60)
WAIT_KEPT = timedelta(hours=8)
"""How long a claim about a wait is kept: an appointment moved to another day needs another task."""
VALID = timedelta(seconds=CLAIM_SECONDS)


class _Claim(Struct, frozen=True):
    about: TaskAbout
    number: int
    device_num: int
    at: datetime
    """UTC without a zone, in whole seconds."""

    def row(self) -> sa.ColumnElement[bool]:
        return sa.and_(table.c.about == self.about.value, table.c.number == self.number)

    def fields(self) -> dict[str, object]:
        return {
            "about": self.about.value,
            "number": self.number,
            "device_num": self.device_num,
            "claimed_at": self.at,
        }


@answers(CLAIM_TASK)
async def claim_task(hub: Hub, asker: Asker, asked: ClaimTask) -> TaskClaim:
    """Whether the desk that asks is to write the task."""
    claim = _Claim(asked.about, asked.number, asker.device_num, _now(hub))
    try:
        return await hub.database.run(lambda connection: _claim(connection, claim))
    except sa.exc.IntegrityError:  # another hub on this database has just given it to another desk
        return TaskClaim(granted=False)


@answers(RECORD_TASK)
async def record_task(hub: Hub, asker: Asker, asked: RecordTask) -> Done:
    """The task is in the desk's journal, or in the office."""
    claim = _Claim(asked.about, asked.number, asker.device_num, _now(hub))
    await hub.database.run(lambda connection: _record(connection, claim, asked.task_num))
    return Done()


def _claim(connection: sa.Connection, claim: _Claim) -> TaskClaim:
    if claim.about is TaskAbout.WAITING:
        connection.execute(sa.delete(table).where(claim.row(), table.c.claimed_at < claim.at - WAIT_KEPT))
    row = connection.execute(sa.select(table).where(claim.row())).one_or_none()
    if row is None:
        connection.execute(sa.delete(table).where(table.c.claimed_at < claim.at - KEPT))
        connection.execute(sa.insert(table).values(**claim.fields()))
        return TaskClaim(granted=True)
    if row.recorded:
        return TaskClaim(granted=False, recorded=True, task_num=row.task_num)
    if row.device_num != claim.device_num and row.claimed_at > claim.at - VALID:
        return TaskClaim(granted=False)
    unchanged = sa.and_(
        claim.row(),
        table.c.recorded.is_(False),
        table.c.device_num == row.device_num,
        table.c.claimed_at == row.claimed_at,
    )
    taken = connection.execute(sa.update(table).where(unchanged).values(**claim.fields()))
    return TaskClaim(granted=taken.rowcount == 1)


def _record(connection: sa.Connection, claim: _Claim, task_num: int) -> None:
    values = {"recorded": True, **({"task_num": task_num} if task_num else {})}
    done = connection.execute(sa.update(table).where(claim.row()).values(**values))
    if not done.rowcount:
        connection.execute(sa.insert(table).values(**claim.fields(), recorded=True, task_num=task_num))


def _now(hub: Hub) -> datetime:
    return hub.clock.utc().replace(tzinfo=None, microsecond=0)
