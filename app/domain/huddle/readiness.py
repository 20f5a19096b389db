"""What the desk looks at before a patient comes: facts about the patient, and what has to be done about them.

None always means "not known", never "fine".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from app.core.text import Words
from app.domain.schedule.visit import Mark, Stage, Visit

ELIGIBILITY_DAYS, BENEFITS_DAYS = 30, 90
"""After so many days eligibility, and a plan's benefits, should be verified again: Open Dental's defaults."""


class Item(StrEnum):
    """One thing to look at, in the order of the columns."""

    CONFIRM = "confirm"
    ALERT = "alert"
    BALANCE = "balance"
    INSURANCE = "insurance"
    RECALL = "recall"
    FORMS = "forms"
    PHONE = "phone"
    LAB = "lab"
    REFERRAL = "referral"


class Standing(StrEnum):
    """Whether something has to be done about an item."""

    FINE = "fine"
    LOOK = "look"
    UNKNOWN = "unknown"


class Coverage(Struct, frozen=True):
    """The patient's primary insurance."""

    carrier: str
    eligibility: date | None = None
    """When the patient's eligibility was last verified; None: never."""
    benefits: date | None = None
    """When the plan's benefits were last verified; None: never."""
    dates_known: bool = True
    """Whether the two dates were read."""


class RecallDue(Struct, frozen=True):
    """Recalls that are due and not scheduled: the earliest date, and their types."""

    due: date
    kinds: str


class Forms(Struct, frozen=True):
    """The patient's forms, medical histories and consents."""

    unsigned: int = 0
    all: int = 0
    history: date | None = None
    """When the last medical history was made; None: there is none."""


class Lab(Struct, frozen=True):
    """The lab cases of one appointment."""

    away: int = 0
    """How many are not back from the lab."""
    all: int = 0
    due: date | None = None
    """When the last of those that are away is due; None: no date."""


class Facts(Struct, frozen=True):
    """What is known of one patient. The empty tuple means that there are none."""

    alerts: tuple[Words, ...] | None = None
    balance: Decimal | None = None
    """What the family owes before insurance, in US dollars."""
    pending: Decimal | None = None
    """The part of it that is expected from insurance."""
    phones: tuple[str, ...] | None = None
    coverage: tuple[Coverage, ...] | None = None
    """At most one: the primary insurance."""
    recalls: tuple[RecallDue, ...] | None = None
    """At most one: all that are due."""
    forms: Forms | None = None
    referrals: int | None = None
    """Referrals to others that are neither complete nor declined."""
    guarantor: int = 0
    """Whose family it is; 0: not known."""

    @property
    def portion(self) -> Decimal | None:
        """What the family owes after insurance."""
        return None if self.balance is None or self.pending is None else self.balance - self.pending


NOTHING = Facts()


class Readiness(Struct, frozen=True):
    """One appointment with what is known about it."""

    visit: Visit
    facts: Facts = NOTHING
    lab: Lab | None = None

    def standing(self, item: Item) -> Standing:
        """Whether something has to be done about an item."""
        known = _KNOWN[item](self)
        if known is None:
            return Standing.UNKNOWN
        return Standing.LOOK if known else Standing.FINE

    @property
    def to_do(self) -> tuple[Item, ...]:
        """The items that something has to be done about."""
        return tuple(item for item in Item if self.standing(item) is Standing.LOOK)

    @property
    def unknown(self) -> tuple[Item, ...]:
        """The items that are not known."""
        return tuple(item for item in Item if self.standing(item) is Standing.UNKNOWN)


def days_since(then: date, day: date) -> int:
    """Days between a date and the day of an appointment; 0 for one in the future."""
    return max((day - then).days, 0)


def is_verified(coverage: Coverage, day: date) -> bool | None:
    """Whether insurance is verified recently enough for an appointment; None: not known."""
    if not coverage.dates_known:
        return None
    return _within(coverage.eligibility, ELIGIBILITY_DAYS, day) and _within(
        coverage.benefits, BENEFITS_DAYS, day
    )


def in_order(readiness: Iterable[Readiness]) -> tuple[Readiness, ...]:
    """By time, then operatory."""
    return tuple(sorted(readiness, key=lambda row: (row.visit.start, row.visit.op_num, row.visit.apt_num)))


def _within(then: date | None, days: int, day: date) -> bool:
    return then is not None and days_since(then, day) <= days


def _confirm(row: Readiness) -> bool | None:
    return row.visit.stage is Stage.UNCONFIRMED


def _alert(row: Readiness) -> bool | None:
    return None if row.facts.alerts is None else bool(row.facts.alerts)


def _balance(row: Readiness) -> bool | None:
    return None if row.facts.portion is None else row.facts.portion > 0


def _insurance(row: Readiness) -> bool | None:
    if row.facts.coverage is None:
        return None
    verified = [is_verified(each, row.visit.start.date()) for each in row.facts.coverage]
    return None if None in verified else not all(verified)


def _recall(row: Readiness) -> bool | None:
    return None if row.facts.recalls is None else bool(row.facts.recalls)


def _forms(row: Readiness) -> bool | None:
    forms = row.facts.forms
    if forms is None:
        return None
    return forms.unsigned > 0 or (Mark.NEW_PATIENT in row.visit.marks and not forms.all)


def _phone(row: Readiness) -> bool | None:
    return None if row.facts.phones is None else not row.facts.phones


def _lab(row: Readiness) -> bool | None:
    return None if row.lab is None else row.lab.away > 0


def _referral(row: Readiness) -> bool | None:
    return None if row.facts.referrals is None else row.facts.referrals > 0


_KNOWN = {
    Item.CONFIRM: _confirm,
    Item.ALERT: _alert,
    Item.BALANCE: _balance,
    Item.INSURANCE: _insurance,
    Item.RECALL: _recall,
    Item.FORMS: _forms,
    Item.PHONE: _phone,
    Item.LAB: _lab,
    Item.REFERRAL: _referral,
}
"""Whether something has to be done, by item; None: not known."""
