"""The rights of the person at the desk, asked of the hub's own list of people before a write is passed on."""

from __future__ import annotations

from decimal import Decimal

from app.api import errors
from app.api.need import Need
from app.api.transport import Answer
from app.domain.money.adjustment_types import AdjustmentType
from app.domain.people.rights import Demand, Right
from app.hub.handling import Asker, Refusal
from app.hub.hub import Hub
from app.hub.office.call_demands import ANY
from app.hub.office.office_reads import list_rows
from app.hub.office.reading import PassedCall
from app.hub.office.rights import demands_of_call, needs_rights
from app.hub.office.writing import made_num
from app.hub.shared.sign_ins import Used
from app.hub.shared.staff import OfficeStaff
from app.wire.resources.definitions import Definitions

ADJUSTMENT_TYPES = 1
"""The category of definitions that has them."""
ADDS = "+"
STEPS = frozenset({"Payments.update", "Payments.allocate"})
"""What follows a new payment as a step of it: its rights were asked for with the first step."""
STEP_SECONDS = 600.0
OF_A_PAYMENT = frozenset({"Payments.refund", "Payments.update"})
"""What is limited by the amount of a payment that is there."""


class Roles:
    """`hub.part(Roles)`."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._types: dict[int, AdjustmentType] = {}
        self._made: dict[tuple[int, int], float] = {}

    async def allow(self, call: PassedCall, asker: Asker, *, anyway: bool) -> Used | None:
        """The consents that were used up for it, usually none; None: the person at this desk may not do it.

        `anyway`: in spite of a question. Raises the client's errors where the office has to be asked for it.
        """
        if not needs_rights(call.endpoint) or self._is_step(call, asker):
            return ()
        staff = self._hub.part(OfficeStaff)
        demands = await self._demands(call, anyway=anyway)
        if not demands:
            return ()
        try:
            return (await staff.check_once(asker.device_num, asker.person, demands))[1]
        except Refusal:
            return None

    async def give_back(self, used: Used) -> None:
        """It was certainly not sent, and the desk sends it again."""
        await self._hub.part(OfficeStaff).sign_ins.give_back(used)

    def passed(self, call: PassedCall, asker: Asker, answer: Answer) -> None:
        """A write was done: what follows a payment needs no further right."""
        made = made_num(call, answer)
        if call.endpoint.name in ("Payments.create", "Payments.refund") and made:
            now = self._hub.clock.monotonic()
            self._made = {each: at for each, at in self._made.items() if now - at < STEP_SECONDS}
            self._made[asker.device_num, made] = now

    def _is_step(self, call: PassedCall, asker: Asker) -> bool:
        at = self._made.get((asker.device_num, int(call.arguments.get("PayNum", 0))))
        fresh = at is not None and self._hub.clock.monotonic() - at < STEP_SECONDS
        return call.endpoint.name in STEPS and fresh

    async def _demands(self, call: PassedCall, *, anyway: bool) -> list[Demand]:
        await self._know_type(int(call.arguments.get("AdjType") or 0))
        today = self._hub.clock.now().date()
        demands = demands_of_call(call.endpoint, call.arguments, today, self._writes_off)
        if call.endpoint.name in OF_A_PAYMENT:
            paid = await self._paid(int(call.arguments["PayNum"]))
            # the note of a refund is its step, also at another hub than the one that passed the refund on
            demands = [Demand(each.right, abs(paid)) for each in demands]
        if anyway and demands:
            first = demands[0]
            demands.append(Demand(Right.OVERRIDE, first.amount, first.adj_type, first.days_back))
        return demands

    async def _know_type(self, adj_type: int) -> None:
        """Read the adjustment types if this one isn't known; a renamed one is read again as any list is."""
        if not adj_type:
            return
        rows = await list_rows(self._hub, Definitions.list, Category=ADJUSTMENT_TYPES)
        self._types = {
            row.DefNum: AdjustmentType(row.DefNum, row.ItemName, row.ItemValue.strip() == ADDS)
            for row in rows
        }

    def _writes_off(self, adj_type: int) -> bool:
        """A type that nobody may choose any more, a hidden one, may be anything."""
        found = self._types.get(adj_type)
        return found is None or found.writes_off

    async def _paid(self, pay_num: int) -> Decimal:
        """What a payment is: the sum of its splits, because no method returns a payment by its number.

        Without splits it may be anything. One that the office doesn't have is the office's to refuse.
        """
        try:
            rows = await self._hub.office.at(Need.CLICK).pay_splits.list(PayNum=pay_num)
        except errors.Refused as refused:
            if type(refused) in (errors.Refused, errors.NotFound):
                return ANY
            raise
        return sum((row.SplitAmt for row in rows), Decimal(0)) if rows else ANY
