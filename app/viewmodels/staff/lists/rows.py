"""One row of a list: an appointment, or somebody who waits for one, with the patient."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.domain.lists.candidate import Candidate
from app.domain.lists.contact import Contact
from app.domain.lists.lab import LabCaseAway
from app.domain.lists.treatment import PlannedTreatment
from app.domain.schedule.clashes import Names
from app.domain.schedule.columns import main_provider
from app.domain.schedule.visit import Person, Visit
from app.viewmodels.translation import tr

ATTEMPT_DAYS = 14
"""Attempts to confirm an appointment are counted since so many days before it."""

HIDDEN = -1


class ListRow(Struct, frozen=True, kw_only=True):
    """What all lists show of a row."""

    key: Hashable
    pat_num: int
    person: Person | None
    """None while the name is being loaded."""
    provider: str
    """The abbreviation of who does most of it; empty: anybody, or not known."""
    place: str = ""
    """The operatory; empty: none."""
    minutes: int = 0
    procedures: str = ""
    note: str = ""
    at: datetime | None = None
    """When it is scheduled."""
    since: date | None = None
    """Since when it waits; of a recall, when it is due."""
    status: str = ""
    status_num: int = 0
    """Its DefNum; 0: none; -1: one that the office has hidden, known by its name only."""
    contact: Contact | None = None
    """None: not known."""
    reminded: Contact | None = None
    """Of a recall: the reminders as Open Dental counts them; None: not known."""
    candidate: Candidate | None = None
    visit: Visit | None = None
    lab: LabCaseAway | None = None
    treatment: PlannedTreatment | None = None

    @property
    def name(self) -> str:
        """The patient's name, or a placeholder while it is being loaded."""
        return self.somebody.display

    @property
    def somebody(self) -> Person:
        """The patient, without a name while it is being loaded."""
        return self.person or Person(self.pat_num, "", "")

    @property
    def phone(self) -> str:
        """The first number."""
        return self.person.phone if self.person is not None else ""

    @property
    def family(self) -> int:
        """The guarantor, who is the same for all of a family; 0: not known."""
        return self.person.guarantor if self.person is not None else 0

    @property
    def counted_since(self) -> date | None:
        """Since when attempts to reach the patient count."""
        return self.at.date() - timedelta(days=ATTEMPT_DAYS) if self.at is not None else self.since

    @property
    def numbers(self) -> tuple[int, int]:
        """The ProvNums of the dentist and the hygienist."""
        what = self.candidate or self.visit or self.lab or self.treatment
        return (what.prov_num, what.prov_hyg) if what is not None else (0, 0)


def is_row(chosen: ListRow | None, row: ListRow) -> bool:
    """Whether this row is the selected one, whatever has changed in it.

    A letter runs a moment after it was pressed, when another row may be selected already.
    """
    return chosen is not None and (chosen.key, chosen.pat_num) == (row.key, row.pat_num)


def together(rows: Iterable[ListRow]) -> list[ListRow]:
    """The rows in their order, with each family where its first member is."""
    families: dict[Hashable, list[ListRow]] = {}
    for row in rows:
        families.setdefault(row.family or (row.pat_num,), []).append(row)
    return [row for family in families.values() for row in family]


class RowMaker:
    """Makes rows with the names of the office's lists, which are looked up once for all of them."""

    def __init__(
        self,
        names: Names,
        statuses: Mapping[int, str],
        person: Callable[[int], Person | None],
        reminded: Callable[[int, Contact | None], Contact | None],
    ) -> None:
        """`statuses` are the names of the unscheduled statuses; `person` tells who has a PatNum.

        `reminded` tells of a patient's reminders, from what a list told.
        """
        self._names = names
        self._statuses = statuses
        self._numbers = {"": 0, **{name: number for number, name in statuses.items()}}
        self._person = person
        self._reminded = reminded

    def of_visit(self, visit: Visit, contact: Contact | None) -> ListRow:
        """A scheduled appointment, with its patient as far as any list knows them."""
        if visit.person is None:
            visit = replace(visit, person=self._person(visit.pat_num))
        return ListRow(
            key=visit.apt_num,
            pat_num=visit.pat_num,
            person=visit.person,
            provider=self._main(visit),
            place=self._names.chair(visit.op_num) if visit.op_num else "",
            minutes=visit.minutes,
            procedures=visit.procedures,
            note=visit.note,
            at=visit.start,
            status=visit.status_name,
            status_num=visit.confirmed,
            contact=contact,
            visit=visit,
        )

    def of_candidate(self, found: Candidate, contact: Contact | None) -> ListRow:
        """Somebody who waits."""
        person = self._person(found.pat_num)
        return ListRow(
            key=found.apt_num or -found.recall_num or found.key,
            pat_num=found.pat_num,
            person=person,
            provider=self._main(found),
            place=self._names.chair(found.op_num) if found.op_num and found.at is not None else "",
            minutes=found.minutes,
            procedures=found.recall_type or found.procedures,
            note=found.note,
            at=found.at,
            since=found.since,
            status=self._status(found),
            status_num=found.status or self._numbers.get(found.status_name, HIDDEN),
            contact=contact,
            reminded=self._reminded(found.pat_num, found.reminded),
            candidate=found,
        )

    def of_lab(self, case: LabCaseAway, contact: Contact | None) -> ListRow:
        """A lab case that is not back."""
        person = self._person(case.pat_num)
        return ListRow(
            key=case.lab_case_num,
            pat_num=case.pat_num,
            person=person,
            provider=self._main(case),
            place=self._names.chair(case.op_num) if case.op_num and case.at is not None else "",
            procedures=case.procedures,
            note=case.instructions,
            at=case.at,
            since=case.sent,
            status=case.laboratory,
            contact=contact,
            lab=case,
        )

    def of_treatment(self, found: PlannedTreatment, contact: Contact | None) -> ListRow:
        """A patient with planned treatment that has no time."""
        person = self._person(found.pat_num)
        return ListRow(
            key=found.pat_num,
            pat_num=found.pat_num,
            person=person,
            provider=self._main(found),
            since=found.since,
            contact=contact,
            treatment=found,
        )

    def again(self, row: ListRow, contact: Contact | None) -> ListRow:
        """A row as its patient is known now."""
        if row.candidate is not None:
            return self.of_candidate(row.candidate, contact)
        if row.visit is not None:
            return self.of_visit(row.visit, contact)
        if row.lab is not None:
            return self.of_lab(row.lab, contact)
        return self.of_treatment(row.treatment, contact) if row.treatment is not None else row

    def _status(self, found: Candidate) -> str:
        """Its name. That of a hidden status, or where the office's statuses can't be read, isn't known."""
        name = self._statuses.get(found.status, found.status_name)
        return name or (tr("Not known", "a status") if found.status else "")

    def _main(self, what: Any) -> str:
        number = main_provider(what)
        return self._names.provider(number) if number else ""
