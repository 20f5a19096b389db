"""Hours: who works where and when, lunch, blockouts and closed hours.

Times of day are minutes after midnight; a span is (start, end), end excluded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from app.domain.schedule.visit import Block, BlockKind

Span = tuple[int, int]

DAY = 24 * 60
LUNCH_LONGEST = 120
"""A longer gap between two shifts is closed time, not lunch."""
USUAL_DAY: Span = (8 * 60, 17 * 60)
"""The grid's default hours."""


class ShiftKind(StrEnum):
    """Kinds of schedule rows."""

    PRACTICE = "practice"
    PROVIDER = "provider"
    BLOCKOUT = "blockout"


class Shift(Struct, frozen=True):
    """One row of a day's schedule.

    Without operatories: the provider's own operatories, or for a blockout all of them.
    """

    kind: ShiftKind
    start: int
    end: int
    prov_num: int = 0
    op_nums: frozenset[int] = frozenset()
    label: str = ""
    no_schedule: bool = False
    """A blockout that doesn't allow appointments."""
    type_num: int = 0
    """The DefNum of a blockout's type."""


class Chair(Struct, frozen=True):
    """An operatory, with what a day's plan needs of it."""

    op_num: int
    prov_dentist: int = 0
    prov_hygienist: int = 0
    is_hygiene: bool = False
    clinic_num: int = 0


class Blockout(Struct, frozen=True):
    """A time span with a blockout."""

    start: int
    end: int
    label: str = ""
    no_schedule: bool = False
    type_num: int = 0
    """The DefNum of its type."""

    @property
    def is_lunch(self) -> bool:
        """Many offices mark lunch with such a blockout instead of a gap between shifts.

        Its name alone closes nothing: as in Open Dental, a blockout without the flag may be scheduled on.
        """
        return self.no_schedule and "lunch" in self.label.casefold()


class ChairDay(Struct, frozen=True):
    """One operatory's day: when it is staffed and by whom, and its blockouts."""

    open: tuple[Span, ...] = ()
    staffed: tuple[tuple[int, Span], ...] = ()
    """(ProvNum, span), by start."""
    blockouts: tuple[Blockout, ...] = ()

    @property
    def providers(self) -> tuple[int, ...]:
        """The providers who work here, in order of time."""
        return tuple(dict.fromkeys(prov_num for prov_num, _ in self.staffed))

    def open_for(self, prov_num: int) -> tuple[Span, ...]:
        """When this provider works here."""
        return merge(span for each, span in self.staffed if each == prov_num)


EMPTY_CHAIR = ChairDay()


class DayPlan(Struct, frozen=True):
    """The whole office's day, by operatory and by provider."""

    chairs: Mapping[int, ChairDay] = field(default_factory=dict)
    providers: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    """The practice's notes on the day, such as a holiday's name."""

    def chair(self, op_num: int) -> ChairDay:
        """An operatory's day; an unknown operatory is closed."""
        return self.chairs.get(op_num, EMPTY_CHAIR)

    @property
    def hours(self) -> Span | None:
        """From the first operatory's opening to the last one's closing; None on a closed day."""
        spans = [span for chair in self.chairs.values() for span in chair.open]
        return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None


def plan_day(shifts: Sequence[Shift], chairs: Sequence[Chair]) -> DayPlan:
    """Work out who works in which operatory, as Open Dental does.

    A provider's shift counts for the operatories it lists. Without a list it counts for the operatories that
    have this provider as dentist, or as hygienist if it is a hygiene operatory. On a day without provider
    shifts the practice's own hours, if any, apply to every operatory.
    """
    timed = [shift for shift in shifts if shift.start < shift.end]
    working = [shift for shift in timed if shift.kind is ShiftKind.PROVIDER]
    blocked = [shift for shift in timed if shift.kind is ShiftKind.BLOCKOUT]
    practice = [(shift.start, shift.end) for shift in timed if shift.kind is ShiftKind.PRACTICE]
    fallback = () if working else merge(practice)
    days = {}
    for chair in chairs:
        staffed = sorted(
            ((shift.prov_num, (shift.start, shift.end)) for shift in working if _staffs(shift, chair)),
            key=lambda each: (each[1], each[0]),
        )
        blockouts = [
            Blockout(shift.start, shift.end, shift.label, shift.no_schedule, shift.type_num)
            for shift in blocked
            if not shift.op_nums or chair.op_num in shift.op_nums
        ]
        days[chair.op_num] = ChairDay(
            merge(span for _, span in staffed) or fallback, tuple(staffed), join_blockouts(blockouts)
        )
    people = dict.fromkeys(shift.prov_num for shift in working)
    providers = {
        prov_num: merge((each.start, each.end) for each in working if each.prov_num == prov_num)
        for prov_num in people
    }
    notes = [shift.label for shift in shifts if shift.kind is ShiftKind.PRACTICE and shift.label]
    return DayPlan(days, providers, tuple(dict.fromkeys(notes)))


def joined(plan: DayPlan, after: DayPlan) -> DayPlan:
    """A day's plan extended by the next day, from minute 1440 on."""
    chairs = {
        op_num: _joined_chair(plan.chair(op_num), after.chair(op_num))
        for op_num in {**plan.chairs, **after.chairs}
    }
    providers = {
        prov_num: merge((*plan.providers.get(prov_num, ()), *_shifted(after.providers.get(prov_num, ()))))
        for prov_num in {**plan.providers, **after.providers}
    }
    return DayPlan(chairs, providers, plan.notes)


def _joined_chair(chair: ChairDay, after: ChairDay) -> ChairDay:
    blockouts = (replace(each, start=each.start + DAY, end=each.end + DAY) for each in after.blockouts)
    staffed = ((prov_num, (start + DAY, end + DAY)) for prov_num, (start, end) in after.staffed)
    return ChairDay(
        merge((*chair.open, *_shifted(after.open))),
        (*chair.staffed, *staffed),
        join_blockouts((*chair.blockouts, *blockouts)),
    )


def _shifted(spans: Iterable[Span]) -> list[Span]:
    return [(start + DAY, end + DAY) for start, end in spans]


def column_blocks(column: int, chair: ChairDay, opens: int, closes: int) -> tuple[Block, ...]:
    """A column's blocks between two minutes, merged and clipped: closed hours, lunch, then blockouts."""
    lunches = [gap for gap in gaps(chair.open) if gap[1] - gap[0] <= LUNCH_LONGEST]
    closed = subtract([(opens, closes)], [*chair.open, *lunches])
    blockouts = [(each.start, each.end) for each in chair.blockouts]
    blocks = [Block(column, start, end, BlockKind.CLOSED) for start, end in closed]
    blocks += [
        Block(column, start, end, BlockKind.LUNCH)
        for start, end in clip(subtract(lunches, blockouts), opens, closes)
    ]
    blocks += [
        Block(
            column,
            start,
            end,
            BlockKind.LUNCH if each.is_lunch else BlockKind.BLOCKOUT,
            each.label,
            each.no_schedule,
        )
        for each in chair.blockouts
        for start, end in clip([(each.start, each.end)], opens, closes)
    ]
    return tuple(blocks)


def join_blockouts(blockouts: Iterable[Blockout]) -> tuple[Blockout, ...]:
    """Merge blockouts of the same kind that touch or overlap; sorted by start."""
    kinds: dict[tuple[str, bool, int], list[Span]] = {}
    for each in blockouts:
        kinds.setdefault((each.label, each.no_schedule, each.type_num), []).append((each.start, each.end))
    joined = [
        Blockout(start, end, label, no_schedule, type_num)
        for (label, no_schedule, type_num), spans in kinds.items()
        for start, end in merge(spans)
    ]
    return tuple(sorted(joined, key=lambda each: (each.start, each.end, each.label)))


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted spans, with those that touch or overlap merged and empty ones dropped."""
    joined: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def subtract(spans: Iterable[Span], holes: Iterable[Span]) -> tuple[Span, ...]:
    """The spans minus the holes."""
    left = list(merge(spans))
    for hole_start, hole_end in merge(holes):
        left = [
            part
            for start, end in left
            for part in ((start, min(end, hole_start)), (max(start, hole_end), end))
            if part[0] < part[1]
        ]
    return tuple(left)


def clip(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """The parts of the spans between two minutes."""
    return tuple((max(a, start), min(b, end)) for a, b in spans if max(a, start) < min(b, end))


def gaps(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The gaps between merged spans."""
    return tuple((a[1], b[0]) for a, b in pairwise(spans))


def overlap(one: Span, other: Span) -> int:
    """The overlap of two spans in minutes; 0 when they only touch."""
    return max(min(one[1], other[1]) - max(one[0], other[0]), 0)


def covered(span: Span, spans: Iterable[Span]) -> bool:
    """Whether a span lies entirely within the spans."""
    return not subtract([span], spans)


def whole_hours(spans: Iterable[Span]) -> Span:
    """From the first start to the last end, rounded out to whole hours; the default hours when there are none."""
    known = list(spans) or [USUAL_DAY]
    start, end = min(a for a, _ in known), max(b for _, b in known)
    return start // 60 * 60, -(-end // 60) * 60


def _staffs(shift: Shift, chair: Chair) -> bool:
    if shift.op_nums:
        return chair.op_num in shift.op_nums
    usual = chair.prov_hygienist if chair.is_hygiene else chair.prov_dentist
    return shift.prov_num != 0 and shift.prov_num == usual
