"""Patient search: immediately in memory, then in the office, by any of the fields that may be typed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime, timedelta

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError, NotFound, Unreadable
from app.api.modes import Mode
from app.api.need import Need
from app.core.text import Words, msg
from app.domain.people.ages import age_on
from app.domain.people.index import DELETED, LISTED, KnownPatient, Similar
from app.domain.people.search import PersonQuery
from app.domain.people.typed_person import parse_query
from app.domain.schedule.visit import Person
from app.services.patients.questions import Question, Stage, stages_of
from app.store.office import Office
from app.store.patients.people import known_of
from app.store.topics import Part, Topic
from app.wire.resources.patients import Patient
from app.wire.rows import RowList

MOST_HITS = 40
"""Maximum number of results, as in Open Dental's Patient Select window."""
ROWS_AT_ONCE = 40
"""Rows packed before yielding to the event loop."""
AGAIN_SECONDS = 300.0
OVERLAP = timedelta(seconds=2)
log = logging.getLogger(__name__)

STATUS_WORDS = {
    "NonPatient": msg("not a patient"),
    "Inactive": msg("inactive"),
    "Archived": msg("archived"),
    "Deceased": msg("deceased"),
    "Prospective": msg("prospective"),
}


class PatientHit(Struct, frozen=True):
    """A patient in the results, with the details that distinguish patients of the same name."""

    person: Person
    age: int | None
    """In whole years; None without a birthdate."""
    clinic: str
    """The clinic's abbreviation; empty in an office without clinics."""
    status: Words
    """"inactive", "archived" and so on; empty for an active patient."""

    @property
    def active(self) -> bool:
        """Whether this is an active patient."""
        return not self.status


class PatientSearch:
    """Searches memory and the office. Never by SSN; deleted patients are never returned."""

    def __init__(self, client: OpenDental, office: Office) -> None:
        self._client = client
        self._office = office
        self._since: datetime | None = None

    def known(self, text: str, limit: int = MOST_HITS) -> tuple[PatientHit, ...]:
        """Matching patients in memory, best first: among equal ones who comes today; no request."""
        return self._hits(self._find(self._parse(text), limit))

    def of(self, pat_nums: Iterable[int]) -> tuple[PatientHit, ...]:
        """These patients, in this order; those that are not in memory are left out."""
        known = (self._office.people.index.get(each) for each in pat_nums)
        return self._hits(each for each in known if each is not None)

    def knows(self, pat_num: int) -> bool:
        """Whether a patient is in memory; False for one who turned out to be deleted."""
        return pat_num in self._office.people.index

    def forgive_typos(self, similar: Similar) -> None:
        """Enable tolerance for typos; `similar` names the spellings to look for."""
        self._office.people.index.similar = similar

    async def search(self, text: str, limit: int = MOST_HITS) -> tuple[PatientHit, ...]:
        """Matching patients in memory and in the office. Those found in the office are kept in memory.

        Usually one request; more only while nobody is found and the text has other readings or spellings.
        Raises the client's ApiErrors.
        """
        query = self._parse(text)
        last_names = [each.person.last_name for each in self._find(query, limit)]
        asked_for: dict[int, KnownPatient] = {}
        for stage in stages_of(query, last_names, everybody=self._holds_everybody):
            found, exact = await self._ask_all(stage)
            asked_for |= exact
            if exact or found & {each.person.pat_num for each in self._find(query, limit)}:
                break
        fitting = {each.person.pat_num: each for each in self._find(query, limit)}
        others = [each for number, each in asked_for.items() if number not in fitting]
        return self._hits([*fitting.values(), *others][:limit])

    # --- background fill of the memory ---------------------------------------------------------------------

    async def keep_filled(self, missed: Callable[[], int] | None = None) -> None:
        """Read all patients at the lowest priority, then every few minutes those that changed; never ends.

        Returns immediately where requests are paced: there memory holds only the patients seen so far. `missed` says
        how often changes may have been missed: they are read only when that has grown; None: changes aren't told.
        """
        before = -1
        while self._client.address.mode is not Mode.REMOTE:
            try:
                if missed is None or missed() != before:
                    await self.fill()
                    before = -1 if missed is None else missed()
            except ApiError:
                log.info("patients could not be read; again in %s s", AGAIN_SECONDS)
            await self._office.clock.sleep(AGAIN_SECONDS)

    async def fill(self) -> None:
        """Read all patients, or those changed since the last read, page by page."""
        index, again = self._office.people.index, self._since is not None
        started: datetime | None = None
        async for page in self._pages():
            started = started or min((row.serverDateTime for row in page if row.serverDateTime), default=None)
            for first in range(0, len(page), ROWS_AT_ONCE):
                self._office.people.learn_all([known_of(row) for row in page[first : first + ROWS_AT_ONCE]])
                await self._office.clock.sleep(0)
            if again:
                for row in page:
                    self._office.tell_of(Topic(Part.PATIENT, row.PatNum))
                await self._office.people.reread([row.PatNum for row in page], Need.PREFETCH)
            elif index.full:
                break
        self._since = started or self._since

    def _pages(self) -> AsyncIterator[RowList[Patient]]:
        since = None if self._since is None else self._since - OVERLAP
        return self._client.at(Need.PREFETCH).patients.simple(DateTStamp=since).pages()

    # --- inside --------------------------------------------------------------------------------------------

    @property
    def _holds_everybody(self) -> bool:
        return self._since is not None and not self._office.people.index.full

    async def _ask_all(self, stage: Stage) -> tuple[set[int], dict[int, KnownPatient]]:
        """Send one request and remember the patients it found. Returns their numbers, and those of exact matches."""
        found: set[int] = set()
        exact: dict[int, KnownPatient] = {}
        answers = await asyncio.gather(*(self._ask(each) for each in stage), return_exceptions=True)
        for question, answer in zip(stage, answers, strict=True):
            if isinstance(answer, BaseException):
                raise answer
            self._office.people.index.add(answer)
            people = {each.person.pat_num: each for each in answer}
            found |= people.keys()
            exact |= people if question.exact else {}
        return found, exact

    async def _ask(self, question: Question) -> list[KnownPatient]:
        patients = self._client.patients
        if question.inside:
            return [known_of(row) for row in await patients.simple(**question.arguments).first_page()]
        if question.pat_num is None:
            rows = await patients.list(**question.arguments, showArchived=True).first_page()
            return [known_of(row) for row in rows]
        try:
            return [known_of(await patients.get(question.pat_num))]
        except (NotFound, Unreadable):
            return []

    def _find(self, query: PersonQuery, limit: int) -> list[KnownPatient]:
        today = frozenset(each.PatNum for each in self._office.rows(self._office.clock.now().date()))
        return self._office.people.index.find(query, limit, today)

    def _parse(self, text: str) -> PersonQuery:
        return parse_query(text, self._office.clock.now().date())

    def _hits(self, people: Iterable[KnownPatient]) -> tuple[PatientHit, ...]:
        lists, today = self._office.lists, self._office.clock.now().date()
        clinics = lists.clinic_names if lists else {}
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
