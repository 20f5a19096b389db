"""Two thousand made-up patients, in families."""

from __future__ import annotations

import random
from dataclasses import dataclass

from app.practice.seed.office import HARBOR, MAIN
from app.practice.seed.people import names

HOW_MANY = 2000
PATIENT, NON_PATIENT, INACTIVE, ARCHIVED, DELETED, DECEASED, PROSPECTIVE = range(7)
MALE, FEMALE = 0, 1
SINGLE, MARRIED, CHILD, WIDOWED, DIVORCED = range(5)
GROWN_UP = 18 * 365


@dataclass(slots=True)
class Person:
    """One patient during seeding. Days are ordinals; 0 is none."""

    num: int
    guarantor: int
    last: str
    first: str
    gender: int
    position: int
    born: int
    clinic: int
    dentist: int
    hygienist: int
    middle: str = ""
    preferred: str = ""
    status: int = PATIENT
    address: str = ""
    address2: str = ""
    city: str = ""
    zip: str = ""
    home: str = ""
    work: str = ""
    mobile: str = ""
    email: str = ""
    alert: str = ""
    note: str = ""
    premed: int = 0
    language: str = ""
    employer: int = 0
    joined: int = 0
    """Patient of the practice since this day."""
    left: int = 0
    """The last day with appointments."""
    first_visit: int = 0
    is_new: bool = False
    """The first appointment is within the seeded schedule."""
    plan: int = 0
    last_seen: int = 0
    finance_note: str = ""
    super_family: int = 0

    def age(self, day: int) -> int:
        """In days."""
        return day - self.born


def make_people(today: int, dice: random.Random) -> list[Person]:
    """All patients by family; PatNums count from 1."""
    people: list[Person] = []
    while len(people) < HOW_MANY:
        size = dice.choices((1, 2, 3, 4, 5, 6), (34, 26, 14, 16, 8, 2))[0]
        people += _family(min(size, HOW_MANY - len(people)), len(people) + 1, today, dice)
    _same_names(people, dice)
    _rarities(people)
    heads = {person.guarantor for person in people if person.num != person.guarantor}
    for person in people:
        _history(person, today, dice)
        _health(person, today, dice)
        if person.num in heads and person.status in {DELETED, DECEASED}:
            person.status, person.left = PATIENT, 0
    return people


def _family(size: int, first_num: int, today: int, dice: random.Random) -> list[Person]:
    last = dice.choice(names.FAMILIES)
    home = _home(dice)
    clinic = MAIN if dice.random() < 0.62 else HARBOR
    parents = 1 if size == 1 or dice.random() < 0.22 else 2
    age = dice.randrange(22, 88) if size <= 2 else dice.randrange(27, 55)
    couple = SINGLE if parents == 1 else MARRIED
    if parents == 1:
        couple = dice.choices((SINGLE, DIVORCED, WIDOWED), (70, 18, 12 if age > 60 else 1))[0]
    gender = dice.randrange(2)
    family: list[Person] = []
    for place in range(size):
        adult = place < parents
        years = max(20, age + dice.randrange(-4, 5)) if adult else dice.randrange(1, min(18, age - 18))
        person = _person(first_num + place, first_num, last, gender, couple if adult else CHILD, clinic, dice)
        person.born = today - int(years * 365.25) - dice.randrange(365)
        person.address, person.city, person.zip, person.home = home
        if place == 0 and dice.random() < 0.15:
            person.address2 = f"Apt {dice.randrange(1, 40)}"
        if place == 1 and adult and dice.random() < 0.16:
            person.last = dice.choice(names.FAMILIES)
        _contact(person, dice, adult=adult)
        while any(person.first == each.first for each in family):
            person.first, person.preferred = dice.choice(names.WOMEN if gender == FEMALE else names.MEN), ""
        family.append(person)
        gender = 1 - gender if adult else dice.randrange(2)
    return family


def _person(
    num: int, guarantor: int, last: str, gender: int, position: int, clinic: int, dice: random.Random
) -> Person:
    first = dice.choice(names.WOMEN if gender == FEMALE else names.MEN)
    dentist = 3 if clinic == HARBOR else dice.choice((1, 1, 2))
    hygienist = 6 if clinic == HARBOR else dice.choice((4, 5))
    person = Person(num, guarantor, last, first, gender, position, 0, clinic, dentist, hygienist)
    if first in names.NICKNAMES and dice.random() < 0.6:
        person.preferred = names.NICKNAMES[first]
    if dice.random() < 0.4:
        person.middle = dice.choice("ABCDEFGHJKLMNPRSTW")
    if dice.random() < 0.06:
        person.note = dice.choice(names.APPOINTMENT_NOTES)
    person.language = dice.choices(("eng", "", "spa", "vie", "rus", "zho"), (60, 30, 7, 1, 1, 1))[0]
    return person


def _home(dice: random.Random) -> tuple[str, str, str, str]:
    town, code = dice.choice(names.TOWNS)
    return f"{dice.randrange(3, 1990)} {dice.choice(names.STREETS)}", town, code, _phone(dice)


def _phone(dice: random.Random) -> str:
    return f"({dice.choice(names.AREAS)})555-{dice.randrange(100, 10000):04}"


def _contact(person: Person, dice: random.Random, *, adult: bool) -> None:
    if not adult:
        return
    if dice.random() < 0.9:
        person.mobile = _phone(dice)
    if dice.random() < 0.3:
        person.employer = dice.randrange(1, len(names.EMPLOYERS) + 1)
        person.work = _phone(dice) if dice.random() < 0.5 else ""
    if dice.random() < 0.7:
        person.email = f"patient{person.num}@example.{dice.choice(('com', 'org', 'net'))}"


def _same_names(people: list[Person], dice: random.Random) -> None:
    """Unrelated patients with the same name, two even with the same birthdate; and sons named after their fathers."""
    alone = [each for each in people if each.position != CHILD and each.num == each.guarantor]
    pairs = dice.sample(alone, 24)
    for count, (one, other) in enumerate(zip(pairs[::2], pairs[1::2], strict=True)):
        other.first, other.last, other.gender = one.first, one.last, one.gender
        other.preferred = ""
        if count < 2:
            other.born = one.born
    fathers = {each.guarantor: each for each in people if each.position == MARRIED and each.gender == MALE}
    sons = [each for each in people if each.position == CHILD and each.gender == MALE]
    named: set[int] = set()
    for son in sons:
        father = fathers.get(son.guarantor)
        if father is None or father.guarantor in named or len(named) == 8:
            continue
        named.add(father.guarantor)
        son.first, son.last, son.preferred = father.first, father.last, "Junior"


def _rarities(people: list[Person]) -> None:
    """Names that are hard to fit in a narrow column."""
    grown = [each for each in people if each.position != CHILD][40::60]
    for person, last in zip(grown, names.LONG_FAMILIES * 2, strict=False):
        person.last = last
    for person, first in zip(grown[2:], names.LONG_FIRST * 2, strict=False):
        person.first, person.preferred = first, ""


def _history(person: Person, today: int, dice: random.Random) -> None:
    """How long someone has been a patient, and whether they still are."""
    youngest = person.born + 365
    person.is_new = dice.random() < 0.21
    if person.is_new:
        person.first_visit = max(today - dice.randrange(-50, 725), youngest)
    else:
        person.first_visit = max(today - dice.randrange(740, 5200), youngest)
    person.joined = min(person.first_visit - dice.randrange(2, 20), today - 2)
    weights = (870, 14, 50, 26, 9, 17, 14)
    person.status = dice.choices(range(7), weights)[0]
    if person.status == DECEASED and person.age(today) < 55 * 365:
        person.status = PATIENT
    if person.status in {INACTIVE, ARCHIVED, DECEASED}:
        person.left = today - dice.randrange(120, 700)
    if person.status == PROSPECTIVE:
        person.is_new, person.joined = True, today - dice.randrange(2, 40)
        person.first_visit = 0


def _health(person: Person, today: int, dice: random.Random) -> None:
    """Medical alerts."""
    years = person.age(today) // 365
    if dice.random() < 0.09:
        person.alert = dice.choice(names.ALERTS + (names.LATE_ALERTS * 2 if years >= 50 else ()))
    elif person.gender == FEMALE and 20 <= years < 42 and dice.random() < 0.03:
        person.alert = names.PREGNANT
    person.premed = int(dice.random() < 0.025)
