"""What the user enters of a payment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.money.allocation import Kind
from app.domain.money.cautions import of_texts
from app.domain.money.cents import ZERO
from app.domain.money.preview import Way
from app.viewmodels.staff.money.payment.checks import Wrong

if TYPE_CHECKING:  # the payment has its entries, and passes itself to them
    from app.viewmodels.staff.money.payment.payment import PaymentViewModel


class PaymentEntries:
    """Each entry makes another draft. A card's number never gets into one."""

    def __init__(self, payment: PaymentViewModel) -> None:
        self._payment = payment

    def type_text(self, field: str, text: str) -> None:
        """The text of a field was changed."""
        draft = self._payment.state.draft
        if not self._refuses_card(field, text):
            changed = draft.with_amount(text) if field == "amount" else replace(draft, **{field: text})
            self._payment.use_draft(changed)

    def choose_type(self, pay_type: int) -> None:
        """Choose how it is paid."""
        self._payment.use_draft(replace(self._payment.state.draft, pay_type=pay_type))

    def choose_way(self, way: Way, plan: int = 0) -> None:
        """Choose what is paid."""
        self._payment.use_draft(replace(self._payment.state.draft, way=way, plan=plan))

    def tick(self, proc_num: int, *, on: bool) -> None:
        """Pay a procedure, or not."""
        thing = Kind.PROCEDURE, proc_num
        debts = self._payment.account.open_debts
        owed = next((debt.amount for debt in debts if debt.thing == thing), ZERO)
        self._payment.use_draft(self._payment.state.draft.with_tick(proc_num, owed, on=on))

    def type_exact(self, proc_num: int, text: str) -> None:
        """The amount of a ticked procedure was changed."""
        if not self._refuses_card(f"exact:{proc_num}", text):
            self._payment.use_draft(self._payment.state.draft.with_exact(proc_num, text))

    def _refuses_card(self, field: str, text: str) -> bool:
        """Whether a text is a card's number: the field shows what it had before."""
        if not (found := of_texts([text])):
            return False
        self._payment.use_draft(self._payment.state.draft)
        self._payment.say(Wrong(field, found[0].words))
        return True
