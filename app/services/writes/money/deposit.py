"""Making a deposit slip of payments and insurance checks. A payment is in one deposit at most."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct

from app.core.text import NO_TEXT, Dollars, Text, msg
from app.domain.money.cents import cents
from app.domain.people.rights import Demand, Right
from app.journal.entries import Intent, Wire
from app.journal.kinds import Check, Checked
from app.services.writes.again import ANSWERED, EQUALS
from app.services.writes.money.posting import AMOUNT, SINCE, NewPosting, amount_of, demands_of
from app.store.topics import Topic
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.resources.deposits import Deposits
from app.wire.resources.payments import Payments

MEMO_LENGTH = 255 - len(" FD-23456723")
"""What the office takes, less the mark."""


class NewDeposit(Struct, frozen=True, kw_only=True):
    """A deposit to make."""

    amount: Decimal
    """The sum of what is deposited."""
    payments: tuple[int, ...] = ()
    """PayNums; needs 26.2, as do the checks. An older office makes an empty slip."""
    since: date | None = None
    """The earliest DateEntry of the payments; None: today."""
    claim_payments: tuple[int, ...] = ()
    """ClaimPaymentNums of insurance checks."""
    day: date | None = None
    """None: today."""
    bank_account: str = ""
    memo: str = ""
    batch: str = ""
    account: int = 0
    """A definition of category 48; 0: none."""
    equals: tuple[int, ...] = ()
    """DepositNums of equal deposits of the day that the user has seen."""


async def deposits_of(office: Sender, intent: Intent) -> list[Wire]:
    """The deposits of its day."""
    day = date.fromisoformat(intent.arguments["DateDeposit"])
    return [wire_row(row) for row in await Deposits(office).list(DateDeposit=day)]


def _equal(row: Wire, intent: Intent) -> Text:
    """A deposit of the same day and amount."""
    if amount_of(row, "Amount") != cents(intent.context[AMOUNT]):
        return NO_TEXT
    return msg(
        "Deposit not made: a deposit of {amount} was made in the meantime. If this is another, make it again.",
        amount=Dollars(amount_of(row, "Amount")),
    )


class MakeDeposit(NewPosting):
    """Refused if one of its payments is in another deposit."""

    by_hand = msg("Change or delete it in Open Dental's Manage module, under Deposits.")

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Compare with the deposits of the day, and see that its payments are in none."""
        checked = await super().check(office, intent)
        numbers = set(intent.arguments.get("payNums", ()))
        if checked.verdict is not Check.CLEAR or not numbers:
            return checked
        rows = await Payments(office).list(DateEntry=date.fromisoformat(intent.context[SINCE]))
        taken = [row for row in rows if row.PayNum in numbers and row.DepositNum]
        if taken:
            words = msg("Deposit not made: one of these payments was deposited in the meantime.")
            return Checked(Check.CONFLICT, None, words)
        return checked

    def applies(self, fields: Wire) -> Topic | None:
        """None: a deposit is on nobody's account."""
        return None

    def demands(self, intent: Intent, today: date) -> Sequence[Demand]:
        """The right to make deposits."""
        amount, day = cents(intent.context[AMOUNT]), intent.arguments["DateDeposit"]
        return demands_of(intent, Right.DEPOSIT, amount, day, today)


MAKE_DEPOSIT = MakeDeposit(
    "deposit",
    Deposits.create,
    key="DepositNum",
    mark="Memo",
    not_done=msg("Deposit not made"),
    reads=deposits_of,
    like=_equal,
)


def deposit_intent(
    new: NewDeposit, today: date, *, initials: str = "", answered: Sequence[str] = ()
) -> Intent:
    """Make a deposit slip."""
    day, amount = new.day or today, cents(new.amount)
    optional: dict[str, Any] = {
        "BankAccountInfo": new.bank_account.strip(),
        "Batch": new.batch.strip(),
        "DepositAccountNum": new.account,
        "payNums": list(new.payments),
        "claimPaymentNums": list(new.claim_payments),
    }
    room = MEMO_LENGTH - len(f" {initials}".rstrip())
    memo = " ".join(filter(None, (new.memo.strip()[:room], initials)))
    return MAKE_DEPOSIT.intent(
        subject=f"deposit:{day}",
        arguments={
            "DateDeposit": wire_value(day),
            "Memo": memo,
            **{name: value for name, value in optional.items() if value},
        },
        context={
            SINCE: wire_value(new.since or today),
            EQUALS: list(new.equals),
            ANSWERED: list(answered),
            AMOUNT: f"{amount}",
        },
        words=msg("Deposit of {amount} made", amount=Dollars(amount)),
    )
