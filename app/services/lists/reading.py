"""Reads the lists: by query where the key has Queries, else by the API's own methods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.api.client import OpenDental
from app.api.errors import BadRequest, NotFound
from app.api.need import Need
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.schedule.visit import Person
from app.services.lists.queried import QueriedLists
from app.services.lists.rows import KINDS, of_appointment, of_recall
from app.store.changes import Change
from app.store.office import Office
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.resources.appointments import Appointment
from app.wire.resources.patients import PatientStatus
from app.wire.resources.recall_types import RecallType

AT_ONCE = 100
"""Patients looked up between two events: two milliseconds."""
ACTIVE = frozenset({PatientStatus.PATIENT.value, PatientStatus.PROSPECTIVE.value})
STATUSES = {kind: status for status, kind in KINDS.items()}


class CandidateReader:
    """Reads one list of a clinic (0: of the office). Raises the client's ApiErrors."""

    def __init__(self, client: OpenDental, office: Office) -> None:
        self._client = client
        self._office = office
        self.people: dict[int, Person] = {}
        """The patients on the lists: finding one of them in the packed index takes long for thousands of rows."""
        self._queried = QueriedLists(office, Questions(client), self.people)
        self._types: Mapping[str, RecallType] | None = None

    async def read(self, kind: CandidateKind, clinic: int, need: Need) -> tuple[Candidate, ...]:
        """The list as Open Dental has it now."""
        if kind is CandidateKind.RECALL:
            queried = await self._queried.recalls(clinic, need)
            return await self._recalls(clinic, need) if queried is None else queried
        if (found := await self._queried.appointments(kind, clinic, need)) is not None:
            return found
        today = self._office.clock.now().date()
        rows = (
            await self._asap(clinic, need)
            if kind is CandidateKind.ASAP
            else await self._listed(kind, clinic, need)
        )
        await self._name(row.PatNum for row in rows)
        return tuple(of_appointment(row, kind, today) for row in rows if self._is_active(row.PatNum))

    def follow(self, change: Change) -> None:
        """A patient's row has changed."""
        if (topic := change.topic) is not None and topic.part is Part.PATIENT:
            self.people.pop(topic.key, None)

    async def _name(self, pat_nums: Iterable[int]) -> None:
        """Look the patients up in the index, a few between two events."""
        for number, pat_num in enumerate(pat_nums, 1):
            if pat_num not in self.people and (person := self._office.person(pat_num)) is not None:
                self.people[pat_num] = person
            if number % AT_ONCE == 0:
                await self._office.clock.sleep(0)

    def _is_active(self, pat_num: int) -> bool:
        """Whether a patient comes to this office, as far as known."""
        known = self._office.people.index.get(pat_num)
        return known is None or known.status in ACTIVE

    async def _listed(self, kind: CandidateKind, clinic: int, need: Need) -> list[Appointment]:
        client = self._client.at(need)
        return list(await client.appointments.list(AptStatus=STATUSES[kind], ClinicNum=clinic or None))

    async def _asap(self, clinic: int, need: Need) -> list[Appointment]:
        """An office with clinics lists them clinic by clinic only."""
        lists = self._office.lists
        clinics: list[int | None] = [clinic] if clinic else [None]
        if not clinic and lists is not None and lists.clinics:
            clinics = [each.ClinicNum for each in lists.clinics if not each.IsHidden]
        found: list[Appointment] = []
        for each in clinics:
            found += await self._client.at(need).appointments.asap(ClinicNum=each)
        return found

    async def _recalls(self, clinic: int, need: Need) -> tuple[Candidate, ...]:
        types = await self.recall_types(need)
        rows = await self._client.at(need).recalls.recall_list(ClinicNum=clinic or None, IncludeReminded=True)
        for row in rows:
            self._office.suggest_name(row.PatNum, row.Patient.strip())
        await self._name(row.PatNum for row in rows)
        return tuple(of_recall(row, types) for row in rows)

    async def recall_types(self, need: Need) -> Mapping[str, RecallType]:
        """The types by their names; an office before 24.1.44 has none to read."""
        if self._types is None:
            try:
                rows = await self._client.at(need).recall_types.list()
            except (NotFound, BadRequest):
                return {}
            self._types = {row.Description.strip().casefold(): row for row in rows}
        return self._types
