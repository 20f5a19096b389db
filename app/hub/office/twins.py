"""The same money at two desks: the second one is asked before it goes, also within the same moment.

A desk claims what it posts before it is sent. Whoever comes second with an equal one is refused, and the first one is
told; a person who was asked, and goes on, sends it with `ANYWAY`. A payment is refunded once: there is no second one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from app.hub.database.office_tables import payment_claim as table
from app.hub.handling import Asker
from app.hub.hub import Hub
from app.hub.stream import Audience
from app.wire.endpoint import Endpoint
from app.wire.hub.stream import Posted, TwinPosting

CLAIMED_MS = 600_000
"""Later an equal one is another one; the desk's own questions remain."""

Arguments = Mapping[str, Any]


class Claim:
    """What a device is about to post."""

    def __init__(self, mark: str, what: Posted, pat_num: int, asker: Asker) -> None:
        """`pat_num` 0: the call doesn't say whose account it is."""
        self.mark = mark
        self.what = what
        self.pat_num = pat_num
        self.asker = asker
        self.before: dict[str, Any] | None = None
        """Of an equal one before this one, which may have been posted."""


class _Posts(Struct, frozen=True):
    """A method that posts money. `same`: what an equal one has in common with it; empty: nothing to compare."""

    what: Posted
    same: Callable[[Arguments, date], str]


def _amount_of_day(amount: str, day: str) -> Callable[[Arguments, date], str]:
    """The patient, the signed amount and the day."""

    def same(arguments: Arguments, today: date) -> str:
        return f"{arguments['PatNum']} {Decimal(arguments[amount]):.2f} {arguments.get(day) or today}"

    return same


def _plan(arguments: Arguments, today: date) -> str:
    return f"{arguments['PatNum']} {arguments.get('PayPlanDate') or today}"


def _refund(arguments: Arguments, _: date) -> str:
    return f"{arguments['PayNum']}"


def _insurance(arguments: Arguments, _: date) -> str:
    claims = arguments.get("claimNums") or [arguments.get("claimNum")]
    return f"{sorted(map(str, claims))} {Decimal(arguments['CheckAmt']):.2f}"


def _supplement(arguments: Arguments, _: date) -> str:
    return f"supplement {arguments['ClaimProcNum']} {Decimal(arguments.get('InsPayAmt') or 0):.2f}"


def _deposit(arguments: Arguments, _: date) -> str:
    """What is deposited. An empty slip, all that older offices make, is like any other."""
    numbers = [sorted(arguments.get(name) or ()) for name in ("payNums", "claimPaymentNums")]
    return f"{numbers}" if any(numbers) else ""


POSTS = {
    "Payments.create": _Posts(Posted.PAYMENT, _amount_of_day("PayAmt", "PayDate")),
    "Payments.refund": _Posts(Posted.REFUND, _refund),
    "Adjustments.create": _Posts(Posted.ADJUSTMENT, _amount_of_day("AdjAmt", "AdjDate")),
    "PayPlans.create": _Posts(Posted.PLAN, _plan),
    "PayPlans.create_dynamic": _Posts(Posted.PLAN, _plan),
    "ClaimPayments.create": _Posts(Posted.INSURANCE, _insurance),
    "ClaimPayments.create_batch": _Posts(Posted.INSURANCE, _insurance),
    "ClaimProcs.create_supplemental": _Posts(Posted.INSURANCE, _supplement),
    "Deposits.create": _Posts(Posted.DEPOSIT, _deposit),
}
"""Every method that makes a row with an amount."""


class Twins:
    """`hub.part(Twins)`."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def claim_of(self, endpoint: Endpoint, arguments: Arguments, asker: Asker) -> Claim | None:
        """The claim that a call needs; None: it posts no money."""
        posts = POSTS.get(endpoint.name)
        same = "" if posts is None else posts.same(arguments, self._hub.clock.now().date())
        if posts is None or not same:
            return None
        return Claim(self._mark(posts.what, same), posts.what, int(arguments.get("PatNum", 0)), asker)

    async def take(self, claim: Claim, *, anyway: bool) -> bool:
        """Claim it. False: another device has it, and is told; `anyway`: a person has decided to post it too."""
        anyway = anyway and claim.what is not Posted.REFUND
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
        told = TwinPosting(claim.asker.name, claim.pat_num, claim.what)
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

    def _mark(self, what: Posted, same: str) -> str:
        """The numbers alone could be tried out, so the hub's certificate goes with them."""
        key = hashlib.sha256(self._hub.certificate.encode()).digest()
        return hashlib.blake2b(f"{what} {same}".encode(), key=key, digest_size=32).hexdigest()
