"""An appointment as the schedule shows it: an appointment with its names, read into the practice's own terms."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from app.core.text import Text, Words
from app.domain.schedule.increment import USUAL

SLOT_MINUTES = 5
"""What one character of a time pattern stands for."""


class Stage(StrEnum):
    """Where an appointment stands on its day; the value is the letter that the tile shows."""

    UNCONFIRMED = "U"
    CONFIRMED = "C"
    ARRIVED = "A"
    SEATED = "S"
    DISMISSED = "D"
    BROKEN = "B"


class Mark(StrEnum):
    """A sign at a tile's right edge."""

    NOTE = "note"
    NEW_PATIENT = "new"
    ALERT = "alert"
    LAB = "lab"
    ASAP = "asap"


class Person(Struct, frozen=True):
    """What the schedule knows of a patient."""

    pat_num: int
    last_name: str
    first_name: str
    preferred: str = ""
    birthdate: date | None = None
    phone: str = ""
    alert: str = ""
    """Medical urgent note, or "Premedicate"."""
    phones: tuple[str, ...] = ()
    """Every number that is known, as it was typed: wireless, home, work."""

    @property
    def display(self) -> str:
        """Name as the schedule writes it: Ortiz, Maria "Mia". Someone without a name is called by number."""
        preferred = f'"{self.preferred}"' if self.preferred.strip() else ""
        given = " ".join(filter(None, (self.first_name.strip(), preferred)))
        named = ", ".join(filter(None, (self.last_name.strip(), given)))
        return named or f"Patient {self.pat_num}"


class Visit(Struct, frozen=True):
    """One appointment on the schedule. Times are the office's local time."""

    apt_num: int
    pat_num: int
    start: datetime
    minutes: int
    op_num: int
    clinic_num: int
    stage: Stage
    status_name: str
    """The office's own word for the confirmation status."""
    confirmed: int
    """Its definition."""
    pattern: str
    pattern_secondary: str
    prov_num: int
    prov_hyg: int
    is_hygiene: bool
    person: Person | None
    """None while the name is still coming."""
    procedures: str
    note: str
    marks: frozenset[Mark]
    arrived_at: datetime | None = None
    seated_at: datetime | None = None
    dismissed_at: datetime | None = None
    type_num: int = 0
    complete: bool = False
    time_locked: bool = False
    is_note: bool = False
    """A note on the schedule (PtNote), not an appointment: it takes a chair's time and has no stage."""
    pending: Words = ""
    """What a write that has not settled yet is doing to it, in words; empty: nothing."""
    provisional: bool = False
    """Shown as that write will leave it: Open Dental may not have it so yet. A booking's number is negative then."""

    @property
    def end(self) -> datetime:
        """When it ends."""
        return self.start + timedelta(minutes=self.minutes)

    @property
    def unsent(self) -> bool:
        """Whether it is a booking that Open Dental has not confirmed: without an AptNum nothing can be done to it."""
        return self.apt_num < 0

    @property
    def name(self) -> str:
        """The patient's name, or a stand-in while it is coming."""
        return self.person.display if self.person else f"Patient {self.pat_num}"


class Column(Struct, frozen=True):
    """A column of the schedule: an operatory on a day, or a day of a week."""

    key: int
    """OperatoryNum in the day view, the day's ordinal in the week view."""
    title: Words
    subtitle: Words = ""
    """Provider and hygienist of the day, or the clinic."""
    color: str = ""
    """The provider's colour as #rrggbb; empty: none."""
    clinic_num: int = 0
    day: date | None = None
    hidden: bool = False
    """A chair that Open Dental hides or has deleted, shown only because appointments stand in it."""


class BlockKind(StrEnum):
    """What a stretch of a column is, besides appointments."""

    CLOSED = "closed"
    LUNCH = "lunch"
    BLOCKOUT = "blockout"


class Block(Struct, frozen=True):
    """A stretch of a column in minutes after midnight."""

    column: int
    """The column's key."""
    start: int
    end: int
    kind: BlockKind
    label: str = ""
    no_schedule: bool = False
    """A blockout in which nothing may be booked."""


class Problem(Struct, frozen=True):
    """A row that could not be placed on the schedule, in words without patient data."""

    apt_num: int | None
    words: Text


class Placed(Struct, frozen=True):
    """An appointment in its column."""

    column: int
    """The column's key."""
    visit: Visit


class ScheduleGrid(Struct, frozen=True):
    """Everything that one view of the schedule shows: columns, hours and blockouts, the appointments in them."""

    days: tuple[date, ...]
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    visits: tuple[Placed, ...]
    opens: int
    """First minute after midnight that is shown."""
    closes: int
    """Minute after midnight at which the grid ends (may pass 24 × 60)."""
    increment: int = USUAL
    """The step of the office's schedule, in minutes."""
    problems: tuple[Problem, ...] = ()
    colors: tuple[tuple[int, str], ...] = ()
    """Provider colours: (ProvNum, "#rrggbb")."""
    still_coming: tuple[Text, ...] = ()
    """What has not been read yet, in words ("names", "lunch and blockouts")."""
    day_notes: tuple[str, ...] = ()
    """The practice's own words about the day, such as a holiday's name."""
