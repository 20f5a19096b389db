"""What the panel for booking and moving shows."""

from __future__ import annotations

from msgspec import Struct

from app.domain.schedule.visit import Person, Visit
from app.services.schedule.openings import Opening

LENGTHS = (10, 20, 30, 40, 50, 60, 80, 90, 120, 150, 180)
DEFAULT_MINUTES = 40
ANYONE, ANY_DENTIST, ANY_HYGIENIST = 0, -1, -2
HYGIENE = {ANY_DENTIST: False, ANY_HYGIENIST: True}


class OpeningRow(Struct, frozen=True):
    """One offered opening, ready to be shown."""

    opening: Opening
    day: str
    time: str
    where: str
    """Chair, and who would see the patient."""
    warning: str = ""
    """What stands in the way, or that it is past; empty: nothing."""

    @property
    def text(self) -> str:
        """When, where, and what stands in the way, a line each."""
        return "\n".join(part for part in (f"{self.day}, {self.time}", self.where, self.warning) if part)


class BookingState(Struct, frozen=True):
    """Everything the panel shows. `moving` is the appointment that gets a new time instead of a new appointment."""

    person: Person | None = None
    moving: Visit | None = None
    about: str = ""
    """What tells the patient from others of that name; of an appointment that moves, where it is now."""
    type_num: int = 0
    minutes: int = DEFAULT_MINUTES
    prov_num: int = ANYONE
    """A ProvNum, or ANYONE, ANY_DENTIST, ANY_HYGIENIST."""
    note: str = ""
    openings: tuple[OpeningRow, ...] = ()
    chosen: int | None = None
    looking: bool = False
    words: str = ""
    new_patient: bool = False

    def is_for(self, person: Person) -> bool:
        """Whether this is the patient's booking, whatever else has become known of them since."""
        return self.person is not None and self.person.pat_num == person.pat_num

    @property
    def title(self) -> str:
        """What the panel is at."""
        who = self.person.display if self.person else ""
        if self.moving is not None:
            return f"Move {who}"
        return f"Book {who}" if who else "Book an appointment"

    @property
    def deed(self) -> str:
        """What Enter does, as the button says it."""
        return "Move here" if self.moving is not None else "Book"

    @property
    def asks_who(self) -> bool:
        """Whether a patient is still to be found."""
        return self.moving is None and self.person is None

    @property
    def asks_what(self) -> bool:
        """Whether type, length, note and the mark of a new patient are open: a move leaves them as they are."""
        return self.moving is None

    @property
    def lengths(self) -> list[tuple[int, str]]:
        """The lengths to choose from, the one at hand among them: (minutes, name)."""
        return [(each, f"{each} minutes") for each in sorted({*LENGTHS, self.minutes})]

    @property
    def below(self) -> str:
        """What is said below the openings."""
        return "Looking for openings…" if self.looking else self.words

    @property
    def ready(self) -> bool:
        """Whether it can be booked now."""
        return self.chosen is not None and (self.person is not None or self.moving is not None)
