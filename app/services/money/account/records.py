"""A family's account as the ledger, the payment and the checkout use it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import Words
from app.domain.money.account import Account
from app.domain.money.aging import Aged
from app.domain.money.allocation import Kind, Thing
from app.domain.money.cents import ZERO, cents
from app.domain.schedule.visit import Person
from app.services.money.account.rows import FamilyRows
from app.wire.resources.account_modules import Aging


class Figures(Struct, frozen=True):
    """The nine figures of Open Dental's aging grid, under their names there."""

    Bal_0_30: Decimal = ZERO
    Bal_31_60: Decimal = ZERO
    Bal_61_90: Decimal = ZERO
    BalOver90: Decimal = ZERO
    Total: Decimal = ZERO
    InsEst: Decimal = ZERO
    EstBal: Decimal = ZERO
    PatEstBal: Decimal = ZERO
    Unearned: Decimal = ZERO


def figures_of(account: Account, pat_num: int) -> Figures:
    """The figures of a family's account; PatEstBal is this patient's own."""
    aged: Aged = account.aged()
    own = account.of(pat_num)
    return Figures(
        aged.from_0_to_30, aged.from_31_to_60, aged.from_61_to_90, aged.over_90, aged.total, account.pending,
        account.portion, own.portion, account.unearned,
    )  # fmt: skip


def figures_stated(row: Aging) -> Figures:
    """The figures as Open Dental answers them."""
    return Figures(**{name: cents(getattr(row, name)) for name in Figures.__struct_fields__})


class Member(Struct, frozen=True):
    """One member of the family, the patient included."""

    person: Person
    status: str
    """The API's word: "Patient"."""
    balance: Decimal
    """Before insurance estimates."""
    pending: Decimal
    """Expected from insurance, with write-offs."""
    unearned: Decimal = ZERO
    prov_num: int = 0
    clinic_num: int = 0

    @property
    def pat_num(self) -> int:
        """The PatNum."""
        return self.person.pat_num

    @property
    def portion(self) -> Decimal:
        """What the patient owes after insurance estimates."""
        return self.balance - self.pending


class Source(StrEnum):
    """How the account was read."""

    QUERY = "query"
    LISTS = "lists"
    VIEW = "service date view"


class AccountLine(Struct, frozen=True, gc=False):
    """One entry of the account as the ledger lists it."""

    day: date
    kind: Kind
    num: int
    """The primary key of its row; of a dynamic plan's credit the PayPlanLinkNum."""
    pat_num: int
    code: str
    """A procedure's code; else empty."""
    description: Words
    charge: Decimal
    """0 for a credit."""
    credit: Decimal
    """0 for a charge; positive."""
    balance: Decimal
    """What is owed after this entry, before insurance estimates."""
    prov_num: int = 0
    clinic_num: int = 0
    tooth: str = ""
    """As Open Dental stores it: one tooth, or a range."""
    surface: str = ""
    on: Thing | None = None
    """The procedure, adjustment or plan charge that it is attached to."""
    pay_num: int = 0
    """Of a split: its payment."""
    claim_num: int = 0
    plan_num: int = 0
    unearned: bool = False
    note: str = ""
    owed: Decimal | None = None
    """Of a procedure, an adjustment or a plan charge: what the patient still owes on it; negative: overpaid."""
    pending: Decimal = ZERO
    """Expected from insurance for it, with write-offs."""

    @property
    def thing(self) -> Thing:
        """What other entries may be attached to."""
        return self.kind, self.num

    @property
    def amount(self) -> Decimal:
        """Positive for a charge."""
        return self.charge - self.credit


class LastPayment(Struct, frozen=True):
    """A payment by someone, with what of it went to this family."""

    pay_num: int
    day: date
    amount: Decimal
    """The whole payment."""
    here: Decimal
    """The part of it on this family's account."""
    kind: str
    """The office's payment type."""
    check: str
    payer: int
    """The PatNum it was taken from."""


class FamilyAccount(Struct, frozen=True):
    """The account of a patient's family, as of `account.today`."""

    pat_num: int
    guarantor: int
    members: tuple[Member, ...]
    """The guarantor first."""
    account: Account
    """Of the whole family."""
    lines: tuple[AccountLine, ...]
    """Of the whole family: by date, then kind, then key."""
    urgent: str = ""
    """The family's urgent financial note. It comes before anything else."""
    complete: bool = True
    """False while more pages are read: the newest entries are here, and `lines` start with what is still missing."""
    figures: Figures = Figures()
    stated: Figures | None = None
    """What Open Dental says, where it was asked: `figures` must equal it to the cent."""
    unread: int = 0
    """Rows that could not be read, so that the balance may be wrong."""
    payments: tuple[LastPayment, ...] = ()
    """The newest first."""
    source: Source = Source.QUERY
    rows: FamilyRows = FamilyRows()
    """What it was composed of."""
    wide: Account | None = None
    """Also of other families that share a payment plan with this one; None: none does."""
    opening: Decimal = ZERO
    """The balance before the first of `lines`: not 0 while the account is not complete."""

    @property
    def differs(self) -> bool:
        """Whether Open Dental's own figures are not the composed ones: the account should be read again."""
        return self.complete and self.stated is not None and self.stated != self.figures

    def member(self, pat_num: int) -> Member | None:
        """A member; None for someone else."""
        return next((each for each in self.members if each.pat_num == pat_num), None)

    def for_patient(self, pat_num: int) -> tuple[AccountLine, ...]:
        """One patient's lines with their own running balance; no request."""
        return restricted(self.lines, {pat_num})

    @property
    def names(self) -> Mapping[int, str]:
        """The members' names by PatNum."""
        return {each.pat_num: each.person.display for each in self.members}


def restricted(lines: Iterable[AccountLine], pat_nums: Iterable[int]) -> tuple[AccountLine, ...]:
    """The lines of these patients, with the running balance of these alone."""
    wanted, balance, found = frozenset(pat_nums), ZERO, []
    for line in lines:
        if line.pat_num in wanted:
            balance += line.charge - line.credit
            found.append(replace(line, balance=balance))
    return tuple(found)
