"""An appointment with its patient, as the schedule shows it. Elsewhere it is called an appointment."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from app.core.text import Text, Words
from app.domain.people.shown_names import shown_name
from app.domain.schedule.increment import USUAL

SLOT_MINUTES = 5
"""Minutes per character of a time pattern."""


class Stage(StrEnum):
    """The stage of an appointment on its day; the value is the letter on the tile."""

    UNCONFIRMED = "U"
    CONFIRMED = "C"
    ARRIVED = "A"
    SEATED = "S"
    DISMISSED = "D"
    BROKEN = "B"


class Mark(StrEnum):
    """A mark at a tile's right edge."""

    NOTE = "note"
    NEW_PATIENT = "new"
    ALERT = "alert"
    LAB = "lab"
    LAB_AWAY = "lab away"
    """Lab work that is not back yet."""
    ASAP = "asap"
    TASK = "task"
    """An open task is attached to it. Not in a visit's `marks`: tasks are known apart from appointments."""


class Person(Struct, frozen=True):
    """The patient data that the schedule uses."""

    pat_num: int
    last_name: str
    first_name: str
    preferred: str = ""
    birthdate: date | None = None
    phone: str = ""
    """The first number, as it is shown."""
    alert: Words = ""
    """Medical urgent note, or "Premedicate"."""
    phones: tuple[str, ...] = ()
    """All known numbers as entered: wireless, home, work."""
    guarantor: int = 0
    """The guarantor's PatNum, the same for the whole family. 0: not known."""

    @property
    def display(self) -> str:
        """The name as the schedule shows it: Ortiz, Maria "Mia". Without a name, the patient's number."""
        preferred = f'"{self.preferred}"' if self.preferred.strip() else ""
        given = " ".join(filter(None, (self.first_name.strip(), preferred)))
        named = ", ".join(filter(None, (self.last_name.strip(), given)))
        return shown_name(named) or f"Patient {self.pat_num}"  # words: a stand-in for a name


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
    """The office's name of the confirmation status."""
    confirmed: int
    """Its DefNum."""
    pattern: str
    pattern_secondary: str
    prov_num: int
    prov_hyg: int
    is_hygiene: bool
    person: Person | None
    """None while the name is being loaded."""
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
    """A note on the schedule (PtNote), not an appointment: it takes the operatory's time and has no stage."""
    pending: Words = ""
    """What an unsettled write is doing to it, as text; empty for none."""
    provisional: bool = False
    """Shown as that write will leave it: Open Dental may not have it so yet. A booking's number is negative then."""

    @property
    def end(self) -> datetime:
        """Its end."""
        return self.start + timedelta(minutes=self.minutes)

    @property
    def unsent(self) -> bool:
        """Whether it is a booking that Open Dental has not confirmed: without an AptNum nothing can be done to it."""
        return self.apt_num < 0

    @property
    def name(self) -> str:
        """The patient's name, or a placeholder while it is being loaded."""
        return (
            self.person.display if self.person else f"Patient {self.pat_num}"
        )  # words: a stand-in for a name


class Column(Struct, frozen=True):
    """A column of the schedule: an operatory or a provider on a day, or a day on which nobody works."""

    key: int
    """Tells it from the grid's other columns; `op_num`, `prov_num` and `day` say what it is."""
    title: Words
    subtitle: Words = ""
    """The day's provider and hygienist, or the clinic."""
    color: str = ""
    """The provider's color as #rrggbb; empty for none."""
    clinic_num: int = 0
    staff: tuple[str, ...] = ()
    """Who works there, with their full names."""
    day: date | None = None
    hidden: bool = False
    """An operatory that is hidden or deleted in Open Dental, shown only because it has appointments."""
    op_num: int | None = None
    """The operatory; None: the column is a provider's or a whole day."""
    prov_num: int | None = None
    """The provider whose column it is; None: it is an operatory's or a whole day."""
    op_nums: tuple[int, ...] = ()
    """The shown operatories in which the column's provider works."""
    prov_nums: tuple[int, ...] = ()
    """Who works in the operatory."""
    is_hygiene: bool = False
    """Whether it is a hygiene operatory or a hygienist."""
    label: str = ""
    """Its short name, for a lane of a week."""
    heading: Words = ""
    """The day's title over the lanes of a week; the same for all of a day's lanes."""
    heading_note: Words = ""
    """The day's number of appointments, or "closed"."""
    narrow: bool = False
    """A day on which nobody works, in a week: it needs no more than its title's width."""


class BlockKind(StrEnum):
    """Kinds of spans in a column, besides appointments."""

    CLOSED = "closed"
    LUNCH = "lunch"
    BLOCKOUT = "blockout"


class Block(Struct, frozen=True):
    """A span of a column, in minutes after midnight."""

    column: int
    """The column's key."""
    start: int
    end: int
    kind: BlockKind
    label: str = ""
    """The office's own name for it; empty: none."""
    no_schedule: bool = False
    """A blockout that doesn't allow appointments."""


class Problem(Struct, frozen=True):
    """A row that can't be placed on the schedule, as a sentence without patient data."""

    apt_num: int | None
    words: Text


class Placed(Struct, frozen=True):
    """An appointment in its column."""

    column: int
    """The column's key."""
    visit: Visit


class ScheduleGrid(Struct, frozen=True):
    """All contents of one view of the schedule: columns, hours and blockouts, and their appointments."""

    days: tuple[date, ...]
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    visits: tuple[Placed, ...]
    opens: int
    """The first minute shown, after midnight."""
    closes: int
    """The minute after midnight at which the grid ends (may exceed 24 × 60)."""
    increment: int = USUAL
    """The schedule's increment in minutes."""
    problems: tuple[Problem, ...] = ()
    colors: tuple[tuple[int, str], ...] = ()
    """Provider colors: (ProvNum, "#rrggbb")."""
    still_coming: tuple[Text, ...] = ()
    """What hasn't loaded yet, as text ("names", "lunch and blockouts")."""
    day_notes: tuple[str, ...] = ()
    """The practice's notes on the day, such as a holiday's name."""
