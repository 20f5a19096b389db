"""Whom tasks are about: an attached appointment tells its patient only when it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.api.client import OpenDental
from app.api.errors import NotFound
from app.api.need import Need
from app.domain.schedule.visit import Person
from app.store.office import Office
from app.store.patients.people import known_of
from app.store.queries import MOST_NAMES, Questions
from app.store.tasks.patients import TaskPatients
from app.wire.resources.tasks import Task


class TaskSubjects:
    """From what is in memory; `read` reads what is missing. `patients` are the board's."""

    def __init__(self, client: OpenDental, office: Office, patients: TaskPatients) -> None:
        self._client = client
        self._office = office
        self._patients = patients
        self._questions = Questions(client)

    def pat_num(self, task: Task) -> int:
        """The patient of a task; 0: none, or not known yet."""
        return self._patients.pat_num(task)

    def person(self, task: Task) -> Person | None:
        """The same with the name; None: no patient, or not known yet."""
        pat_num = self.pat_num(task)
        return self._office.person(pat_num) if pat_num else None

    def lacks(self, tasks: Sequence[Task]) -> bool:
        """Whether there is something to read about these tasks."""
        unknown = self._office.people.unknown(self._patients.pat_nums(tasks))
        return bool(unknown) or bool(self._patients.unknown_of(tasks))

    async def read(self, tasks: Sequence[Task], need: Need, tell: Callable[[], object]) -> None:
        """Read who these tasks are about, and call `tell` each time that more is known.

        One request for a hundred where queries may be sent, else one each. Raises the client's ApiErrors.
        """
        if apt_nums := self._patients.unknown_of(tasks):
            await self._patients.read(apt_nums, need, one_by_one=True)
            tell()
        unknown = self._office.people.unknown(self._patients.pat_nums(tasks))
        for first in range(0, len(unknown), MOST_NAMES):
            batch = unknown[first : first + MOST_NAMES]
            found = await self._questions.people(batch, need)
            if found is None:
                await self._read_names(batch, need, tell)
            else:
                self._office.people.learn(found)
                tell()

    async def _read_names(self, pat_nums: Sequence[int], need: Need, tell: Callable[[], object]) -> None:
        for pat_num in pat_nums:
            try:
                row = await self._client.at(need).patients.get(pat_num)
            except NotFound:
                continue
            self._office.people.learn_all([known_of(row)])
            tell()
