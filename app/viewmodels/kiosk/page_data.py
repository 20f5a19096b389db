"""What each page of a visit shows. Loaded after the first paint."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from app.viewmodels.kiosk.birthdate import Birthdate
from app.viewmodels.kiosk.state import Page, Welcome


class Entry(StrEnum):
    """What is typed on a page of the on-screen keyboard."""

    LETTERS = "letters"
    CELL_PHONE = "WirelessPhone"
    HOME_PHONE = "HmPhone"
    EMAIL = "Email"
    STREET = "Address"
    UNIT = "Address2"
    CITY = "City"
    STATE = "State"
    ZIP = "Zip"
    HUB = "hub"
    """Where the hub is, or its code: typed by staff."""


class Problem(StrEnum):
    """Why something typed can't be taken; its sentence is in words.py."""

    NONE = ""
    AGAIN = "again"
    """No appointment found, whatever the reason."""
    INCOMPLETE = "incomplete"
    MONTH = "month"
    DAY = "day"
    YEAR = "year"
    FUTURE = "future"
    NO_LETTER = "no letter"
    NO_CHOICE = "no choice"
    PHONE = "phone"
    EMAIL = "email"
    EMPTY = "empty"
    STATE = "state"
    ZIP = "zip"


class Who(NamedTuple):
    """A person on the screen: no more than this."""

    number: int
    """The hub's index of this person."""
    initials: str
    hour: int
    minute: int


class ContactRow(NamedTuple):
    """One line of the contact page. `entries`: what is typed to correct it, one after the other."""

    entries: tuple[Entry, ...]
    masked: str
    changed: bool = False


class BirthdatePage(NamedTuple):
    """The large pad. `problem`: shown below what is typed."""

    birthdate: Birthdate
    problem: Problem = Problem.NONE

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.BIRTHDATE


class NamePage(NamedTuple):
    """The first letters of the last name."""

    letters: str = ""
    problem: Problem = Problem.NONE

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.NAME


class IsThisYou(NamedTuple):
    """The appointment that was found."""

    who: Who

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.IS_THIS_YOU


class WhoIsHere(NamedTuple):
    """The family's appointments. `here`: the indices of those marked; the patient is here anyway."""

    me: Who
    others: tuple[Who, ...]
    here: frozenset[int] = frozenset()

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.WHO_IS_HERE


class ContactPage(NamedTuple):
    """The patient's contact data, masked."""

    rows: tuple[ContactRow, ...]

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.CONTACT


class CorrectPage(NamedTuple):
    """One field is typed anew. `line` of `lines` that belong together (those of an address)."""

    entry: Entry
    typed: str
    line: int
    lines: int
    problem: Problem = Problem.NONE

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.CORRECT


class ChangesPage(NamedTuple):
    """Has anything changed? Which of the two questions the office asks."""

    health: bool
    insurance: bool

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.CHANGES


class WhichChanged(NamedTuple):
    """Which of the two has changed; only if the office asks both."""

    health: bool = False
    insurance: bool = False
    problem: Problem = Problem.NONE

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.WHICH_CHANGED


class CheckedIn(NamedTuple):
    """The end. `steps`: the office's own words; empty: the program's."""

    people: int
    steps: str
    shows_balance: bool

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.CHECKED_IN


class NextVisitPage(NamedTuple):
    """Future appointments: initials only where several people checked in."""

    visits: tuple[tuple[str, datetime], ...]

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.NEXT_VISIT


class BalancePage(NamedTuple):
    """What the patient owes, in cents; negative: a credit."""

    cents: int

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.BALANCE


class SeeDesk(NamedTuple):
    """Please see the front desk: the same words for every reason. `arrived`: the patient is checked in already."""

    arrived: bool = False

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.SEE_DESK


PageData = (
    Welcome
    | BirthdatePage
    | NamePage
    | IsThisYou
    | WhoIsHere
    | ContactPage
    | CorrectPage
    | ChangesPage
    | WhichChanged
    | CheckedIn
    | NextVisitPage
    | BalancePage
    | SeeDesk
)
