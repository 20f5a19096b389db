"""What a kiosk shows: one immutable state. Each page has its own data; the page is the type of the data.

Named tuples rather than dataclasses or structs: the welcome page may take hardly longer than an empty window.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from app.viewmodels.kiosk.birthdate import Birthdate
from app.viewmodels.kiosk.languages import Language


class Page(StrEnum):
    """The pages. Values are `app.wire.hub.kiosk.Step`'s where staff see the page by its name."""

    WELCOME = "welcome"
    BIRTHDATE = "birthdate"
    NAME = "name"
    IS_THIS_YOU = "is this you"
    WHO_IS_HERE = "who is here"
    CONTACT = "contact"
    CORRECT = "correct"
    CHANGES = "health"
    WHICH_CHANGED = "which changed"
    CHECKED_IN = "checked in"
    NEXT_VISIT = "next visit"
    BALANCE = "balance"
    SEE_DESK = "see the desk"


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


class HelpCall(StrEnum):
    """A call for help."""

    NONE = ""
    CALLING = "calling"
    CALLED = "called"
    """The front desk's program has it."""
    FAILED = "failed"


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


class Welcome(NamedTuple):
    """The first page. `open`: whether patients can check in here now."""

    open: bool = True


class BirthdatePage(NamedTuple):
    """The large pad. `problem`: shown below what is typed."""

    birthdate: Birthdate
    problem: Problem = Problem.NONE


class NamePage(NamedTuple):
    """The first letters of the last name."""

    letters: str = ""
    problem: Problem = Problem.NONE


class IsThisYou(NamedTuple):
    """The appointment that was found."""

    who: Who


class WhoIsHere(NamedTuple):
    """The family's appointments. `here`: the indices of those marked; the patient is here anyway."""

    me: Who
    others: tuple[Who, ...]
    here: frozenset[int] = frozenset()


class ContactPage(NamedTuple):
    """The patient's contact data, masked."""

    rows: tuple[ContactRow, ...]


class CorrectPage(NamedTuple):
    """One field is typed anew. `line` of `lines` that belong together (those of an address)."""

    entry: Entry
    typed: str
    line: int
    lines: int
    problem: Problem = Problem.NONE


class ChangesPage(NamedTuple):
    """Has anything changed? Which of the two questions the office asks."""

    health: bool
    insurance: bool


class WhichChanged(NamedTuple):
    """Which of the two has changed; only if the office asks both."""

    health: bool = False
    insurance: bool = False
    problem: Problem = Problem.NONE


class CheckedIn(NamedTuple):
    """The end. `steps`: the office's own words; empty: the program's."""

    people: int
    steps: str
    shows_balance: bool


class NextVisitPage(NamedTuple):
    """Future appointments: initials only where several people checked in."""

    visits: tuple[tuple[str, datetime], ...]


class BalancePage(NamedTuple):
    """What the patient owes, in cents; negative: a credit."""

    cents: int


class SeeDesk(NamedTuple):
    """Please see the front desk: the same words for every reason. `arrived`: the patient is checked in already."""

    arrived: bool = False


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


_PAGES: dict[type, Page] = {
    Welcome: Page.WELCOME,
    BirthdatePage: Page.BIRTHDATE,
    NamePage: Page.NAME,
    IsThisYou: Page.IS_THIS_YOU,
    WhoIsHere: Page.WHO_IS_HERE,
    ContactPage: Page.CONTACT,
    CorrectPage: Page.CORRECT,
    ChangesPage: Page.CHANGES,
    WhichChanged: Page.WHICH_CHANGED,
    CheckedIn: Page.CHECKED_IN,
    NextVisitPage: Page.NEXT_VISIT,
    BalancePage: Page.BALANCE,
    SeeDesk: Page.SEE_DESK,
}


def page_of(data: PageData) -> Page:
    """The page that shows these data."""
    return _PAGES[type(data)]


class Office(NamedTuple):
    """What all pages show of the office. `logo`: an image, base64."""

    practice: str = ""
    logo: str = ""
    languages: tuple[Language, ...] = (Language("en"),)
    welcome: tuple[tuple[str, str], ...] = ()
    """The office's own welcome line by language."""


class Look(NamedTuple):
    """What a patient chose; forgotten with the visit."""

    language: str = "en"
    larger: bool = False
    contrast: bool = False


class KioskState(NamedTuple):
    """Everything on the screen."""

    page: Page = Page.WELCOME
    data: PageData = Welcome()
    """Of this page. Named tuples of two pages may be equal, so the page itself is part of the state."""
    look: Look = Look()
    office: Office = Office()
    dots: tuple[int, int] = (0, 0)
    """Which step of how many, from 1; (0, 0): none are shown."""
    can_go_back: bool = False
    busy: bool = False
    """The hub is asked: nothing can be touched but Help."""
    help: HelpCall = HelpCall.NONE
    seconds_left: int = 0
    """"More time?" with so many seconds left; 0: not asked."""
    message: str = ""
    """From the front desk, on the welcome page."""
