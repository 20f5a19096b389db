"""Changes an appointment's length."""

from __future__ import annotations

from app.core.text import many, msg
from app.domain.schedule.pattern import minutes_of, stretch, stretch_secondary
from app.domain.schedule.visit import Visit
from app.journal.entries import Entry, Intent
from app.services.writes.schedule.appointment import PLACE, day_keys, status_of, subject_of
from app.services.writes.schedule.restore import put_back
from app.services.writes.schedule.slots import Seen, SlotChange, TargetSlot, with_left
from app.wire.codec import wire_value
from app.wire.resources.appointments import Appointment, Appointments


class Resize(SlotChange):
    """Undone with the original patterns, not just patterns of the same length."""

    def undo(self, entry: Entry) -> Intent | None:
        """Restore both patterns."""
        return put_back(entry, ("Pattern", "PatternSecondary"))


RESIZE = Resize("resize", Appointments.update, msg("Length not changed"))


def resize_intent(
    visit: Visit, minutes: int, slot: TargetSlot, left: Seen, row: Appointment | None
) -> Intent:
    """Change an appointment's length (minutes), keeping the shape of its pattern."""
    pattern = row.Pattern if row is not None else visit.pattern
    secondary = row.PatternSecondary if row is not None else visit.pattern_secondary
    after = {"Pattern": stretch(pattern, minutes)}
    patterns = dict(after)
    if secondary:  # offices of older versions have none
        patterns["PatternSecondary"] = stretch_secondary(secondary, minutes)
    at = {"AptDateTime": wire_value(visit.start), "Op": visit.op_num}
    return RESIZE.intent(
        subject=subject_of(visit.apt_num),
        arguments={"AptNum": visit.apt_num, **patterns},
        before={"Pattern": pattern, "AptStatus": status_of(visit, row), **at},
        follows=PLACE,
        after=after,
        context=with_left(slot.context, left),
        words=many(
            "{name} now booked for {n} minutes",
            "{name} now booked for {n} minute",
            minutes_of(after["Pattern"]),
            name=visit.name,
        ),
        whose=visit.name,
        keep_order_with=day_keys(visit.start.date()),
    )
