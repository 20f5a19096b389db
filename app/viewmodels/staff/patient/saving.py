"""Saves what is edited in place on the patient page, and turns the journal's entry into what the field shows."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from app.api.errors import ApiError
from app.core.text import Text, msg
from app.journal.dispatcher import TAKEN_BACK
from app.journal.entries import Entry, Intent, Wire, WriteState
from app.sealed.errors import LocalStoreError
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.change import versions
from app.viewmodels.inline.results import Changed, Failed, NotYet, Saved, SaveResult, Withdrawn
from app.viewmodels.messages import explain, sent_when
from app.viewmodels.staff.desk import DeskViewModel

NOT_CONFIRMED = msg("Sent, but Open Dental hasn't confirmed it. Front Desk is checking.")
SAVING = msg("Saving…")
Read = Callable[[Wire], Any]
"""Gets the field's value from a row in wire form."""


def unsettled(desk: DeskViewModel, changes: Callable[[Intent], bool]) -> Entry | None:
    """The last write of this PC that isn't settled and changes something; None: there is none."""
    found = reversed(desk.parts.journal.unsettled())
    return next((entry for entry in found if changes(entry.intent)), None)


class Saving:
    """The saves of one field. The outcome is also a notice, with Undo where there is one."""

    def __init__(self, desk: DeskViewModel, read: Read, is_shown: Callable[[], bool]) -> None:
        """`is_shown` tells whether the field still shows this patient; if not, a refusal stays a notice."""
        self._desk = desk
        self._read = read
        self._is_shown = is_shown

    async def save(self, write: Awaitable[Entry], value: Any) -> SaveResult:
        """Send a write; `value` is what the field shows when it is done."""
        try:
            entry = await write
        except (ApiError, LocalStoreError, CannotWrite) as error:
            if not self._is_shown():  # nobody would see it in the field
                self._desk.outcomes.fail(error)
            return Failed(explain(error).sentence)
        entry = await self._desk.outcomes.report(entry) or entry
        match entry.state:
            case WriteState.DONE:
                return self._saved(entry, value)
            case WriteState.REFUSED:
                return self._refused(entry, value)
            case WriteState.WAITING:
                words = _waiting(sent_when(self._desk.parts.client.status))
                return NotYet(words, lambda: self._later(entry, value))
            case _:
                return NotYet(NOT_CONFIRMED, lambda: self._later(entry, value))

    def waiting(self, entry: Entry, value: Any) -> NotYet:
        """What the field shows of a change from before that isn't settled; `value` is what it will leave."""
        if entry.state is WriteState.UNKNOWN:
            return NotYet(NOT_CONFIRMED, lambda: self._later(entry, value))
        words = _waiting(sent_when(self._desk.parts.client.status))
        if not self._desk.parts.outbox.callers.waits(entry):
            words = SAVING
        return NotYet(words, lambda: self._later(entry, value))

    def _saved(self, entry: Entry, value: Any) -> Saved:
        """Clearing a value may remove its row, and then the answer is the row that was removed."""
        row = entry.answer
        return Saved(value if row is None or value == "" else self._read(row))

    async def _later(self, entry: Entry, value: Any) -> SaveResult:
        """Wait until a write is settled. A refusal is a notice, too: the field may be being edited again by then."""
        settled = await self._settled(entry.id)
        if settled.state is WriteState.DONE:
            return self._saved(settled, value)
        if settled.outcome == TAKEN_BACK:
            return Withdrawn(self._read(settled.intent.before), settled.outcome)
        return Failed(settled.outcome)

    async def _settled(self, entry_id: int) -> Entry:
        journal = self._desk.parts.journal
        ended: asyncio.Future[Entry] = asyncio.get_running_loop().create_future()

        def follow(entry: Entry) -> None:
            if entry.id == entry_id and entry.state.settled and not ended.done():
                ended.set_result(entry)

        unwatch = journal.watch(follow)
        try:
            follow(await journal.get(entry_id))  # it may have been settled since
            return await ended
        finally:
            unwatch()

    def _refused(self, entry: Entry, value: Any) -> SaveResult:
        if self._is_shown():
            self._desk.outcomes.hide_refusal(entry.id)
        writes = self._desk.parts.writes
        if entry.conflict is None or not versions(entry):  # deleted meanwhile, or refused by the office
            return Failed(entry.outcome)
        return Changed(
            self._read(entry.conflict),
            lambda: self.save(writes.retry(entry), value),
            lambda: writes.dismiss(entry),
        )


def _waiting(until: Text) -> Text:
    return msg("Not sent yet. {until}", until=until)
