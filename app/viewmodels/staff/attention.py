"""Waiting, unknown or refused changes: the list behind "3 need attention"."""

from __future__ import annotations

from contextlib import suppress

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import NotSent
from app.core.clock import Clock, local
from app.core.text import NO_TEXT, At, Text, join, msg, when
from app.journal.entries import Entry, WriteState
from app.journal.errors import NotPossible, next_minute
from app.sealed.damage import Damage, Reason
from app.services.writes.schedule.waiting import BOOKINGS
from app.viewmodels.messages import sent_when
from app.viewmodels.staff.money.late import KIND as PAYMENT
from app.viewmodels.staff.new_patient.late import KIND as NEW_PATIENT
from app.viewmodels.staff.outcomes import Outcomes
from app.viewmodels.staff.parts import Parts
from app.viewmodels.translation import tr, typed

_NOT_CONFIRMED = msg("Sent, but Open Dental hasn't confirmed it. Front Desk is checking.")
_NOT_AGAIN = msg("Don't enter it again.")
CHANGEABLE = BOOKINGS | {NEW_PATIENT, PAYMENT}
"""The kinds of writes that were entered in a form."""
_BEING_SENT = msg("Sending…")
_STATE_WORDS = {
    WriteState.SENT: _BEING_SENT,
    WriteState.REFUSED: msg("Not done."),
}


class SettleRow(Struct, frozen=True):
    """One unfinished write, ready to be shown."""

    id: int
    """The journal entry's id; 0 for a report of lost data."""
    time: str
    """When it was made; with its date unless that is today."""
    words: str
    state: str
    can_check: bool
    """Offer "Check now"."""
    can_close: bool
    """Offer "Dismiss": a refused one stays until the user has read it."""
    can_withdraw: bool
    """Offer "Cancel this change": it was not sent yet."""
    can_decide: bool
    """Checking was inconclusive: offer "Done" and "Not done", for a user who looks in Open Dental."""
    can_change: bool = False
    """Offer "Change": its entries can be restored and corrected."""
    can_retry: bool = False
    """Offer "Try again": send the same write again, whatever another user has done meanwhile."""
    lost: str = ""
    """The name under which a damaged file of this PC is kept; empty: it is a write."""
    phone: str = ""
    """The patient's phone number, for a refused one: the patient may have to be called."""


class AttentionViewModel(QObject):
    """Rows of unfinished writes, oldest first; `changed` when they change."""

    changed = Signal()

    def __init__(
        self,
        parts: Parts,
        outcomes: Outcomes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._outcomes = outcomes
        self._client = parts.client
        self._journal = journal = parts.journal
        self._outbox = outbox = parts.outbox
        self._clock = parts.clock
        self._scope = parts.scope
        self.rows = self._rows()
        watches = (journal.watch, journal.store.watch_damage, outbox.callers.watch, parts.client.watch)
        self._unwatch = [watch(lambda _: self._follow()) for watch in watches]

    @property
    def empty(self) -> str:
        """The text for an empty list."""
        return "" if self.rows else tr("Nothing needs attention.")

    def check(self, entry_id: int) -> None:
        """Check an unknown one now."""
        self._scope.start(self._settle(entry_id), "settle")

    def decide(self, entry_id: int, *, done: bool) -> None:
        """Settle an unknown one by the answer of a user who looked in Open Dental."""
        self._scope.start(self._decide(entry_id, done=done), "decide")

    def withdraw(self, entry_id: int) -> None:
        """Withdraw one that still waits."""
        self._scope.start(self._withdraw(entry_id), "withdraw")

    def dismiss(self, entry_id: int, lost: str = "") -> None:
        """Dismiss a refused one, or the report of a `lost` file."""
        if lost:
            self._scope.start(self._journal.store.dismiss(lost), "dismiss")
        else:
            self._outbox.dismiss(entry_id)

    def change(self, entry_id: int) -> None:
        """Continue a refused booking or new patient: its entries are restored."""
        if (entry := self._refused(entry_id)) is not None and _can_change(entry):
            self._outcomes.changers[entry.intent.kind](entry)

    def retry(self, entry_id: int) -> None:
        """Send a refused one again, as entered."""
        if (entry := self._refused(entry_id)) is not None:
            self._outcomes.retry(entry)

    def close(self) -> None:
        """Stop following."""
        for unwatch in self._unwatch:
            unwatch()

    def _refused(self, entry_id: int) -> Entry | None:
        entries = self._journal.open_entries()
        return next(
            (each for each in entries if each.id == entry_id and each.state is WriteState.REFUSED), None
        )

    async def _settle(self, entry_id: int) -> None:
        with suppress(NotSent):  # the office can't be reached: the row stays and shows it
            await self._outbox.settle(entry_id)
        self._follow()

    async def _withdraw(self, entry_id: int) -> None:
        with suppress(NotPossible):  # it was just sent, or another one is queued behind it: the row shows it
            await self._outbox.withdraw(entry_id)
        self._follow()

    async def _decide(self, entry_id: int, *, done: bool) -> None:
        with suppress(NotPossible):  # a double click: already decided
            await self._outbox.decide(entry_id, done=done)

    def _follow(self) -> None:
        rows = self._rows()
        if rows != self.rows:
            self.rows = rows
            self.changed.emit()

    def _rows(self) -> tuple[SettleRow, ...]:
        return (
            *(_lost(damage, self._clock) for damage in self._journal.store.damage),
            *(_undecoded(entry_id) for entry_id in self._journal.undecoded),
            *(
                self._row(entry)
                for entry in self._journal.open_entries()
                if not self._outbox.is_delayed(entry.id)
            ),
        )

    def _row(self, entry: Entry) -> SettleRow:
        tried = self._outbox.callers.is_tried(entry)
        words = _BEING_SENT if tried else _STATE_WORDS.get(entry.state, NO_TEXT)
        if entry.state is WriteState.WAITING and not tried:
            words = msg("Not sent yet. {until}", until=sent_when(self._client.status))
        if entry.conflict is not None and entry.intent.whose:  # the outcome reports what was not done
            words = NO_TEXT
        state = join([words, entry.outcome])
        if entry.state is WriteState.UNKNOWN:
            state = join([entry.outcome or _NOT_CONFIRMED, self._not_again(entry)])
        return SettleRow(
            entry.id,
            tr(when(local(entry.made_at, self._clock), self._clock.now().date())),
            typed(entry.intent.words),
            tr(state),
            can_check=entry.state is WriteState.UNKNOWN,
            can_close=entry.state is WriteState.REFUSED,
            can_withdraw=entry.state is WriteState.WAITING,
            can_decide=entry.state is WriteState.UNKNOWN and self._outbox.asks(entry.id),
            can_change=_can_change(entry),
            can_retry=entry.state is WriteState.REFUSED,
            phone=self._outcomes.phone_of(entry) if entry.state is WriteState.REFUSED else "",
        )

    def _not_again(self, entry: Entry) -> Text:
        """Until when it must not be entered again."""
        until = self._outbox.settler.until(entry)
        if until is None or until <= self._clock.now():
            return _NOT_AGAIN
        if self._outbox.asks(entry.id) or not self._client.status.connected:
            return _NOT_AGAIN
        return msg("Don't enter it again before {time}.", time=At(next_minute(until)))


def _can_change(entry: Entry) -> bool:
    return entry.state is WriteState.REFUSED and entry.intent.kind in CHANGEABLE


def _lost(damage: Damage, clock: Clock) -> SettleRow:
    """A file of this PC that could not be read, or not completely."""
    if damage.reason is Reason.KEY:
        what = tr(
            "The key to Front Desk's data on this PC was lost. Changes that were not sent yet can't be read."
        )
    elif damage.kept:
        what = tr("Front Desk's data on this PC was damaged. What could be read was kept.")
    else:
        what = tr("Front Desk's data on this PC was damaged and can't be read.")
    check = tr(
        "Check in Open Dental whether your last changes are there. The old file is kept as {name}.",
        name=damage.aside,
    )
    return _plain_row(
        0,
        tr(when(local(damage.found_at, clock), clock.now().date())),
        tr("Changes may be lost"),
        f"{what} {check}",
        can_close=True,
        lost=damage.aside,
    )


def _undecoded(entry_id: int) -> SettleRow:
    words = tr("A newer version of Front Desk saved this change. Start that version to see it.")
    return _plain_row(entry_id, "", tr("A change that can't be shown"), words, can_close=False)


def _plain_row(
    entry_id: int, time: str, words: str, state: str, *, can_close: bool, lost: str = ""
) -> SettleRow:
    return SettleRow(
        entry_id, time, words, state,
        can_check=False, can_close=can_close, can_withdraw=False, can_decide=False, lost=lost,
    )  # fmt: skip
