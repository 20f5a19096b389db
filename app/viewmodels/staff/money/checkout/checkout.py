"""Checkout: one panel for the patient who leaves, with the payment inside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.schedule.visit import Person
from app.services.money.checkout import CheckoutDay, checkout_day
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.checkout.coming import CheckoutComing
from app.viewmodels.staff.money.checkout.state import (
    CheckoutState,
    due_words,
    insurance_words,
    pays_words,
    treated_rows,
)
from app.viewmodels.staff.money.checkout.walkout import CheckoutPapers
from app.viewmodels.staff.money.payment.draft import PaymentDraft, write_amount
from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.translation import tr


class CheckoutViewModel(QObject):
    """`changed` follows `state`; `finished`: the panel can close. The payment has signals of its own."""

    changed = Signal()
    finished = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.desk = desk
        self.payment = PaymentViewModel(desk)
        self.coming = CheckoutComing(desk, self)
        self.papers = CheckoutPapers(desk, self)
        self.state = CheckoutState()
        self.day: CheckoutDay | None = None
        """None: the account isn't known."""
        self._offered = False
        """Whether what is due was put into the amount: once, since it may be changed."""
        self._proposed = ""
        self.payment.finished.connect(self.finished)
        self.payment.changed.connect(self._show)
        self.coming.changed.connect(self._show)

    @property
    def person(self) -> Person | None:
        """Who leaves; None: the panel is closed."""
        return self.payment.person

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not posted; what was only proposed is nothing."""
        return self.payment.is_dirty and not self._only_proposed

    @property
    def is_paid(self) -> bool:
        """Whether a payment was posted from here."""
        return self.payment.state.phase is Phase.DONE

    def begin(self, person: Person, **_about: Any) -> None:
        """Open it; a payment that was begun here for the same patient is there again."""
        if self.person is not None and self.person.pat_num == person.pat_num:
            return
        self.leave()
        self.payment.begin(person)
        self._offered = not self.payment.state.draft.is_empty
        self.coming.show(person)
        self._show()

    def leave(self) -> None:
        """The panel was closed or replaced."""
        if self._only_proposed:
            self.payment.use_draft(PaymentDraft(pay_type=self.payment.types.usual))
        self.payment.leave()
        self.coming.show(None)
        self.state, self.day, self._proposed = CheckoutState(), None, ""

    def close(self) -> None:
        """The desk was closed."""
        self.coming.close()
        self.payment.close()

    def print(self) -> None:
        """Print the walkout statement."""
        self._make(self.papers.print)

    def print_all(self) -> None:
        """Print the walkout statement, and the receipt of what was just paid."""
        self.print()
        if self.is_paid:
            self.payment.receipt.print()

    def save(self) -> None:
        """Save the walkout statement as a PDF."""
        self._make(self.papers.save)

    def store(self) -> None:
        """Upload the walkout statement to the patient's documents."""
        self._make(self.papers.store)

    def _make(self, do: Callable[..., None]) -> None:
        state = self.payment.state
        if state.person is not None:
            do(state.person, state.entry if self.is_paid else None, self.coming.on_paper)

    @property
    def _only_proposed(self) -> bool:
        draft = self.payment.state.draft
        others = PaymentDraft(amount=draft.amount, pay_type=draft.pay_type)
        return bool(self._proposed) and draft == others and draft.amount == self._proposed

    def _show(self) -> None:
        """Derive the summary; propose what is due today, once it is known."""
        payment, person = self.payment.state, self.person
        if person is None:
            return
        family, today = payment.family, self.desk.now().date()
        known = family is not None and family.complete
        self.day = checkout_day(family, person.pat_num, today) if family is not None else None
        day = self.day or CheckoutDay()
        hint = ""
        if family is None:
            hint = payment.account_words
        elif not day.treated:
            hint = tr("Nothing was completed today. Procedures are set complete in Open Dental.")
        self.state = CheckoutState(
            treated_rows(day),
            hint,
            insurance_words(day),
            due_words(day),
            bool(day.due),
            self.coming.rows,
            pays_words(payment),
        )
        if known and not self._offered:
            self._offered = True
            if day.due and payment.is_entering and payment.draft.is_empty:
                self._proposed = write_amount(day.due)
                self.payment.entries.type_text("amount", self._proposed)
        self.changed.emit()
