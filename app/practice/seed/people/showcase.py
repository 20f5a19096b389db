"""The patients that are worth opening first: two who have everything, and mouths of every kind, seen around today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from app.practice.schema.describe import describe_procedure
from app.practice.seed import kinds, lists
from app.practice.seed.codes import BY_CODE
from app.practice.seed.money.insurance import Held
from app.practice.seed.office import CHAIRS
from app.practice.seed.people.mouth_words import CHILD_SHOWCASE, MOUTHS, SHOWCASE, Mouth
from app.practice.seed.people.people import CHILD, DELETED, PATIENT, Person
from app.practice.seed.rows import iso
from app.practice.seed.schedule import COMPLETE, PLANNED, SCHEDULED, UNSCHEDULED, Visit

EACH_MOUTH = 3
"""Patients who have the same kind of mouth."""
_CANDIDATES, _FIRST = 60, 8
_SUPER_FAMILIES = 8
_YEAR = 365.25
_ALERT = "Penicillin allergy"


@dataclass(slots=True)
class Showcase:
    """Who they are."""

    adult: Person
    child: Person
    mouths: list[tuple[Person, Mouth]]
    waiting: list[Visit] = field(default_factory=list)
    """Appointments of the two that wait for a day."""

    @property
    def both(self) -> tuple[Person, Person]:
        """The two who have everything."""
        return self.adult, self.child


def choose(
    people: list[Person],
    visits: Iterable[Visit],
    covered: Mapping[int, list[Held]],
    treated: Mapping[int, Collection[str]],
    today: int,
) -> Showcase:
    """The adult and the child come today if anyone fitting does, the others soon.

    `treated`: the teeth on which the practice has worked, by PatNum; they have no place in a mouth.
    """
    near = _nearest(visits, today)
    sizes: defaultdict[int, int] = defaultdict(int)
    for person in people:
        sizes[person.guarantor] += person.status != DELETED

    def fit(person: Person, mouth: Mouth, plans: int) -> tuple[bool, bool, bool, int]:
        clashes = mouth.teeth.intersection(treated.get(person.num, ()))
        return (
            len(covered.get(person.num, ())) < plans,
            sizes[person.guarantor] < 3,
            person.is_new,
            len(clashes),
        )

    adults, children = (_with_room(near, mouth, treated, today) for mouth in (SHOWCASE, CHILD_SHOWCASE))
    adult = min(adults[:_CANDIDATES], key=lambda each: fit(each, SHOWCASE, 2))
    child = min(children[:_FIRST], key=lambda each: fit(each, CHILD_SHOWCASE, 1))
    found = Showcase(adult, child, [])
    for person, mouth in ((adult, SHOWCASE), (child, CHILD_SHOWCASE)):
        found.mouths.append((person, mouth.without(treated.get(person.num, ()))))
    taken = {adult.num, child.num}
    for mouth in MOUTHS:
        untouched = (each for each in _of_age(near, mouth, today) if each.num not in taken)
        fitting = [each for each in untouched if mouth.teeth.isdisjoint(treated.get(each.num, ()))][
            :EACH_MOUTH
        ]
        taken.update(each.num for each in fitting)
        found.mouths += [(each, mouth) for each in fitting]
    return found


def mark(found: Showcase, people: list[Person]) -> None:
    """What is on their own rows: alert, premedication, the family's urgent note; and the super families."""
    found.adult.alert, found.adult.premed = _ALERT, 1
    head = people[found.adult.guarantor - 1]
    head.finance_note = "Ask for the balance first"
    heads = [
        each for each in people if each.num == each.guarantor and each.status == PATIENT and each is not head
    ]
    of_name: defaultdict[tuple[str, int], list[Person]] = defaultdict(list)
    for each in heads:
        of_name[each.last, each.clinic].append(each)
    groups = [group[:3] for group in of_name.values() if len(group) > 1][:_SUPER_FAMILIES]
    used = {each.num for group in groups for each in group}
    groups.append([head, next(each for each in heads if each.num not in used)])
    joined = {each.num: group[0].num for group in groups for each in group}
    for person in people:
        person.super_family = joined.get(person.guarantor, 0)


def waiting_visits(found: Showcase, today: int) -> list[Visit]:
    """A planned and an unscheduled appointment of the adult, and a planned one of the child."""
    for person, kind, status in (
        (found.adult, kinds.CROWN, PLANNED),
        (found.adult, kinds.FILLING, UNSCHEDULED),
        (found.child, kinds.CHILD_FILLING, PLANNED),
    ):
        chair = next(chair for chair in CHAIRS if chair.dentist == person.dentist and not chair.hygienist)
        visit = Visit(0, "0001-01-01", 0, chair, kind, person, (), pattern=kind.pattern, status=status)
        visit.confirmed = lists.number(lists.CONFIRMED, "Unconfirmed")
        visit.created = visit.changed = f"{iso(today - 21)} 15:20:00"
        visit.order = int(status == PLANNED)
        visit.described = _described(found, person, 1 + sum(each.person is person for each in found.waiting))
        found.waiting.append(visit)
    return found.waiting


def _described(found: Showcase, person: Person, place: int) -> str:
    """The ProcDescript of a patient's waiting appointment."""
    mouth = next(mouth for each, mouth in found.mouths if each is person)
    (work,) = (each for each in mouth.work if each.waits == place)
    code = BY_CODE[work.code]
    return describe_procedure(code.area, code.abbreviation, work.tooth, work.surfaces)


def _nearest(visits: Iterable[Visit], today: int) -> list[Person]:
    """Patients with an appointment, those of today first, then by days from today."""
    coming = [each for each in visits if each.day and each.status in {SCHEDULED, COMPLETE}]
    coming.sort(key=lambda each: (abs(each.day - today), each.day < today, each.slot, each.chair.op))
    return list({each.person.num: each.person for each in coming if each.person.status == PATIENT}.values())


def _of_age(people: Iterable[Person], mouth: Mouth, today: int) -> list[Person]:
    young = mouth.oldest < 18
    return [
        each
        for each in people
        if mouth.youngest <= each.age(today) / _YEAR < mouth.oldest + 1 and (each.position == CHILD) == young
    ]


def _with_room(
    people: Iterable[Person], mouth: Mouth, treated: Mapping[int, Collection[str]], today: int
) -> list[Person]:
    """Those of the mouth's age on whose teeth that wait for treatment nothing was done here."""
    waiting = {work.tooth for work in mouth.work if work.waits}
    return [each for each in _of_age(people, mouth, today) if waiting.isdisjoint(treated.get(each.num, ()))]
