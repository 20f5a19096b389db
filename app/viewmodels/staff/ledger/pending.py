"""Money of this desk that isn't known to be on the account yet, as the last lines of the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from app.core.text import Text, join, msg
from app.domain.money.allocation import Kind
from app.domain.money.cents import ZERO, cents
from app.journal.entries import Entry, WriteState
from app.services.money.account.records import FamilyAccount
from app.viewmodels.staff.ledger.members import short_names
from app.viewmodels.staff.ledger.rows import Group, LedgerRow

PAYMENT, ADJUSTMENT, REFUND = "Payments.create", "Adjustments.create", "Payments.refund"  # words: methods
KINDS: dict[str, Text] = {PAYMENT: msg("Payment"), ADJUSTMENT: msg("Adjustment"), REFUND: msg("Refund")}
UNSENT = "unsent"  # words: a key
STATE_WORDS: dict[WriteState, Text] = {
    WriteState.WAITING: msg("Not sent yet"),
    WriteState.SENT: msg("Sending…"),
    WriteState.UNKNOWN: msg("Checking whether it was saved…"),
    WriteState.DONE: msg("Saved, updating…"),
}


def is_money(entry: Entry) -> bool:
    """Whether a write posts money to an account."""
    return entry.intent.method in KINDS


def is_among(entry: Entry, rows: Iterable[LedgerRow]) -> bool:
    """Whether what was posted is on the account already: it may have been read again before that was known."""
    answer = entry.answer or {}
    pay_num, adjusted = int(answer.get("PayNum") or 0), (Kind.ADJUSTMENT, int(answer.get("AdjNum") or 0))
    return any((pay_num and row.pay_num == pay_num) or adjusted in row.things for row in rows)


def pending_rows(
    entries: Iterable[Entry], value: FamilyAccount, pat_num: int | None, today: date
) -> list[LedgerRow]:
    """The payments, refunds and adjustments of one patient, or of the whole family (None), oldest first.

    Refused ones are left out: they are on no account.
    """
    names = short_names(value)
    rows = []
    for entry in sorted(entries, key=lambda each: each.id):
        intent = entry.intent
        whose = int(intent.arguments.get("PatNum") or intent.context.get("PatNum") or 0)
        shown = whose == pat_num or (pat_num is None and whose in names)
        if is_money(entry) and shown and entry.state in STATE_WORDS:
            rows.append(_row(entry, whose, names.get(whose, ""), today))
    return rows


def _row(entry: Entry, whose: int, name: str, today: date) -> LedgerRow:
    method = entry.intent.method
    return LedgerRow(
        key=(UNSENT, entry.id),
        group=Group.ADJUSTMENTS if method == ADJUSTMENT else Group.PAYMENTS,
        day=today,
        pat_num=whose,
        member=name,
        what=join([KINDS[method], STATE_WORDS[entry.state]], ": "),
        amount=_amount(entry),
        tone="money",  # words: a color
    )


def _amount(entry: Entry) -> Decimal:
    """Owed when positive. A refund gives back what its payment was."""
    intent = entry.intent
    if intent.method == ADJUSTMENT:
        return cents(str(intent.arguments.get("AdjAmt") or ZERO))
    if intent.method == REFUND:
        return cents(str(intent.before.get("PayAmt") or ZERO))
    return -cents(str(intent.arguments.get("PayAmt") or ZERO))
