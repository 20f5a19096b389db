"""Whose tasks they are: a patient's own, and those of the patient's appointments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from app.api.client import OpenDental
from app.api.errors import NotFound
from app.api.need import Need
from app.store.queries import MOST_NAMES, Questions
from app.store.tasks.changes import TaskChange
from app.store.tasks.rows import TaskRows
from app.wire.query_rows import number
from app.wire.resources.appointments import Appointment
from app.wire.resources.tasks import Task, TaskObjectType


class KnowsVisits(Protocol):
    """The part of the in-memory office that knows appointments."""

    def visit_row(self, apt_num: int) -> Appointment | None:
        """An appointment of a day in memory."""
        ...


class TaskPatients:
    """Patients of the appointments that open tasks are attached to: an appointment never changes its patient."""

    def __init__(
        self,
        client: OpenDental,
        rows: TaskRows,
        office: KnowsVisits | None,
        notify: Callable[[TaskChange], None],
    ) -> None:
        self._client = client
        self._rows = rows
        self._office = office
        self._notify = notify
        self._questions = Questions(client)
        self._patients: dict[int, int] = {}
        """PatNum by AptNum; 0: the appointment is gone."""
        self._appointments: defaultdict[int, set[int]] = defaultdict(set)

    def pat_num(self, task: Task) -> int:
        """The patient whom a task is about, directly or by an appointment; 0: none, or not known."""
        if task.ObjectType is TaskObjectType.PATIENT:
            return task.KeyNum
        if task.ObjectType is TaskObjectType.APPOINTMENT and task.KeyNum:
            return self._of_appointment(task.KeyNum) or 0
        return 0

    def pat_nums(self, tasks: Iterable[Task]) -> list[int]:
        """The patients whose names these tasks show, each once."""
        return list(dict.fromkeys(filter(None, map(self.pat_num, tasks))))

    def of(self, pat_num: int) -> tuple[Task, ...]:
        """The open tasks of a patient and of the patient's appointments, as far as those are known."""
        if not pat_num:
            return ()
        for apt_num in self._rows.apt_nums - self._patients.keys():
            self._of_appointment(apt_num)
        found = self._rows.of((TaskObjectType.PATIENT, pat_num))
        for apt_num in sorted(self._appointments.get(pat_num, set()) & self._rows.apt_nums):
            found += self._rows.of((TaskObjectType.APPOINTMENT, apt_num))
        return found

    @property
    def unknown(self) -> list[int]:
        """The appointments with open tasks whose patients are not known, the newest first."""
        return self._unknown_of(sorted(self._rows.apt_nums - self._patients.keys(), reverse=True))

    def unknown_of(self, tasks: Iterable[Task]) -> list[int]:
        """The appointments of these tasks whose patients are not known."""
        attached = (task.KeyNum for task in tasks if task.ObjectType is TaskObjectType.APPOINTMENT)
        return self._unknown_of(filter(None, dict.fromkeys(attached)))

    async def read(self, apt_nums: Sequence[int], need: Need, *, one_by_one: bool) -> None:
        """Read whose these appointments are: 99 in a query. Raises the client's errors.

        `one_by_one`: also where the key may not send queries.
        """
        for first in range(0, len(apt_nums), MOST_NAMES):
            batch = apt_nums[first : first + MOST_NAMES]
            found = await self._ask(batch, need)
            if found is not None:
                self._learn(found, batch)
            elif one_by_one:
                for apt_num in batch:
                    self._learn({apt_num: await self._read_one(apt_num, need)}, [apt_num])
            else:
                return

    def _unknown_of(self, apt_nums: Iterable[int]) -> list[int]:
        return [each for each in apt_nums if self._of_appointment(each) is None]

    async def _ask(self, apt_nums: Sequence[int], need: Need) -> dict[int, int] | None:
        numbers = ",".join(str(int(each)) for each in apt_nums)
        command = f"SELECT AptNum, PatNum FROM appointment WHERE AptNum IN ({numbers})"  # noqa: S608  # integers
        rows = await self._questions.ask("visits", command, need)
        return None if rows is None else {number(row, "AptNum"): number(row, "PatNum") for row in rows}

    async def _read_one(self, apt_num: int, need: Need) -> int:
        try:
            return (await self._client.at(need).appointments.get(apt_num)).PatNum
        except NotFound:
            return 0

    def _of_appointment(self, apt_num: int) -> int | None:
        known = self._patients.get(apt_num)
        if known is None and self._office is not None:
            row = self._office.visit_row(apt_num)
            if row is not None:
                known = row.PatNum
                self._put(apt_num, known)
        return known

    def _learn(self, found: dict[int, int], asked: Sequence[int]) -> None:
        """What was asked for and not found is gone."""
        for apt_num in asked:
            self._put(apt_num, found.get(apt_num, 0))
        tasks = (self._rows.of((TaskObjectType.APPOINTMENT, each)) for each in asked if found.get(each))
        changed = frozenset(task.TaskNum for each in tasks for task in each)
        if changed:
            self._notify(TaskChange(changed))

    def _put(self, apt_num: int, pat_num: int) -> None:
        self._patients[apt_num] = pat_num
        if pat_num:
            self._appointments[pat_num].add(apt_num)
