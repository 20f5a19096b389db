"""Patients as rows, with the insurance that their families have."""

from __future__ import annotations

import random

from app.practice.schema import NO_DATE, carrier, insplan, inssub, patient, patientnote, patplan
from app.practice.seed import lists, names
from app.practice.seed.people import CHILD, Person
from app.practice.seed.rows import Rows, iso

_SELF, _SPOUSE, _CHILD = range(3)
_PLANS = 42


def insurance_rows(people: list[Person], today: int, dice: random.Random) -> list[Rows]:
    """Carriers and plans; over half of the families hold one, and everyone in the family is covered by it."""
    carriers = Rows(carrier, "CarrierName", "ElectID", "City", "State")
    plans = Rows(insplan, "GroupName", "GroupNum", "FeeSched", "EmployerNum", "CarrierNum", "PlanType")
    subs = Rows(inssub, "PlanNum", "Subscriber", "DateEffective", "SubscriberID", "ReleaseInfo", "AssignBen")
    covered = Rows(patplan, "PatNum", "Ordinal", "Relationship", "InsSubNum")
    for name, identifier in names.CARRIERS:
        carriers.add(name, identifier, names.TOWNS[0][0], names.STATE)
    for number in range(_PLANS):
        work = number % (len(names.EMPLOYERS) + 1)
        group = names.EMPLOYERS[work - 1] if work else "Individual"
        plans.add(group, f"G{4100 + number * 7}", 1, work, number % len(names.CARRIERS) + 1, "p")
    holder = 0
    for person in people:
        if person.num == person.guarantor:
            holder = 0
            if dice.random() < 0.57:
                plan = dice.randrange(1, _PLANS + 1)
                person.plan = plan
                identifier = f"{dice.randrange(10**8, 10**9)}"
                since = iso(today - dice.randrange(200, 2000))
                holder = subs.add(plan, person.num, since, identifier, 1, 1)
        elif holder:
            person.plan = subs.rows[holder - 1][1]
        if holder:
            relation = _SELF if person.num == person.guarantor else _CHILD
            if relation and person.position != CHILD:
                relation = _SPOUSE
            covered.add(person.num, 1, relation, holder)
    return [carriers, plans, subs, covered]


def patient_rows(people: list[Person], today: int, dice: random.Random) -> list[Rows]:
    """All patients, and the notes of their charts."""
    rows = Rows(
        patient, "LName", "FName", "MiddleI", "Preferred", "PatStatus", "Gender", "Position", "Birthdate", "SSN",
        "Address", "Address2", "City", "State", "Zip", "HmPhone", "WkPhone", "WirelessPhone", "Guarantor", "Email",
        "PriProv", "SecProv", "BillingType", "MedUrgNote", "ApptModNote", "ChartNumber", "EmployerNum",
        "DateFirstVisit", "ClinicNum", "HasIns", "Premed", "PreferConfirmMethod", "PreferContactMethod",
        "PreferRecallMethod", "Language", "DateTStamp", "TxtMsgOk", "SecUserNumEntry", "SecDateEntry",
        "FamFinUrgNote", "DateTimeDeceased",
    )  # fmt: skip
    notes = Rows(patientnote, "ICEName", "ICEPhone", "Medical")
    billing = [
        lists.number(lists.BILLING, name) for name in ("Standard account", "Insurance", "Payment plan")
    ]
    for person in people:
        rows.add(*_values(person, billing, today, dice))
        other = people[person.guarantor - 1]
        known = other is not person
        notes.add(other.first if known else "", other.mobile if known else "", person.alert)
    return [rows, notes]


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
        iso(person.joined), "Ask for the balance first" if owes else "",
        f"{iso(person.left)} 00:00:00" if person.status == 5 else "0001-01-01 00:00:00",
    )  # fmt: skip
