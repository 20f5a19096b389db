"""Patients' names in memory: those of the open days in full, all others packed for searching."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import ApiError, NotFound, NotSent, Unreadable
from app.api.need import Need
from app.core.text import Words
from app.domain.people.index import KnownPatient, PeopleIndex
from app.domain.people.phones import phone_text
from app.domain.schedule.visit import Person
from app.store.queries import MOST_NAMES, Questions
from app.wire.resources.patients import Patient, PatientMatch

NAMES_LIMIT = 4_000
"""Patients kept in full: forty busy days."""

Learned = Callable[[frozenset[int]], None]


class People:
    """Names by PatNum. `learned` is called with those that became known or changed."""

    def __init__(
        self, client: OpenDental, questions: Questions, learned: Learned, limit: int = NAMES_LIMIT
    ) -> None:
        self._client = client
        self._questions = questions
        self._learned = learned
        self._limit = limit
        self._names: dict[int, Person] = {}
        self._copied: set[int] = set()
        """Patients known only from the downtime copy."""
        self._one_by_one: dict[int, None] = {}
        self._asked = asyncio.Event()
        self.index = PeopleIndex()

    def get(self, pat_num: int) -> Person | None:
        """A patient: in full, or without the medical alert if only the index has them."""
        person = self._names.get(pat_num)
        if person is None and (known := self.index.get(pat_num)) is not None:
            return known.person
        return person

    def unknown(self, pat_nums: Iterable[int]) -> list[int]:
        """The patients that are not known yet, in the given order."""
        return [
            each
            for each in dict.fromkeys(pat_nums)
            if each and each not in self._names and each not in self.index
        ]

    def learn(self, people: Iterable[KnownPatient]) -> None:
        """Store patients in full. The least recently stored ones are dropped beyond the limit."""
        found = list(people)
        self.index.add(found)
        self._hold(each.person for each in found)

    def learn_all(self, patients: Sequence[KnownPatient]) -> None:
        """Store rows in the index, and in the patients kept in full, which keep their medical alerts."""
        self.index.add(patients)
        held = [(each.person, self._names.get(each.person.pat_num)) for each in patients]
        self._hold(replace(person, alert=before.alert) for person, before in held if before is not None)
        waited = self._one_by_one.keys() & {each.person.pat_num for each in patients}
        for pat_num in waited:
            del self._one_by_one[pat_num]
        if waited:
            self._learned(frozenset(waited))

    def restore(self, people: Iterable[Person]) -> None:
        """Store patients of the downtime copy that are not known; they are read again when needed."""
        found = [each for each in people if each.pat_num not in self._names]
        self._hold(found)
        self._copied |= {each.pat_num for each in found}

    def suggest(self, pat_num: int, name: str) -> None:
        """Store the name recorded with a write, "Ortiz, Maria", if it isn't known; it is read again when needed."""
        if self.get(pat_num) in (None, nobody(pat_num)):
            last, _, first = name.partition(", ")
            self._hold([Person(pat_num, last, first)])
            self._copied.add(pat_num)

    async def read(self, pat_nums: Iterable[int], need: Need) -> None:
        """Read those not kept in full: 99 per query; without Queries they are queued for `read_one`."""
        wanted = [
            each
            for each in dict.fromkeys(pat_nums)
            if each and (each not in self._names or each in self._copied)
        ]
        while wanted:
            batch, wanted = wanted[:MOST_NAMES], wanted[MOST_NAMES:]
            people = await self._questions.people(batch, need)
            if people is None:
                for pat_num in reversed(self.unknown([*batch, *wanted])):
                    self._one_by_one.pop(
                        pat_num, None
                    )  # it moves to the end although it was requested before
                    self._one_by_one[pat_num] = None
                self._asked.set()
                return
            if not people:  # none of a hundred found: trusted only when it happens twice
                people = await self._questions.people(batch, need) or []
            missing = set(batch) - {each.person.pat_num for each in people}
            self.learn(people)
            self._hold(self.get(pat_num) or nobody(pat_num) for pat_num in missing)

    async def reread(self, pat_nums: Iterable[int], need: Need) -> None:
        """Read again those kept in full, because they changed."""
        held = [each for each in pat_nums if each in self._names]
        for first in range(0, len(held), MOST_NAMES):
            people = await self._questions.people(held[first : first + MOST_NAMES], need)
            self.learn(people or [])

    async def alert(self, pat_num: int, need: Need) -> Words | None:
        """Read a patient's medical alert; empty: none. None: it needs a query, and this key may not send one."""
        people = await self._questions.people([pat_num], need)
        if people is None:
            return None
        self.learn(people)
        return people[0].person.alert if people else ""

    async def read_one(self) -> None:
        """Read one patient that no query could read, at the lowest priority, last requested first.

        Waits until there is one to read. Failed ones are retried after the others.
        """
        while not self._one_by_one:
            self._asked.clear()
            await self._asked.wait()
        pat_num = next(reversed(self._one_by_one))
        try:
            patient = await self._client.at(Need.PREFETCH).patients.get(pat_num)
        except NotSent:
            raise
        except ApiError as error:
            if type(error) not in (NotFound, Unreadable):
                self._one_by_one = {pat_num: None} | self._one_by_one
                raise
            self._hold([nobody(pat_num)])
        else:
            self.learn([known_of(patient)])
        self._one_by_one.pop(pat_num, None)

    def _hold(self, people: Iterable[Person]) -> None:
        changed = set()
        for person in people:
            before = self._names.pop(person.pat_num, None)
            self._copied.discard(person.pat_num)
            self._names[person.pat_num] = person
            if before != person:
                changed.add(person.pat_num)
        for pat_num in list(self._names)[: max(len(self._names) - self._limit, 0)]:
            del self._names[pat_num]
        if changed:
            self._learned(frozenset(changed))


def known_of(patient: Patient | PatientMatch) -> KnownPatient:
    """A patient's row, reduced to the fields that are kept."""
    phones = tuple(filter(None, (patient.WirelessPhone, patient.HmPhone, patient.WkPhone)))
    person = Person(
        pat_num=patient.PatNum,
        last_name=patient.LName,
        first_name=patient.FName,
        preferred=patient.Preferred,
        birthdate=patient.Birthdate,
        phone=phone_text(phones[0]) if phones else "",
        phones=phones,
        guarantor=patient.Guarantor if isinstance(patient, Patient) else 0,
    )
    return KnownPatient(person, patient.ClinicNum, patient.PatStatus.value, patient.ChartNumber)


def nobody(pat_num: int) -> Person:
    """A placeholder for a patient whom the office doesn't find, or whose row can't be read."""
    return Person(pat_num, f"Patient {pat_num}", "")  # words: a stand-in for a name
