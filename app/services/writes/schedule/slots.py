"""Writes that take a time in an operatory: they must not overlap an appointment that was not seen there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from app.core.text import Text
from app.domain.people.rights import Demand, Right
from app.domain.schedule.pattern import minutes_of, plain
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked
from app.services.writes.reading import moment
from app.services.writes.schedule.appointment import AppointmentChange, apt_num_of
from app.services.writes.words import taken_words
from app.wire.codec import wire_row
from app.wire.endpoint import Sender
from app.wire.resources.appointments import Appointment, Appointments, ApptStatus

BESIDE = "beside"
"""In an intent's context: the appointments seen in the operatory at that time; missing if nobody looked.

A negative number is the journal entry of a booking of ours that was not sent yet.
"""
BLIND = "blind"
"""In an intent's context: the day was not in memory, so the operatory was assumed to be free."""
LEFT = "left"
"""The same for the slot that the appointment leaves, for the undo."""
AGAINST = "against"
"""In an intent's context: the kinds of the office's rules that it breaks; missing if it breaks none."""
LEFT_AGAINST = "left_against"
"""The same for the slot that an undo leaves, for the undo of the undo: to go back to where it was needs no right."""
OPERATORY = "operatory"
"""In an intent's context: the operatory's name."""
TAKES_ROOM = frozenset({ApptStatus.SCHEDULED.value, ApptStatus.COMPLETE.value, ApptStatus.ASAP.value})
"""Statuses of appointments that block their operatory."""
Seen = tuple[int, ...] | None
"""The appointments seen in an operatory at a time; None if nobody looked."""


class TargetSlot(Struct, frozen=True):
    """The time and operatory that an appointment is to get, and the appointments seen there."""

    start: datetime
    op_num: int
    operatory: str
    """The operatory's name."""
    clinic_num: int
    beside: Seen
    against: tuple[str, ...] = ()
    """The kinds of the office's rules that an appointment breaks here."""

    @property
    def context(self) -> Wire:
        """What the check compares the operatory with."""
        context: Wire = {OPERATORY: self.operatory}
        if self.against:
            context[AGAINST] = list(self.against)
        if self.beside is None:
            return {**context, BESIDE: [], BLIND: True}
        return {**context, BESIDE: list(self.beside)}


def with_left(context: Wire, left: Seen) -> Wire:
    """The context, with the neighbors in the slot that an appointment leaves."""
    return context if left is None else {**context, LEFT: list(left)}


NIGHT = timedelta(hours=6)
"""How long after midnight an appointment of the evening before may last."""
_UNKNOWN_LENGTH = plain(6 * 60)
"""Stands for the pattern of an appointment whose row hasn't been read: long, so that no neighbor is missed."""
PLACING = ("AptDateTime", "Op", "Pattern", "AptStatus")
"""Fields whose change may bring an appointment to where another one is."""


def demands_of_rules(intent: Intent, _: date) -> Sequence[Demand]:
    """The right to break the office's rules, if it breaks any; a write's `demands`, as Restricted."""
    return (Demand(Right.SCHEDULE_RULES),) if intent.context.get(AGAINST) else ()


class SlotChange(AppointmentChange):
    """A change of an appointment's time, operatory or length."""

    demands = staticmethod(demands_of_rules)

    def takes_slot(self, entry: Entry) -> bool:
        """When it is on the schedule after the change."""
        if (row := entry.answer) is None or row["AptStatus"] not in TAKES_ROOM:
            return False
        return any(name in entry.intent.after for name in PLACING)

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Read the row and its neighbors; usually that is one request."""
        if BESIDE not in intent.context:
            return await super().check(office, intent)
        apt_num, wanted = apt_num_of(intent), {**intent.before, **intent.after}
        own = None if "AptDateTime" in wanted else await self.read(office, intent)
        start = moment((own or wanted)["AptDateTime"])
        pattern = str({**wanted, **(own or {})}.get("Pattern") or _UNKNOWN_LENGTH)
        rows = [wire_row(row) for row in await rows_beside(office, start, pattern)]
        own = own or next((row for row in rows if row["AptNum"] == apt_num), None)
        if own is None:
            own = await self.read(office, intent)
        checked = self.compare(intent, own)
        if checked.verdict is not Check.CLEAR:
            return checked
        will_be = {**own, **intent.after}
        others = in_the_way(rows, will_be["Op"], start, will_be["Pattern"])
        return taken(self.not_done, others, {apt_num}, intent) or checked


def days_of(start: datetime, minutes: int) -> tuple[date, ...]:
    """The days whose appointments may overlap a time span, in order.

    Early in the morning the day before counts too: its last appointment may go past midnight.
    """
    first, last = (start - NIGHT).date(), (start + timedelta(minutes=max(minutes, 1) - 1)).date()
    return tuple(first + timedelta(days=each) for each in range((last - first).days + 1))


async def rows_beside(office: Sender, start: datetime, pattern: str) -> list[Appointment]:
    """All rows of the days that an appointment touches. Raises the client's ApiErrors.

    No rows at all are trusted only the second time: an office's answer may be emptied on its way.
    """
    days = days_of(start, minutes_of(pattern))

    async def read() -> list[Appointment]:
        appointments = Appointments(office)
        if len(days) == 1:
            return list(await appointments.list(date=days[0]))
        return list(await appointments.list(dateStart=days[0], dateEnd=days[-1]))

    return await read() or await read()


def taken(not_done: Text, others: list[Wire], own: Collection[int], intent: Intent) -> Checked | None:
    """The conflict with an appointment in the operatory that was not seen there; None when there is none."""
    known = {*own, *intent.context[BESIDE]}
    newcomer = next((row for row in others if row["AptNum"] not in known), None)
    if newcomer is None:
        return None
    seen = not intent.context.get(BLIND, False)
    words = taken_words(not_done, newcomer, intent.context.get(OPERATORY, ""), seen=seen)
    return Checked(Check.CONFLICT, newcomer, words)


def in_the_way(rows: list[Wire], op_num: int, start: datetime, pattern: str) -> list[Wire]:
    """The rows that occupy an operatory during a time span."""
    end = start + timedelta(minutes=minutes_of(pattern))
    return [
        row
        for row in rows
        if row["Op"] == op_num
        and row["AptStatus"] in TAKES_ROOM
        and moment(row["AptDateTime"]) < end
        and start < moment(row["AptDateTime"]) + timedelta(minutes=minutes_of(row["Pattern"]))
    ]
