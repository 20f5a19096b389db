"""A money panel with fields: entered, checked, posted once. What the fields are is up to its rules."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.money.card_numbers import without_card_numbers
from app.domain.money.cautions import Caution, of_texts, unanswered
from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.money.account.records import FamilyAccount
from app.services.people.authority import Approval
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.attempt import Attempt
from app.viewmodels.staff.money.payment.account import PaymentAccount
from app.viewmodels.staff.money.payment.checks import Wrong
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.translation import typed


class FormState(Struct, frozen=True):
    """The whole panel."""

    draft: Any
    """What was entered, by the rules' own record; it has `is_empty`."""
    person: Person | None = None
    """None: it is closed."""
    phase: Phase = Phase.ENTERING
    family: FamilyAccount | None = None
    """None: it is loading, or could not be read."""
    account_words: str = ""
    problem: str = ""
    """What is wrong with what was entered; shown when it is to be posted."""
    refusal: str = ""
    """Why it was not posted; empty: it was not tried, or it was changed since."""
    why_not: str = ""
    """Why nobody can post this with this key; empty: it is possible."""
    waits: str = ""
    """What is known of a posting that was sent or waits."""
    entry: Entry | None = None
    """The journal entry that the panel follows."""
    resumed: bool = False
    """Whether this was begun earlier."""
    cautions: tuple[Caution, ...] = ()
    asked: frozenset[str] = frozenset()
    """The doubts that the next click on Post answers with yes."""

    @property
    def is_entering(self) -> bool:
        """Whether the fields can be changed."""
        return self.phase is Phase.ENTERING


class FormRules(ABC):
    """What one panel enters and posts."""

    kinds: Sequence[str]
    """The kinds of writes that it makes."""
    sends: Callable[..., Any]
    """The declared method that the key must be allowed to use."""
    empty: Any
    """The draft of an empty form."""

    @abstractmethod
    def begun(self, draft: Any, **about: Any) -> Any:
        """The draft with what the caller proposes."""

    @abstractmethod
    def wrong(self, state: FormState) -> Wrong | None:
        """The first thing that keeps it from being posted; None: it can be posted."""

    @abstractmethod
    def cautions(self, state: FormState) -> list[Caution]:
        """What speaks against posting it like this."""

    @abstractmethod
    def posting(self, state: FormState, approval: Approval | None) -> Awaitable[Entry]:
        """Post it."""


class MoneyForm(QObject):
    """`changed` follows `state`; `finished`: the panel can close; `missing` names the field to be looked at."""

    changed = Signal()
    finished = Signal()
    missing = Signal(str)

    def __init__(self, desk: DeskViewModel, rules: FormRules) -> None:
        super().__init__(desk)
        self.desk = desk
        self.rules = rules
        self.state = FormState(rules.empty)
        self.account = PaymentAccount(desk, self)
        self.attempt = Attempt(desk, rules.kinds, self)
        self._drafts: dict[int, Any] = {}
        self.account.changed.connect(self._use_account)
        self.attempt.changed.connect(self.show_state)
        self.attempt.done.connect(lambda _: self.show_state())
        self.attempt.refused.connect(self._refused)

    @property
    def person(self) -> Person | None:
        """Whose money it is about; None: the panel is closed."""
        return self.state.person

    @property
    def is_dirty(self) -> bool:
        """Whether something was entered that is not posted."""
        return self.person is not None and self.state.is_entering and not self.state.draft.is_empty

    def begin(self, person: Person, **about: Any) -> None:
        """Open it for a patient; what was entered before is there again."""
        if self.person is not None and self.person.pat_num == person.pat_num:
            if any(about.values()) and self.state.is_entering:
                self.use_draft(self.rules.begun(self.state.draft, **about))
            return
        self.leave()
        kept = self._drafts.pop(person.pat_num, None)
        draft = self.rules.begun(kept if kept is not None else self.rules.empty, **about)
        self.state = FormState(draft, person=person, resumed=kept is not None)
        self.attempt.take_up(person.pat_num)
        self.account.show(person.pat_num)
        self.show_state()

    def leave(self) -> None:
        """The panel was closed or replaced: what was entered is kept, and what was sent goes on by itself."""
        if self.person is None:
            return
        if self.is_dirty:
            self._drafts[self.person.pat_num] = self.state.draft
        self.state = FormState(self.rules.empty)
        self.account.show(0)
        self.attempt.leave()

    def start_over(self) -> None:
        """Empty the form, for another posting of the same patient."""
        self.attempt.leave()
        self.state = replace(self.state, phase=Phase.ENTERING, resumed=False, entry=None)
        self.use_draft(self.rules.empty)

    def close(self) -> None:
        """The desk was closed."""
        self.account.close()
        self.attempt.close()

    def check(self) -> bool:
        """Say what is missing. Returns whether it can be posted."""
        wrong = self.rules.wrong(self.state)
        if wrong is not None:
            self.say(wrong)
        return wrong is None

    def post(self) -> None:
        """Post it, say what is missing, or ask: the same click once more answers with yes.

        Beyond the person's limits a second one is asked for her PIN.
        """
        state = self.state
        if self.person is None or not state.is_entering or state.why_not or not self.check():
            return
        if left := unanswered(state.cautions, state.asked):
            if left[0].refuses:
                self.say(Wrong("amount", left[0].words))
                return
            self.state = replace(state, asked=state.asked | {each.doubt.value for each in left})
            self.changed.emit()
            return
        self.state = replace(state, phase=Phase.SENDING, problem="", refusal="")
        self.attempt.send(
            self.desk.people.guarded(lambda approval: self.rules.posting(state, approval)),
            partial(self._drafts.setdefault, self.person.pat_num, state.draft),
        )
        self.changed.emit()

    def type_text(self, field: str, text: str) -> None:
        """The text of a field was changed. A card's number never gets into the draft."""
        self.use_draft(replace(self.state.draft, **{field: without_card_numbers(text)}))
        if found := of_texts([text]):
            self.say(Wrong(field, found[0].words))

    def choose(self, field: str, value: Any) -> None:
        """Choose an entry of a list."""
        self.use_draft(replace(self.state.draft, **{field: value}))

    def use_draft(self, draft: Any) -> None:
        """Another draft: what was wrong may be right now."""
        self.state = replace(self.state, draft=draft, problem="", refusal="", asked=frozenset())
        self.show_state()

    def say(self, wrong: Wrong) -> None:
        """Show what is wrong, and lead to the field."""
        self.state = replace(self.state, problem=typed(wrong.words))
        self.changed.emit()
        self.missing.emit(wrong.field)

    def show_state(self) -> None:
        """Derive what depends on the draft, the account and the attempt."""
        if self.person is None:
            return
        sent = self.attempt.phase
        state = replace(
            self.state,
            phase=sent if self.attempt.entry is not None or sent is Phase.SENDING else Phase.ENTERING,
            waits=self.attempt.waits,
            entry=self.attempt.entry,
            why_not=typed(self.desk.parts.client.can(self.rules.sends).reason),
        )
        cautions = tuple(self.rules.cautions(state)) if state.is_entering else ()
        self.state = replace(state, cautions=cautions)
        self.changed.emit()

    def _use_account(self) -> None:
        if self.person is not None:
            family = self.account.family
            member = family.member(self.person.pat_num) if family is not None else None
            person = member.person if member is not None else self.person
            self.state = replace(self.state, family=family, account_words=self.account.words, person=person)
            self.show_state()

    def _refused(self, words: str) -> None:
        """Say why, with everything that was entered."""
        self.state = replace(self.state, phase=Phase.ENTERING)
        self.show_state()
        self.state = replace(self.state, refusal=words)
        self.changed.emit()
        self.missing.emit("amount")
