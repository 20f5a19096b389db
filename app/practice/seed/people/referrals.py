"""Referral sources and specialists."""

from __future__ import annotations

from typing import NamedTuple

from app.practice.schema.attached import refattach
from app.practice.schema.referrals import referral
from app.practice.seed import lists
from app.practice.seed.around import Around
from app.practice.seed.people import names
from app.practice.seed.people.people import CHILD, DELETED, PATIENT, Person
from app.practice.seed.rows import Rows, iso

_TO, _FROM = 0, 1
_DECLINED, _SCHEDULED, _CONSULTED, _IN_TREATMENT, _COMPLETE = range(1, 6)


class _Source(NamedTuple):
    """A source that is not a patient; without a specialty it is not a person."""

    last: str
    first: str = ""
    title: str = ""
    specialty: str = ""
    business: str = ""
    town: int = 0
    phone: str = ""
    hidden: int = 0


_SOURCES = (
    _Source("Aldrich", "Nora", "DMD", "Endodontics", "Tillman Root Care", 5, "5415550161"),
    _Source("Castellano", "Bruno", "DDS", "Oral surgery", "Bay Oral Surgery", 0, "5415550162"),
    _Source("Weiss", "Hanna", "DMD", "Oral surgery", "Larkfield Surgical Group", 4, "5415550163"),
    _Source("Imanov", "Rustam", "DDS", "General", "Port Ellery Dental", 2, "5415550164"),
    _Source("Pettersson", "Maja", "DDS", "Endodontics", "Tillman Root Care", 5, "5415550161", 1),
    _Source("Website"),
    _Source("Drove by"),
    _Source("Insurance directory"),
    _Source("School visit"),
    _Source("Radio spot, last spring", hidden=1),
)
_SPECIALISTS = tuple(
    number
    for number, each in enumerate(_SOURCES, 1)
    if each.specialty not in {"", "General"} and not each.hidden
)
_SHOWN = tuple(
    number for number, each in enumerate(_SOURCES, 1) if each.specialty in {"", "General"} and not each.hidden
)
_REASONS = (
    "Root canal with a bent root.", "Wisdom teeth close to the nerve.", "Second opinion on the lower left.",
    "Implant after the extraction.",
)  # fmt: skip


def referral_rows(around: Around) -> list[Rows]:
    """The sources, some of them patients; who referred the new patients; and referrals to specialists."""
    dice = around.dice("referrals")
    sources = Rows(
        referral, "LName", "FName", "MName", "Specialty", "ST", "Telephone", "City", "Zip", "IsHidden", "NotPerson",
        "Title", "EMail", "PatNum", "IsDoctor", "DateTStamp", "IsPreferred", "BusinessName", "Address", "Phone2",
    )  # fmt: skip
    stamp = f"{iso(around.today - 300)} 09:40:00"
    for number, each in enumerate(_SOURCES, 1):
        doctor = bool(each.specialty)
        town, code = names.TOWNS[each.town] if doctor else ("", "")
        sources.add(
            each.last, each.first, "", lists.number(lists.SPECIALTIES, each.specialty) if doctor else 0,
            names.STATE if doctor else "", each.phone, town, code, each.hidden, int(not doctor), each.title, "", 0,
            int(doctor), stamp, int(number in _SPECIALISTS), each.business, "", "",
        )  # fmt: skip
    grown = [
        each
        for each in around.people
        if each.status == PATIENT and each.position != CHILD and not each.is_new
    ]
    by_patients = [(_add_patient(sources, each, stamp), each.guarantor) for each in dice.sample(grown, 8)]
    attached = Rows(
        refattach, "ReferralNum", "PatNum", "ItemOrder", "RefDate", "RefType", "RefToStatus", "Note",
        "IsTransitionOfCare", "DateProcComplete", "ProvNum", "DateTStamp",
    )  # fmt: skip
    for person in around.people:
        if person.status == DELETED:
            continue
        place = 1
        if person.is_new and dice.random() < 0.7:
            strangers = [number for number, family in by_patients if family != person.guarantor]
            source = dice.choice((*_SHOWN, *_SHOWN, *strangers))
            day = iso(min(max(person.joined, 1), around.today - 1))
            attached.add(source, person.num, place, day, _FROM, 0, "", 0, "0001-01-01", 0, f"{day} 11:30:00")
            place += 1
        if person.last_seen and person.status == PATIENT and dice.random() < 0.03:
            _send_away(attached, around, person, place)
    _show_referrals(attached, around)
    return [sources, attached]


def _show_referrals(attached: Rows, around: Around) -> None:
    """One who was sent here and, at present and before, to specialists."""
    adult = around.showcase.adult
    place = sum(row[2] == adult.num for row in attached.rows) + 1
    never = "0001-01-01"
    for source, days, kind, status, note, over in (
        (_SHOWN[0], 900, _FROM, 0, "", never),
        (_SPECIALISTS[0], 400, _TO, _COMPLETE, _REASONS[0], iso(around.today - 370)),
        (_SPECIALISTS[1], 25, _TO, _SCHEDULED, _REASONS[1], never),
    ):
        day = iso(max(around.today - days, adult.joined))
        provider = adult.dentist if kind == _TO else 0
        stamp = f"{max(day, over)} 15:30:00"
        attached.add(
            source, adult.num, place, day, kind, status, note, int(kind == _TO), over, provider, stamp
        )
        place += 1


def _add_patient(sources: Rows, person: Person, stamp: str) -> int:
    phone = "".join(sign for sign in person.home if sign.isdigit())
    return sources.add(
        person.last, person.first, person.middle, 0, names.STATE, phone, person.city, person.zip, 0, 0, "",
        person.email, person.num, 0, stamp, 0, "", person.address, person.work or person.mobile,
    )  # fmt: skip


def _send_away(attached: Rows, around: Around, person: Person, place: int) -> None:
    """A patient was referred to a specialist at some appointment."""
    dice = around.dice(f"sent away {person.num}")
    age = dice.randrange(3, 200)
    day = iso(max(around.today - age, person.joined))
    open_ones = (_SCHEDULED, _CONSULTED, _IN_TREATMENT)
    status = dice.choice(open_ones if age < 40 else (_COMPLETE, _COMPLETE, _COMPLETE, _DECLINED))
    over = iso(min(around.today - age + 30, around.today - 1)) if status == _COMPLETE else "0001-01-01"
    stamp = f"{day if status != _COMPLETE else over} 15:30:00"
    attached.add(
        dice.choice(_SPECIALISTS), person.num, place, day, _TO, status, dice.choice(_REASONS), 1, over,
        person.dentist, stamp,
    )  # fmt: skip
