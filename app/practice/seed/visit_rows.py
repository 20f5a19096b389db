"""Appointment rows: appointments, their history, procedures, and commlogs about patients who did not come."""

from __future__ import annotations

import random

from app.practice.schema.columns import NO_TIME
from app.practice.schema.people import commlog
from app.practice.schema.schedule import appointment, apptfield, apptfielddef, histappointment
from app.practice.seed import kinds, lists
from app.practice.seed.outcomes import MISSED
from app.practice.seed.people import names
from app.practice.seed.people.people import DELETED, Person
from app.practice.seed.rows import Rows, at, iso
from app.practice.seed.schedule import BROKEN, NOTE_ONLY, PLANNED, SCHEDULED, UNSCHEDULED, Visit
from app.practice.seed.treatment import Treatment

_CREATED, _CHANGED, _MISSED, _CANCELED = range(4)
_COPIED = (
    "PatNum", "AptStatus", "Pattern", "Confirmed", "Op", "Note", "ProvNum", "ProvHyg", "AptDateTime", "NextAptNum",
    "UnschedStatus", "IsNewPatient", "ProcDescript", "ClinicNum", "IsHygiene", "DateTStamp", "DateTimeArrived",
    "DateTimeSeated", "DateTimeDismissed", "InsPlan1", "ColorOverride", "AppointmentTypeNum", "SecUserNumEntry",
    "SecDateTEntry", "Priority", "PatternSecondary", "ItemOrderPlanned",
)  # fmt: skip
"""The columns that a history row copies from its appointment."""
_STAMP = _COPIED.index("DateTStamp")
_PHONE, _TEXT_MODE = 3, 5
_SENT, _RECEIVED = 1, 2


class VisitRows:
    """Collects the rows of appointments. No row was changed later than the evening before today."""

    def __init__(self, today: int, dice: random.Random) -> None:
        self._dice = dice
        self._planned: dict[int, str] = {}
        """The description of a planned appointment whose procedures were written with the appointment made from it."""
        self._latest = at(iso(today - 1), 210)
        self.appointments = Rows(appointment, *_COPIED)
        self.history = Rows(
            histappointment, "HistUserNum", "HistDateTStamp", "HistApptAction", "AptNum", *_COPIED
        )
        self.treatment = Treatment(dice)
        self.commlogs = Rows(
            commlog, "PatNum", "CommDateTime", "CommType", "Note", "Mode_", "SentOrReceived", "UserNum",
            "DateTStamp", "DateTEntry",
        )  # fmt: skip
        self.fields = Rows(apptfield, "AptNum", "FieldName", "FieldValue")
        self.field_defs = Rows(apptfielddef, "FieldName", "FieldType", "PickList", "ItemOrder")
        self.field_defs.add("Laboratory case", 1, "Sent\r\nBack\r\nSeated", 0)
        self.field_defs.add("Ride home", 0, "", 1)
        first = {
            "AptStatus": SCHEDULED, "Confirmed": lists.number(lists.CONFIRMED, "Unconfirmed"), "UnschedStatus": 0,
            "DateTimeArrived": NO_TIME, "DateTimeSeated": NO_TIME, "DateTimeDismissed": NO_TIME,
        }  # fmt: skip
        self._first = [(_COPIED.index(name), value) for name, value in first.items()]
        self._related = lists.number(lists.COMM_TYPES, "ApptRelated")
        self._misc = lists.number(lists.COMM_TYPES, "Misc")

    @property
    def all(self) -> list[Rows]:
        """Everything collected."""
        return [
            self.appointments, self.history, self.treatment.rows, self.commlogs, self.fields, self.field_defs,
        ]  # fmt: skip

    def add(self, visit: Visit) -> None:
        """Write one appointment."""
        visit.changed = min(visit.changed, self._latest)
        described = self._planned.get(visit.num) or visit.described or self.treatment.of(visit)
        if visit.planned:
            self._planned[visit.planned] = described
        user = 1 + visit.slot % 4
        copied = self._copied(visit, described, user)
        num = self.appointments.add(*copied)
        if num != visit.num:
            raise ValueError("visits are added in the order of their numbers")
        self.history.add(user, visit.created, _CREATED, num, *self._at_first(visit, copied))
        if visit.changed != visit.created:
            action = _CHANGED
            if visit.status in {BROKEN, UNSCHEDULED}:
                action = _MISSED if visit.broken_code == MISSED else _CANCELED
            self.history.add(1 + (user + 1) % 4, visit.changed, action, num, *copied)
        if visit.broken_code:
            self.treatment.broken(visit)
        if visit.status in {BROKEN, UNSCHEDULED}:
            self._broken(visit, described, user)
        if visit.kind is kinds.CROWN and visit.status == SCHEDULED:
            self.fields.add(num, "Laboratory case", self._dice.choice(("Sent", "Back")))

    def _copied(self, visit: Visit, described: str, user: int) -> tuple[object, ...]:
        chair = visit.chair
        nowhere = visit.status == PLANNED or not visit.day
        kind = 0 if visit.status == NOTE_ONLY else kinds.TYPE_NUMS[visit.kind.name]
        return (
            visit.person.num, visit.status, visit.pattern, visit.confirmed, 0 if nowhere else chair.op, visit.note,
            chair.dentist, chair.hygienist, at(visit.text, visit.slot) if visit.day else NO_TIME, visit.planned,
            visit.unscheduled, int(visit.new), described, chair.clinic, int(chair.hygienist > 0), visit.changed,
            visit.arrived or NO_TIME, visit.seated or NO_TIME, visit.dismissed or NO_TIME, visit.person.plan, 0,
            kind, user, visit.created, int(visit.asap), "/" * len(visit.pattern), visit.order,
        )  # fmt: skip

    def _at_first(self, visit: Visit, copied: tuple[object, ...]) -> tuple[object, ...]:
        """The same appointment when it was made: unconfirmed, not arrived."""
        if visit.changed == visit.created:
            return copied
        then = list(copied)
        for place, value in self._first:
            then[place] = value
        then[_STAMP] = visit.created
        return tuple(then)

    def _broken(self, visit: Visit, described: str, user: int) -> None:
        if not visit.day:
            return
        word = "missed" if visit.broken_code == MISSED else "canceled"
        note = f"Appointment {word}: {described}, {at(visit.text, visit.slot)[:16]}"
        self._say(visit.person, visit.changed, note, user, kind=self._related)

    def calls(self, people: list[Person], today: int) -> None:
        """Phone calls and texts over the last year."""
        dice = self._dice
        for person in people:
            if person.status == DELETED or dice.random() > 0.35:
                continue
            for _ in range(dice.choice((1, 1, 2, 3))):
                day = max(today - dice.randrange(1, 360), person.joined)
                when = at(iso(min(day, today - 1)), dice.randrange(98, 200), dice.randrange(300))
                self._say(person, when, dice.choice(names.CALLS), dice.randrange(1, 5), kind=self._misc)

    def keep_calling(self, person: Person, today: int) -> None:
        """A patient with whom the office speaks often: calls, texts and letters on several days."""
        for count, note in enumerate(names.CALLS):
            day = max(today - 9 - 23 * count, person.joined + count)
            when = at(iso(min(day, today - 1)), 100 + 4 * count)
            self._say(person, when, note, 1 + count % 4, kind=self._misc)

    def _say(self, person: Person, when: str, note: str, user: int, *, kind: int) -> None:
        mode = self._dice.choice((_PHONE, _PHONE, _TEXT_MODE))
        side = self._dice.choice((_SENT, _SENT, _RECEIVED))
        self.commlogs.add(person.num, when, kind, note, mode, side, user, when, when)
