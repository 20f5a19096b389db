"""Finding a patient: at once from memory, then from the office, by whatever was typed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable
from datetime import datetime, timedelta

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError, NotFound, Unreadable
from app.api.modes import Mode
from app.api.need import Need
from app.domain.people.ages import age_on
from app.domain.people.index import DELETED, LISTED, Known, Similar
from app.domain.people.search import PersonQuery
from app.domain.people.typed_person import parse_query
from app.domain.schedule.visit import Person
from app.services.patients.questions import Question, Stage, stages_of
from app.store.office import Office
from app.store.patients.people import known_of
from app.wire.resources.patients import Patient
from app.wire.rows import RowList

MOST_HITS = 40
"""As many as Open Dental's own Patient Select shows."""
ROWS_AT_ONCE = 40
"""Rows that are packed without giving the window a turn."""
AGAIN_SECONDS = 300.0
OVERLAP = timedelta(seconds=2)
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

    def forgive_typos(self, similar: Similar) -> None:
        """From now on forgive a typo: what tells similar names is loaded after the schedule is there."""
        self._office.people.index.similar = similar

    async def search(self, text: str, limit: int = MOST_HITS) -> tuple[PatientHit, ...]:
        """Whoever fits, of those in memory and of those whom the office finds; what it finds is remembered.

        One request for most searches; others only while nobody is found and what was typed can be read, or may be
        spelled there, in another way. Raises the client's ApiErrors.
        """
        query, index = self._parse(text), self._office.people.index
        last_names = [each.person.last_name for each in index.find(query, limit)]
        asked_for: dict[int, Known] = {}
        for stage in stages_of(query, last_names, everybody=self._since is not None):
            found, exact = await self._ask_all(stage)
            asked_for |= exact
            if exact or found & {each.person.pat_num for each in index.find(query, limit)}:
                break
        fitting = {each.person.pat_num: each for each in index.find(query, limit)}
        others = [each for number, each in asked_for.items() if number not in fitting]
        return self._hits([*fitting.values(), *others][:limit])

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

    async def _ask_all(self, stage: Stage) -> tuple[set[int], dict[int, Known]]:
        """Ask at once, and remember who is found. Their numbers, and those who were asked for exactly."""
        found: set[int] = set()
        exact: dict[int, Known] = {}
        answers = await asyncio.gather(*(self._ask(each) for each in stage), return_exceptions=True)
        for question, answer in zip(stage, answers, strict=True):
            if isinstance(answer, BaseException):
                raise answer
            self._office.people.index.add(answer)
            people = {each.person.pat_num: each for each in answer}
            found |= people.keys()
            exact |= people if question.exact else {}
        return found, exact

    async def _ask(self, question: Question) -> list[Known]:
        patients = self._client.patients
        if question.pat_num is None:
            rows = await patients.list(**question.arguments, showArchived=True).first_page()
            return [known_of(row) for row in rows]
        try:
            return [known_of(await patients.get(question.pat_num))]
        except (NotFound, Unreadable):
            return []

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
