"""A patient's summary: what the strip shows, and what answers most phone questions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar, Union

from msgspec import Struct

from app.core.text import Words
from app.domain.people.phones import phone_text
from app.domain.schedule.visit import Person
from app.services.patients.waiting import WaitingAppointment
from app.store.patients.parts import Refused, Unread

T = TypeVar("T")
Group = Union[T, Unread, Refused]  # noqa: UP007  # subscripted where it is used
"""A group of fields: the value, or why there is none yet. Never zero instead."""

LOADING = Unread(reading=True)
PHONE_FIELDS = ("WirelessPhone", "HmPhone", "WkPhone")
"""In the order in which Open Dental's lists prefer them."""


class SummaryPhone(Struct, frozen=True):
    """One of the patient's numbers, as entered, and the field that has it."""

    field: str
    number: str


class SummaryPerson(Struct, frozen=True):
    """The patient's own row. `status` and `gender` are the API's words ("Patient", "Female")."""

    person: Person
    status: str
    gender: str
    phones: tuple[SummaryPhone, ...]
    email: str
    language: str
    clinic_num: int
    guarantor: int
    super_family: int


class SummaryAlerts(Struct, frozen=True):
    """What must be known before anyone treats the patient."""

    premedicate: bool | None = False
    """None: not known."""
    medical: Words = ""
    """The urgent medical note."""
    allergies: tuple[str, ...] = ()
    """Active ones."""


class SummaryMoney(Struct, frozen=True):
    """What the family owes, as of Open Dental's last aging."""

    total: Decimal
    pending: Decimal
    """Expected from insurance."""


class SummaryAppointment(Struct, frozen=True):
    """One appointment of the patient."""

    apt_num: int
    start: datetime
    minutes: int
    op_num: int
    prov_num: int
    procedures: str
    complete: bool

    @property
    def end(self) -> datetime:
        """Its end."""
        return self.start + timedelta(minutes=self.minutes)


class SummaryAppointments(Struct, frozen=True):
    """Today's and later appointments by time, completed ones included; the last completed one; those to book."""

    upcoming: tuple[SummaryAppointment, ...] = ()
    last: SummaryAppointment | None = None
    waiting: tuple[WaitingAppointment, ...] = ()
    """Those without a time yet, which are offered first when the patient is booked."""

    def next(self, now: datetime) -> SummaryAppointment | None:
        """The first one that is neither over nor complete."""
        return next((each for each in self.upcoming if each.end > now and not each.complete), None)


class SummaryRecall(Struct, frozen=True):
    """One recall that is not disabled."""

    type_num: int
    kind: str
    """The name of its type; empty where it hasn't loaded."""
    due: date | None
    scheduled: date | None


class FamilyMember(Struct, frozen=True):
    """One member of the family, the patient included."""

    person: Person
    status: str
    balance: Decimal
    """The member's own, before insurance."""
    financial_note: str
    """The urgent one. Open Dental keeps it with the guarantor."""


class SummaryPopup(Struct, frozen=True):
    """A popup of the patient, or for their family, that is not disabled."""

    popup_num: int
    pat_num: int
    text: str


class PatientSummary(Struct, frozen=True):
    """A patient in a few fields, in groups that are read together."""

    pat_num: int
    person: Group[SummaryPerson] = LOADING
    alerts: Group[SummaryAlerts] = LOADING
    money: Group[SummaryMoney] = LOADING
    appointments: Group[SummaryAppointments] = LOADING
    recalls: Group[tuple[SummaryRecall, ...]] = LOADING
    popups: Group[tuple[SummaryPopup, ...]] = LOADING
    family: Group[tuple[FamilyMember, ...]] = LOADING


def known_or_none(group: Group[T]) -> T | None:
    """The value of a group of fields, if it is known."""
    return None if isinstance(group, Unread | Refused) else group


def phones_of(fields: Iterable[tuple[str, str]]) -> tuple[SummaryPhone, ...]:
    """The numbers among (field, number)."""
    return tuple(SummaryPhone(name, number.strip()) for name, number in fields if number.strip())


def person_of(
    pat_num: int, names: tuple[str, str, str], birthdate: date | None, phones: Iterable[SummaryPhone]
) -> Person:
    """The patient as the schedule and the search know them, without the alert. `names`: last, first, preferred."""
    numbers = tuple(each.number for each in phones)
    shown = phone_text(numbers[0]) if numbers else ""
    return Person(pat_num, *names, birthdate, shown, phones=numbers)
