"""What the kinds of writes say to people. No names: these sentences may stand beside any."""

from __future__ import annotations

from datetime import date

from app.domain.schedule.pattern import minutes_of
from app.domain.schedule.tile import time_text, when_text
from app.journal.entries import Wire
from app.services.writes.write_kinds_reading import differing, moment
from app.wire.resources.appointments import ApptStatus

LEFT = "Nothing was overwritten."
DONE_SINCE_CHANGED = "It was done, and someone else has changed it since."
ASK_CHANGED = (
    "It was sent, someone else has changed the appointment since, and whether it was done cannot be told."
)
ASK_GONE = "It was sent, and the appointment is not in Open Dental any more."
ASK_BOOKED = (
    "It was sent, and the patient has other new appointments. Please look in Open Dental which one is this."
)
BOOKED_ALREADY = "The patient is booked for that time in that chair already."

_STATUS = {
    ApptStatus.BROKEN.value: "has broken it",
    ApptStatus.UNSCHED_LIST.value: "has put it on the Unscheduled list",
    ApptStatus.COMPLETE.value: "has set it complete",
    ApptStatus.SCHEDULED.value: "has put it back on the schedule",
}


def conflict_words(before: Wire, row: Wire) -> str:
    """What someone else did to an appointment that was to be changed."""
    fields = differing(row, before)
    if "AptStatus" in fields:
        told = _STATUS.get(row["AptStatus"], "has changed its status")
    elif {"AptDateTime", "Op"} & set(fields):
        told = f"has moved it to {_when(row, before)}"
    elif "Pattern" in fields:
        told = f"has made it {minutes_of(row['Pattern'])} minutes long"
    elif "Confirmed" in fields:
        told = f"has set it to {row['confirmed']}" if row["confirmed"] else "has changed its status"
    elif "Note" in fields:
        told = "has changed its note"
    else:
        told = "has changed it"
    return f"Someone else {told} meanwhile. {LEFT}"


def taken_words(row: Wire, *, seen: bool) -> str:
    """That a chair is not free: any more, where it was `seen` to be."""
    at, minutes = time_text(moment(row["AptDateTime"])), minutes_of(row["Pattern"])
    told = "Someone else has booked that chair meanwhile" if seen else "That chair is not free"
    return f"{told}: {minutes} minutes at {at}."


def _when(row: Wire, before: Wire) -> str:
    at = moment(row["AptDateTime"])
    seen = before.get("AptDateTime")
    when = when_text(at, moment(seen).date() if seen else date.min)
    same_chair = "Op" not in before or before["Op"] == row["Op"]
    return when + ("" if same_chair else " in another chair")
