"""What the user enters of a payment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.money.card_numbers import without_card_numbers
from app.domain.money.cautions import of_texts
from app.domain.money.cents import ZERO
from app.domain.money.preview import Way
from app.viewmodels.staff.money.payment.checks import Wrong
from app.viewmodels.staff.money.payment.draft import tick_key

if TYPE_CHECKING:  # the payment has its entries, and passes itself to them
    from app.viewmodels.staff.money.payment.payment import PaymentViewModel


class PaymentEntries:
    """Each entry makes another draft. A card's number never gets into one."""

    def __init__(self, payment: PaymentViewModel) -> None:
        self._payment = payment

    def type_text(self, field: str, text: str) -> None:
        """The text of a field was changed."""
        draft, kept = self._payment.state.draft, without_card_numbers(text)
        changed = draft.with_amount(kept) if field == "amount" else replace(draft, **{field: kept})
        self._payment.use_draft(changed)
        self._refuse_card(field, text)

    def choose_type(self, pay_type: int) -> None:
        """Choose how it is paid."""
        self._payment.use_draft(replace(self._payment.state.draft, pay_type=pay_type))

    def choose_way(self, way: Way, plan: int = 0) -> None:
        """Choose what is paid."""
        self._payment.use_draft(replace(self._payment.state.draft, way=way, plan=plan))

    def tick(self, key: int, *, on: bool) -> None:
        """Pay a procedure or plan charge, by its `tick_key`, or not."""
        debts = self._payment.account.open_debts
        owed = (debt.amount for debt in debts if debt.thing is not None and tick_key(debt.thing) == key)
        self._payment.use_draft(self._payment.state.draft.with_tick(key, next(owed, ZERO), on=on))

    def type_exact(self, key: int, text: str) -> None:
        """The amount of a ticked one was changed."""
        self._payment.use_draft(self._payment.state.draft.with_exact(key, without_card_numbers(text)))
        self._refuse_card(f"exact:{key}", text)

    def _refuse_card(self, field: str, text: str) -> None:
        """Say why a card's number was taken out."""
        if found := of_texts([text]):
            self._payment.say(Wrong(field, found[0].words))
