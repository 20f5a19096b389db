"""Finding a patient: at once from memory, then from the office, by whatever was typed."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.modes import Mode
from app.api.need import Need
from app.domain.people.ages import age_on
from app.domain.people.index import DELETED, LISTED, Known, search_key
from app.domain.people.search import PersonQuery, fold, score
from app.domain.people.typed_person import parse_query
from app.domain.schedule.visit import Person
from app.store.office import Office
from app.store.patients.people import known_of
from app.wire.resources.patients import Patient
from app.wire.rows import RowList

MOST_HITS = 40
"""As many as Open Dental's own Patient Select shows."""
FEWEST_LETTERS = 2
"""Shorter names are answered from memory alone: the office would answer with half of everybody."""
FEWEST_DIGITS = 4
MOST_LETTERS = 100
"""Open Dental keeps no longer name, and refuses to look for one."""
MOST_DIGITS = 30
"""No phone number is longer."""
ROWS_AT_ONCE = 40
"""Rows that are packed without giving the window a turn."""
AGAIN_SECONDS = 300.0
OVERLAP = timedelta(seconds=2)
OFFICE_ONLY = 9
"""Ranks behind every fit of our own."""

log = logging.getLogger(__name__)

STATUS_WORDS = {
    "NonPatient": "not a patient",
    "Inactive": "inactive",
    "Archived": "archived",
    "Deceased": "deceased",
    "Prospective": "prospective",
}


class PatientHit(Struct, frozen=True):
    """One found patient, with what tells two of the same name apart."""

    person: Person
    age: int | None
    """In whole years; None without a birthdate."""
    clinic: str
    """The clinic's short name; empty in an office without clinics."""
    status: str
    """"inactive", "archived" and the like; empty for a patient of the practice."""

    @property
    def active(self) -> bool:
        """Whether this is a patient of the practice."""
        return not self.status


class PatientSearch:
    """Searches memory and office. Never by SSN, and never offers a deleted patient."""

    def __init__(self, client: OpenDental, office: Office) -> None:
        self._client = client
        self._office = office
        self._since: datetime | None = None

    def known(self, text: str, limit: int = MOST_HITS) -> tuple[PatientHit, ...]:
        """Whoever of those in memory fits, best first. At once, without a request."""
        return self._hits(self._office.people.index.find(self._parse(text), limit))

    def knows(self, pat_num: int) -> bool:
        """Whether someone is in memory; a patient who turned out to be deleted is not."""
        return pat_num in self._office.people.index

    async def search(self, text: str, limit: int = MOST_HITS) -> tuple[PatientHit, ...]:
        """Whoever fits, of those in memory and of those whom the office finds; what it finds is remembered.

        One request for most searches; a second one only when the first finds nobody and the words can be
        read in another way. Raises the client's ApiErrors.
        """
        query = self._parse(text)
        found: dict[int, Known] = {}
        remembered = self._office.people.index.find(query, limit)
        for arguments in _likeliest_first(questions_of(query), remembered):
            rows = await self._client.patients.list(**arguments, showArchived=True).first_page()
            found = {row.PatNum: known_of(row) for row in rows}
            self._office.people.index.add(found.values())
            if found:
                break
        merged = {each.person.pat_num: each for each in remembered} | found
        return self._hits(_ranked(query, merged.values())[:limit])

    # --- filling the memory behind everything else ---------------------------------------------------------

    async def keep_filled(self) -> None:
        """Read everybody behind everything else, then every few minutes whoever changed; never ends.

        Ends at once where requests are paced: there memory fills with those who are seen.
        """
        while self._client.address.mode is not Mode.REMOTE:
            try:
                await self.fill()
            except ApiError:
                log.info("patients could not be read; again in %s s", AGAIN_SECONDS)
            await self._office.clock.sleep(AGAIN_SECONDS)

    async def fill(self) -> None:
        """Read everybody, or whoever changed since the last time, one page after the other."""
        index, again = self._office.people.index, self._since is not None
        started: datetime | None = None
        async for page in self._pages():
            started = started or min((row.serverDateTime for row in page if row.serverDateTime), default=None)
            for first in range(0, len(page), ROWS_AT_ONCE):
                self._office.people.learn_all([known_of(row) for row in page[first : first + ROWS_AT_ONCE]])
                await self._office.clock.sleep(0)
            if again:
                await self._office.people.reread([row.PatNum for row in page], Need.PREFETCH)
            elif index.full:
                break
        self._since = started or self._since

    def _pages(self) -> AsyncIterator[RowList[Patient]]:
        since = None if self._since is None else self._since - OVERLAP
        return self._client.at(Need.PREFETCH).patients.simple(DateTStamp=since).pages()

    # --- inside --------------------------------------------------------------------------------------------

    def _parse(self, text: str) -> PersonQuery:
        return parse_query(text, self._office.clock.now().date())

    def _hits(self, people: Iterable[Known]) -> tuple[PatientHit, ...]:
        lists, today = self._office.lists, self._office.clock.now().date()
        clinics = {row.ClinicNum: row.Abbr or row.Description for row in lists.clinics} if lists else {}
        return tuple(
            PatientHit(
                person=each.person,
                age=age_on(each.person.birthdate, today),
                clinic=clinics.get(each.clinic_num, ""),
                status=STATUS_WORDS.get(each.status, "" if each.status == LISTED else each.status.lower()),
            )
            for each in people
            if each.status != DELETED
        )


def questions_of(query: PersonQuery) -> list[dict[str, Any]]:
    """What to ask the office, the likeliest reading of the words first; none for what is too short to ask."""
    numbers: list[dict[str, Any]] = []
    if query.birthdate is not None:
        numbers.append({"Birthdate": query.birthdate})
    if FEWEST_DIGITS <= len(query.digits) <= MOST_DIGITS:
        numbers.append({"Phone": query.digits})
    names = [{part: name[:MOST_LETTERS] for part, name in asked.items()} for asked in _names_asked(query)]
    if not query.words:
        return numbers
    return [{**name, **number} for name in names for number in numbers or [{}]]


def _names_asked(query: PersonQuery) -> list[dict[str, Any]]:
    typed = query.typed
    if len("".join(query.words)) < FEWEST_LETTERS:
        return []
    if query.typed_last:
        first = " ".join(typed[query.typed_last :])
        return [{"LName": " ".join(typed[: query.typed_last]), **({"FName": first} if first else {})}]
    if len(typed) == 1:
        return [{"LName": typed[0]}, {"FName": typed[0]}]
    return [
        {"LName": typed[0], "FName": " ".join(typed[1:])},
        {"LName": typed[-1], "FName": " ".join(typed[:-1])},
        {"LName": " ".join(typed)},
    ]


def _likeliest_first(questions: list[dict[str, Any]], remembered: Sequence[Known]) -> list[dict[str, Any]]:
    """Which word is the last name: what memory has of the patients decides before the order of typing."""
    last_names = [fold(each.person.last_name) for each in remembered]

    def unlikely(question: dict[str, Any]) -> bool:
        return not any(name.startswith(fold(question.get("LName", ""))) for name in last_names)

    return sorted(questions, key=unlikely)


def _ranked(query: PersonQuery, people: Iterable[Known]) -> list[Known]:
    """Best fit first; whom the office found in a way of its own comes last."""

    def rank(known: Known) -> tuple[int, bool, str]:
        key = search_key(known)
        fit = score(query, key)
        return (OFFICE_ONLY if fit is None else fit, known.status != LISTED, f"{key.last},{key.given}")

    return sorted(people, key=rank)
