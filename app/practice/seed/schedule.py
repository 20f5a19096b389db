"""Fills the schedule: who has an appointment where and when, without conflicts of operatory, provider or patient."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from app.practice.seed import kinds
from app.practice.seed.calendar import Day, span
from app.practice.seed.kinds import Kind
from app.practice.seed.office import CHAIRS, HARBOR, MAIN, PROVIDERS, Chair
from app.practice.seed.people.people import (
    DECEASED,
    DELETED,
    GROWN_UP,
    NON_PATIENT,
    PATIENT,
    PROSPECTIVE,
    Person,
)
from app.practice.seed.rows import SLOTS

SCHEDULED, COMPLETE, UNSCHEDULED, BROKEN, PLANNED, NOTE_ONLY = 1, 2, 3, 5, 6, 7
"""`appointment.AptStatus`."""
FEW_DAYS = 4
"""Minimum number of days between two appointments of a patient."""


@dataclass(slots=True)
class Visit:
    """One appointment during seeding. `day` is an ordinal; 0 means no day."""

    day: int
    text: str
    slot: int
    chair: Chair
    kind: Kind
    person: Person
    codes: tuple[str, ...]
    new: bool = False
    num: int = 0
    status: int = SCHEDULED
    confirmed: int = 0
    arrived: str = ""
    seated: str = ""
    dismissed: str = ""
    note: str = ""
    pattern: str = ""
    asap: bool = False
    planned: int = 0
    """AptNum of the planned appointment that it was made from."""
    order: int = 0
    unscheduled: int = 0
    broken_code: str = ""
    described: str = ""
    """Its ProcDescript if its procedures are written elsewhere."""
    created: str = ""
    changed: str = ""

    @property
    def end(self) -> int:
        """The slot after its last one."""
        return self.slot + len(self.pattern)


class Book:
    """Books patients, day by day."""

    def __init__(self, people: list[Person], today: int, dice: random.Random) -> None:
        self._today = today
        self._dice = dice
        self._cleaning = {clinic: deque[Person]() for clinic in (MAIN, HARBOR)}
        self._treatment = {clinic: deque[Person]() for clinic in (MAIN, HARBOR)}
        self._coming = {clinic: deque[Person]() for clinic in (MAIN, HARBOR)}
        known = [each for each in people if each.status not in {NON_PATIENT, DELETED, PROSPECTIVE}]
        for queue in (self._cleaning, self._treatment):
            dice.shuffle(known)
            for each in known:
                if not each.is_new:
                    queue[each.clinic].append(each)
        for each in sorted(known, key=lambda one: one.first_visit):
            if each.is_new:
                self._coming[each.clinic].append(each)

    def fill(self, day: Day) -> list[Visit]:
        """New appointments for a whole day."""
        made: list[Visit] = []
        for provider in PROVIDERS:
            if provider.num in day.working:
                chairs = [chair for chair in CHAIRS if chair.worker == provider.num]
                made += self._fill_chairs(day, chairs)
        return made

    def _fill_chairs(self, day: Day, chairs: list[Chair]) -> list[Visit]:
        """One provider's operatories, side by side: the provider's own time is in one of them at a time."""
        dice, made, busy = self._dice, list[Visit](), 0
        worker = chairs[0].worker
        works = day.working[worker]
        open_in = {
            chair.op: works & ~day.blocked.get(chair.op, 0) & ~day.held.get(chair.op, 0) for chair in chairs
        }
        for chair in chairs:
            if (held := day.held.get(chair.op)) and dice.random() < self._rush(day):
                visit = self._seat(day, chair, (held & -held).bit_length() - 1, kinds.EMERGENCY)
                made.append(visit)
                busy |= kinds.EMERGENCY.provider_time << visit.slot
        first, last = (works & -works).bit_length() - 1, works.bit_length()
        cursors = {chair.op: first + 2 * place for place, chair in enumerate(chairs)}
        density = self._density(day.ordinal - self._today)
        while True:
            chair = min(chairs, key=lambda each: cursors[each.op])
            slot = cursors[chair.op]
            if slot >= last:
                return made
            if dice.random() > density:
                cursors[chair.op] = slot + dice.choice((4, 6, 6, 8, 12))
                continue
            found = self._choose(day, chair, slot, open_in[chair.op], busy)
            if found is None:
                cursors[chair.op] = slot + 2
                continue
            visit = self._seat(day, chair, slot, *found)
            made.append(visit)
            busy |= visit.kind.provider_time << slot
            cursors[chair.op] = slot + visit.kind.slots

    def _rush(self, day: Day) -> float:
        """The probability of an emergency: known only a day ahead."""
        return 0.55 if day.ordinal <= self._today + 1 else 0.0

    def _density(self, ahead: int) -> float:
        """How full a day is, by its distance from today."""
        if ahead <= 0:
            return 1.0 if ahead == 0 else 0.86 if ahead > -21 else 0.74
        return (
            0.84
            if ahead <= 5
            else 0.66
            if ahead <= 14
            else 0.4
            if ahead <= 35
            else 0.22
            if ahead <= 70
            else 0.1
        )

    def _choose(self, day: Day, chair: Chair, slot: int, free: int, busy: int) -> tuple[Kind, Person] | None:
        """A patient and a kind of appointment that fits here; None when nothing does."""
        person = self._next(day, chair)
        if person is None:
            return None
        for kind in self._kinds(day, chair, person):
            taken = span(slot, slot + kind.slots)
            if slot + kind.slots < SLOTS and taken & free == taken and not kind.provider_time << slot & busy:
                return kind, person
        return None

    def _wish(self, wishes: tuple[Kind, ...]) -> Kind:
        return self._dice.choices(wishes, [kind.weight for kind in wishes])[0]

    def _kinds(self, day: Day, chair: Chair, person: Person) -> Iterable[Kind]:
        """The possible kinds for a patient in an operatory: the preferred one first, then a short one."""
        child = person.age(day.ordinal) < GROWN_UP - 4 * 365
        if not chair.hygienist:
            # Today is filled completely, with short appointments in the gaps.
            short = (kinds.CONSULT,) if day.ordinal == self._today else ()
            if child:
                return (kinds.CHILD_FILLING, *short)
            return (self._wish(kinds.TREATMENT_ADULT), kinds.EXTRACTION, *short)
        if person.is_new and not person.last_seen:
            return (kinds.NEW_CHILD if child else kinds.NEW_ADULT,)
        if child:
            return (kinds.CHILD_CLEANING,)
        return (self._wish(kinds.HYGIENE_ADULT), kinds.CLEANING)

    def _next(self, day: Day, chair: Chair) -> Person | None:
        """The next patient: a waiting new patient, else the one whose turn it is."""
        coming = self._coming[chair.clinic]
        if chair.hygienist and coming and coming[0].first_visit <= day.ordinal and self._dice.random() < 0.6:
            if self._may_come(coming[0], day.ordinal):
                return coming[0]
            coming.popleft()
        queue = (self._cleaning if chair.hygienist else self._treatment)[chair.clinic]
        for _ in range(60):
            person = queue[0]
            if self._may_come(person, day.ordinal):
                return person
            queue.rotate(-1)
        return None

    def _may_come(self, person: Person, day: int) -> bool:
        if person.left and day > person.left:
            return False
        if person.status == DECEASED and not person.left:
            return False
        return abs(day - person.last_seen) > FEW_DAYS and person.age(day) > 365

    def _seat(self, day: Day, chair: Chair, slot: int, kind: Kind, person: Person | None = None) -> Visit:
        """Record an appointment, and move the patient to the end of the queue."""
        if person is None:
            person = self.somebody(day.ordinal, chair.clinic)
        new = person.is_new and not person.last_seen
        coming = self._coming[chair.clinic]
        if new and coming and coming[0] is person:
            coming.popleft()
            person.first_visit = day.ordinal
            for queue in (self._cleaning, self._treatment):
                queue[chair.clinic].append(person)
        else:
            queue_of = (self._cleaning if chair.hygienist else self._treatment)[chair.clinic]
            if queue_of[0] is person:
                queue_of.rotate(-1)
        person.last_seen = day.ordinal
        codes = kind.codes(self._dice)
        return Visit(day.ordinal, day.text, slot, chair, kind, person, codes, new, pattern=kind.pattern)

    def somebody(self, day: int, clinic: int) -> Person:
        """An active patient of a clinic who may come that day."""
        queue = self._treatment[clinic]
        while True:
            person = queue[0]
            queue.rotate(-1)
            if person.status == PATIENT and self._may_come(person, day):
                person.last_seen = day
                return person

    def arrange(self, day: int, clinic: int) -> None:
        """Put two new patients and some with a medical alert next: a day with many cases to show."""
        coming = self._coming[clinic]
        for person in list(coming)[:2]:
            person.first_visit = min(person.first_visit, day)
        for queue in (self._cleaning[clinic], self._treatment[clinic]):
            marked = [each for each in queue if (each.alert or each.premed) and self._may_come(each, day)]
            for person in marked[:3]:
                queue.remove(person)
                queue.insert(self._dice.randrange(0, 6), person)
