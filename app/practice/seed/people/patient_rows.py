"""Patients as rows."""

from __future__ import annotations

import random

from app.practice.schema.columns import NO_DATE
from app.practice.schema.people import patient, patientnote
from app.practice.seed import lists
from app.practice.seed.people import names
from app.practice.seed.people.people import Person
from app.practice.seed.rows import Rows, iso

_MEDICAL = (
    "Sees the family doctor every spring.\r\nLast blood test without findings.", "Had a knee operation last year.",
    "No alcohol, does not smoke.", "Faints easily when blood is drawn.",
)  # fmt: skip
_SERVICE = (
    "Likes the blanket.", "No fluoride.", "Prefers the chair by the window.", "Speaks up when it hurts.",
)  # fmt: skip
_TREATMENT = (
    "Wants to keep every tooth.\r\nShow pictures before anything is decided.", "Phase 1 done, crowns next.",
    "Watch the lower left.",
)  # fmt: skip
_FINANCIAL = (
    "Pays at the end of the month.", "Both parents pay half each: ask who comes.", "Wants an estimate first.",
)  # fmt: skip


def patient_rows(people: list[Person], today: int, dice: random.Random) -> list[Rows]:
    """All patients, and their chart notes."""
    rows = Rows(
        patient, "LName", "FName", "MiddleI", "Preferred", "PatStatus", "Gender", "Position", "Birthdate", "SSN",
        "Address", "Address2", "City", "State", "Zip", "HmPhone", "WkPhone", "WirelessPhone", "Guarantor", "Email",
        "PriProv", "SecProv", "BillingType", "MedUrgNote", "ApptModNote", "ChartNumber", "EmployerNum",
        "DateFirstVisit", "ClinicNum", "HasIns", "Premed", "PreferConfirmMethod", "PreferContactMethod",
        "PreferRecallMethod", "Language", "DateTStamp", "TxtMsgOk", "SecUserNumEntry", "SecDateEntry",
        "FamFinUrgNote", "DateTimeDeceased", "SuperFamily",
    )  # fmt: skip
    notes = Rows(
        patientnote, "ICEName", "ICEPhone", "Medical", "MedicalComp", "Service", "Treatment", "FamFinancial"
    )
    billing = [
        lists.number(lists.BILLING, name) for name in ("Standard account", "Insurance", "Payment plan")
    ]
    for person in people:
        rows.add(*_values(person, billing, today, dice))
        other = people[person.guarantor - 1]
        known = other is not person
        notes.add(
            other.first if known else "", other.mobile if known else "", person.alert, *_notes(person),
        )  # fmt: skip
    return [rows, notes]


def _notes(person: Person) -> tuple[str, str, str, str]:
    """The medical summary, service and treatment notes, and with a guarantor the family's financial one."""
    number = person.num
    heads = number == person.guarantor
    return (
        _MEDICAL[number % len(_MEDICAL)] if number % 9 == 0 or person.premed else "",
        _SERVICE[number % len(_SERVICE)] if number % 7 == 0 or person.premed else "",
        _TREATMENT[number % len(_TREATMENT)] if number % 11 == 0 or person.premed else "",
        _FINANCIAL[number % len(_FINANCIAL)] if heads and (number % 13 == 0 or person.finance_note) else "",
    )


def _values(person: Person, billing: list[int], today: int, dice: random.Random) -> tuple[object, ...]:
    seen = person.first_visit if person.last_seen or not person.is_new else 0
    changed = f"{iso(max(person.joined, today - dice.randrange(2, 500)))} 11:00:00"
    texts = 1 if person.mobile and dice.random() < 0.75 else dice.choice((0, 2))
    confirm = 8 if texts == 1 else dice.choice((0, 2, 4))
    owes = person.num == person.guarantor and dice.random() < 0.02
    ssn = f"900{dice.randrange(10**6):06}" if dice.random() < 0.3 else ""
    chart = f"LF{person.num:05}" if dice.random() < 0.3 else ""
    return (
        person.last, person.first, person.middle, person.preferred, person.status, person.gender, person.position,
        iso(person.born), ssn, person.address, person.address2, person.city, names.STATE, person.zip, person.home,
        person.work, person.mobile, person.guarantor, person.email, person.dentist, person.hygienist,
        billing[1 if person.plan else 0] if not owes else billing[2], person.alert, person.note, chart,
        person.employer, iso(seen) if seen else NO_DATE, person.clinic, "I" if person.plan else "", person.premed,
        confirm, confirm, dice.choice((0, confirm)), person.language, changed, texts, 1 + person.num % 4,
        iso(person.joined), person.finance_note or ("Ask for the balance first" if owes else ""),
        f"{iso(person.left)} 00:00:00" if person.status == 5 else "0001-01-01 00:00:00",
        person.super_family,
    )  # fmt: skip
