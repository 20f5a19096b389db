"""What has been entered of a payment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from app.domain.money.allocation import Kind, Thing
from app.domain.money.cents import ZERO, total
from app.domain.money.preview import Choice, Way
from app.domain.money.typed_amount import TypedAmount, read_amount
from app.viewmodels.clock_face import locale
from app.viewmodels.inline.kinds import DateKind, Parsed

A_YEAR = timedelta(days=365)


class PaymentDraft(Struct, frozen=True):
    """Texts as typed."""

    amount: str = ""
    pay_type: int = 0
    """A DefNum; 0: none is chosen."""
    way: Way = Way.FAMILY
    plan: int = 0
    """A PayPlanNum, with `Way.PLAN`."""
    exact: Mapping[Thing, str] = {}
    """The amounts of the ticked procedures and plan charges."""
    check: str = ""
    bank: str = ""
    reference: str = ""
    """A card terminal's."""
    note: str = ""
    tendered: str = ""
    """Cash that was handed over."""
    day: str = ""
    """Empty: today."""
    follows: bool = False
    """Whether the amount is the sum of the ticked procedures, because it was not typed."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed; a choice alone is nothing."""
        texts = (self.amount, self.check, self.bank, self.reference, self.note, self.tendered, self.day)
        return not any(text.strip() for text in texts) and not self.exact

    @property
    def typed(self) -> TypedAmount:
        """The amount, as far as it is one."""
        return read_typed(self.amount)

    @property
    def value(self) -> Decimal:
        """The amount in US dollars; 0: there is none yet."""
        return self.typed.value or ZERO

    @property
    def ticked(self) -> Decimal:
        """The sum of the ticked amounts."""
        return total(self.amount_of(thing) for thing in self.exact)

    def paid_on(self, today: date) -> Parsed:
        """The entered date; a value of None without a problem: today. One in the future is read, to be refused."""
        return DateKind(today + A_YEAR).parse(self.day)

    @property
    def ticked_charges(self) -> bool:
        """Whether it pays charges of payment plans that are ticked."""
        return self.way is Way.PROCEDURES and any(kind is Kind.PLAN_CHARGE for kind, _ in self.exact)

    def amount_of(self, thing: Thing) -> Decimal:
        """What a ticked one gets; 0: its text is no amount."""
        return read_typed(self.exact[thing]).value or ZERO

    def amounts(self, of: Kind) -> tuple[tuple[int, Decimal], ...]:
        """The amounts of the ticked ones of a kind, by their primary keys."""
        things = sorted(thing for thing in self.exact if thing[0] is of)
        return tuple((thing[1], self.amount_of(thing)) for thing in things)

    def choice(self, pat_num: int, *, exact: bool) -> Choice:
        """What is paid. `exact`: the office takes an amount for each ticked procedure."""
        if self.way is not Way.PROCEDURES:
            return Choice(pat_num, self.way, plan=self.plan if self.way is Way.PLAN else 0)
        if not exact:
            return Choice(pat_num, self.way, tuple(number for number, _ in self.amounts(Kind.PROCEDURE)))
        amounts, charges = self.amounts(Kind.PROCEDURE), self.amounts(Kind.PLAN_CHARGE)
        return Choice(pat_num, self.way, amounts=amounts, charges=charges)

    def proposed(self, amount: Decimal | None, plan: int) -> PaymentDraft:
        """With another amount unless it is None, for a plan unless it is 0."""
        draft = self if amount is None else self.with_amount(write_amount(amount))
        return replace(draft, way=Way.PLAN, plan=plan) if plan else draft

    def with_tick(self, thing: Thing, owed: Decimal, *, on: bool) -> PaymentDraft:
        """Tick a procedure or plan charge, or not. It gets what is owed on it, or what is left of a typed amount."""
        exact = {each: text for each, text in self.exact.items() if each != thing}
        if not on:
            return _followed(replace(self, exact=exact))
        follows = self.follows or not self.amount.strip()
        left = owed if follows else min(owed, max(self.value - self.ticked, ZERO))
        made = {**exact, thing: write_amount(left or owed)}
        return _followed(replace(self, exact=made, follows=follows))

    def with_exact(self, thing: Thing, text: str) -> PaymentDraft:
        """With another amount for a ticked one."""
        return _followed(replace(self, exact={**self.exact, thing: text}))

    def with_amount(self, text: str) -> PaymentDraft:
        """With a typed amount, which no longer follows the ticks."""
        return replace(self, amount=text, follows=False)


def _followed(draft: PaymentDraft) -> PaymentDraft:
    """With the sum of the ticked procedures as its amount, unless one was typed."""
    if not draft.follows:
        return draft
    return replace(draft, amount=write_amount(draft.ticked) if draft.exact else "", follows=bool(draft.exact))


def read_typed(text: str) -> TypedAmount:
    """An amount typed the way this PC writes amounts."""
    used = locale()
    return read_amount(text, point=used.decimalPoint(), group=used.groupSeparator())


def write_amount(value: Decimal) -> str:
    """An amount as it would be typed, without separators of thousands."""
    return f"{value:.2f}".replace(".", locale().decimalPoint())
