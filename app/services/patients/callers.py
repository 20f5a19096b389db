"""Who has a phone number: one patient, one family, or several."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.domain.people.dialed import dialed_number
from app.domain.people.index import LISTED
from app.domain.people.search import digits_of
from app.domain.schedule.visit import Person
from app.services.patients.search import PatientHit, PatientSearch
from app.store.office import Office
from app.store.patients.people import known_of

LOCAL_DIGITS = 7
"""Digits of a number without its area code, as older rows have it."""


class Callers(Struct, frozen=True):
    """The patients with a number, best first; nobody who left the practice if there is anybody else."""

    hits: tuple[PatientHit, ...] = ()
    head: int = 0
    """The PatNum to show for all of them: the only patient, or their family's guarantor. 0: they are not one family."""


class CallerSearch:
    """Asks the office, whose rows may be newer than memory; one request, two more for several patients."""

    def __init__(self, client: OpenDental, office: Office, search: PatientSearch) -> None:
        self._client = client.at(Need.CLICK)
        self._office = office
        self._search = search

    async def find(self, digits: str) -> Callers:
        """The patients with these digits, without a country code.

        Where the office doesn't answer, those in memory. Raises the client's ApiErrors if there are none.
        """
        hits = await self._with(digits, digits)
        if not hits and len(digits) > LOCAL_DIGITS:
            hits = await self._with(digits[-LOCAL_DIGITS:], digits)
        hits = tuple(each for each in hits if each.active) or hits
        if len(hits) == 1:
            return Callers(hits, hits[0].person.pat_num)
        return Callers(hits, await self._guarantor(hits) if hits else 0)

    async def _with(self, asked: str, digits: str) -> tuple[PatientHit, ...]:
        try:
            rows = await self._client.patients.list(Phone=asked, showArchived=True).first_page()
        except ApiError:
            if known := _matching(self._search.known(asked), digits):
                return known
            raise
        self._office.people.index.add([known_of(row) for row in rows])
        return _matching(self._search.of(row.PatNum for row in rows), digits)

    async def _guarantor(self, hits: tuple[PatientHit, ...]) -> int:
        """The guarantor of all of them, or the first of them where the guarantor has left.

        0 if they have several guarantors, or the office doesn't answer.
        """
        try:
            first = await self._client.patients.get(hits[0].person.pat_num)
            family = await self._client.patients.simple(Guarantor=first.Guarantor)
        except ApiError:
            return 0
        members = {row.PatNum: row.PatStatus.value for row in family}
        if not {each.person.pat_num for each in hits} <= members.keys():
            return 0
        return first.Guarantor if members.get(first.Guarantor) == LISTED else first.PatNum


def _matching(hits: Iterable[PatientHit], digits: str) -> tuple[PatientHit, ...]:
    return tuple(hit for hit in hits if any(has_number(each, digits) for each in _phones(hit.person)))


def _phones(person: Person) -> tuple[str, ...]:
    return person.phones or (person.phone,)


def has_number(stored: str, digits: str) -> bool:
    """Whether a stored phone is this number: with or without country code, extension, and area code."""
    own = dialed_number(stored).removeprefix("+") or digits_of(stored)
    return bool(own) and (own.endswith(digits) or (len(own) == LOCAL_DIGITS and digits.endswith(own)))
