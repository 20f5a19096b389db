"""Restores an appointment: the undo of moves, lengths, notes, bookings and broken appointments."""

from __future__ import annotations

from app.core.text import NO_TEXT, At, Shape, Text, Value, many, msg
from app.domain.schedule.pattern import minutes_of
from app.journal.entries import Entry, Intent, Wire
from app.services.writes.change import changed_by
from app.services.writes.reading import moment
from app.services.writes.schedule.appointment import subject_of, whose, with_rest
from app.services.writes.schedule.slots import AGAINST, BESIDE, LEFT, LEFT_AGAINST, SlotChange
from app.wire.resources.appointments import Appointments, ApptStatus


class Restore(SlotChange):
    """Writes earlier field values. Its own undo reapplies what it undid."""

    def undo(self, entry: Entry) -> Intent | None:
        """Write the fields again."""
        return put_back(entry, tuple(entry.intent.after))


RESTORE = Restore("restore", Appointments.update, msg("Not undone"))


def put_back(entry: Entry, names: tuple[str, ...], rest: Text = NO_TEXT) -> Intent | None:
    """The undo of a done change of these fields; None if it changed none. `rest` is what can't be undone."""
    if (fields := changed_by(entry, names)) is None:
        return None
    before, after = fields
    seen, left = entry.seen or {}, entry.answer or {}
    apt_num = int(entry.intent.arguments["AptNum"])
    return restoring(
        entry,
        apt_num,
        before={**after, "AptStatus": left["AptStatus"]},
        after=before,
        words=with_rest(_words(whose(entry.intent), names, seen, left), rest),
    )


def restoring(entry: Entry, apt_num: int, *, before: Wire, after: Wire, words: Text) -> Intent:
    """The intent that gives an appointment these fields, guarded by the values that `entry` left."""
    return RESTORE.intent(
        subject=subject_of(apt_num),
        arguments={"AptNum": apt_num, **after},
        before=before,
        after=after,
        words=words,
        whose=entry.intent.whose,
        context=_swapped(entry.intent.context),
        undo_of=entry.id,
        keep_order_with=entry.intent.keep_order_with,
    )


def _swapped(context: Wire) -> Wire:
    """The neighbors in the slot it returns to and in the slot it leaves, and the rules that each of them breaks."""
    pairs = ((BESIDE, LEFT), (AGAINST, LEFT_AGAINST))
    swapped = {name: context.get(other) for pair in pairs for name, other in (pair, pair[::-1])}
    return {name: value for name, value in swapped.items() if value is not None}


def _words(name: Value, fields: tuple[str, ...], before: Wire, after: Wire) -> Text:
    at, away = moment(before["AptDateTime"]), moment(after["AptDateTime"])
    when = At(at, Shape.TIME if at.date() == away.date() else Shape.BOTH)
    if "AptStatus" in fields and before["AptStatus"] != after["AptStatus"]:
        if before["AptStatus"] in (ApptStatus.UNSCHED_LIST.value, ApptStatus.BROKEN.value):
            return msg("{name} off the schedule again", name=name)
        return msg("{name} back on the schedule at {time}", name=name, time=when)
    if "AptDateTime" in fields:
        return msg("{name} moved back to {time}", name=name, time=when)
    if "Pattern" in fields:
        minutes = minutes_of(before["Pattern"])
        return many("{name} back to {n} minutes", "{name} back to {n} minute", minutes, name=name)
    if "Note" in fields:
        return msg("The note of {name} is as it was", name=name)
    return msg("{name} as before", name=name)
