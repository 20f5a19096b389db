"""What all changes of one appointment share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
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
"""Where an appointment is: what is done to it is done wherever an earlier move of ours has put it."""


class AppointmentChange(Change):
    """A change of one appointment's fields."""

    def __init__(self, kind: str, sends: Callable[..., Any], not_done: Text) -> None:
        super().__init__(kind, sends, key="AptNum", part=Part.SCHEDULE, topic_key="AptNum", not_done=not_done)

    async def copies(self, office: Sender, entry: Entry) -> list[Wire]:
        """The copies that the office has kept since the check, by its own clock; from 23.1.30 on."""
        since = (entry.seen or {}).get("serverDateTime", "")
        rows = await HistAppointments(office).list(AptNum=apt_num_of(entry.intent))
        return [row for row in map(wire_row, rows) if row["HistDateTStamp"] >= since]

    def conflict(self, intent: Intent, row: Wire) -> Words:
        """What another user did to the appointment since it was seen."""
        return conflict_words(self.not_done, intent.before, row)


def subject_of(apt_num: int) -> str:
    """What the journal calls an appointment."""
    return f"appointment:{apt_num}"


def apt_num_of(intent: Intent) -> int:
    """The appointment that an intent changes; 0 for one that is being booked."""
    return int(intent.arguments.get("AptNum", 0))


def day_keys(*days: date) -> tuple[str, ...]:
    """What the journal calls days whose writes go out in order."""
    return tuple(f"day:{day}" for day in dict.fromkeys(days))


def status_of(visit: Visit, row: Appointment | None) -> str:
    """The appointment's status as it was seen; from the tile alone when its row is not in memory."""
    if row is not None:
        return row.AptStatus.value
    if visit.stage is Stage.BROKEN:
        return ApptStatus.BROKEN.value
    if visit.is_note:
        return ApptStatus.PT_NOTE.value
    return (ApptStatus.COMPLETE if visit.complete else ApptStatus.SCHEDULED).value


def whose(intent: Intent) -> Value:
    """Whose appointment an intent is about, for a sentence."""
    return intent.whose or msg("The appointment")


def with_rest(words: Text, rest: Text) -> Text:
    """A sentence, and what cannot be undone of it."""
    return msg("{words}; {rest}", words=words, rest=rest) if rest else words
