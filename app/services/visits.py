"""Everything that a receptionist does to a visit: a journalled write each, followed until the office shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Protocol

from app.core.clock import Clock
from app.domain.pattern import plain, stretch
from app.domain.visit import Person, Stage, Visit
from app.journal.entries import Entry, Intent, WriteState
from app.journal.outbox import Outbox
from app.services.rows import names_of
from app.services.undo import can_undo, undoing
from app.services.visit_intents import (
    STAGE,
    BreakChoice,
    BreakKind,
    NewVisit,
    Place,
    apt_num_of,
    book_intent,
    break_intent,
    move_intent,
    note_intent,
    resize_intent,
    stage_intent,
    status_intent,
)
from app.services.write_kinds_reading import appointment_of, in_the_way
from app.store.days import DayRows
from app.store.lists import CONFIRMED_CATEGORY, OfficeLists
from app.wire.codec import CodecError, wire_row
from app.wire.resources.appointments import Appointment

__all__ = ["BreakChoice", "BreakKind", "CannotWrite", "NewVisit", "VisitOffice", "VisitWrites"]

WHERE_STAGES = "Choose it in Open Dental: Setup, Appointments, Appts Preferences."
TIMED = (Stage.ARRIVED, Stage.SEATED, Stage.DISMISSED)
"""The stages whose time the office records."""
LOOKED_BACK = 200
"""Entries of the journal that may hold today's arrivals, after a restart."""


class CannotWrite(Exception):
    """It cannot even be tried. The text is a sentence for people."""


class VisitOffice(Protocol):
    """What writes need of the office in memory, and what they tell it."""

    @property
    def lists(self) -> OfficeLists | None:
        """Chairs, statuses and what they mean."""
        ...

    def day(self, day: date) -> DayRows | None:
        """A day in memory."""
        ...

    def visit_row(self, apt_num: int) -> Appointment | None:
        """A row in memory."""
        ...

    def person(self, pat_num: int) -> Person | None:
        """A patient's name."""
        ...

    def apply(self, row: Appointment) -> None:
        """Take a row over that a write brought."""
        ...

    def mark_pending(self, apt_num: int, words: str) -> None:
        """Say what an unsettled write is doing to a visit; empty words: it has settled."""
        ...

    def note_time(self, apt_num: int, stage: Stage, at: datetime) -> None:
        """Remember when a visit was marked from here, for offices where that sets no time."""
        ...


class VisitWrites:
    """Each method returns the journal's entry: done, refused, unknown, or waiting for the office.

    Raises CannotWrite when it cannot be tried, and the journal's StillSettling and JournalFailed. What becomes of
    an entry later (a write that waited, one that was settled) reaches `office` in the same way.
    """

    def __init__(self, outbox: Outbox, office: VisitOffice, clock: Clock) -> None:
        self._outbox = outbox
        self._office = office
        self._clock = clock
        self._unwatch = outbox.journal.watch(self._follow)
        for entry in outbox.journal.unsettled():
            self._mark(entry.intent)
        for entry in reversed(outbox.journal.recent(LOOKED_BACK)):
            self._note_time(entry)

    def close(self) -> None:
        """Follow no more."""
        self._unwatch()

    # --- statuses ------------------------------------------------------------------------------------------

    async def confirm(self, visit: Visit, def_num: int) -> Entry:
        """Give a visit any status of the office (a definition of category 2)."""
        statuses = self._lists().definitions.get(CONFIRMED_CATEGORY, ())
        name = next((each.ItemName for each in statuses if each.DefNum == def_num), "another status")
        return await self._outbox.write(status_intent(visit, def_num, name, self._row(visit)))

    async def confirm_visit(self, visit: Visit) -> Entry:
        """The patient said that they come."""
        return await self._stage(visit, Stage.CONFIRMED, self._lists().stages.accepted)

    async def arrive(self, visit: Visit) -> Entry:
        """The patient is here. Never sent for one who is marked so already."""
        return await self._stage(visit, Stage.ARRIVED, self._lists().stages.arrived)

    async def seat(self, visit: Visit) -> Entry:
        """The patient sits in the chair."""
        return await self._stage(visit, Stage.SEATED, self._lists().stages.seated)

    async def dismiss(self, visit: Visit) -> Entry:
        """The patient may go."""
        return await self._stage(visit, Stage.DISMISSED, self._lists().stages.dismissed)

    # --- time and place ------------------------------------------------------------------------------------

    async def move(self, visit: Visit, start: datetime, op_num: int, prov_num: int = 0) -> Entry:
        """Put a visit at another time, in another chair, with another provider (0: the same one)."""
        place = self._place(start, op_num, visit.pattern, visit.apt_num)
        intent = move_intent(visit, place, self._left(visit), prov_num, self._row(visit))
        return await self._outbox.write(intent)

    async def resize(self, visit: Visit, minutes: int) -> Entry:
        """Give a visit another length, in the shape that it has."""
        pattern = stretch(visit.pattern, minutes)
        place = self._place(visit.start, visit.op_num, pattern, visit.apt_num)
        return await self._outbox.write(
            resize_intent(visit, minutes, place.beside, self._left(visit), self._row(visit))
        )

    async def book(self, new: NewVisit) -> Entry:
        """Book a visit. Its entry's answer is the new row."""
        kinds = self._office.lists.appointment_types if self._office.lists else ()
        pattern = next((each.Pattern for each in kinds if each.AppointmentTypeNum == new.type_num), "")
        new = replace(new, type_pattern=new.type_pattern or pattern)
        place = self._place(new.start, new.op_num, plain(new.minutes), 0)
        return await self._outbox.write(book_intent(new, place, self._clock.now().date()))

    async def break_visit(self, visit: Visit, choice: BreakChoice) -> Entry:
        """Break a visit: missed or cancelled, onto the Unscheduled list or left on the book as broken."""
        return await self._outbox.write(break_intent(visit, choice, self._left(visit), self._row(visit)))

    async def append_note(self, visit: Visit, text: str) -> Entry:
        """Add to a visit's note, behind what stands there."""
        return await self._outbox.write(note_intent(visit, text))

    # --- undo ----------------------------------------------------------------------------------------------

    def can_undo(self, entry: Entry) -> bool:
        """Whether a write can be taken back."""
        return can_undo(entry)

    async def undo(self, entry: Entry) -> Entry:
        """Take a write back: withdrawn if it still waits, else undone by another write.

        Refused when someone has changed the visit since; NotPossible while it is on its way.
        """
        entry = await self._outbox.journal.get(entry.id)
        if entry.state is WriteState.WAITING:
            return await self._outbox.withdraw(entry.id)
        row = entry.seen if entry.intent.kind != "book" else entry.answer
        person = self._office.person((row or {}).get("PatNum", 0))
        intent = undoing(entry, person.display if person else "The visit")
        if intent is None:
            raise CannotWrite("This cannot be taken back from here.")
        return await self._outbox.write(intent)

    # --- inside --------------------------------------------------------------------------------------------

    async def _stage(self, visit: Visit, stage: Stage, def_num: int) -> Entry:
        if not def_num:
            word = stage.name.lower()
            raise CannotWrite(f"This office has no status that stands for {word}. {WHERE_STAGES}")
        rules = self._lists().stages
        return await self._outbox.write(stage_intent(visit, stage, def_num, self._row(visit), rules))

    def _lists(self) -> OfficeLists:
        if self._office.lists is None:
            raise CannotWrite("The office's chairs and statuses are still coming. Try again in a moment.")
        return self._office.lists

    def _row(self, visit: Visit) -> Appointment | None:
        return self._office.visit_row(visit.apt_num)

    def _place(self, start: datetime, op_num: int, pattern: str, apt_num: int) -> Place:
        lists = self._lists()
        chairs = {row.OperatoryNum: row for row in lists.operatories}
        clinic_num = chairs[op_num].ClinicNum if op_num in chairs else 0
        beside = self._beside(start, op_num, pattern, apt_num)
        return Place(start, op_num, names_of(lists).chair(op_num), clinic_num, beside)

    def _left(self, visit: Visit) -> tuple[int, ...] | None:
        """Who stands beside a visit where it is now: what it may come back to."""
        return self._beside(visit.start, visit.op_num, visit.pattern, visit.apt_num)

    def _beside(self, start: datetime, op_num: int, pattern: str, apt_num: int) -> tuple[int, ...] | None:
        """The visits in a chair during a stretch, as the screen shows them; None while the day is not in memory."""
        known = self._office.day(start.date())
        if known is None:
            return None
        rows = [wire_row(row) for row in known.appointments if row.Op == op_num and row.AptNum != apt_num]
        return tuple(row["AptNum"] for row in in_the_way(rows, op_num, start, pattern))

    def _follow(self, entry: Entry) -> None:
        """Let the office show what has become of a write."""
        row = entry.answer if entry.state is WriteState.DONE else entry.conflict
        if entry.state.settled and row is not None:
            self._apply(row)
        self._note_time(entry)
        self._mark(entry.intent)

    def _apply(self, row: dict[str, object]) -> None:
        try:
            read = appointment_of(row)
        except CodecError:  # an answer that says too little: the next refresh shows it
            return
        if read.AptNum:
            self._office.apply(read)

    def _note_time(self, entry: Entry) -> None:
        """Remember when a visit was marked from here."""
        stage = Stage.__members__.get(entry.intent.context.get(STAGE, ""))
        if stage in TIMED and entry.state is WriteState.DONE and entry.sent_at is not None:
            self._office.note_time(apt_num_of(entry.intent), stage, entry.sent_at)

    def _mark(self, intent: Intent) -> None:
        """Say on the tile what the latest unsettled write is doing to its visit."""
        if not (apt_num := apt_num_of(intent)):
            return
        pending = self._outbox.pending(intent.subject)
        unknown = any(entry.state is WriteState.UNKNOWN for entry in pending)
        how = "not known yet whether it was done" if unknown else "being saved"
        self._office.mark_pending(apt_num, f"{pending[-1].intent.words}: {how}" if pending else "")
