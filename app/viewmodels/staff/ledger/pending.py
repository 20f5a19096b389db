"""Money of this desk that isn't known to be on the account yet, as the last lines of the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.core.text import Text, Words, join, msg
from app.domain.money.cents import ZERO, cents
from app.journal.entries import Entry, WriteState
from app.services.money.account.records import FamilyAccount
from app.viewmodels.staff.ledger.members import short_names
from app.viewmodels.staff.ledger.rows import Group, LedgerRow

PAYMENT, ADJUSTMENT = "Payments.create", "Adjustments.create"  # words: methods of the API
UNSENT = "unsent"  # words: a key
STATE_WORDS: dict[WriteState, Text] = {
    WriteState.WAITING: msg("Not sent yet"),
    WriteState.SENT: msg("Sending…"),
    WriteState.UNKNOWN: msg("Checking whether it was saved…"),
}


def is_money(entry: Entry) -> bool:
    """Whether a write posts money to an account."""
    return entry.intent.method in (PAYMENT, ADJUSTMENT)


def pending_rows(
    entries: Iterable[Entry], value: FamilyAccount, pat_num: int | None, today: date
) -> list[LedgerRow]:
    """The unsettled payments and adjustments of one patient, or of the whole family (None), oldest first."""
    names = short_names(value)
    rows = []
    for entry in sorted(entries, key=lambda each: each.id):
        whose = int(entry.intent.arguments.get("PatNum") or 0)
        if (
            is_money(entry)
            and not entry.state.settled
            and (whose == pat_num or (pat_num is None and whose in names))
        ):
            rows.append(_row(entry, whose, names.get(whose, ""), today))
    return rows


def _row(entry: Entry, whose: int, name: str, today: date) -> LedgerRow:
    wire = entry.intent.arguments
    is_payment = entry.intent.method == PAYMENT
    amount = -cents(str(wire.get("PayAmt") or ZERO)) if is_payment else cents(str(wire.get("AdjAmt") or ZERO))
    kind: Words = msg("Payment") if is_payment else msg("Adjustment")
    return LedgerRow(
        key=(UNSENT, entry.id),
        group=Group.PAYMENTS if is_payment else Group.ADJUSTMENTS,
        day=today,
        pat_num=whose,
        member=name,
        what=join([kind, STATE_WORDS.get(entry.state, msg("Sending…"))], ": "),
        amount=amount,
        tone="money",  # words: a color
    )
