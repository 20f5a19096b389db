"""What a kiosk may ask the hub. There is nothing else: no list, no search.

`visit` is sealed by the hub: it names the device, the appointments and the time, and means nothing to the kiosk. A
kiosk never learns a number of a patient or an appointment.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from app.wire.hub.actions import KIOSKS, Done, HubAction, Message, Nothing, Reply


class Question(StrEnum):
    """A page that the office may leave out."""

    CONTACT = "contact"
    HEALTH = "health"
    INSURANCE = "insurance"


class KioskSetup(Reply, frozen=True, kw_only=True):
    """How the office set its kiosks up. `version` changes with every change."""

    version: int
    practice: str
    logo: str = ""
    """PNG or SVG, base64; empty: none."""
    welcome: dict[str, str] = {}
    """The office's own welcome line by language ("en", "es"); missing: the program's."""
    next_steps: dict[str, str] = {}
    """What a patient does after checking in, by language; missing: the program's."""
    languages: tuple[str, ...] = ("en", "es")
    questions: tuple[Question, ...] = (Question.CONTACT, Question.HEALTH, Question.INSURANCE)
    shows_balance: bool = False
    open: bool = True
    """Whether check-in works now: False where the office's server can't be reached."""
    reason: str = ""
    """For the staff, when it is not open; without patient data."""


class Step(StrEnum):
    """The page that a kiosk shows, as staff see it."""

    WELCOME = "welcome"
    BIRTHDATE = "birthdate"
    NAME = "name"
    IS_THIS_YOU = "is this you"
    WHO_IS_HERE = "who is here"
    CONTACT = "contact"
    HEALTH = "health"
    CHECKED_IN = "checked in"
    NEXT_VISIT = "next visit"
    BALANCE = "balance"
    SEE_DESK = "see the desk"
    STAFF = "staff"
    LOCKED = "out of order"


class OrderKind(StrEnum):
    """What staff told a kiosk to do."""

    RESET = "reset"
    MESSAGE = "message"
    RESTART = "restart"


class Order(Struct, frozen=True, kw_only=True):
    """An order from the desk. A message stays on the welcome page until another one, or an empty one, replaces it."""

    order_num: int
    kind: OrderKind
    text: str = ""


class Heartbeat(Message, frozen=True, kw_only=True):
    """Sent every few seconds, and at once when the page changes. `done`: orders carried out."""

    step: Step
    setup_version: int = 0
    done: tuple[int, ...] = ()
    program: str = ""
    """The program's version."""
    trouble: str = ""
    """What is wrong at the kiosk, for staff: the clock, a crash before. Without patient data."""


class HeartbeatAnswer(Reply, frozen=True, kw_only=True):
    """`time` is the office's local time; a kiosk shows no other."""

    time: datetime
    setup_version: int
    open: bool
    orders: tuple[Order, ...] = ()


class Identify(Message, frozen=True, kw_only=True):
    """A patient says who they are. `letters`: the first letters of the last name as typed."""

    birthdate: date
    letters: str
    language: str = "en"


class Person(Struct, frozen=True, kw_only=True):
    """One patient, as little as possible. `index` is good within this visit only."""

    index: int
    initials: str
    at: time
    """When the (first) appointment begins."""


class Outcome(StrEnum):
    """What an action led to."""

    OK = "ok"
    AGAIN = "again"
    """Not found: try again. The same for every reason."""
    SEE_DESK = "see the desk"


class Identified(Reply, frozen=True, kw_only=True):
    """`person` and `visit` only with OK."""

    outcome: Outcome
    visit: str = ""
    person: Person | None = None


class VisitNamed(Message, frozen=True, kw_only=True):
    """The visit that this is about."""

    visit: str


class ContactField(StrEnum):
    """Open Dental's names of what a patient may correct at the kiosk."""

    WIRELESS_PHONE = "WirelessPhone"
    HOME_PHONE = "HmPhone"
    EMAIL = "Email"
    ADDRESS = "Address"
    ADDRESS2 = "Address2"
    CITY = "City"
    STATE = "State"
    ZIP = "Zip"


class Company(Reply, frozen=True, kw_only=True):
    """Who may be here with this patient: family members with an appointment in the same window, oldest first.

    `contact`: the patient's own data, masked so that only the patient recognizes them ("•••-1234"), by field;
    empty where the office doesn't ask, or where it is not theirs to see.
    """

    outcome: Outcome
    me: Person | None = None
    others: tuple[Person, ...] = ()
    contact: dict[ContactField, str] = {}
    asks: tuple[Question, ...] = ()


class Propose(Message, frozen=True, kw_only=True):
    """What a patient says has changed. Nothing is written: the desk decides about each field."""

    visit: str
    index: int
    changes: dict[ContactField, str] = {}
    health_changed: bool = False
    insurance_changed: bool = False


class Arrive(Message, frozen=True, kw_only=True):
    """These people are here. `request`: random, the same when it is sent again; the hub arrives each once."""

    visit: str
    people: tuple[int, ...]
    request: str


class Arrived(Reply, frozen=True, kw_only=True):
    """OK also for one whom staff marked arrived before. SEE_DESK: nothing is promised."""

    outcome: Outcome
    next_steps: str = ""
    """The office's own words in the visit's language; empty: the program's."""


class NextVisit(Struct, frozen=True, kw_only=True):
    """One future appointment: date and time only."""

    index: int
    at: datetime


class NextVisits(Reply, frozen=True, kw_only=True):
    """Future appointments of the patient and those who arrived with them, by person."""

    outcome: Outcome
    visits: tuple[NextVisit, ...] = ()


class Balance(Reply, frozen=True, kw_only=True):
    """What the patient owes in US dollars. SEE_DESK where the office doesn't show it."""

    outcome: Outcome
    amount: Decimal | None = None


class Help(Message, frozen=True, kw_only=True):
    """A patient wants somebody to come. `step`: where."""

    step: Step
    language: str = "en"


class StaffExit(Message, frozen=True, kw_only=True):
    """A try of the staff's exit PIN, for the log. The PIN itself never leaves the kiosk."""

    accepted: bool
    wait_seconds: int = 0


class ExitPin(Reply, frozen=True, kw_only=True):
    """The hash of the exit PIN (argon2id, encoded); empty: the office has set none, and nobody leaves by PIN."""

    hashed: str


SETUP = HubAction("/hub/kiosk/setup", Nothing, KioskSetup, KIOSKS)
HEARTBEAT = HubAction("/hub/kiosk/heartbeat", Heartbeat, HeartbeatAnswer, KIOSKS)
IDENTIFY = HubAction("/hub/kiosk/identify", Identify, Identified, KIOSKS)
WHO_IS_HERE = HubAction("/hub/kiosk/who", VisitNamed, Company, KIOSKS)
PROPOSE = HubAction("/hub/kiosk/propose", Propose, Done, KIOSKS)
ARRIVE = HubAction("/hub/kiosk/arrive", Arrive, Arrived, KIOSKS)
NEXT_VISITS = HubAction("/hub/kiosk/next", VisitNamed, NextVisits, KIOSKS)
BALANCE = HubAction("/hub/kiosk/balance", VisitNamed, Balance, KIOSKS)
HELP = HubAction("/hub/kiosk/help", Help, Done, KIOSKS)
STAFF_EXIT = HubAction("/hub/kiosk/exit", StaffExit, Done, KIOSKS)
EXIT_PIN = HubAction("/hub/kiosk/exit-pin", Nothing, ExitPin, KIOSKS)
