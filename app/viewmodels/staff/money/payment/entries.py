"""What the user enters of a payment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.money.allocation import Thing
from app.domain.money.card_numbers import without_card_numbers
from app.domain.money.cautions import of_texts
from app.domain.money.cents import ZERO
from app.domain.money.preview import Way
from app.viewmodels.staff.money.payment.checks import Field, Wrong

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

    def tick(self, thing: Thing, *, on: bool) -> None:
        """Pay a procedure or plan charge, or not."""
        owed = (debt.amount for debt in self._payment.account.open_debts if debt.thing == thing)
        self._payment.use_draft(self._payment.state.draft.with_tick(thing, next(owed, ZERO), on=on))

    def type_exact(self, thing: Thing, text: str) -> None:
        """The amount of a ticked one was changed."""
        self._payment.use_draft(self._payment.state.draft.with_exact(thing, without_card_numbers(text)))
        self._refuse_card(thing, text)

    def _refuse_card(self, field: Field, text: str) -> None:
        """Say why a card's number was taken out."""
        if found := of_texts([text]):
            self._payment.say(Wrong(field, found[0].words))
