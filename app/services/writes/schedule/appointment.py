"""The base of all changes to one appointment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from app.core.text import Text, Value, Words, msg
from app.domain.schedule.visit import Stage, Visit
from app.journal.entries import Entry, Intent, Wire
from app.services.writes.change import Change
from app.services.writes.words import conflict_words
from app.store.topics import Part
from app.wire.codec import wire_row
from app.wire.endpoint import Sender
from app.wire.resources.appointments import Appointment, ApptStatus
from app.wire.resources.hist_appointments import HistAppointments

PLACE = ("AptDateTime", "Op")
"""The appointment's place, taking into account earlier moves of ours that are still being sent."""


class AppointmentChange(Change):
    """A change of one appointment's fields."""

    def __init__(self, kind: str, sends: Callable[..., Any], not_done: Text) -> None:
        super().__init__(kind, sends, key="AptNum", part=Part.SCHEDULE, topic_key="AptNum", not_done=not_done)

    async def copies(self, office: Sender, entry: Entry) -> list[Wire]:
        """The history rows that the office has recorded since the check, by its own clock; needs 23.1.30."""
        since = (entry.seen or {}).get("serverDateTime", "")
        rows = await HistAppointments(office).list(AptNum=apt_num_of(entry.intent))
        return [row for row in map(wire_row, rows) if row["HistDateTStamp"] >= since]

    def conflict(self, intent: Intent, row: Wire) -> Words:
        """The change another user made to the appointment since it was seen."""
        return conflict_words(self.not_done, intent.before, row)


def subject_of(apt_num: int) -> str:
    """The journal's target for an appointment."""
    return f"appointment:{apt_num}"


def apt_num_of(intent: Intent) -> int:
    """The appointment an intent changes; 0 for a new one."""
    return int(intent.arguments.get("AptNum", 0))


def appointment_at(entry: Entry) -> tuple[int, datetime] | None:
    """The appointment that a write is about, and when it is now; None where that is not known."""
    row = {**(entry.seen or {}), **entry.intent.arguments, **(entry.answer or {})}
    at, apt_num = row.get("AptDateTime"), row.get("AptNum", 0)
    start = datetime.fromisoformat(at) if isinstance(at, str) and at else None
    return (apt_num, start) if apt_num and start is not None and start.year > 1 else None


def day_keys(*days: date) -> tuple[str, ...]:
    """The journal's targets for days, whose writes are sent in order."""
    return tuple(f"day:{day}" for day in dict.fromkeys(days))


def status_of(visit: Visit, row: Appointment | None) -> str:
    """The appointment's status as it was seen; from the tile when its row is not in memory."""
    if row is not None:
        return row.AptStatus.value
    if visit.stage is Stage.BROKEN:
        return ApptStatus.BROKEN.value
    if visit.is_note:
        return ApptStatus.PT_NOTE.value
    return (ApptStatus.COMPLETE if visit.complete else ApptStatus.SCHEDULED).value


def whose(intent: Intent) -> Value:
    """The patient of an intent, for use in a sentence."""
    return intent.whose or msg("The appointment")


def with_rest(words: Text, rest: Text) -> Text:
    """A sentence, followed by what can't be undone."""
    return msg("{words}; {rest}", words=words, rest=rest) if rest else words
