"""Patient extras: popups, custom fields, relationships, races, restrictions."""

from __future__ import annotations

import random
from itertools import groupby

from app.practice.schema.columns import NO_TIME
from app.practice.schema.enums.people import GUARDIAN_RELATIONSHIP, PAT_FIELD_TYPE
from app.practice.schema.patient_extras import (
    cdcrec,
    guardian,
    patfield,
    patfielddef,
    patfieldpickitem,
    patientrace,
    patrestriction,
    popup,
)
from app.practice.seed.around import Around
from app.practice.seed.people.people import CHILD, DELETED, MALE, PATIENT, Person
from app.practice.seed.rows import Rows, iso

_OF_PATIENT, _OF_FAMILY, _OF_SUPER_FAMILY = 0, 1, 2
_PATIENT_POPUPS = (
    "Sign the health history form.", "Ask for the new mobile number.", "Bring the interpreter before starting.",
    "Wants a printed receipt.", "Ask how the wound is healing.",
)  # fmt: skip
_FAMILY_POPUPS = (
    "New address since the move? Please check.", "Parents are separated: ask who brings the children.",
    "Insurance ends with the year.", "Balance to be talked about before the next visit.",
)  # fmt: skip
_VERIFIED, _CONTACT, _SINCE, _PHOTO, _CREDIT = (
    "Ins Verified", "School pickup", "Member since", "Photo consent", "Referral credit",
)  # fmt: skip
_FIELDS = (
    (_VERIFIED, "PickList", 0), (_CONTACT, "Text", 0), (_SINCE, "Date", 0), (_PHOTO, "Checkbox", 0),
    (_CREDIT, "Currency", 0), ("Sports guard color", "Text", 1),
)  # fmt: skip
_ANSWERS = ("Yes", "No", "Carrier does not answer")
_RACES = (
    ("1002-5", "R1", "AMERICAN INDIAN OR ALASKA NATIVE"),
    ("2028-9", "R2", "ASIAN"),
    ("2054-5", "R3", "BLACK OR AFRICAN AMERICAN"),
    ("2076-8", "R4", "NATIVE HAWAIIAN OR OTHER PACIFIC ISLANDER"),
    ("2106-3", "R5", "WHITE"),
    ("2131-1", "R9", "OTHER RACE"),
    ("2135-2", "E1", "HISPANIC OR LATINO"),
    ("2186-5", "E2", "NOT HISPANIC OR LATINO"),
)
_UNSAID = "ASKU-RACE"
_NOT_SET = -1
"""`patientrace.Race`, which was replaced by the codes."""


def family_rows(around: Around) -> list[Rows]:
    """Everything about patients outside their own row."""
    return [
        _popups(around),
        *_fields(around),
        _guardians(around.people),
        *_races(around),
        _restrictions(around),
    ]


def _popups(around: Around) -> Rows:
    dice = around.dice("popups")
    rows = Rows(popup, "PatNum", "Description", "PopupLevel", "UserNum", "DateTimeEntry", "DateTimeDisabled")
    for person in around.people:
        if person.status != PATIENT or dice.random() > 0.035:
            continue
        heads = person.num == person.guarantor and dice.random() < 0.6
        level, words = (_OF_FAMILY, _FAMILY_POPUPS) if heads else (_OF_PATIENT, _PATIENT_POPUPS)
        day = max(person.joined, around.today - dice.randrange(2, 300))
        made = f"{iso(min(day, around.today - 1))} 10:20:00"
        over = f"{iso(around.today - dice.randrange(1, 40))} 18:00:00" if dice.random() < 0.25 else NO_TIME
        ended = over if over == NO_TIME else max(over, made)
        rows.add(person.num, dice.choice(words), level, dice.randrange(1, 5), made, ended)
    _show_popups(rows, around)
    return rows


def _show_popups(rows: Rows, around: Around) -> None:
    """One of each level, one that is snoozed, and one that is over."""
    adult, child = around.showcase.both
    made = f"{iso(around.today - 12)} 10:20:00"
    over = f"{iso(around.today - 3)} 18:00:00"
    for person, words, level, ended in (
        (adult, _PATIENT_POPUPS[0], _OF_PATIENT, NO_TIME),
        (adult, _FAMILY_POPUPS[2], _OF_FAMILY, NO_TIME),
        (adult, "One statement for both families, please.", _OF_SUPER_FAMILY, NO_TIME),
        (adult, _PATIENT_POPUPS[3], _OF_PATIENT, over),
        (child, _FAMILY_POPUPS[1], _OF_FAMILY, NO_TIME),
    ):
        rows.add(person.num, words, level, 1, made, ended)


def _fields(around: Around) -> list[Rows]:
    definitions = Rows(patfielddef, "FieldName", "FieldType", "ItemOrder", "IsHidden")
    items = Rows(patfieldpickitem, "PatFieldDefNum", "Name", "ItemOrder")
    for order, (name, kind, hidden) in enumerate(_FIELDS):
        key = definitions.add(name, PAT_FIELD_TYPE.number(kind), order, hidden)
        if kind == "PickList":
            for place, answer in enumerate(_ANSWERS):
                items.add(key, answer, place)
    values = Rows(
        patfield, "PatNum", "FieldName", "FieldValue", "SecUserNumEntry", "SecDateEntry", "SecDateTEdit"
    )
    dice = around.dice("fields")
    for person in around.people:
        if person in around.showcase.both:
            _show_fields(values, around, person)
        elif person.status == PATIENT and dice.random() < 0.3:
            name, value = _value(person, dice)
            day = iso(min(max(person.joined, around.today - dice.randrange(2, 500)), around.today - 1))
            values.add(person.num, name, value, dice.randrange(1, 5), day, f"{day} 14:10:00")
    return [definitions, items, values]


def _show_fields(values: Rows, around: Around, person: Person) -> None:
    """Every field that fits."""
    day = iso(around.today - 40)
    held = {_VERIFIED: "Yes", _SINCE: iso(person.joined), _PHOTO: "1", _CREDIT: "25.00"}
    for name, value in held.items():
        values.add(person.num, name, value, 2, day, f"{day} 14:10:00")


def _value(person: Person, dice: random.Random) -> tuple[str, str]:
    if person.position == CHILD and dice.random() < 0.4:
        return _CONTACT, dice.choice(("Grandmother", "Aunt", "After school care"))
    if person.plan and dice.random() < 0.6:
        return _VERIFIED, dice.choice(_ANSWERS)
    return dice.choice(
        ((_SINCE, iso(person.joined)), (_PHOTO, "1"), (_CREDIT, f"{dice.randrange(1, 5) * 25}.00"))
    )


def _guardians(people: list[Person]) -> Rows:
    """Each child's parents: the adults of the family."""
    rows = Rows(guardian, "PatNumChild", "PatNumGuardian", "Relationship", "IsGuardian")
    mother, father = (GUARDIAN_RELATIONSHIP.number(word) for word in ("Mother", "Father"))
    for _, members in groupby(people, key=lambda each: each.guarantor):
        family = [each for each in members if each.status != DELETED]
        parents = [each for each in family if each.position != CHILD]
        for child in (each for each in family if each.position == CHILD):
            for parent in parents:
                rows.add(child.num, parent.num, father if parent.gender == MALE else mother, 1)
    return rows


def _races(around: Around) -> list[Rows]:
    """The CDC's list, top level only, and what some patients stated."""
    codes = Rows(cdcrec, "CdcrecCode", "HeirarchicalCode", "Description")
    for each in _RACES:
        codes.add(*each)
    races = [code for code, place, _ in _RACES if place.startswith("R")]
    ethnicities = [code for code, place, _ in _RACES if place.startswith("E")]
    rows = Rows(patientrace, "PatNum", "Race", "CdcrecCode")
    dice = around.dice("races")
    for person in around.people:
        if person.status == DELETED or dice.random() > 0.3:
            continue
        said = dice.random() < 0.7
        rows.add(person.num, _NOT_SET, dice.choice(races) if said else _UNSAID)
        if said:
            rows.add(person.num, _NOT_SET, dice.choice(ethnicities))
    return [codes, rows]


def _restrictions(around: Around) -> Rows:
    """A few patients may not be scheduled: none of those with an upcoming appointment."""
    rows = Rows(patrestriction, "PatNum", "PatRestrictType")
    busy = {each.person.num for each in around.visits if each.day >= around.today}
    free = [each.num for each in around.people if each.status == PATIENT and each.num not in busy]
    for num in sorted(around.dice("restrictions").sample(free, min(6, len(free)))):
        rows.add(num, 1)
    return rows
