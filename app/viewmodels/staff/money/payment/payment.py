"""Take a payment: entered, shown split, posted once."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.money.cautions import Around, Caution, unanswered
from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.writes.money.money_writes import NewPayment
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.pay_types import PayTypes
from app.viewmodels.staff.money.payment.account import PaymentAccount
from app.viewmodels.staff.money.payment.again import draft_of
from app.viewmodels.staff.money.payment.attempt import PaymentAttempt
from app.viewmodels.staff.money.payment.checks import Wrong, around_payment, new_payment, what_is_wrong
from app.viewmodels.staff.money.payment.draft import PaymentDraft
from app.viewmodels.staff.money.payment.entries import PaymentEntries
from app.viewmodels.staff.money.payment.kept import KeptDrafts
from app.viewmodels.staff.money.payment.receipt import PaymentReceipt
from app.viewmodels.staff.money.payment.state import PaymentState, Phase
from app.viewmodels.translation import typed
from app.wire.resources.payments import Payments


class PaymentViewModel(QObject):
    """`changed` follows `state`; `finished`: the panel can close; `missing`: the Field to be looked at."""

    changed = Signal()
    finished = Signal()
    missing = Signal(object)

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.desk = desk
        self.types = PayTypes(desk, self)
        self.attempt = PaymentAttempt(desk, self)
        self.receipt = PaymentReceipt(desk, lambda: self.state, self)
        self.state = PaymentState()
        self._drafts = KeptDrafts()
        self.account = PaymentAccount(desk, self)
        self.entries = PaymentEntries(self)
        self.account.changed.connect(self._use_account)
        self.types.changed.connect(self._use_types)
        self.attempt.changed.connect(self._show)
        self.attempt.done.connect(lambda _: self._show())
        self.attempt.refused.connect(self._refused)

    @property
    def person(self) -> Person | None:
        """Whose payment it is; None: the panel is closed."""
        return self.state.person

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not posted."""
        return self.state.person is not None and self.state.is_entering and not self.state.draft.is_empty

    @property
    def takes_exact(self) -> bool:
        """Whether the office takes an amount for each procedure."""
        return bool(self.desk.parts.client.can(Payments.allocate))

    # --- the panel -----------------------------------------------------------------------------------------

    def begin(
        self, person: Person, *, amount: Decimal | None = None, plan: int = 0, entry: Entry | None = None
    ) -> None:
        """Open it for a patient; what was typed before is there again, unless another amount is proposed.

        `plan`: a dynamic plan that is paid. `entry`: a refused payment, to go on with.
        """
        if entry is not None:
            self._begin_again(person, entry)
            return
        if self.person is not None and self.person.pat_num == person.pat_num:
            if (amount is not None or plan) and self.state.is_entering:
                self.use_draft(self.state.draft.proposed(amount, plan))
            return
        self.leave()
        kept = self._drafts.take(person.pat_num)
        draft = (kept or PaymentDraft()).proposed(amount, plan)
        self.state = PaymentState(person=person, draft=draft, resumed=kept is not None)
        self.attempt.take_up(person.pat_num)
        self.types.read()
        self._use_types()
        self.account.show(person.pat_num)

    def _begin_again(self, person: Person, entry: Entry) -> None:
        if self.person == person and self.attempt.replaced == entry.id:
            return
        self.leave()
        typed_since = self._drafts.take_of(person.pat_num, entry.id)
        self._drafts.put(person.pat_num, typed_since or draft_of(entry, self.desk.now().date()), entry.id)
        self.begin(person)
        if self.state.is_entering:
            self.attempt.follow_refused(entry)

    def leave(self) -> None:
        """The panel was closed or replaced: what was typed is kept, and what was sent goes on by itself."""
        if self.person is None:
            return
        if self.is_dirty:
            self._drafts.put(self.person.pat_num, self.state.draft, self.attempt.replaced)
        self.state = PaymentState()
        self.account.show(0)
        self.attempt.leave()

    def start_over(self) -> None:
        """Another payment of the same patient: one that was begun before, else an empty form."""
        self.attempt.leave()
        kept = self._drafts.take(self.person.pat_num) if self.person is not None else None
        self.state = replace(
            self.state, phase=Phase.ENTERING, resumed=kept is not None, refusal="", problem="", entry=None
        )
        if self.person is not None:
            self.account.show(self.person.pat_num)
        self.use_draft(kept or PaymentDraft(pay_type=self.types.usual))

    def close(self) -> None:
        """The desk was closed."""
        self.account.close()
        self.attempt.close()

    # --- posting -------------------------------------------------------------------------------------------

    def check(self) -> bool:
        """Say what is missing. Returns whether it can be posted."""
        wrong = what_is_wrong(self.state, self.desk.now().date(), exact=self.takes_exact)
        if wrong is not None:
            self.say(wrong)
        return wrong is None

    def post(self) -> None:
        """Post it, or say what is missing. A second Enter while it is sent does nothing."""
        state = self.state
        if self.person is None or not state.is_entering or state.why_not:
            return
        if not self.check() or self._asks():
            return
        self.state = replace(state, phase=Phase.SENDING, problem="", refusal="")
        self.types.use(state.draft.pay_type)
        keep = partial(self._drafts.put, self.person.pat_num, state.draft, self.attempt.replaced)
        self.attempt.take(self._new(), self._around(), state.asked, keep)
        self.account.rest()
        self.changed.emit()

    # --- inside --------------------------------------------------------------------------------------------

    def _asks(self) -> bool:
        """Ask what has to be answered first: the same click once more answers it with yes."""
        left = unanswered(self.state.cautions, self.state.asked)
        if not left:
            return False
        if left[0].refuses:
            self.say(Wrong("amount", left[0].words))
            return True
        self.state = replace(self.state, asked=self.state.asked | {each.doubt.value for each in left})
        self.changed.emit()
        return True

    def _new(self) -> NewPayment:
        return new_payment(self.state, self.desk.now().date(), exact=self.takes_exact)

    def _around(self) -> Around:
        """What is known around it; how much it can pay only where the whole account is known."""
        state, owed = self.state, None
        whole = state.family is not None and state.family.complete
        known = whole and not state.draft.ticked_charges  # a ticked charge is checked on its own
        if self.account.previews is not None and self.person is not None and known:
            choice = state.draft.choice(self.person.pat_num, exact=False)
            owed = self.account.previews.owed(choice)
        return around_payment(state, owed, self.desk.now().date())

    def say(self, wrong: Wrong) -> None:
        """Show what is wrong, and lead to the field."""
        self.state = replace(self.state, problem=typed(wrong.words))
        self.changed.emit()
        self.missing.emit(wrong.field)

    def use_draft(self, draft: PaymentDraft) -> None:
        """Another draft: what was wrong may be right now."""
        self.state = replace(self.state, draft=draft, problem="", refusal="", asked=frozenset())
        self._show()

    def _use_types(self) -> None:
        draft, known = self.state.draft, [num for num, _ in self.types.types]
        if draft.pay_type not in known:
            draft = replace(draft, pay_type=self.types.usual)
        self.state = replace(self.state, types=self.types.types, draft=draft)
        self._show()

    def _use_account(self) -> None:
        if self.person is not None:
            family = self.account.family
            member = family.member(self.person.pat_num) if family is not None else None
            person = member.person if member is not None else self.person
            self.state = replace(
                self.state,
                family=family,
                lines=self.account.lines,
                account_words=self.account.words,
                is_loading=self.account.is_loading,
                pays_charges=self.account.offers_charges,
                person=person,
            )
            self._show()

    def _show(self) -> None:
        """Derive what depends on the draft, the account and the attempt."""
        if self.person is None:
            return
        state, draft = self.state, self.state.draft
        preview = None
        if self.account.previews is not None and draft.value:
            preview = self.account.previews(
                draft.value, draft.choice(self.person.pat_num, exact=self.takes_exact)
            )
        cautions: tuple[Caution, ...] = ()
        if preview is not None and state.is_entering:
            found = self.desk.parts.money_writes().payment_cautions(self._new(), self._around())
            cautions = tuple(found)
        sent = self.attempt.phase
        self.state = replace(
            state,
            preview=preview,
            cautions=cautions,
            phase=sent if self.attempt.entry is not None or sent is Phase.SENDING else Phase.ENTERING,
            waits=self.attempt.waits,
            entry=self.attempt.entry,
            why_not=typed(self.desk.parts.client.can(Payments.create).reason),
        )
        self.changed.emit()

    def _refused(self, words: str) -> None:
        """Say why, with everything that was typed."""
        self.state = replace(self.state, phase=Phase.ENTERING)
        if self.person is not None:
            self.account.show(self.person.pat_num)
        self._show()
        self.state = replace(self.state, refusal=words)
        self.changed.emit()
        self.missing.emit("amount")
