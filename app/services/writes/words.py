"""Sentences of checks and read-backs. They contain no names, so they fit next to any."""

from __future__ import annotations

from app.core.text import At, Shape, Text, many, msg
from app.domain.schedule.pattern import minutes_of
from app.journal.entries import Wire
from app.services.writes.reading import differing, moment
from app.wire.resources.appointments import ApptStatus

DONE_SINCE_CHANGED = msg("It was done, and another user has changed it since.")
NOT_SHOWN = msg("The server answered, but Open Dental does not show the change. Front Desk is checking.")
ASK_CHANGED = msg(
    "It was sent, and another user has changed the same thing since. Front Desk can't tell whether it was done."
)
ASK_GONE = msg("It was sent, and it is no longer in Open Dental.")
ASK_CREATED = msg(
    "It was sent, and there are other new entries for this patient. Check in Open Dental whether this is one of them."
)
BOOKED_ALREADY = msg("Not booked: the patient already has an appointment at that time in that operatory.")


def conflict_words(not_done: Text, before: Wire, row: Wire) -> Text:
    """What another user changed in an appointment since it was seen."""
    fields = differing(row, before)
    if "AptStatus" in fields:
        return _status_words(not_done, row)
    if {"AptDateTime", "Op"} & set(fields):
        return _moved_words(not_done, before, row)
    if "Pattern" in fields:
        return many(
            "{not_done}: another user just made it {n} minutes long.",
            "{not_done}: another user just made it {n} minute long.",
            minutes_of(row["Pattern"]),
            not_done=not_done,
        )
    if "Confirmed" in fields and row["confirmed"]:
        return msg(
            "{not_done}: another user just set it to {status}.", not_done=not_done, status=row["confirmed"]
        )
    if "Note" in fields:
        return msg("{not_done}: another user just changed the note.", not_done=not_done)
    return msg("{not_done}: another user just changed it.", not_done=not_done)


def _status_words(not_done: Text, row: Wire) -> Text:
    match row["AptStatus"]:
        case ApptStatus.BROKEN.value:
            return msg("{not_done}: another user just broke the appointment.", not_done=not_done)
        case ApptStatus.UNSCHED_LIST.value:
            return msg("{not_done}: another user just put it on the Unscheduled List.", not_done=not_done)
        case ApptStatus.COMPLETE.value:
            return msg("{not_done}: another user just set it complete.", not_done=not_done)
        case ApptStatus.SCHEDULED.value:
            return msg("{not_done}: another user just put it back on the schedule.", not_done=not_done)
        case _:
            return msg("{not_done}: another user just changed its status.", not_done=not_done)


def _moved_words(not_done: Text, before: Wire, row: Wire) -> Text:
    at = moment(row["AptDateTime"])
    same_day = "AptDateTime" in before and moment(before["AptDateTime"]).date() == at.date()
    when = At(at, Shape.TIME if same_day else Shape.BOTH)
    if "Op" not in before or before["Op"] == row["Op"]:
        return msg("{not_done}: another user just moved it to {time}.", not_done=not_done, time=when)
    return msg(
        "{not_done}: another user just moved it to {time} in another operatory.", not_done=not_done, time=when
    )


def taken_words(not_done: Text, row: Wire, operatory: str, *, seen: bool) -> Text:
    """Who took an operatory that was `seen` to be free, or that it is not free."""
    time, n = At(moment(row["AptDateTime"])), minutes_of(row["Pattern"])
    where = operatory or msg("The operatory")
    if seen:
        return many(
            "{not_done}: another user just took {operatory} at {time} for {n} minutes.",
            "{not_done}: another user just took {operatory} at {time} for {n} minute.",
            n,
            not_done=not_done,
            operatory=operatory or msg("the operatory"),
            time=time,
        )
    return many(
        "{not_done}: {operatory} is taken at {time} for {n} minutes.",
        "{not_done}: {operatory} is taken at {time} for {n} minute.",
        n,
        not_done=not_done,
        operatory=where,
        time=time,
    )


IN_ACCOUNT = msg("Change or delete it in Open Dental's Account module.")
"""Where an account's rows are changed that the API doesn't change."""
