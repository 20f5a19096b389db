"""All writes of money. Each is posted once; warnings come before anything is kept or sent."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from app.core.clock import Clock
from app.core.text import join
from app.domain.money.cautions import (
    MOST,
    Around,
    Caution,
    locked_through,
    of_adjustment,
    of_amount,
    of_day,
    of_payment,
    of_refund,
    of_texts,
    refusals_first,
    unanswered,
)
from app.domain.money.doubts import Doubt
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, WriteState
from app.services.people.authority import Approval
from app.services.writes.again import EQUALS, meant
from app.services.writes.errors import CannotWrite
from app.services.writes.money.adjustment import NewAdjustment, adjustment_intent
from app.services.writes.money.blocked import in_words_of_money
from app.services.writes.money.deposit import NewDeposit, deposit_intent
from app.services.writes.money.own import equal_here, told_of_twin
from app.services.writes.money.payment import NewPayment, payment_intent
from app.services.writes.money.plan import NewPlan, change_plan_intent, close_plan_intent, plan_intent
from app.services.writes.money.refund import NewRefund, refund_intent
from app.services.writes.money.split import move_split_intent
from app.services.writes.money.twins import TwinWatch
from app.services.writes.steps import THEN
from app.services.writes.writes import Writes
from app.wire.resources.pay_plans import PayPlan
from app.wire.resources.pay_splits import PaySplit

__all__ = [
    "CannotPost",
    "MoneyWrites",
    "NewAdjustment",
    "NewDeposit",
    "NewPayment",
    "NewPlan",
    "NewRefund",
]


FUTURE_ALLOWED, LOCK_DATE, LOCK_DAYS = "FutureTransDatesAllowed", "SecurityLockDate", "SecurityLockDays"
"""The office's preferences that are about dates. Open Dental doesn't apply its lock date to the API."""
DATE_PREFERENCES = (FUTURE_ALLOWED, LOCK_DATE, LOCK_DAYS)
ASK_ABOVE = Decimal(10_000)
"""An amount above it is asked about, whoever posts it; roles have limits of their own."""


class CannotPost(CannotWrite):
    """It was not posted: `cautions` says what has to be changed, or answered first."""

    def __init__(self, cautions: Sequence[Caution]) -> None:
        super().__init__(join([each.words for each in cautions]))
        self.cautions = tuple(cautions)


class MoneyWrites:
    """Each method returns the journal entry: done, refused, unknown, or waiting for the office.

    All raise CannotPost if something stands against it that is not among `answered` (the doubts that the user
    answered with yes), and as `Writes.send` does: NotAllowed, StillSettling (an equal one is not known to be done
    yet). `around` is what the screen knows; without it only the amount, the texts and the date are checked.
    """

    def __init__(
        self,
        writes: Writes,
        clock: Clock,
        twins: TwinWatch,
        initials: Callable[[], str] = str,
        closed: Callable[[int | None], date | None] = lambda _: None,
        preferences: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """`clock` is the office's; `initials` returns those of the person at the desk, which go into notes.

        `closed` returns the last day that was closed here for a clinic (None: it isn't known which), if any was;
        `preferences` those of the office that are about dates, as far as they are known.
        """
        self._preferences = preferences
        self._closed = closed
        self.twins = twins
        self._writes = writes
        self._clock = clock
        self._initials = initials

    def payment_cautions(self, new: NewPayment, around: Around | None = None) -> list[Caution]:
        """What speaks against a payment. Sends nothing."""
        known = self._known(around, new)
        texts = (new.note, new.check_number, new.bank_branch)
        return of_payment(
            new.amount, new.day or known.today, texts, known, prepayment=new.prepayment or new.unallocated
        )

    def adjustment_cautions(self, new: NewAdjustment, around: Around | None = None) -> list[Caution]:
        """What speaks against an adjustment. Sends nothing."""
        known = self._known(around, new)
        sign = "+" if new.adds else "-"
        return of_adjustment(new.amount, new.day or known.today, new.note, known, sign=sign)

    def refund_cautions(self, new: NewRefund, around: Around | None = None) -> list[Caution]:
        """What speaks against a refund. Sends nothing."""
        known = self._with_closed(around, None)
        return of_refund(new.payment.PayAmt, new.reason, known)

    async def take_payment(
        self,
        new: NewPayment,
        approval: Approval | None = None,
        *,
        around: Around | None = None,
        answered: Collection[str] = (),
    ) -> Entry:
        """Post a payment; with exact amounts, its allocation follows as a step."""
        yes = _answers(self.payment_cautions(new, around), answered)
        seen = [each.number for each in self._known(around, new).equal]
        new = replace(new, equals=(*new.equals, *seen))
        intent = payment_intent(new, self._today, initials=self._initials(), answered=yes)
        return await self._send(intent, approval)

    async def refund(
        self,
        new: NewRefund,
        approval: Approval | None = None,
        *,
        around: Around | None = None,
        answered: Collection[str] = (),
    ) -> Entry:
        """Refund a whole payment; the reason follows as a step. Needs 24.4.28."""
        yes = _answers(self.refund_cautions(new, around), answered)
        return await self._send(refund_intent(new, initials=self._initials(), answered=yes), approval)

    async def adjust(
        self,
        new: NewAdjustment,
        approval: Approval | None = None,
        *,
        around: Around | None = None,
        answered: Collection[str] = (),
    ) -> Entry:
        """Post an adjustment."""
        yes = _answers(self.adjustment_cautions(new, around), answered)
        seen = [each.number for each in self._known(around, new).equal]
        new = replace(new, equals=(*new.equals, *seen))
        intent = adjustment_intent(new, self._today, initials=self._initials(), answered=yes)
        return await self._send(intent, approval)

    async def make_plan(self, new: NewPlan, approval: Approval | None = None) -> Entry:
        """Make a dynamic payment plan."""
        _answers(
            refusals_first([*of_texts([new.note]), *of_amount(new.amount, Around(today=self._today))]), ()
        )
        return await self._send(plan_intent(new, self._today, initials=self._initials()), approval)

    async def close_plan(self, person: Person, plan: PayPlan, approval: Approval | None = None) -> Entry:
        """Close a payment plan."""
        return await self._send(close_plan_intent(person, plan), approval)

    async def change_plan(
        self, person: Person, plan: PayPlan, changes: Mapping[str, Any], approval: Approval | None = None
    ) -> Entry:
        """Change terms of a dynamic plan, by the wire's names. Needs 25.3.31."""
        _answers(of_texts([str(changes.get("Note", ""))]), ())
        return await self._send(change_plan_intent(person, plan, changes), approval)

    async def move_split(
        self,
        person: Person,
        split: PaySplit,
        changes: Mapping[str, int],
        to: str,
        approval: Approval | None = None,
    ) -> Entry:
        """Move a split of a payment to another provider or clinic. Needs 25.2.9.

        Raises CannotPost for a payment in a period that the office has locked.
        """
        day = of_day(split.DatePay or self._today, self._with_closed(None, split.ClinicNum), future=True)
        _answers([each for each in day if each.doubt is Doubt.LOCKED], ())
        return await self._send(move_split_intent(person, split, changes, to), approval)

    async def make_deposit(self, new: NewDeposit, approval: Approval | None = None) -> Entry:
        """Make a deposit slip."""
        _answers(of_texts([new.memo, new.bank_account, new.batch]), ())
        return await self._send(deposit_intent(new, self._today, initials=self._initials()), approval)

    def is_receiptable(self, entry: Entry) -> bool:
        """Whether a receipt may be printed: the money is on the account, and no step of it is still open."""
        return bool((entry.answer or {}).get("PayNum")) and self.is_finished(entry)

    def is_finished(self, entry: Entry) -> bool:
        """Whether a write is done, and each of its steps done or refused."""
        if entry.state is not WriteState.DONE:
            return False
        if not entry.answer:  # a person looked and decided: no step can follow a row without a number
            return True
        steps = self._writes.steps.after(entry)
        return len(steps) >= len(entry.intent.context.get(THEN, ())) and all(
            each.state.settled for each in steps
        )

    def close(self) -> None:
        """Stop following what was posted."""
        self.twins.close()

    async def _send(self, intent: Intent, approval: Approval | None) -> Entry:
        may_be_equal = EQUALS in intent.context  # a refund may not: a payment is refunded once
        if may_be_equal and told_of_twin(self._writes.recent(), intent.subject, self._clock):
            intent = meant(intent)
        return await in_words_of_money(self._writes.send(intent, approval))

    @property
    def _today(self) -> date:
        return self._clock.now().date()

    def _known(self, around: Around | None, new: NewPayment | NewAdjustment) -> Around:
        """What is known around a posting, with the equal ones that this desk has made today."""
        known = self._with_closed(around, new.clinic if isinstance(new, NewPayment) else None)
        if not new.amount.is_finite() or abs(new.amount) >= MOST:
            return known
        intent = (
            payment_intent(new, self._today)
            if isinstance(new, NewPayment)
            else adjustment_intent(new, self._today)
        )
        here = equal_here(self._writes.recent(), intent, self._clock)
        others = [each for each in known.equal if each.number not in {one.number for one in here}]
        return replace(known, equal=(*here, *others))

    def _with_closed(self, around: Around | None, clinic: int | None) -> Around:
        """What is known around a posting, with the days that are closed here or in the office, and the limit."""
        known, preferences = around or Around(today=self._today), self._preferences()
        locked = locked_through(preferences.get(LOCK_DATE, ""), preferences.get(LOCK_DAYS, ""), known.today)
        return replace(
            known,
            closed_through=known.closed_through or self._closed(clinic),
            locked_through=known.locked_through or locked,
            future_allowed=known.future_allowed or preferences.get(FUTURE_ALLOWED) == "1",
            limit=known.limit or ASK_ABOVE,
        )


def _answers(cautions: Iterable[Caution], answered: Collection[str]) -> list[str]:
    """The questions that were answered with yes. Raises CannotPost for what is left."""
    found = list(cautions)
    if left := unanswered(found, answered):
        raise CannotPost(left)
    return [each.doubt.value for each in found]
