"""Which desk has which patient open. A desk that is gone has nothing open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import sqlalchemy as sa
from msgspec.structs import replace

from app.hub.database.shared_tables import milliseconds, presence
from app.hub.database.tables import device
from app.hub.handling import Asker, answers
from app.hub.hub import Hub
from app.hub.shared.staff import OfficeStaff
from app.hub.stream import Audience
from app.wire.hub.office import OPENED, Elsewhere, Opened, OpenElsewhere, Place
from app.wire.hub.stream import Changed, Topic

LEASE_SECONDS = 30.0
"""So long a desk counts as having it open without its hub: one hub of two may be killed."""
RENEW_SECONDS = 10.0


class Presence:
    """`hub.part(Presence)`. In the database, because two hubs may serve one office."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._here: dict[int, int] = {}
        """By device that said it here: the PatNum."""
        self._is_renewing = False
        hub.stream.gone.add(lambda device_num: hub.scope.start(self.leave(device_num), "presence"))

    async def say(self, device_num: int, opened: Opened) -> None:
        """Keep what a desk has open, and tell the desks that have the same patient open, or had it in common."""
        values = {
            "device_num": device_num,
            "pat_num": opened.pat_num,
            "places": ",".join(opened.places),
            "who": opened.who[:60],
            "until_ms": self._until(),
        }
        is_open = bool(opened.pat_num)

        def replace(connection: sa.Connection) -> tuple[sa.Row[tuple[object, ...]] | None, bool]:
            of_it = presence.c.device_num == device_num
            before = connection.execute(sa.select(presence).where(of_it)).one_or_none()
            known = None if before is None else (before.pat_num, before.places, before.who)
            same = known == (values["pat_num"], values["places"], values["who"])
            connection.execute(sa.delete(presence).where(of_it))
            if is_open:
                connection.execute(sa.insert(presence).values(values))
            return before, same

        before, same = await self._hub.database.run(replace)
        self._here.pop(device_num, None)
        if is_open:
            self._here[device_num] = opened.pat_num
            self._renew()
        if not same:
            for pat_num in {opened.pat_num, before.pat_num if before is not None else 0} - {0}:
                self._hub.stream.tell(Changed(Topic.PRESENCE, str(pat_num)), to=Audience(but=device_num))

    async def leave(self, device_num: int) -> None:
        """A desk's stream has ended."""
        if device_num in self._here:
            await self.say(device_num, Opened())

    async def others(self, device_num: int, pat_num: int) -> tuple[OpenElsewhere, ...]:
        """The other desks that have this patient open, by name."""
        query = (
            sa.select(presence.c.places, presence.c.who, device.c.name)
            .join(device, device.c.device_num == presence.c.device_num)
            .where(
                presence.c.pat_num == pat_num,
                presence.c.device_num != device_num,
                presence.c.until_ms >= milliseconds(self._hub.clock.utc()),
                ~device.c.revoked,
            )
            .order_by(device.c.name)
        )
        rows = await self._hub.database.run(lambda connection: connection.execute(query).all())
        return tuple(
            OpenElsewhere(
                desk=row.name,
                places=tuple(Place(each) for each in row.places.split(",") if each),
                who=row.who,
            )
            for row in rows
        )

    def _until(self) -> int:
        return milliseconds(self._hub.clock.utc() + timedelta(seconds=LEASE_SECONDS))

    def _renew(self) -> None:
        if not self._is_renewing:
            self._is_renewing = True
            self._hub.scope.start(self._keep(), "presence")

    async def _keep(self) -> None:
        """Renew the leases of the desks whose streams are open here, as long as there are any."""
        try:
            while self._here:
                await self._hub.clock.sleep(RENEW_SECONDS)
                there = self._hub.stream.connected & self._here.keys()
                renewed = sa.update(presence).where(presence.c.device_num.in_(there))
                await self._hub.database.run(_executing(renewed.values(until_ms=self._until())))
        finally:
            self._is_renewing = False


def _executing(change: sa.Update) -> Callable[[sa.Connection], object]:
    return lambda connection: connection.execute(change)


@answers(OPENED)
async def opened(hub: Hub, asker: Asker, asked: Opened) -> Elsewhere:
    """What this desk has open, and who else has it."""
    there = hub.part(Presence)
    who = await hub.part(OfficeStaff).named(asker, asked.who)
    await there.say(asker.device_num, replace(asked, who=who))
    return Elsewhere(desks=await there.others(asker.device_num, asked.pat_num) if asked.pat_num else ())
