"""What the booking panel shows."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from app.domain.schedule.asking.asked import NOTHING_ASKED, Asked
from app.domain.schedule.columns import main_provider
from app.domain.schedule.increment import USUAL, step_from
from app.domain.schedule.tile import CardRow
from app.domain.schedule.visit import Person, Visit
from app.services.patients.waiting import WaitingAppointment, as_visit
from app.services.schedule.openings import Opening
from app.viewmodels.translation import tr

LENGTHS = (5, 10, 15, 20, 25, 30, 40, 45, 50, 60, 75, 80, 90, 105, 120, 150, 180)
"""Lengths in minutes; those are offered that are multiples of the office's time increment."""
USUAL_MINUTES = 40
ANYONE, ANY_DENTIST, ANY_HYGIENIST, AS_ASKED = 0, -1, -2, -3
"""AS_ASKED: the words name several providers, or those who are not wanted."""
HYGIENE = {ANY_DENTIST: False, ANY_HYGIENIST: True}


class OpeningRow(Struct, frozen=True):
    """One offered opening, ready to be shown."""

    opening: Opening
    when: str
    where: str
    """Operatory and provider."""
    warning: str = ""
    """Its clashes, or that it is in the past; empty: nothing."""

    @property
    def text(self) -> str:
        """Time, place and clashes, a line each."""
        return "\n".join(part for part in (self.when, self.where, self.warning) if part)


class Entered(Struct, frozen=True):
    """What was chosen from the lists, for where the words ask for nothing else."""

    type_num: int | None
    minutes: int
    prov_num: int


class ChosenOpening(Struct, frozen=True):
    """Where the appointment would be, for the schedule to draw."""

    op_num: int
    start: datetime
    minutes: int
    prov_num: int = 0
    """In whose column it is, where columns are providers."""

    @property
    def day(self) -> date:
        """Its day."""
        return self.start.date()

    @property
    def end(self) -> datetime:
        """When it would end."""
        return self.start + timedelta(minutes=self.minutes)


class BookingState(Struct, frozen=True):
    """The panel's whole state. `moving` is the appointment being moved; None: one is booked."""

    person: Person | None = None
    moving: Visit | None = None
    waiting: WaitingAppointment | None = None
    """The planned or unscheduled appointment that is booked; None: a new one."""
    offers: tuple[WaitingAppointment, ...] = ()
    """The patient's planned and unscheduled appointments."""
    wants_new: bool = False
    """Whether the user chose a new appointment in place of those."""
    who: str = ""
    """Birthdate, age and phone of the patient."""
    about: tuple[CardRow, ...] = ()
    """The patient's alerts and upcoming appointments; for a move, the current place."""
    type_num: int | None = None
    """None: not chosen yet; 0: none."""
    has_types: bool = True
    """Whether the office has appointment types; True while they are loading."""
    minutes: int = USUAL_MINUTES
    increment: int = USUAL
    prov_num: int = ANYONE
    """A ProvNum, or ANYONE, ANY_DENTIST, ANY_HYGIENIST, AS_ASKED."""
    asked: Asked = NOTHING_ASKED
    """What the words ask for."""
    entered: Entered | None = None
    """What was chosen from the lists before the words; None: there were none."""
    note: str = ""
    openings: tuple[OpeningRow, ...] = ()
    chosen: int | None = None
    looking: bool = False
    more: bool = False
    """Whether more openings may be found."""
    all_clinics: bool = False
    """Whether nothing was found in the clinic searched, and there are others."""
    words: str = ""
    new_patient: bool = False
    is_here: bool = False
    """Whether the user said that the patient is here already."""
    may_be_here: bool = False
    """Whether that can be said: of a new appointment today, where the office takes a time of arrival with it."""
    refusal: str = ""
    """Why it was refused; empty: it was not, or it was changed since."""
    refused_entry: int | None = None
    """The refused entry in the journal."""

    @property
    def title(self) -> str:
        """The panel's heading."""
        who = self.person.display if self.person else ""
        if self.moving is not None:
            return tr("Move {who}", who=who)
        return tr("Book {who}", who=who) if who else tr("New appointment")

    @property
    def action(self) -> str:
        """The text of the button that books."""
        if self.refusal:
            return tr("Try again")
        return tr("Move here") if self.moving is not None else tr("Book")

    @property
    def needs_patient(self) -> bool:
        """Whether a patient has to be selected first."""
        return self.moving is None and self.person is None

    @property
    def is_new(self) -> bool:
        """Whether a new appointment is booked: an existing one keeps its type, length and note."""
        return self.moving is None and self.waiting is None

    @property
    def is_untouched(self) -> bool:
        """Whether nothing but the patient was entered, so that an appointment can be offered."""
        entered = self.wants_new or self.type_num is not None or self.note.strip() or self.refusal
        return self.is_new and not entered and not self.asked.text

    @property
    def shows_type(self) -> bool:
        """Whether the type is chosen from the list; the words' type is a chip, which can be changed."""
        return self.is_new and self.has_types and self.asked.type_num is None

    @property
    def shows_length(self) -> bool:
        """The same of the length."""
        return self.is_new and self.asked.minutes is None

    @property
    def shows_provider(self) -> bool:
        """The same of the provider."""
        asked = self.asked
        return not asked.providers and not asked.not_providers and asked.hygiene is None

    @property
    def placed(self) -> Visit | None:
        """The existing appointment that gets a time; None for a new one."""
        if self.waiting is None or self.person is None:
            return self.moving
        return as_visit(self.waiting, self.person)

    @property
    def needs_type(self) -> bool:
        """Whether a type still has to be chosen. "No type" also counts as a choice."""
        return self.is_new and self.has_types and self.type_num is None

    @property
    def lengths(self) -> list[tuple[int, str]]:
        """The lengths to choose from, including the current one: (minutes, name)."""
        whole = {each for each in LENGTHS if each % self.increment == 0}
        return [(each, tr("{n} minutes", n=each)) for each in sorted({*whole, self.minutes})]

    @property
    def below(self) -> str:
        """The line below the openings."""
        return tr("Looking for openings…") if self.looking else self.words

    @property
    def ready(self) -> bool:
        """Whether it can be booked now."""
        return self.chosen is not None and not self.needs_patient and not self.needs_type

    @property
    def chosen_row(self) -> OpeningRow | None:
        """The row of the chosen opening; None without one."""
        return None if self.chosen is None else self.openings[self.chosen]

    @property
    def chosen_opening(self) -> ChosenOpening | None:
        """The chosen opening; None without one."""
        if (row := self.chosen_row) is None:
            return None
        opening, moving = row.opening, self.moving
        who = opening.prov_num
        if moving is not None and who in (0, moving.prov_num, moving.prov_hyg):
            who = main_provider(moving)
        return ChosenOpening(opening.op_num, opening.start, self.minutes, who)


def usual_minutes(increment: int) -> int:
    """The default length of a new appointment before a type is chosen, in minutes."""
    return step_from(USUAL_MINUTES, increment)
