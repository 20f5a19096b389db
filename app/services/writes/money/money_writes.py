"""All writes of money. Each is posted once; what stands against it is said before anything is kept or sent."""

from __future__ import annotations

from collections.abc import Callable

from app.core.clock import Clock
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, WriteState
from app.services.people.authority import Approval
from app.services.writes.money.adjustment import NewAdjustment, adjustment_intent
from app.services.writes.money.deposit import NewDeposit, deposit_intent
from app.services.writes.money.payment import NewPayment, payment_intent
from app.services.writes.money.plan import NewPlan, close_plan_intent, plan_intent
from app.services.writes.money.refund import NewRefund, refund_intent
from app.services.writes.steps import THEN
from app.services.writes.writes import Writes
from app.wire.resources.pay_plans import PayPlan

__all__ = ["MoneyWrites", "NewAdjustment", "NewDeposit", "NewPayment", "NewPlan", "NewRefund"]


class MoneyWrites:
    """Each method returns the journal entry: done, refused, unknown, or waiting for the office.

    All raise as `Writes.send` does: NotAllowed, StillSettling (an equal one is not known to be done yet).
    """

    def __init__(self, writes: Writes, clock: Clock, initials: Callable[[], str] = str) -> None:
        """`clock` is the office's; `initials` returns those of the person at the desk, which go into notes."""
        self._writes = writes
        self._clock = clock
        self._initials = initials

    async def take_payment(self, new: NewPayment, approval: Approval | None = None) -> Entry:
        """Post a payment; with exact amounts, its allocation follows as a step."""
        return await self._send(
            payment_intent(new, self._clock.now().date(), initials=self._initials()), approval
        )

    async def refund(self, new: NewRefund, approval: Approval | None = None) -> Entry:
        """Refund a whole payment; the reason follows as a step. Needs 24.4.28."""
        return await self._send(refund_intent(new, initials=self._initials()), approval)

    async def adjust(self, new: NewAdjustment, approval: Approval | None = None) -> Entry:
        """Post an adjustment."""
        return await self._send(
            adjustment_intent(new, self._clock.now().date(), initials=self._initials()), approval
        )

    async def make_plan(self, new: NewPlan, approval: Approval | None = None) -> Entry:
        """Make a dynamic payment plan."""
        return await self._send(
            plan_intent(new, self._clock.now().date(), initials=self._initials()), approval
        )

    async def close_plan(self, person: Person, plan: PayPlan, approval: Approval | None = None) -> Entry:
        """Close a payment plan."""
        return await self._send(close_plan_intent(person, plan), approval)

    async def make_deposit(self, new: NewDeposit, approval: Approval | None = None) -> Entry:
        """Make a deposit slip."""
        return await self._send(
            deposit_intent(new, self._clock.now().date(), initials=self._initials()), approval
        )

    def is_receiptable(self, entry: Entry) -> bool:
        """Whether a receipt may be printed: the money is on the account, and no step of it is still open."""
        if entry.state is not WriteState.DONE or not (entry.answer or {}).get("PayNum"):
            return False
        steps = self._writes.steps.after(entry)
        return len(steps) >= len(entry.intent.context.get(THEN, ())) and all(
            each.state.settled for each in steps
        )

    async def _send(self, intent: Intent, approval: Approval | None) -> Entry:
        return await self._writes.send(intent, approval)
