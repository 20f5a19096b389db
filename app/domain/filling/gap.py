"""Free time in one operatory."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from msgspec import Struct

from app.domain.schedule.hours import DAY, Chair, Span, subtract
from app.domain.schedule.openings import OpenDay
from app.domain.schedule.type_rules import open_for


class Gap(Struct, frozen=True):
    """Free time in an operatory; times are minutes after midnight."""

    day: date
    chair: Chair
    start: int
    end: int

    @property
    def minutes(self) -> int:
        """Its length."""
        return self.end - self.start

    @property
    def begins(self) -> datetime:
        """Its start."""
        return self.at(self.start)

    @property
    def ends(self) -> datetime:
        """Its end."""
        return self.at(self.end)

    def at(self, minute: int) -> datetime:
        """A minute of its day as a moment."""
        return datetime.combine(self.day, time()) + timedelta(minutes=minute)


def gap_at(day: OpenDay, op_num: int, minute: int, not_before: datetime) -> Gap | None:
    """The free time around a minute in an operatory; None: the minute is taken, closed or in the past."""
    chair = next((each for each in day.chairs if each.op_num == op_num), None)
    if chair is None:
        return None
    earliest = int(-(-(not_before - datetime.combine(day.day, time())).total_seconds() // 60))
    for start, end in free_spans(day, op_num):
        begins = max(start, earliest)
        if start <= minute < end and begins < end:
            return Gap(day.day, chair, begins, end)
    return None


def free_spans(day: OpenDay, op_num: int) -> tuple[Span, ...]:
    """When appointments may be in an operatory, without those that it has and its notes."""
    open_ = open_for(day.plan.chair(op_num))
    return tuple(span for span in subtract(open_, day.taken(op_num)) if span[1] <= DAY)
