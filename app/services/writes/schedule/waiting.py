"""Booking appointments that wait for a time: a copy of a planned one, or an unscheduled one itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from app.core.text import At, Shape, msg
from app.domain.schedule.openings import Team
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked
from app.services.patients.waiting import WaitingAppointment
from app.services.writes.reading import moment, read_rows
from app.services.writes.schedule.appointment import day_keys, subject_of, whose
from app.services.writes.schedule.book import BOOK, Book
from app.services.writes.schedule.move import MOVE, team_fields
from app.services.writes.schedule.restore import restoring
from app.services.writes.schedule.slots import TAKES_ROOM, SlotChange, TargetSlot
from app.services.writes.steps import with_steps
from app.store.topics import Part, Topic
from app.wire.codec import wire_value
from app.wire.endpoint import Sender
from app.wire.resources.appointments import Appointments, ApptStatus

WAITING = "waiting"
"""In an intent's context: the appointment as it was offered."""
NOT_BOOKED = msg("Not booked")


class BookPlanned(Book):
    """The planned appointment stays as it is; the new one names it (`NextAptNum`)."""

    async def rows(self, office: Sender, intent: Intent) -> list[Wire]:
        """The patient's appointments."""
        return await read_rows(office, self.resource, self.whose, intent.context)

    def applies(self, fields: Wire) -> Topic | None:
        """The new appointment's topic: the number in the intent is the planned one's."""
        return super().applies(fields) if "AptStatus" in fields else None

    def expected(self, intent: Intent, row: Wire) -> Wire:
        """The appointment that it will be."""
        placed = {name: intent.arguments[name] for name in ("AptDateTime", "Op", "ProvNum")}
        return {**row, **_seen(intent), **placed, "AptStatus": ApptStatus.SCHEDULED.value}

    def booked(self, own: list[Wire], intent: Intent) -> Checked | None:
        """Also with another copy of the planned appointment, wherever it is."""
        if (same := super().booked(own, intent)) is not None:
            return same
        number = intent.arguments["AptNum"]
        copies = [row for row in own if row["NextAptNum"] == number and row["AptStatus"] in TAKES_ROOM]
        if not copies:
            return None
        time = At(moment(copies[0]["AptDateTime"]), Shape.BOTH)
        words = msg("Not booked: this planned appointment is already booked for {time}.", time=time)
        return Checked(Check.CONFLICT, copies[0], words)

    def pattern(self, intent: Intent) -> str:
        """The planned appointment's."""
        return str(intent.context[WAITING]["pattern"])

    def is_ours(self, row: Wire, intent: Intent) -> bool:
        """Whether it is a copy of this planned appointment, at this time in this operatory."""
        return row["NextAptNum"] == intent.arguments["AptNum"] and super().is_ours(row, intent)


class BookUnscheduled(SlotChange):
    """The appointment gets a time and is scheduled. Undone by putting it back on the Unscheduled List."""

    def undo(self, entry: Entry) -> Intent | None:
        """Back to the Unscheduled List; the office keeps the time, which means nothing there."""
        if (made := entry.answer) is None:
            return None
        return restoring(
            entry,
            int(made["AptNum"]),
            before={field: made[field] for field in ("AptStatus", "AptDateTime", "Op")},
            after={"AptStatus": ApptStatus.UNSCHED_LIST.value},
            words=msg("{name} back on the Unscheduled List", name=whose(entry.intent)),
        )


BOOK_PLANNED = BookPlanned(
    "planned booking", Appointments.schedule_planned, key="AptNum", part=Part.SCHEDULE, not_done=NOT_BOOKED
)
BOOK_UNSCHEDULED = BookUnscheduled("unscheduled booking", Appointments.update, NOT_BOOKED)  # words: a kind
BOOKINGS = frozenset({BOOK.kind, BOOK_PLANNED.kind, BOOK_UNSCHEDULED.kind})
"""Kinds of writes that book an appointment."""


def waiting_intent(
    waiting: WaitingAppointment, person: Person, slot: TargetSlot, team: Team, today: date
) -> Intent:
    """Book it in this slot. Another hygienist for a planned one is a second step: the API takes only a dentist."""
    place = {"AptDateTime": wire_value(slot.start), "Op": slot.op_num}
    shape = Shape.TIME if slot.start.date() == today else Shape.BOTH
    named: dict[str, Any] = {
        "context": {**slot.context, "PatNum": person.pat_num, WAITING: msgspec.to_builtins(waiting)},
        "words": msg(
            "{name} booked for {time}, {operatory}",
            name=person.display,
            time=At(slot.start, shape),
            operatory=slot.operatory,
        ),
        "whose": person.display,
        "keep_order_with": day_keys(slot.start.date()),
    }
    if waiting.planned:
        arguments = {"AptNum": waiting.apt_num, **place, "ProvNum": team.prov_num or waiting.prov_num}
        intent = BOOK_PLANNED.intent(
            subject=f"planned:{waiting.apt_num}", arguments=arguments, after=place, **named
        )
        return with_steps(intent, *_hygienist(waiting, person, team))
    own = team_fields(Team(waiting.prov_num, waiting.prov_hyg, waiting.is_hygiene))
    changed = {name: value for name, value in team_fields(team).items() if value != own[name]}
    before: Wire = {
        "AptStatus": ApptStatus.UNSCHED_LIST.value,
        **{name: own[name] for name in changed},
    }
    after = {**place, "AptStatus": ApptStatus.SCHEDULED.value, **changed}
    if slot.clinic_num and slot.clinic_num != waiting.clinic_num:
        before["ClinicNum"], after["ClinicNum"] = waiting.clinic_num, slot.clinic_num
    return BOOK_UNSCHEDULED.intent(
        subject=subject_of(waiting.apt_num),
        arguments={"AptNum": waiting.apt_num, **after},
        before=before,
        after=after,
        **named,
    )


def _hygienist(waiting: WaitingAppointment, person: Person, team: Team) -> list[Intent]:
    """The step that gives the new appointment another hygienist than the planned one has; none if it is the same."""
    own = team_fields(Team(0, waiting.prov_hyg, waiting.is_hygiene))
    wanted = team_fields(Team(0, team.prov_hyg, team.is_hygiene))
    changed = {name: value for name, value in wanted.items() if value != own[name]}
    if not changed:
        return []
    step = MOVE.intent(
        subject="",
        arguments={"AptNum": 0, **changed},
        before={name: own[name] for name in changed},
        after=changed,
        words=msg("{name}: hygienist changed", name=person.display),
        whose=person.display,
    )
    return [step]


def waiting_in(intent: Intent) -> WaitingAppointment | None:
    """The appointment that an intent books; None for a new one."""
    held = intent.context.get(WAITING)
    return msgspec.convert(held, WaitingAppointment) if held is not None else None


def _seen(intent: Intent) -> Wire:
    """What the new appointment has of the planned one."""
    waiting = waiting_in(intent)
    if waiting is None:
        return {}
    return {
        "PatNum": waiting.pat_num,
        "Pattern": waiting.pattern,
        "ProvHyg": waiting.prov_hyg,
        "IsHygiene": wire_value(waiting.is_hygiene),
        "ProcDescript": waiting.procedures,
        "Note": waiting.note,
        "NextAptNum": waiting.apt_num,
    }
