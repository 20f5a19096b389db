"""What this PC's journal knows of a day's money."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from msgspec import Struct

from app.core.clock import Clock, local
from app.domain.money.cents import ZERO, cents
from app.domain.money.day_close import Posted, Sent
from app.journal.dispatcher import TAKEN_BACK
from app.journal.entries import Entry, WriteState
from app.journal.journal import KEPT_DAYS, Journal

MONEY = ("Payments.", "Adjustments.", "PayPlans.", "Deposits.")  # words: names of resources
"""The methods that post money begin like this."""
PAYMENT, REFUND = "Payments.create", "Payments.refund"
_AMOUNTS = ("PayAmt", "AdjAmt", "SplitAmt", "Amount")
_STATES = {
    WriteState.WAITING: Posted.WAITING,
    WriteState.SENT: Posted.UNKNOWN,
    WriteState.UNKNOWN: Posted.UNKNOWN,
    WriteState.REFUSED: Posted.REFUSED,
    WriteState.DONE: Posted.DONE,
}


class JournalDay(Struct, frozen=True):
    """The entries about money that were made on a day."""

    entries: tuple[Entry, ...] = ()
    sent: tuple[Sent, ...] = ()
    near: tuple[Entry, ...] = ()
    """Those of the days around it as well: a payment may be entered after midnight."""
    forgotten: bool = False
    """Done writes of this day are no longer kept."""

    def entry(self, entry_id: int) -> Entry | None:
        """One of the entries."""
        return next((each for each in self.near if each.id == entry_id), None)

    def of_mark(self, note: str) -> Entry | None:
        """The entry whose mark is in a row's note."""
        return next((each for each in self.near if each.intent.mark and each.intent.mark in note), None)

    def of_payment(self, pay_num: int) -> Entry | None:
        """The done entry that made a payment."""
        return next((each for each in self.near if pay_num and pay_num_of(each) == pay_num), None)


async def read_journal_day(journal: Journal, clock: Clock, day: date) -> JournalDay:
    """Read the entries of a day of the office. Raises StoreFailed."""
    middle = datetime.combine(day, time(12), UTC)
    wide = await journal.made_between(middle - timedelta(days=2), middle + timedelta(days=2))
    near = tuple(each for each in wide if each.intent.method.startswith(MONEY))
    entries = tuple(each for each in near if local(each.made_at, clock).date() == day)
    forgotten = day < clock.now().date() - timedelta(days=KEPT_DAYS - 1)
    return JournalDay(entries, tuple(_sent(entries)), near, forgotten)


def _sent(entries: Iterable[Entry]) -> Iterable[Sent]:
    """Payments and refunds, and whatever else about money isn't done; not what was withdrawn or dismissed."""
    for entry in entries:
        dropped = entry.state is WriteState.REFUSED and (entry.dismissed or entry.outcome == TAKEN_BACK)
        posts = entry.intent.method in (PAYMENT, REFUND)
        if dropped or (entry.state is WriteState.DONE and not posts):
            continue
        yield Sent(
            entry.id,
            _STATES[entry.state],
            patient_of(entry),
            amount_of(entry),
            pay_num_of(entry),
            entry.who,
            int(_field(entry, "ClinicNum") or 0),
        )


def pay_num_of(entry: Entry) -> int:
    """The payment that a done entry made; 0: none."""
    posted = entry.state is WriteState.DONE and entry.intent.method in (PAYMENT, REFUND)
    return int((entry.answer or {}).get("PayNum") or 0) if posted else 0


def amount_of(entry: Entry) -> Decimal:
    """The amount that an entry posts; a refund's is negative. 0: it is not known."""
    sent = next((value for name in _AMOUNTS if (value := entry.intent.arguments.get(name)) is not None), None)
    found = (
        sent
        if sent is not None
        else next((value for name in _AMOUNTS if (value := _field(entry, name)) is not None), None)
    )
    amount = cents(str(found)) if found is not None else ZERO
    return -abs(amount) if entry.intent.method == REFUND else amount


def patient_of(entry: Entry) -> int:
    """The PatNum that an entry is about; 0: none."""
    return int(_field(entry, "PatNum") or 0)


def _field(entry: Entry, name: str) -> Any:
    """A field of the entry, wherever it is."""
    intent = entry.intent
    for part in (intent.arguments, entry.answer, intent.after, intent.before, intent.context, entry.seen):
        if part and part.get(name) is not None:
            return part[name]
    return None
