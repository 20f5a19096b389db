"""What the payment panel shows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from app.domain.money.allocation import Thing
from app.domain.money.cautions import Caution
from app.domain.money.pay_methods import Method, method_of
from app.domain.money.preview import SplitPreview
from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.money.account.records import AccountLine, FamilyAccount
from app.viewmodels.staff.money.payment.draft import PaymentDraft

PayType = tuple[int, str]
"""A payment type of the office: its DefNum and its name."""


class Phase(StrEnum):
    """How far it is."""

    ENTERING = "entering"
    SENDING = "sending"
    WAITING = "waiting"
    """Not sent yet: the office can't be reached."""
    CHECKING = "checking"
    """Sent, without an answer: Front Desk looks whether it was posted."""
    DONE = "done"


class PaymentState(Struct, frozen=True):
    """The whole panel."""

    person: Person | None = None
    """None: it is closed."""
    draft: PaymentDraft = PaymentDraft()
    phase: Phase = Phase.ENTERING
    family: FamilyAccount | None = None
    """None: it is loading, or could not be read."""
    lines: Mapping[Thing, AccountLine] = {}
    """The account's entries by what they are."""
    account_words: str = ""
    """That the account is loading, or why it can't be read."""
    is_loading: bool = False
    """Whether the account, and with it the split, will be known in a moment."""
    pays_charges: bool = False
    """Whether charges of payment plans can be chosen beside procedures."""
    types: tuple[PayType, ...] = ()
    preview: SplitPreview | None = None
    """How the amount is split; None without an amount or an account."""
    problem: str = ""
    """What is wrong with what was entered; shown when it is to be posted, or where it can't be right any more."""
    refusal: str = ""
    """Why it was not posted; empty: it was not tried, or it was changed since."""
    why_not: str = ""
    """Why nobody can take payments with this key; empty: it is possible."""
    waits: str = ""
    """What is known of a payment that was sent or waits."""
    entry: Entry | None = None
    """The journal entry that the panel follows."""
    resumed: bool = False
    """Whether this payment was begun earlier."""
    cautions: tuple[Caution, ...] = ()
    """What speaks against posting it like this."""
    asked: frozenset[str] = frozenset()
    """The doubts that the next click on Post answers with yes: they were shown when it was to be posted."""

    @property
    def method(self) -> Method:
        """What the chosen type is: a check wants its number, cash gives change."""
        return method_of(dict(self.types).get(self.draft.pay_type, ""))

    @property
    def is_entering(self) -> bool:
        """Whether the fields can be changed."""
        return self.phase is Phase.ENTERING
