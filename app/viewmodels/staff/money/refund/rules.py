"""What is entered of a refund, and what is posted."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import msg
from app.domain.money.cautions import Around, Caution, of_refund
from app.domain.money.cents import cents
from app.journal.entries import Entry
from app.services.people.authority import Approval
from app.services.writes.money.money_writes import NewRefund
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.form import FormRules, FormState
from app.viewmodels.staff.money.payment.checks import Wrong
from app.viewmodels.staff.money.refund.payments import PatientPayments
from app.wire.resources.payments import Payments


class RefundDraft(Struct, frozen=True):
    """What was chosen and typed."""

    pay_num: int = 0
    reason: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed; a choice alone is nothing."""
        return not self.reason.strip()


class RefundRules(FormRules):
    """A whole payment with a reason."""

    kinds = ("refund", "refund_note")
    sends = staticmethod(Payments.refund)
    empty = RefundDraft()

    def __init__(self, desk: DeskViewModel, payments: PatientPayments) -> None:
        self._desk = desk
        self._payments = payments

    def begun(self, draft: RefundDraft, **about: Any) -> RefundDraft:
        """Of the payment that the caller names."""
        return replace(draft, pay_num=about.get("pay_num") or draft.pay_num)

    def wrong(self, state: FormState) -> Wrong | None:
        """A payment is needed; the reason is asked for by the cautions."""
        if self._payments.find(state.draft.pay_num) is None:
            return Wrong("pay_num", msg("Choose the payment to refund."))
        if not state.draft.reason.strip():
            return Wrong("reason", msg("Enter the reason for the refund."))
        return None

    def cautions(self, state: FormState) -> list[Caution]:
        """That it is of a plan or refunded already; none before one is chosen and a reason is there."""
        paid, family = self._payments.find(state.draft.pay_num), state.family
        if paid is None or not state.draft.reason.strip():
            return []
        splits = family.rows.splits if family is not None else ()
        on_plan = any(each.PayPlanNum and each.PayNum == paid.PayNum for each in splits)
        around = Around(today=self._desk.now().date())
        refunded = self._payments.is_refunded(paid)
        return of_refund(cents(paid.PayAmt), state.draft.reason, around, on_plan=on_plan, refunded=refunded)

    def posting(self, state: FormState, approval: Approval | None) -> Awaitable[Entry]:
        """Post it."""
        paid = self._payments.find(state.draft.pay_num)
        assert paid is not None and state.person is not None  # noqa: S101, PT018 # it was checked
        new = NewRefund(person=state.person, payment=paid, reason=state.draft.reason)
        return self._desk.parts.money_writes().refund(new, approval, answered=state.asked)
