"""Whom tasks are about: an attached appointment tells its patient only when it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.api.client import OpenDental
from app.api.errors import NotFound
from app.api.need import Need
from app.domain.schedule.visit import Person
from app.store.office import Office
from app.store.patients.people import known_of
from app.store.queries import MOST_NAMES, Questions
from app.wire.lenient import whole_or
from app.wire.resources.tasks import Task, TaskObjectType

QUESTION = "appointments of tasks"  # words: the name of a query


class TaskSubjects:
    """From what is in memory; `read` reads what is missing."""

    def __init__(self, client: OpenDental, office: Office) -> None:
        self._client = client
        self._office = office
        self._questions = Questions(client)
        self._patients: dict[int, int] = {}
        """The PatNum of appointments that were read for this, by AptNum; 0: it is gone."""

    def pat_num(self, task: Task) -> int:
        """The patient of a task; 0: none, or not known yet."""
        if task.ObjectType is TaskObjectType.PATIENT:
            return task.KeyNum
        if task.ObjectType is not TaskObjectType.APPOINTMENT:
            return 0
        visit = self._office.visit_row(task.KeyNum)
        return visit.PatNum if visit is not None else self._patients.get(task.KeyNum, 0)

    def person(self, task: Task) -> Person | None:
        """The same with the name; None: no patient, or not known yet."""
        pat_num = self.pat_num(task)
        return self._office.person(pat_num) if pat_num else None

    def lacks(self, tasks: Sequence[Task]) -> bool:
        """Whether there is something to read about these tasks."""
        unknown = self._office.people.unknown(self.pat_num(task) for task in tasks)
        return bool(unknown) or bool(self._unknown_appointments(tasks))

    async def read(self, tasks: Sequence[Task], need: Need, tell: Callable[[], object]) -> None:
        """Read who these tasks are about, and call `tell` each time that more is known.

        One request for a hundred where queries may be sent, else one each. Raises the client's ApiErrors.
        """
        if await self._read_appointments(self._unknown_appointments(tasks), need, tell):
            tell()
        unknown = self._office.people.unknown(self.pat_num(task) for task in tasks)
        for first in range(0, len(unknown), MOST_NAMES):
            batch = unknown[first : first + MOST_NAMES]
            found = await self._questions.people(batch, need)
            if found is None:
                await self._read_names(batch, need, tell)
            else:
                self._office.people.learn(found)
                tell()

    def _unknown_appointments(self, tasks: Iterable[Task]) -> list[int]:
        attached = (
            task.KeyNum for task in tasks if task.ObjectType is TaskObjectType.APPOINTMENT and task.KeyNum
        )
        return [
            each
            for each in dict.fromkeys(attached)
            if each not in self._patients and self._office.visit_row(each) is None
        ]

    async def _read_appointments(
        self, apt_nums: Sequence[int], need: Need, tell: Callable[[], object]
    ) -> bool:
        """Returns whether any were read."""
        for first in range(0, len(apt_nums), MOST_NAMES):
            batch = apt_nums[first : first + MOST_NAMES]
            listed = ",".join(str(int(each)) for each in batch)
            command = f"SELECT AptNum, PatNum FROM appointment WHERE AptNum IN ({listed})"  # noqa: S608  # integers
            rows = await self._questions.ask(QUESTION, command, need)
            if rows is None:
                await self._read_one_by_one(batch, need, tell)
                continue
            found = {whole_or(row.get("AptNum"), 0): whole_or(row.get("PatNum"), 0) for row in rows}
            self._patients |= {each: found.get(each, 0) for each in batch}
        return bool(apt_nums)

    async def _read_one_by_one(self, apt_nums: Sequence[int], need: Need, tell: Callable[[], object]) -> None:
        for apt_num in apt_nums:
            try:
                row = await self._client.at(need).appointments.get(apt_num)
            except NotFound:
                self._patients[apt_num] = 0
            else:
                self._patients[apt_num] = row.PatNum
                tell()

    async def _read_names(self, pat_nums: Sequence[int], need: Need, tell: Callable[[], object]) -> None:
        for pat_num in pat_nums:
            try:
                row = await self._client.at(need).patients.get(pat_num)
            except NotFound:
                continue
            self._office.people.learn_all([known_of(row)])
            tell()
