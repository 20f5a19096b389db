"""Sends a posting once, and follows what becomes of it while its panel shows it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.text import At, ExplainedError
from app.journal.dispatcher import TAKEN_BACK
from app.journal.entries import Entry, WriteState
from app.journal.errors import next_minute
from app.sealed.errors import LocalStoreError
from app.services.writes.errors import CannotWrite
from app.viewmodels.messages import explain, sent_when
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.translation import tr, typed

LOOKED_BACK = 200
"""Number of entries searched for the one that is followed."""


class Attempt(QObject):
    """`changed`: phase or words changed. `done` is emitted with the entry once all of it is done.

    `refused` is emitted with the reason; what was entered stays.
    """

    changed = Signal()
    done = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: DeskViewModel, kinds: Collection[str], parent: QObject | None = None) -> None:
        """`kinds` of writes that the panel makes."""
        super().__init__(parent)
        self._desk = desk
        self._kinds = frozenset(kinds)
        self._number = 0
        """Counts the attempts: an answer for an earlier one is not shown."""
        self.entry: Entry | None = None
        self.phase = Phase.ENTERING
        self.waits = ""
        self.replaced = 0
        """The id of a refused entry that the next attempt replaces; 0: none."""
        watches = (desk.parts.journal.watch, desk.parts.outbox.callers.watch, desk.parts.client.watch)
        self._unwatch = [watch(lambda _: self._follow()) for watch in watches]

    def send(self, posting: Awaitable[Entry], keep: Callable[[], object] | None = None) -> None:
        """Wait for what a method of the money writes returned, and follow its entry.

        `keep` is called if it was never journaled and the panel has been left by then: it keeps what was entered.
        """
        self._number += 1
        self.entry, self.phase, self.waits = None, Phase.SENDING, ""
        self._desk.parts.scope.start(self._send(posting, self._number, keep), "posting")

    def take_up(self, pat_num: int) -> bool:
        """Follow a write of this patient that is not settled. Returns whether there is one."""
        found = [
            entry
            for entry in self._desk.parts.journal.unsettled()
            if entry.intent.kind in self._kinds
            and {**entry.intent.context, **entry.intent.arguments}.get("PatNum") == pat_num
        ]
        if found:
            self.entry = self._first_step(found[-1])
            self._judge(self.entry)
        return bool(found)

    def follow_refused(self, entry: Entry) -> None:
        """Go on with a refused one: its reason is shown, and the next attempt replaces it."""
        self._refuse(entry)

    def leave(self) -> None:
        """Forget it; notices report the end, and the journal has the entry."""
        self._number += 1
        self.entry, self.phase, self.waits, self.replaced = None, Phase.ENTERING, "", 0

    def close(self) -> None:
        """Stop following the journal."""
        for unwatch in self._unwatch:
            unwatch()

    def _first_step(self, entry: Entry) -> Entry:
        """The posting that an entry is a step of; itself if it is none, or if that is too long ago."""
        known = {each.id: each for each in self._desk.parts.journal.recent(LOOKED_BACK)}
        while entry.intent.step_of in known:
            entry = known[entry.intent.step_of]
        return entry

    async def _send(self, posting: Awaitable[Entry], number: int, keep: Callable[[], object] | None) -> None:
        words = ""
        try:
            entry = await posting
        except (ApiError, LocalStoreError, CannotWrite, ExplainedError) as error:
            words = explain(error).sentence
        else:
            if self.replaced and number == self._number:
                self._desk.parts.outbox.dismiss(self.replaced)
                self.replaced = 0
            await self._desk.outcomes.tell(_given(entry))
            if number == self._number:
                self._judge(await self._desk.parts.journal.get(entry.id))
            return
        if number == self._number:
            self.phase = Phase.ENTERING
            self.refused.emit(words)
        elif keep is None:
            self._desk.warn(words)
        else:
            keep()
            self._desk.warn(tr("{problem} What was entered is kept in the panel.", problem=words))

    def _follow(self) -> None:
        """Something in the journal changed, or the line to the office."""
        if (followed := self.entry) is None or self.phase is Phase.DONE:
            return
        found = next(
            (each for each in self._desk.parts.journal.recent(LOOKED_BACK) if each.id == followed.id),
            followed,
        )
        self._judge(found)

    def _judge(self, entry: Entry) -> None:
        before, self.entry = (self.phase, self.waits), entry
        match entry.state:
            case WriteState.DONE:
                self._judge_steps(entry)
            case WriteState.REFUSED:
                self._refuse(entry)
                return
            case WriteState.WAITING:
                self.phase = Phase.WAITING
                self.waits = tr("Not sent yet. {until}", until=sent_when(self._desk.parts.client.status))
            case WriteState.SENT:
                self.phase, self.waits = Phase.SENDING, ""
            case WriteState.UNKNOWN:
                self.phase, self.waits = Phase.CHECKING, self._unknown(entry)
        if before != (self.phase, self.waits):
            self.changed.emit()

    def _judge_steps(self, entry: Entry) -> None:
        """With steps it is done once the last of them is settled."""
        if self._desk.parts.money_writes().is_finished(entry):
            self.phase, self.waits = Phase.DONE, tr(self._desk.parts.writes.steps.left_out(entry))
            self.done.emit(entry)
            return
        self.phase = Phase.CHECKING
        self.waits = tr("Posted. Saving the rest of it…")

    def _refuse(self, entry: Entry) -> None:
        self.phase, self.waits, self.entry = Phase.ENTERING, "", None
        self._desk.outcomes.hide_refusal(entry.id)
        self.replaced = entry.id
        self.refused.emit("" if entry.outcome == TAKEN_BACK else typed(entry.outcome))

    def _unknown(self, entry: Entry) -> str:
        outbox = self._desk.parts.outbox
        if outbox.asks(entry.id):
            return tr(
                "Front Desk can't tell whether this was posted. Look in Open Dental, then choose Done or Not done "
                "under Needs attention. Don't take it again before that."
            )
        until = outbox.settler.until(entry)
        if until is None or until <= self._desk.now() or not self._desk.parts.client.status.connected:
            return tr(
                "Checking… Sent, but Open Dental hasn't confirmed it. A second try is blocked until the office answers."
            )
        return tr(
            "Checking… Sent, but Open Dental hasn't confirmed it. A second try is blocked until {time}.",
            time=At(next_minute(until)),
        )


async def _given(entry: Entry) -> Entry:
    return entry
