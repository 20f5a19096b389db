"""What is entered of a payment plan, its schedule, and what is posted."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import join, msg
from app.domain.money.allocation import Kind
from app.domain.money.cautions import Around, Caution, of_amount, of_texts, refusals_first
from app.domain.money.cents import ZERO, total
from app.domain.money.covered import Link, planned_amounts
from app.domain.money.installments import (
    Installment,
    Terms,
    due_on,
    installments,
    payment_for,
)
from app.journal.entries import Entry
from app.services.people.authority import Approval
from app.services.writes.money.money_writes import NewPlan
from app.viewmodels.inline.kinds import DateKind
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.form import FormRules, FormState
from app.viewmodels.staff.money.payment.checks import Wrong
from app.viewmodels.staff.money.payment.draft import read_typed
from app.wire.resources.pay_plans import PayPlanFrequency, PayPlans

MOST_PAYMENTS, MOST_APR = 1000, 100
FAR_AHEAD = 3650
"""Days ahead within which a first due date is understood."""


class PlanDraft(Struct, frozen=True):
    """Texts as typed, numbers as chosen."""

    ticked: frozenset[int] = frozenset()
    """ProcNums."""
    payments: str = "6"
    """How many; a number or empty."""
    amount: str = ""
    """The amount of each, instead of how many."""
    frequency: str = PayPlanFrequency.MONTHLY.value
    first_due: str = ""
    """Empty: one month from today."""
    down: str = ""
    apr: str = ""
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ticked or typed."""
        return not self.ticked and not self.note.strip()


class Schedule(Struct, frozen=True):
    """What a plan would charge, to the cent."""

    principal: Decimal
    """What is owed on the ticked procedures."""
    down: Decimal
    payment: Decimal
    """Each installment, interest included."""
    rows: tuple[Installment, ...]

    @property
    def interest(self) -> Decimal:
        """All of it."""
        return total(each.interest for each in self.rows)


class PlanRules(FormRules):
    """A dynamic plan over ticked procedures."""

    kinds = ("payplan", "payplan_end", "payplan_terms")
    sends = staticmethod(PayPlans.create_dynamic)
    empty = PlanDraft()

    def __init__(self, desk: DeskViewModel) -> None:
        self._desk = desk

    def begun(self, draft: PlanDraft, **about: Any) -> PlanDraft:
        """As it was: a plan that the caller names is in the list above."""
        return draft

    def wrong(self, state: FormState) -> Wrong | None:
        """Procedures and terms are needed that can end the plan."""
        if not state.draft.ticked:
            return Wrong("ticked", msg("Tick the procedures that the plan covers."))
        found = self.plan_of(state)
        return found if isinstance(found, Wrong) else None

    def cautions(self, state: FormState) -> list[Caution]:
        """The amount and the note, once there is a schedule."""
        found = self.plan_of(state)
        if isinstance(found, Wrong) or not state.draft.ticked:
            return []
        around = Around(today=self._today)
        return refusals_first([*of_texts([state.draft.note]), *of_amount(found.principal, around)])

    def posting(self, state: FormState, approval: Approval | None) -> Awaitable[Entry]:
        """Make it."""
        draft, found = state.draft, self.plan_of(state)
        assert isinstance(found, Schedule) and state.person is not None  # noqa: S101, PT018 # it was checked
        count = 0 if draft.amount.strip() else int(draft.payments)
        new = NewPlan(
            person=state.person,
            procedures=tuple(sorted(draft.ticked)),
            amount=found.principal,
            payment=found.payment if not count else ZERO,
            payments=count,
            guarantor=state.family.guarantor if state.family is not None else 0,
            apr=_percent(draft.apr) or ZERO,
            down_payment=found.down,
            frequency=PayPlanFrequency(draft.frequency),
            first_due=self._first_due(draft),
            note=draft.note,
            equals=tuple(row.PayPlanNum for row in state.family.rows.plans) if state.family else (),
        )
        return self._desk.parts.money_writes().make_plan(new, approval)

    def plan_of(self, state: FormState) -> Schedule | Wrong:
        """The schedule of what was entered, or what is wrong with it."""
        draft, principal = state.draft, owed_on(state)
        down = read_typed(draft.down).value if draft.down.strip() else ZERO
        if down is None or down >= max(principal, Decimal("0.01")):
            return Wrong("down", msg("The down payment must be less than the total."))
        apr = _percent(draft.apr)
        if apr is None:
            return Wrong("apr", msg("Enter the yearly interest in percent, such as 6."))
        first = self._first_due(draft)
        if first is None or first < self._today:
            return Wrong("first_due", msg("Enter the date of the first payment, today or later."))
        frequency = PayPlanFrequency(draft.frequency)
        payment = _payment(draft, principal - down, apr, frequency)
        if isinstance(payment, Wrong):
            return payment
        try:
            rows = tuple(installments(principal - down, Terms(first, frequency, payment, apr)))
        except (ValueError, OverflowError):
            return Wrong("amount", msg("These payments don't pay it off. Enter more for each."))
        return Schedule(principal, down, payment, rows)

    def _first_due(self, draft: PlanDraft) -> date | None:
        if not draft.first_due.strip():
            return due_on(self._today, PayPlanFrequency.MONTHLY, 1)
        latest = date.fromordinal(self._today.toordinal() + FAR_AHEAD)
        found = DateKind(latest).parse(draft.first_due).value
        return found if isinstance(found, date) and not isinstance(found, datetime) else None

    @property
    def _today(self) -> date:
        return self._desk.now().date()


def owed_on(state: FormState) -> Decimal:
    """What the office would put on the plan: the patient portion of each ticked procedure."""
    if state.family is None:
        return ZERO
    links = [Link(num, 0, (Kind.PROCEDURE, num)) for num in sorted(state.draft.ticked)]
    return total(planned_amounts(links, state.family.account).values())


def with_tick(draft: PlanDraft, proc_num: int, *, on: bool) -> PlanDraft:
    """With a procedure ticked, or not."""
    return replace(draft, ticked=draft.ticked | {proc_num} if on else draft.ticked - {proc_num})


def _payment(draft: PlanDraft, rest: Decimal, apr: Decimal, frequency: PayPlanFrequency) -> Decimal | Wrong:
    if draft.amount.strip():
        typed = read_typed(draft.amount)
        if typed.value is None:
            return Wrong("amount", join([typed.problem or msg("Enter the amount of each payment.")]))
        return typed.value
    text = draft.payments.strip()
    if not text.isdecimal() or not 1 <= int(text) <= MOST_PAYMENTS:
        return Wrong("payments", msg("Enter the number of payments, from 1 to 1000."))
    return payment_for(rest, int(text), apr, frequency)


def _percent(text: str) -> Decimal | None:
    if not text.strip():
        return ZERO
    try:
        found = Decimal(text.strip().rstrip("%").replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() and 0 <= found <= MOST_APR else None
