"""The same payment at two desks: the second one is asked before it goes, also within the same moment.

A desk claims a payment before it is sent. Whoever comes second with an equal one is refused, and the first one is
told; a person who was asked, and goes on, sends it with `ANYWAY`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.hub.database.office_tables import payment_claim as table
from app.hub.handling import Asker
from app.hub.hub import Hub
from app.hub.stream import Audience
from app.wire.endpoint import Endpoint
from app.wire.hub.stream import TwinPayment

POSTS = "Payments.create"
CLAIMED_MS = 600_000
"""Later an equal payment is another one; the desk's own questions remain."""


class Claim:
    """One payment that a device is about to post."""

    def __init__(self, mark: str, pat_num: int, asker: Asker) -> None:
        self.mark = mark
        self.pat_num = pat_num
        self.asker = asker
        self.before: dict[str, Any] | None = None
        """Of an equal payment before this one, which may have been posted."""


class Twins:
    """`hub.part(Twins)`."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def claim_of(self, endpoint: Endpoint, arguments: Mapping[str, Any], asker: Asker) -> Claim | None:
        """The claim that a call needs; None: it posts no payment."""
        if endpoint.name != POSTS:
            return None
        day = arguments.get("PayDate") or self._hub.clock.now().date()
        return Claim(
            self._mark(arguments["PatNum"], Decimal(arguments["PayAmt"]), day), arguments["PatNum"], asker
        )

    async def take(self, claim: Claim, *, anyway: bool) -> bool:
        """Claim it. False: another device has it, and is told; `anyway`: a person has decided to post it too."""
        try:
            holder = await self._hub.database.run(
                lambda connection: self._take(connection, claim, anyway=anyway)
            )
        except sa.exc.IntegrityError:  # another hub has inserted it in the same moment: now it is there
            holder = await self._hub.database.run(
                lambda connection: self._take(connection, claim, anyway=anyway)
            )
        if holder is None:
            return True
        told = TwinPayment(claim.asker.name, claim.pat_num)
        self._hub.stream.tell(told, to=Audience(only=holder))
        return False

    async def give_up(self, claim: Claim) -> None:
        """It was certainly not posted; an equal one before it may have been."""
        mine = (table.c.mark == claim.mark) & (table.c.device_num == claim.asker.device_num)
        undo = sa.delete(table) if claim.before is None else sa.update(table).values(**claim.before)
        await self._hub.database.run(lambda connection: connection.execute(undo.where(mine)))

    def _take(self, connection: sa.Connection, claim: Claim, *, anyway: bool) -> int | None:
        """The number of the other device that has it; None: claimed."""
        now = int(self._hub.clock.utc().timestamp() * 1000)
        connection.execute(sa.delete(table).where(table.c.at_ms < now - CLAIMED_MS))
        values = {"device_num": claim.asker.device_num, "device": claim.asker.name, "at_ms": now}
        here = table.c.mark == claim.mark
        row = connection.execute(sa.select(table).where(here).with_for_update()).one_or_none()
        if row is None:
            connection.execute(sa.insert(table).values(mark=claim.mark, **values))
            claim.before = None
            return None
        if row.device_num != claim.asker.device_num and not anyway:
            return int(row.device_num)
        claim.before = {name: getattr(row, name) for name in values}
        connection.execute(sa.update(table).where(here).values(**values))
        return None

    def _mark(self, pat_num: int, amount: Decimal, day: date) -> str:
        """The numbers alone could be tried out, so the hub's certificate goes with them."""
        text = f"{pat_num} {amount:.2f} {day.isoformat()}"
        key = hashlib.sha256(self._hub.certificate.encode()).digest()
        return hashlib.blake2b(text.encode(), key=key, digest_size=32).hexdigest()
