"""Refunding a whole payment, which is all that the API can refund.

The new row copies the old one's note, so a mark can't be sent with it. It is recognized among the rows that were not
there before: the opposite amount, with the payment's note, or with the note that names the payment. The reason is
written into its note in a second step, which also tells it from a refund by another desk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import NO_TEXT, Dollars, Text, msg
from app.domain.money.cents import cents
from app.domain.people.rights import Demand, Right
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.again import ANSWERED
from app.services.writes.create import Create, new_mark
from app.services.writes.money.payment import payments_since
from app.services.writes.money.posting import AMOUNT, SINCE, RestrictedChange, amount_of, demands_of
from app.services.writes.reading import whole_row
from app.services.writes.steps import with_steps
from app.services.writes.words import IN_ACCOUNT, NOT_SHOWN
from app.store.topics import Part
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.resources.pay_splits import PaySplits
from app.wire.resources.payments import Payment, Payments

NAMED = re.compile(r"\brefund of payment (\d+)", re.IGNORECASE)
"""How the note of a refund made by this program names the payment, for everyone who reads it in Open Dental."""
SIGNATURE = ("PayType", "CheckNum", "BankBranch", "PayNote", "ClinicNum")
"""What a refund copies from its payment."""
ALREADY_REFUNDED = msg("Not refunded: this payment was already refunded.")
NOTE = "note"
"""In the check's result: the payment's note."""


class NewRefund(Struct, frozen=True, kw_only=True):
    """A payment to refund as a whole."""

    person: Person
    payment: Payment
    """As it was shown."""
    reason: str


class Refund(Create):
    """A payment that has a refund already is refused: by another desk, or earlier."""

    reads = staticmethod(payments_since)
    by_hand = IN_ACCOUNT

    @staticmethod
    def like(row: Wire, intent: Intent) -> Text:
        """Whether a row is a refund of the same payment, by its note or as a copy of it."""
        if amount_of(row, "PayAmt") != -amount_of(intent.before, "PayAmt"):
            return NO_TEXT
        number = named_payment(row)
        same = number == int(intent.arguments["PayNum"])
        copied = number is None and row["PayNote"] == intent.before["PayNote"]
        return ALREADY_REFUNDED if same or copied else NO_TEXT

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Read the patient's payments since then; refuse one that is changed, gone or refunded."""
        rows = await self.rows(office, intent)
        paid = _payment_of(rows, intent)
        if paid is None:
            return Checked(
                Check.CONFLICT, words=msg("Not refunded: the payment is no longer in Open Dental.")
            )
        if amount_of(paid, "PayAmt") != amount_of(intent.before, "PayAmt"):
            return Checked(Check.CONFLICT, paid, msg("Not refunded: another user just changed the payment."))
        if (back := await refund_of(office, paid, rows)) is not None:
            return Checked(Check.CONFLICT, back, ALREADY_REFUNDED)
        return Checked(Check.CLEAR, {self.known: [row[self.key] for row in rows], NOTE: paid["PayNote"]})

    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """The row of the answer; without one it is looked for as after a lost answer."""
        row = whole_row(answer, self.endpoint.record, self.key)
        if row is None or not self.is_ours(row, intent):
            return ReadBack(Proof.UNCLEAR, row, NOT_SHOWN)
        return ReadBack(Proof.DONE, row)

    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """Done when there is a new refund of the payment that no other desk has signed."""
        seen, number = entry.seen or {}, int(entry.intent.arguments["PayNum"])
        rows = await self.rows(office, entry.intent)
        new = [row for row in rows if row[self.key] not in seen.get(self.known, ())]
        back = [row for row in new if amount_of(row, "PayAmt") == -amount_of(entry.intent.before, "PayAmt")]
        if ours := [row for row in back if entry.intent.mark and entry.intent.mark in row["PayNote"]]:
            return ReadBack(Proof.DONE, ours[0])
        if ours := [row for row in back if row["PayNote"] == seen.get(NOTE, row["PayNote"])]:
            return ReadBack(Proof.DONE, ours[0])
        if theirs := [row for row in back if named_payment(row) == number]:
            return ReadBack(
                Proof.NOT_DONE,
                theirs[0],
                msg("Not refunded here: another desk refunded it at the same time."),
            )
        return ReadBack(Proof.NOT_DONE)

    async def rows(self, office: Sender, intent: Intent) -> list[Wire]:
        """The patient's payments since the refunded one. No rows are trusted only the second time."""
        return await payments_since(office, intent) or await payments_since(office, intent)

    def is_ours(self, row: Wire, intent: Intent) -> bool:
        """Whether a row can be the refund: the opposite amount."""
        return amount_of(row, "PayAmt") == -amount_of(intent.before, "PayAmt")

    def demands(self, intent: Intent, today: date) -> Sequence[Demand]:
        """The right to refund."""
        return demands_of(intent, Right.REFUND, amount_of(intent.before, "PayAmt"), "", today)

    def undo(self, entry: Entry) -> Intent | None:
        """None: a refund can't be refunded."""
        return None


class SignRefund(RestrictedChange):
    """Writes the reason into the refund's note."""

    async def read(self, office: Sender, intent: Intent) -> Wire:
        """The refund, among the payments since the refunded one."""
        number = intent.arguments[self.key]
        rows = await payments_since(office, intent) or await payments_since(office, intent)
        found = next((row for row in rows if row[self.key] == number), None)
        return found if found is not None else await super().read(office, intent)


REFUND = Refund("refund", Payments.refund, key="PayNum", part=Part.ACCOUNT, not_done=msg("Not refunded"))
SIGN_REFUND = SignRefund(
    "refund_note",
    Payments.update,
    right=Right.REFUND,
    key="PayNum",
    not_done=msg("The reason was not saved with the refund"),
)


def refund_intent(new: NewRefund, *, initials: str = "", answered: Sequence[str] = ()) -> Intent:
    """Refund a payment, then write the reason, the initials and the payment's number into the refund's note."""
    row, person, mark = wire_row(new.payment), new.person, new_mark()
    amount = cents(new.payment.PayAmt)
    number = new.payment.PayNum
    since = new.payment.DateEntry or new.payment.PayDate or date.min
    context = {"PatNum": new.payment.PatNum, SINCE: wire_value(since), ANSWERED: list(answered)}
    named = f"(refund of payment {number})"  # words: read in Open Dental, and found by NAMED
    note = " ".join(filter(None, (new.reason.strip(), initials, named, mark)))
    sign = SIGN_REFUND.intent(
        subject="",
        arguments={"PayNum": 0, "PayNote": note},
        before={"PayNote": row["PayNote"]},
        after={"PayNote": note},
        context={**context, AMOUNT: f"{amount}"},
        words=msg("Reason of the refund saved for {name}", name=person.display),
        whose=person.display,
    )
    intent = REFUND.intent(
        subject=f"refund:{number}",
        arguments={"PayNum": number},
        before={"PayAmt": row["PayAmt"], "PayNote": row["PayNote"]},
        context=context,
        words=msg("Refund of {amount} posted for {name}", amount=Dollars(amount), name=person.display),
        whose=person.display,
    )
    return with_steps(replace(intent, mark=mark), sign)


async def refund_of(office: Sender, paid: Wire, rows: Iterable[Wire]) -> Wire | None:
    """The refund of a payment among these rows; None without one.

    Where equal payments could each be the refunded one, their splits are compared. Raises the client's ApiErrors.
    """
    sure, maybe = _refunds(paid, list(rows))
    if sure:
        return sure[0]
    for row in maybe:
        if await _splits(office, row, -1) == await _splits(office, paid, 1):
            return row
    return None


def is_refunded(payment: Payment, rows: Iterable[Payment]) -> bool:
    """Whether a payment certainly has a refund among these: what a list shows, without a request."""
    sure, _ = _refunds(wire_row(payment), [wire_row(each) for each in rows])
    return bool(sure)


def _refunds(paid: Wire, rows: list[Wire]) -> tuple[list[Wire], list[Wire]]:
    """The rows that certainly refund a payment, and those that refund either it or an equal one."""
    backs = [row for row in rows if amount_of(row, "PayAmt") == -amount_of(paid, "PayAmt")]
    if named := [row for row in backs if named_payment(row) == paid["PayNum"]]:
        return named, []
    unnamed = [row for row in backs if named_payment(row) is None and _copies(row, paid)]
    taken = {named_payment(row) for row in backs}
    equal = [
        row
        for row in rows
        if row["PayNum"] not in taken
        and amount_of(row, "PayAmt") == amount_of(paid, "PayAmt")
        and all(row[name] == paid[name] for name in SIGNATURE)
    ]
    return (unnamed, []) if len(unnamed) >= len(equal) else ([], unnamed)


def named_payment(row: Wire) -> int | None:
    """The payment that a refund's note names."""
    found = NAMED.search(str(row.get("PayNote", "")))
    return int(found[1]) if found else None


def _copies(row: Wire, paid: Wire) -> bool:
    return int(row["PayNum"]) > int(paid["PayNum"]) and all(row[name] == paid[name] for name in SIGNATURE)


async def _splits(office: Sender, row: Wire, sign: int) -> list[tuple[int, int, Decimal]]:
    found = await PaySplits(office).list(PayNum=row["PayNum"])
    return sorted((each.PatNum, each.ProcNum, sign * cents(each.SplitAmt)) for each in found)


def _payment_of(rows: Iterable[Wire], intent: Intent) -> Wire | None:
    return next((row for row in rows if row["PayNum"] == int(intent.arguments["PayNum"])), None)
