"""Follows the journal so that the office in memory shows every write, whether it settles at once or hours later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, TypeVar

import msgspec

from app.core.clock import Clock, local
from app.core.text import Text, msg
from app.domain.schedule.visit import Stage
from app.journal.entries import Entry, Intent, Wire, WriteState
from app.journal.outbox import Outbox
from app.services.writes.create import Create
from app.services.writes.registry import Registry
from app.services.writes.schedule.status import STAGE
from app.services.writes.schedule.waiting import waiting_in
from app.store.patients.people import People, known_of
from app.store.schedule.pending import Pending
from app.store.topics import Part, Topic
from app.wire.codec import CodecError, decode_one, wire_row
from app.wire.resources.appointments import Appointment
from app.wire.resources.patients_records import Patient

R = TypeVar("R", Appointment, Patient)
TIMED = {stage.name: stage for stage in (Stage.ARRIVED, Stage.SEATED, Stage.DISMISSED)}
"""The stages with a recorded time."""
LOOKED_BACK = 200
"""Number of journal entries searched for today's arrivals after a restart."""


class ToldOffice(Protocol):
    """The part of the in-memory office that writes update."""

    clock: Clock
    people: People

    def apply(self, row: Appointment) -> None:
        """Store an appointment row that a write returned."""
        ...

    def suggest_name(self, pat_num: int, name: str) -> None:
        """Show a patient under this name, as in "Ortiz, Maria", until the office's own row is read."""
        ...

    def tell_of(self, topic: Topic) -> None:
        """Mark a topic as changed that is not stored row by row."""
        ...

    def set_pending(self, apt_num: int, pending: Pending | None) -> None:
        """Show an appointment as unsettled writes will leave it; None: they have settled."""
        ...

    def note_time(self, apt_num: int, stage: Stage, at: datetime) -> None:
        """Record when an appointment was marked on this PC, for offices that record no time for it."""
        ...


class Follower:
    """Follows the journal while it is open. A kind that is not in the registry has no effect."""

    def __init__(self, outbox: Outbox, office: ToldOffice, writes: Registry) -> None:
        self._outbox = outbox
        self._office = office
        self._writes = writes
        self._unwatch = (
            outbox.journal.watch(self._follow),
            outbox.callers.watch(self._mark),
        )
        for entry in outbox.journal.unsettled():
            self._mark(entry)
        for entry in reversed(outbox.journal.recent(LOOKED_BACK)):
            self._note_time(entry)

    def end(self) -> None:
        """Stop following."""
        for unwatch in self._unwatch:
            unwatch()

    def topic(self, intent: Intent) -> Topic | None:
        """The topic of an intent; None if unknown."""
        write = self._writes.get(intent.kind)
        return None if write is None else write.applies({**intent.context, **intent.arguments})

    def _follow(self, entry: Entry) -> None:
        row = entry.answer if entry.state is WriteState.DONE else entry.conflict
        if entry.state.settled and row is not None:
            self._apply(entry, row)
        self._note_time(entry)
        self._mark(entry)

    def _apply(self, entry: Entry, row: Wire) -> None:
        write = self._writes.get(entry.intent.kind)
        topic = write.applies(row) if write is not None else None
        if write is None or topic is None:
            return
        if write.endpoint.record is Patient and (patient := _read(row, Patient)) is not None:
            self._office.people.learn_all([known_of(patient)])  # a new or renamed one is found at once
        if topic.part is not Part.SCHEDULE:
            self._office.tell_of(topic)
            return
        if (read := _read(row, Appointment)) is None:
            return
        if entry.intent.whose:  # before the row, so that it is never shown without a name
            self._office.suggest_name(read.PatNum, entry.intent.whose)
        self._office.apply(read)

    def _note_time(self, entry: Entry) -> None:
        if (stage := TIMED.get(entry.intent.context.get(STAGE, ""))) is None:
            return
        topic = self.topic(entry.intent)
        if topic is None or topic.part is not Part.SCHEDULE:
            return
        if entry.state is WriteState.DONE and entry.sent_at is not None:
            self._office.note_time(topic.key, stage, local(entry.sent_at, self._office.clock))

    def _mark(self, entry: Entry) -> None:
        """Show an appointment as its unsettled writes will leave it, and say how far they are."""
        if (key := self._apt_num(entry)) is None:
            return
        pending = [each for each in self._outbox.journal.unsettled() if self._apt_num(each) == key]
        self._office.set_pending(key, self._pending(key, pending) if pending else None)

    def _apt_num(self, entry: Entry) -> int | None:
        """The appointment that an entry is about; of a booking, which has no number yet, the entry's, negative."""
        topic, write = self.topic(entry.intent), self._writes.get(entry.intent.kind)
        if topic is not None:
            return topic.key if topic.part is Part.SCHEDULE else None
        return -entry.id if isinstance(write, Create) and write.part is Part.SCHEDULE else None

    def _pending(self, apt_num: int, pending: Sequence[Entry]) -> Pending:
        last = pending[-1].intent
        words = msg("{what}: {state}", what=last.words, state=self._standing(pending))
        waiting = waiting_in(last)
        new = Appointment(AptNum=apt_num) if apt_num < 0 else None
        if waiting is not None and not waiting.planned:  # it is not on the schedule yet
            new = Appointment(AptNum=apt_num, PatNum=waiting.pat_num, Pattern=waiting.pattern)
        return Pending(words, lambda row: self._expected(row, pending), new, last.whose)

    def _expected(self, row: Appointment, pending: Sequence[Entry]) -> Appointment:
        """The row once these writes are done; as it is where that cannot be said."""
        fields = wire_row(row)
        for entry in pending:
            fields = self._writes[entry.intent.kind].expected(entry.intent, fields)
        return _read(fields, Appointment) or row

    def _standing(self, pending: Sequence[Entry]) -> Text:
        """The state of an appointment's writes, the same as in its latest notice."""
        if any(entry.state is WriteState.UNKNOWN for entry in pending):
            return msg("sent, not confirmed yet. Front Desk is checking")
        if self._outbox.callers.waits(pending[-1]):
            return msg("not sent yet")
        return msg("saving…")


def _read(row: Wire, record: type[R]) -> R | None:
    """A row of a write's answer; None if it is incomplete: the next refresh shows it."""
    try:
        return decode_one(msgspec.json.encode(row), record)
    except CodecError:
        return None
