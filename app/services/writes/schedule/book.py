"""Booking an appointment."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from msgspec import Struct

from app.core.text import At, Shape, Text, Value, msg
from app.domain.schedule.openings import Team
from app.domain.schedule.pattern import plain, stretch
from app.domain.schedule.stages import StageRules
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked
from app.services.writes.create import Create
from app.services.writes.reading import moment, shows
from app.services.writes.schedule.appointment import day_keys, whose
from app.services.writes.schedule.move import team_fields
from app.services.writes.schedule.restore import restoring
from app.services.writes.schedule.slots import (
    BESIDE,
    TargetSlot,
    demands_of_rules,
    in_the_way,
    rows_beside,
    taken,
)
from app.services.writes.words import BOOKED_ALREADY
from app.store.topics import Part, Topic
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.resources.appointments import Appointments, ApptStatus

ARRIVED_AT = "DateTimeArrived"
DAY_LENGTH = 10
"""Characters of the date of an AptDateTime."""
IF_UNDONE = "restores"
"""In an intent's context: the fields that an undo changes besides taking the appointment off the schedule."""


class NewVisit(Struct, frozen=True):
    """An appointment to book. Zero means the office's default."""

    person: Person
    start: datetime
    op_num: int
    minutes: int
    team: Team = Team()
    type_num: int = 0
    type_pattern: str = ""
    """The appointment type's own pattern, whose shape is kept."""
    note: str = ""
    new_patient: bool = False
    is_here: bool = False
    """Whether the patient is here already: booked as arrived, in one write. Only in an office that takes the time."""
    entered_by: int = 0
    """The user (UserNum) who books it; 0: nobody is signed in, or the office is older than 25.1.27."""


class Book(Create):
    """A new row without a number.

    After a lost answer it is found by comparing the patient's appointments with those before.
    """

    signs = "Note"

    demands = staticmethod(demands_of_rules)

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Check that the patient isn't booked there already and that the operatory is as it was seen."""
        wanted = intent.arguments
        own = await self.rows(office, intent)
        if (booked := self.booked(own, intent)) is not None:
            return booked
        if BESIDE in intent.context:
            start, pattern = moment(wanted["AptDateTime"]), self.pattern(intent)
            rows = [wire_row(row) for row in await rows_beside(office, start, pattern)]
            others = in_the_way(rows, wanted["Op"], start, pattern)
            if conflict := taken(self.not_done, others, (), intent):
                return conflict
        return Checked(Check.CLEAR, {self.known: [row[self.key] for row in own]})

    def undo(self, entry: Entry) -> Intent | None:
        """No method deletes an appointment, so it is taken off the schedule."""
        if (made := entry.answer) is None:
            return None
        also = entry.intent.context.get(IF_UNDONE, {})
        return restoring(
            entry,
            int(made["AptNum"]),
            before={field: made[field] for field in ("AptStatus", "AptDateTime", "Op", *also)},
            after={"AptStatus": ApptStatus.UNSCHED_LIST.value, **also},
            words=_taken_off(entry.intent),
        )

    def applies(self, fields: Wire) -> Topic | None:
        """The appointment's topic, once it has a number."""
        return Topic(Part.SCHEDULE, int(fields["AptNum"])) if fields.get("AptNum") else None

    def takes_slot(self, entry: Entry) -> bool:
        """Always."""
        return entry.answer is not None

    def expected(self, intent: Intent, row: Wire) -> Wire:
        """The appointment that it will be."""
        sent = dict(intent.arguments)
        if ARRIVED_AT in sent:  # a time of the appointment's day
            sent[ARRIVED_AT] = f"{sent['AptDateTime'][:DAY_LENGTH]} {sent[ARRIVED_AT]}"
        return {**row, **sent, "AptStatus": ApptStatus.SCHEDULED.value}

    def booked(self, own: list[Wire], intent: Intent) -> Checked | None:
        """The conflict with one of the patient's own appointments: it is booked already."""
        same = [row for row in own if self.is_ours(row, intent)]
        return Checked(Check.CONFLICT, same[0], BOOKED_ALREADY) if same else None

    def pattern(self, intent: Intent) -> str:
        """The appointment's time pattern."""
        return str(intent.arguments["Pattern"])

    def is_ours(self, row: Wire, intent: Intent) -> bool:
        """Whether it is the patient's appointment at this time in this operatory."""
        wanted = intent.arguments
        slot = {name: wanted[name] for name in ("AptDateTime", "Op")}
        return shows(row, {**slot, "AptStatus": ApptStatus.SCHEDULED.value})


def _taken_off(intent: Intent) -> Text:
    """What an undo leaves of a booking."""
    if ARRIVED_AT in intent.arguments:
        return msg(
            "{name} taken off the schedule and put on the Unscheduled List;"
            " a booked appointment and its recorded arrival time can't be deleted from here",
            name=whose(intent),
        )
    return msg(
        "{name} taken off the schedule and put on the Unscheduled List;"
        " a booked appointment can't be deleted from here",
        name=whose(intent),
    )


BOOK = Book("book", Appointments.create, key="AptNum", part=Part.SCHEDULE, not_done=msg("Not booked"))


def book_intent(new: NewVisit, slot: TargetSlot, now: datetime, stages: StageRules | None) -> Intent:
    """Book an appointment. `stages`: the office's statuses, for a patient who is here."""
    pattern = stretch(new.type_pattern, new.minutes) if new.type_pattern else plain(new.minutes)
    arguments: dict[str, Any] = {
        "PatNum": new.person.pat_num,
        "Op": new.op_num,
        "AptDateTime": wire_value(new.start),
        "Pattern": pattern,
    }
    arguments |= {name: value for name, value in team_fields(new.team).items() if value != _NOBODY[name]}
    if new.type_num:
        arguments["AppointmentTypeNum"] = new.type_num
    if new.note:
        arguments["Note"] = new.note
    if new.entered_by:
        arguments["SecUserNumEntry"] = new.entered_by
    if new.new_patient:
        arguments["IsNewPatient"] = wire_value(True)  # noqa: FBT003  # the wire's yes
    context = slot.context
    if new.is_here and stages is not None:
        arguments |= {"Confirmed": stages.arrived, ARRIVED_AT: wire_value(now.time().replace(microsecond=0))}
        context = {**context, IF_UNDONE: {"Confirmed": stages.first}}
    return BOOK.intent(
        subject=f"booking:{new.person.pat_num}",
        arguments=arguments,
        context=context,
        words=_booked(new, slot, now.date()),
        whose=new.person.display,
        keep_order_with=day_keys(new.start.date()),
    )


def _booked(new: NewVisit, slot: TargetSlot, today: date) -> Text:
    values: dict[str, Value] = {
        "name": new.person.display,
        "time": At(new.start, Shape.TIME if new.start.date() == today else Shape.BOTH),
        "operatory": slot.operatory,
    }
    if new.is_here:
        return msg("{name} booked for {time}, {operatory}, and marked arrived", **values)
    return msg("{name} booked for {time}, {operatory}", **values)


_NOBODY = team_fields(Team())
