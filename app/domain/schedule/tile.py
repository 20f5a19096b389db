"""Texts of a visit's tile and card. Wording and formatting of the schedule are here; widgets only display them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from app.core.text import NO_TEXT, At, Span, Text, Words, join, msg
from app.domain.people.ages import birth_text
from app.domain.schedule.visit import Mark, Person, Stage, Visit

LATE_AFTER = timedelta(minutes=5)
"""How long after its start an appointment whose patient hasn't come counts as late."""

LATE_LETTER = "L"
TASKS = msg("Tasks")
"""The label of the row with the open tasks of an appointment or patient."""
MARK_ORDER = (
    Mark.ALERT, Mark.TASK, Mark.LAB_AWAY, Mark.NEW_PATIENT, Mark.LAB, Mark.ASAP, Mark.NOTE
)  # fmt: skip
"""Most urgent first: a narrow tile drops marks from the end."""

STAGE_WORDS = {
    Stage.UNCONFIRMED: msg("unconfirmed"),
    Stage.CONFIRMED: msg("confirmed"),
    Stage.ARRIVED: msg("arrived"),
    Stage.SEATED: msg("seated"),
    Stage.DISMISSED: msg("dismissed"),
    Stage.BROKEN: msg("broken"),
}
MARK_WORDS = {
    Mark.NOTE: msg("note"),
    Mark.NEW_PATIENT: msg("new patient"),
    Mark.ALERT: msg("medical alert"),
    Mark.LAB: msg("lab work is back"),
    Mark.LAB_AWAY: msg("lab work not back"),
    Mark.ASAP: msg("ASAP List"),
    Mark.TASK: msg("open task"),
}
_WITH_TASK = frozenset({Mark.TASK})


Clock = Callable[[int], str]
"""Writes a time of day, from minutes after midnight, where AM or PM is obvious."""


def english_clock(minute: int) -> str:
    """The American one: 9:00."""
    return f"{minute // 60 % 12 or 12}:{minute % 60:02d}"


class TileText(NamedTuple):
    """A tile's texts. Times have no AM or PM: the ruler beside them shows it."""

    time: str
    """The start: 9:00."""
    name: str
    letter: str
    """The stage's letter; empty for a note on the schedule."""
    span: str
    """Start and end: 9:00 – 9:50."""
    procedures: str
    note: str
    marks: tuple[Mark, ...]
    late: bool
    waiting_minutes: int | None
    waiting: Text
    """The waiting time: 12 min; empty when not waiting."""
    pending: bool
    """Whether a write to it has not settled yet."""


class CardRow(NamedTuple):
    """One line of the full card."""

    label: Text
    value: Words
    tone: str = ""
    """The emphasis: `alert`, `late`, `pending`, or empty."""


def is_late(visit: Visit, now: datetime) -> bool:
    """Whether a patient expected today hasn't come five minutes after the start."""
    expected = visit.stage in (Stage.UNCONFIRMED, Stage.CONFIRMED) and not (visit.complete or visit.is_note)
    return (
        expected
        and visit.arrived_at is None
        and visit.start.date() == now.date()
        and now >= visit.start + LATE_AFTER
    )


def waits_since(visit: Visit, now: datetime) -> int | None:
    """Minutes that a patient who arrived today has been waiting; None when not waiting.

    Counted in whole clock minutes, so that all places show the same number and it matches "since 10:18".
    """
    if visit.stage is not Stage.ARRIVED or visit.arrived_at is None or visit.arrived_at.date() != now.date():
        return None
    return max(0, int((_minute(now) - _minute(visit.arrived_at)).total_seconds()) // 60)


def moves_with_time(visit: Visit, now: datetime) -> bool:
    """Whether the tile's text can change when a minute passes."""
    return visit.start.date() == now.date() and visit.stage in (
        Stage.UNCONFIRMED,
        Stage.CONFIRMED,
        Stage.ARRIVED,
    )


def tile_text(
    visit: Visit, now: datetime, clock: Clock = english_clock, *, has_task: bool = False
) -> TileText:
    """All texts of a tile at a moment. `has_task`: an open task is attached to the appointment."""
    start, marks = visit.start, visit.marks | _WITH_TASK if has_task else visit.marks
    time, span = _time_and_span(start.hour * 60 + start.minute, visit.minutes, clock)
    waiting = waits_since(visit, now)
    return TileText(
        time,
        visit.name,
        "" if visit.is_note else visit.stage.value,
        span,
        _one_line(visit.procedures),
        _one_line(visit.note),
        _in_order(marks, visit) if marks else (),
        is_late(visit, now),
        waiting,
        NO_TEXT if waiting is None else msg("{n} min", n=waiting),
        bool(visit.pending),
    )


def card_text(visit: Visit, now: datetime, where: str = "", tasks: Words = "") -> tuple[CardRow, ...]:
    """The full card's rows below the name; rows without a value are left out.

    `where` is the operatory and its providers, `tasks` the open tasks attached to it as text.
    """
    time = msg("{span} · {n} min", span=Span(visit.start, visit.end), n=visit.minutes)
    rows = (
        CardRow(msg("Change"), visit.pending, "pending"),
        CardRow(msg("Alert"), visit.person.alert if visit.person else "", "alert"),
        CardRow(msg("Time"), time),
        CardRow(msg("Operatory"), where),
        CardRow(msg("Status"), _status_words(visit)),
        CardRow(msg("Late"), _late_words(visit, now), "late"),
        CardRow(msg("Waiting"), _waiting_words(visit, now), "late"),
        CardRow(TASKS, tasks),
        CardRow(msg("Procedures"), visit.procedures),
        CardRow(msg("Phone"), visit.person.phone if visit.person else ""),
        CardRow(msg("Born"), _birth_words(visit, now)),
        CardRow(msg("Marks"), _mark_words(visit)),
        CardRow(msg("Note"), visit.note),  # it may be long
    )
    return tuple(row for row in rows if row.value)


def person_text(person: Person, today: date) -> tuple[CardRow, ...]:
    """The rows for a patient without an appointment; rows without a value are left out."""
    rows = (
        CardRow(msg("Alert"), person.alert, "alert"),
        CardRow(msg("Phone"), person.phone),
        CardRow(msg("Born"), birth_text(person.birthdate, today) if person.birthdate else ""),
    )
    return tuple(row for row in rows if row.value)


def card_words(visit: Visit, now: datetime, tasks: Words = "") -> Text:
    """Name and card as one text, for screen readers."""
    lines = card_text(visit, now, tasks=tasks)
    rows = (msg("{label}: {value}", label=row.label, value=row.value) for row in lines)
    return join([visit.name, *rows], "; ")


@lru_cache(4096)
def _time_and_span(minute: int, length: int, clock: Clock) -> tuple[str, str]:
    """An appointment's start, and its start and end; cached because a day has few distinct ones."""
    time, end = clock(minute), clock(minute + length)
    return time, f"{time} – {end}"


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _in_order(marks: frozenset[Mark], visit: Visit) -> tuple[Mark, ...]:
    if visit.is_note:
        return tuple(mark for mark in MARK_ORDER if mark in marks and mark is not Mark.NOTE)
    return tuple(marks) if len(marks) == 1 else tuple(mark for mark in MARK_ORDER if mark in marks)


def _one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text or "\r" in text else text


def _status_words(visit: Visit) -> Text:
    if visit.is_note:
        return msg("a note on the schedule, not an appointment")
    words = STAGE_WORDS[visit.stage]
    named = visit.status_name.strip()
    stage = words
    if named and str(words) in named.lower():
        stage = join([named])
    elif named:
        stage = msg("{status} ({stage})", status=named, stage=words)
    times = (
        (Stage.ARRIVED, visit.arrived_at),
        (Stage.SEATED, visit.seated_at),
        (Stage.DISMISSED, visit.dismissed_at),
    )
    since = dict(times).get(visit.stage)
    if since is not None:
        stage = msg("{status} since {time}", status=stage, time=At(since))
    told = [
        msg("{stage} {time}", stage=STAGE_WORDS[stage_of], time=At(at))
        for stage_of, at in times
        if at is not None and stage_of is not visit.stage
    ]
    complete = msg("complete in Open Dental") if visit.complete else NO_TEXT
    locked = msg("its time is locked") if visit.time_locked else NO_TEXT
    return join([stage, *told, complete, locked], ", ")


def _late_words(visit: Visit, now: datetime) -> Text:
    if not is_late(visit, now):
        return NO_TEXT
    return msg("{n} min, not arrived yet", n=int((now - visit.start).total_seconds()) // 60)


def _waiting_words(visit: Visit, now: datetime) -> Text:
    waiting = waits_since(visit, now)
    return NO_TEXT if waiting is None else msg("{n} min", n=waiting)


def _birth_words(visit: Visit, now: datetime) -> Text:
    born = visit.person.birthdate if visit.person else None
    return birth_text(born, now.date()) if born else NO_TEXT


def _mark_words(visit: Visit) -> Text:
    return join([MARK_WORDS[mark] for mark in MARK_ORDER if mark in visit.marks], ", ")
