"""All actions on an appointment; each is a write in its own module, sent the same way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from msgspec.structs import replace

from app.core.clock import Clock
from app.core.text import msg
from app.domain.schedule.clashes import Proposal, proposed
from app.domain.schedule.openings import Team
from app.domain.schedule.pattern import minutes_of, plain, stretch
from app.domain.schedule.stages import StageRules
from app.domain.schedule.tile import STAGE_WORDS
from app.domain.schedule.visit import Person, Stage, Visit
from app.journal.entries import Entry, Intent
from app.services.patients.waiting import WaitingAppointment
from app.services.people.authority import Approval
from app.services.schedule.clash_check import rules_against
from app.services.writes.errors import CannotWrite
from app.services.writes.schedule.book import NewVisit, book_intent
from app.services.writes.schedule.cancel import BreakChoice, BreakKind, break_intent
from app.services.writes.schedule.lookup import ScheduleLookup
from app.services.writes.schedule.move import move_intent
from app.services.writes.schedule.note import note_intent
from app.services.writes.schedule.resize import resize_intent
from app.services.writes.schedule.status import stage_intent
from app.services.writes.schedule.waiting import waiting_intent
from app.services.writes.writes import Writes
from app.store.lists import ListName
from app.store.office import Office

__all__ = ["APPTS_PREFERENCES", "BreakChoice", "BreakKind", "NewVisit", "VisitWrites"]

APPTS_PREFERENCES = msg("Setup, Appointments, Appts Preferences")
"""Where Open Dental has an office's appointment settings."""


Guarded = Callable[[Callable[[Approval | None], Awaitable[Entry]]], Awaitable[Entry]]
"""Does something that may need a second person's approval."""


class VisitWrites:
    """Each method returns the journal entry and raises as `Writes.send` does."""

    def __init__(self, writes: Writes, office: Office, clock: Clock) -> None:
        self._writes = writes
        self._office = office
        self._clock = clock
        self._lookup = ScheduleLookup(office)
        self.guarded: Guarded = _unguarded
        """Asks a second person where the one at the desk may not schedule against a rule. Set by the desk's people."""

    # --- statuses ------------------------------------------------------------------------------------------

    async def confirm_visit(self, visit: Visit) -> Entry:
        """The patient confirmed."""
        return await self._stage(visit, Stage.CONFIRMED, self._lookup.lists().stages.accepted)

    async def arrive(self, visit: Visit) -> Entry:
        """The patient has arrived. Never sent if already marked so."""
        return await self._stage(visit, Stage.ARRIVED, self._lookup.lists().stages.arrived)

    async def seat(self, visit: Visit) -> Entry:
        """The patient was seated in the operatory."""
        return await self._stage(visit, Stage.SEATED, self._lookup.lists().stages.seated)

    async def dismiss(self, visit: Visit) -> Entry:
        """The patient was dismissed."""
        return await self._stage(visit, Stage.DISMISSED, self._lookup.lists().stages.dismissed)

    # --- time and place ------------------------------------------------------------------------------------

    async def move(self, visit: Visit, start: datetime, op_num: int, team: Team | None = None) -> Entry:
        """Move an appointment to another time, operatory or providers (None: keep its own)."""
        proposal = replace(proposed(visit), start=start, op_num=op_num)
        against = () if (start, op_num) == (visit.start, visit.op_num) else self._against(proposal)
        slot = self._lookup.slot(start, op_num, visit.pattern, visit.apt_num, against)
        intent = move_intent(visit, slot, self._lookup.left(visit), team, self._lookup.row(visit))
        return await self._send(intent)

    async def resize(self, visit: Visit, minutes: int) -> Entry:
        """Change an appointment's length, keeping the shape of its pattern. Only a longer one may break a rule."""
        proposal = replace(proposed(visit), minutes=minutes)
        against = self._against(proposal) if minutes > visit.minutes else ()
        pattern = stretch(visit.pattern, minutes)
        slot = self._lookup.slot(visit.start, visit.op_num, pattern, visit.apt_num, against)
        intent = resize_intent(visit, minutes, slot, self._lookup.left(visit), self._lookup.row(visit))
        return await self._send(intent)

    async def book(self, new: NewVisit) -> Entry:
        """Book an appointment, of a patient who is here as arrived. Its entry's answer is the new row."""
        kinds = self._office.lists.appointment_types if self._office.lists else ()
        pattern = next((each.Pattern for each in kinds if each.AppointmentTypeNum == new.type_num), "")
        new = replace(new, type_pattern=new.type_pattern or pattern)
        who = new.person.pat_num
        proposal = Proposal(new.start, new.minutes, new.op_num, pat_num=who, type_num=new.type_num)
        slot = self._lookup.slot(new.start, new.op_num, plain(new.minutes), against=self._against(proposal))
        stages = self._stages(Stage.ARRIVED, self._lookup.lists().stages.arrived) if new.is_here else None
        return await self._send(book_intent(new, slot, self._clock.now(), stages))

    async def book_waiting(
        self, waiting: WaitingAppointment, person: Person, start: datetime, op_num: int, team: Team
    ) -> Entry:
        """Book a planned or unscheduled appointment. The answer is the scheduled row."""
        minutes, apt_num = minutes_of(waiting.pattern), 0 if waiting.planned else waiting.apt_num
        proposal = Proposal(start, minutes, op_num, pat_num=person.pat_num, type_num=waiting.type_num)
        slot = self._lookup.slot(start, op_num, waiting.pattern, apt_num, self._against(proposal))
        return await self._send(waiting_intent(waiting, person, slot, team, self._clock.now().date()))

    async def break_visit(self, visit: Visit, choice: BreakChoice) -> Entry:
        """Break an appointment: canceled or no-show; it moves to the Unscheduled List or stays on the schedule."""
        lists = self._office.lists
        unread = lists is None or ListName.PREFERENCES in lists.missing
        preferences = None if lists is None or unread else lists.preferences
        left, row = self._lookup.left(visit), self._lookup.row(visit)
        return await self._writes.send(break_intent(visit, choice, left, row, preferences))

    async def append_note(self, visit: Visit, text: str) -> Entry:
        """Append to an appointment's note."""
        return await self._writes.send(note_intent(visit, text))

    # --- inside --------------------------------------------------------------------------------------------

    def _against(self, proposal: Proposal) -> Sequence[str]:
        return rules_against(self._office, proposal)

    async def _send(self, intent: Intent) -> Entry:
        return await self.guarded(lambda approval: self._writes.send(intent, approval))

    async def _stage(self, visit: Visit, stage: Stage, def_num: int) -> Entry:
        stages = self._stages(stage, def_num)
        row = self._lookup.row(visit)
        return await self._writes.send(stage_intent(visit, stage, def_num, row, stages, self._clock.now()))

    def _stages(self, stage: Stage, def_num: int) -> StageRules:
        """The office's statuses; `def_num` is the one for this stage. Raises CannotWrite without it."""
        lists = self._lookup.lists()
        unread = {ListName.PREFERENCES} if def_num else {ListName.PREFERENCES, ListName.STATUSES}
        if lists.missing & unread:  # a status with that name may not be the one that the office means
            raise CannotWrite(msg("The office's statuses are still loading. Try again in a moment."))
        if not def_num:
            raise CannotWrite(
                msg(
                    "This office has no status for {stage}. Choose one in Open Dental: {menu}.",
                    stage=STAGE_WORDS[stage],
                    menu=APPTS_PREFERENCES,
                )
            )
        return lists.stages


async def _unguarded(act: Callable[[Approval | None], Awaitable[Entry]]) -> Entry:
    """Without asking anyone: the default until the desk has its people."""
    return await act(None)
