"""Treatment plans of the made-up patients: active plans, and saved ones."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from app.practice.schema.charting import proctp, treatplan, treatplanattach
from app.practice.seed import lists
from app.practice.seed.codes import CODES, Code
from app.practice.seed.people.people import CHILD, DELETED, Person
from app.practice.seed.rows import Rows, iso
from app.practice.seed.treatment import PLANNED_TREATMENT, Treatment

_SAVED, _ACTIVE, _INACTIVE = range(3)
_PRIORITIES = lists.number(lists.PRIORITIES, "1"), lists.number(lists.PRIORITIES, "2"), 0
_CROWNS = frozenset({"Crowns & Bridges", "Dentures", "Oral surgery", "Root canals"})
_EVENING = "17:10:00"


class Proposed:
    """One planned procedure, taken from its row."""

    def __init__(self, row: Sequence[Any]) -> None:
        self.num: int = row[0]
        self.person: int = row[1]
        self.fee: float = row[4]
        self.surfaces: str = row[5]
        self.tooth: str = row[6]
        self.provider: int = row[8]
        self.clinic: int = row[10]
        self.code: Code = CODES[row[11] - 1]
        self.day: str = row[12]


class Plans:
    """Collects the plans."""

    def __init__(self, today: int, dice: random.Random) -> None:
        self._yesterday = iso(today - 1)
        self._dice = dice
        self._plans = Rows(
            treatplan, "PatNum", "DateTP", "Heading", "Note", "Signature", "ResponsParty", "TPStatus",
            "SecUserNumEntry", "SecDateEntry", "SecDateTEdit", "UserNumPresenter", "DateTSigned", "SignatureText",
        )  # fmt: skip
        self._attaches = Rows(treatplanattach, "TreatPlanNum", "ProcNum", "Priority")
        self._copies = Rows(
            proctp, "TreatPlanNum", "PatNum", "ProcNumOrig", "ItemOrder", "Priority", "ToothNumTP", "Surf",
            "ProcCode", "Descript", "FeeAmt", "PriInsAmt", "PatAmt", "Discount", "ProcAbbr", "SecUserNumEntry",
            "SecDateEntry", "SecDateTEdit", "ProvNum", "DateTP", "ClinicNum", "CatPercUCR",
        )  # fmt: skip

    @property
    def all(self) -> list[Rows]:
        """Everything collected."""
        return [self._plans, self._attaches, self._copies]

    def add(self, person: Person, proposed: list[Proposed]) -> None:
        """A patient's Active plan; now and then a Saved one, or an alternative."""
        dice = self._dice
        since = min(each.day for each in proposed)
        plan = self._plan(person, _ACTIVE, "Active Treatment Plan", since)
        priorities = dice.choices(_PRIORITIES, k=len(proposed))
        for each, priority in zip(proposed, priorities, strict=True):
            self._attaches.add(plan, each.num, priority)
        costly = sum(each.fee for each in proposed) > 500
        if costly and dice.random() < 0.3:
            self._save(person, proposed, priorities, max(each.day for each in proposed))
        if costly and dice.random() < 0.06:
            other = self._plan(person, _INACTIVE, "Do only what hurts", since)
            self._attaches.add(other, proposed[0].num, 0)

    def _plan(self, person: Person, status: int, heading: str, day: str, signer: str = "") -> int:
        saved = status == _SAVED
        user = person.dentist + 4
        signed = f"{day} {_EVENING}" if signer else "0001-01-01 00:00:00"
        mark = f"Digitally Signed by {signer}" if signer else ""
        responsible = person.guarantor if person.position == CHILD and person.guarantor != person.num else 0
        return self._plans.add(
            person.num, day if saved else "0001-01-01", heading, lists.TREATMENT_NOTE, mark, responsible, status,
            user, day, f"{day} {_EVENING}", user if saved else 0, signed, signer,
        )  # fmt: skip

    def _save(self, person: Person, proposed: list[Proposed], priorities: list[int], day: str) -> None:
        dice = self._dice
        day = min(day, self._yesterday)
        signer = f"{person.first} {person.last}" if person.position != CHILD and dice.random() < 0.4 else ""
        plan = self._plan(person, _SAVED, "Proposed Treatment", day, signer)
        for order, (each, priority) in enumerate(zip(proposed, priorities, strict=True)):
            insurance = _insured(each) if person.plan else 0.0
            discount = round(each.fee * 0.05, 2) if not person.plan and dice.random() < 0.2 else 0.0
            patient = round(each.fee - insurance - discount, 2)
            self._copies.add(
                plan, person.num, each.num, order, priority, each.tooth, each.surfaces, each.code.code,
                each.code.description, each.fee, insurance, patient, discount, each.code.abbreviation,
                person.dentist + 4, day, f"{day} {_EVENING}", each.provider, each.day, each.clinic, each.fee,
            )  # fmt: skip


def _insured(each: Proposed) -> float:
    """What a usual plan pays: half of major, 80 percent of minor treatment."""
    return round(each.fee * (0.5 if each.code.category in _CROWNS else 0.8), 2)


def plan_rows(people: list[Person], treatment: Treatment, today: int, dice: random.Random) -> list[Rows]:
    """The plans of everyone with planned treatment."""
    waiting: defaultdict[int, list[Proposed]] = defaultdict(list)
    for row in treatment.rows.rows:
        if row[7] == PLANNED_TREATMENT:
            waiting[row[1]].append(Proposed(row))
    plans = Plans(today, dice)
    for person in people:
        if person.num in waiting and person.status != DELETED:
            plans.add(person, waiting[person.num])
    return plans.all
