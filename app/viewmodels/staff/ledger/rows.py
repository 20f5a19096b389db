"""The ledger's rows: what is shown of each entry of an account, and how its columns look."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from app.core.text import Text, Words, msg
from app.domain.money.allocation import Thing
from app.domain.money.cents import ZERO
from app.viewmodels.tables.column import Column, Kind


class Group(StrEnum):
    """What the ledger can be limited to."""

    PROCEDURES = "procedures"
    PAYMENTS = "payments"
    ADJUSTMENTS = "adjustments"
    INSURANCE = "insurance"
    PLANS = "plans"


GROUP_WORDS: dict[Group, Text] = {
    Group.PROCEDURES: msg("Procedures"),
    Group.PAYMENTS: msg("Payments"),
    Group.ADJUSTMENTS: msg("Adjustments"),
    Group.INSURANCE: msg("Insurance"),
    Group.PLANS: msg("Payment plans"),
}


class LedgerRow(Struct, frozen=True, kw_only=True, gc=False):
    """One line of the table. Amounts are in US dollars."""

    key: Hashable
    """Stays the same when the entry changes."""
    group: Group
    day: date
    pat_num: int
    member: str
    """Whose account it is on."""
    code: str = ""
    what: Words = ""
    amount: Decimal = ZERO
    """Owed when positive, paid or forgiven when negative."""
    balance: Decimal | None = None
    """After this entry; None: it doesn't count yet."""
    owed: Decimal = ZERO
    """What is still open of it."""
    things: tuple[Thing, ...] = ()
    """The postings that it shows; none: it isn't on the account yet."""
    pay_num: int = 0
    """The payment; 0: it is none."""
    tooth: str = ""
    tone: str = ""

    @property
    def charge(self) -> Decimal | None:
        """The amount of a charge."""
        return self.amount if self.amount > 0 else None

    @property
    def credit(self) -> Decimal | None:
        """The amount of a credit, negative."""
        return self.amount if self.amount < 0 else None


COLUMNS = (
    Column(id="date", title=msg("Date"), value=lambda row: row.day, kind=Kind.DATE, width=12, optional=False),
    Column(id="member", title=msg("Member"), value=lambda row: row.member, width=10, share=1, gives_way=True),
    Column(id="code", title=msg("Code"), value=lambda row: row.code, width=6),
    Column(
        id="what",
        title=msg("Description"),
        value=lambda row: row.what,
        width=24,
        share=5,
        tone=lambda row: row.tone,
    ),
    Column(id="tooth", title=msg("Tooth"), value=lambda row: row.tooth, width=7, hidden=True),
    Column(id="charge", title=msg("Charge"), value=lambda row: row.charge, kind=Kind.MONEY, width=8),
    Column(
        id="credit",
        title=msg("Credit"),
        value=lambda row: row.credit,
        kind=Kind.MONEY,
        width=9,
        tone=lambda row: row.tone or "good",  # words: a color
    ),
    Column(
        id="open",
        title=msg("Still owed"),
        value=lambda row: row.owed or None,
        kind=Kind.MONEY,
        width=9,
        hidden=True,
    ),
    Column(
        id="balance",
        title=msg("Balance"),
        value=lambda row: row.balance,
        kind=Kind.MONEY,
        width=10,
        optional=False,
    ),
)
