"""Everything that a receptionist does to a visit: a journalled write each, followed until the office shows it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from msgspec.structs import replace

from app.core.clock import Clock
from app.core.text import msg
from app.domain.schedule.openings import Team
from app.domain.schedule.pattern import plain, stretch
from app.domain.schedule.tile import STAGE_WORDS
from app.domain.schedule.visit import Person, Stage, Visit
from app.journal.entries import Entry, WriteState
from app.journal.outbox import Outbox
from app.services.writes.errors import CannotWrite
from app.services.writes.following import Follower, ToldOffice
from app.services.writes.slots import Places, SeenOffice
from app.services.writes.undo import attaching, can_undo, undoing, unfinished
from app.services.writes.visit_intents import (
    BreakChoice,
    BreakKind,
    NewVisit,
    book_intent,
    break_intent,
    move_intent,
    note_intent,
    resize_intent,
    stage_intent,
)
from app.store.lists import ListName

__all__ = ["APPTS_PREFERENCES", "BreakChoice", "BreakKind", "NewVisit", "VisitOffice", "VisitWrites"]

LOOKED_BACK = 50
"""Entries among which an undo that was not finished is looked for: it was the last thing that an earlier run did."""
NOTHING_TO_UNDO = msg("There is nothing to undo: this was not done, or it changed nothing.")
NOT_KNOWN_YET = msg(
    "This can't be undone yet: Open Dental hasn't confirmed it. Front Desk is checking. Try again in a moment."
)
APPTS_PREFERENCES = msg("Setup, Appointments, Appts Preferences")
"""Where Open Dental keeps an office's appointment settings."""


class VisitOffice(SeenOffice, ToldOffice, Protocol):
    """What writes need of the office in memory, and what they tell it."""

    def person(self, pat_num: int) -> Person | None:
        """A patient's name."""
        ...


class VisitWrites:
    """Each method returns the journal's entry: done, refused, unknown, or waiting for the office.

    Raises CannotWrite when it cannot be tried, and the journal's StillSettling and StoreFailed. What becomes of
    an entry later (a write that waited, one that was settled) reaches `office` in the same way.
    """

    def __init__(self, outbox: Outbox, office: VisitOffice, clock: Clock) -> None:
        self._outbox = outbox
        self._office = office
        self._clock = clock
        self._places = Places(office)
        self._follower = Follower(outbox, office)
        self._booked: dict[int, str] = {}
        """Who was booked here: the names of the schedule are read a moment later."""

    def close(self) -> None:
        """Follow no more."""
        self._follower.end()

    # --- statuses ------------------------------------------------------------------------------------------

    async def confirm_visit(self, visit: Visit) -> Entry:
        """The patient said that they come."""
        return await self._stage(visit, Stage.CONFIRMED, self._places.lists().stages.accepted)

    async def arrive(self, visit: Visit) -> Entry:
        """The patient is here. Never sent for one who is marked so already."""
        return await self._stage(visit, Stage.ARRIVED, self._places.lists().stages.arrived)

    async def seat(self, visit: Visit) -> Entry:
        """The patient sits in the chair."""
        return await self._stage(visit, Stage.SEATED, self._places.lists().stages.seated)

    async def dismiss(self, visit: Visit) -> Entry:
        """The patient may go."""
        return await self._stage(visit, Stage.DISMISSED, self._places.lists().stages.dismissed)

    # --- time and place ------------------------------------------------------------------------------------

    async def move(self, visit: Visit, start: datetime, op_num: int, team: Team | None = None) -> Entry:
        """Put an appointment at another time, in another chair, with another team (None: its own)."""
        place = self._places.place(start, op_num, visit.pattern, visit.apt_num)
        intent = move_intent(visit, place, self._places.left(visit), team, self._places.row(visit))
        return await self._outbox.write(intent)

    async def resize(self, visit: Visit, minutes: int) -> Entry:
        """Give an appointment another length, in the shape that it has."""
        pattern = stretch(visit.pattern, minutes)
        place = self._places.place(visit.start, visit.op_num, pattern, visit.apt_num)
        return await self._outbox.write(
            resize_intent(visit, minutes, place.beside, self._places.left(visit), self._places.row(visit))
        )

    async def book(self, new: NewVisit) -> Entry:
        """Book an appointment. Its entry's answer is the new row."""
        kinds = self._office.lists.appointment_types if self._office.lists else ()
        pattern = next((each.Pattern for each in kinds if each.AppointmentTypeNum == new.type_num), "")
        new = replace(new, type_pattern=new.type_pattern or pattern)
        self._booked[new.person.pat_num] = new.person.display
        place = self._places.place(new.start, new.op_num, plain(new.minutes))
        return await self._outbox.write(book_intent(new, place, self._clock.now().date()))

    async def break_visit(self, visit: Visit, choice: BreakChoice) -> Entry:
        """Break an appointment: missed or cancelled, onto the Unscheduled list or left on the schedule as broken."""
        return await self._outbox.write(
            break_intent(visit, choice, self._places.left(visit), self._places.row(visit))
        )

    async def append_note(self, visit: Visit, text: str) -> Entry:
        """Add to an appointment's note, behind what stands there."""
        return await self._outbox.write(note_intent(visit, text))

    # --- undo ----------------------------------------------------------------------------------------------

    def can_undo(self, entry: Entry) -> bool:
        """Whether a write can be taken back."""
        return can_undo(entry)

    async def undo(self, entry: Entry) -> Entry:
        """Take a write back: withdrawn if it still waits, else undone by another write.

        Procedures that a break took off the appointment are put back by a write each, which follows the first.
        Refused when someone has changed the appointment since; NotPossible, or CannotWrite, while it is on its way.
        """
        entry = await self._outbox.journal.get(entry.id)
        if entry.state is WriteState.WAITING:
            return await self._outbox.withdraw(entry.id)
        name = self._name_of(entry)
        intent = undoing(entry, name)
        if intent is None:
            raise CannotWrite(NOTHING_TO_UNDO if entry.state.settled else NOT_KNOWN_YET)
        undone = await self._outbox.write(intent)
        if undone.state is not WriteState.REFUSED:
            for attach in attaching(entry, name):
                await self._outbox.write(attach)
        return undone

    async def resume(self) -> None:
        """At start-up: put procedures back where an earlier run undid a break and ended before they followed."""
        recent = self._outbox.journal.recent(LOOKED_BACK)
        for attach in unfinished(recent, self._name_of):
            await self._outbox.write(attach)

    # --- inside --------------------------------------------------------------------------------------------

    def _name_of(self, entry: Entry) -> str:
        row = entry.seen if entry.intent.kind != "book" else entry.answer
        pat_num = (row or {}).get("PatNum", 0)
        person = self._office.person(pat_num)
        return person.display if person else self._booked.get(pat_num, "The appointment")

    async def _stage(self, visit: Visit, stage: Stage, def_num: int) -> Entry:
        lists = self._places.lists()
        unread = {ListName.PREFERENCES} if def_num else {ListName.PREFERENCES, ListName.STATUSES}
        if lists.missing & unread:  # a status that is called so need not be the one that the office means
            raise CannotWrite(msg("The office's statuses are still loading. Try again in a moment."))
        if not def_num:
            raise CannotWrite(
                msg(
                    "This office has no status for {stage}. Choose one in Open Dental: {menu}.",
                    stage=STAGE_WORDS[stage],
                    menu=APPTS_PREFERENCES,
                )
            )
        rules = lists.stages
        return await self._outbox.write(stage_intent(visit, stage, def_num, self._places.row(visit), rules))
