"""Medical histories of the made-up patients: allergies, problems and medications."""

from __future__ import annotations

import random

from app.practice.schema.columns import NO_DATE
from app.practice.schema.histories import (
    allergy,
    allergydef,
    disease,
    diseasedef,
    ehrpatient,
    medication,
    medicationpat,
    vitalsign,
)
from app.practice.seed.around import Around
from app.practice.seed.people import names
from app.practice.seed.people.history_words import (
    ALERTS,
    ALLERGEN_NUMS,
    ALLERGENS,
    DRUG_NUMS,
    DRUGS,
    PENICILLIN,
    PREMEDICATION,
    PREMEDICATION_WITHOUT_PENICILLIN,
    PROBLEM_NUMS,
    PROBLEMS,
    Problem,
)
from app.practice.seed.people.people import DELETED, GROWN_UP, Person
from app.practice.seed.rows import Rows, iso

_ACTIVE, _RESOLVED, _INACTIVE = range(3)
_WITH_A_HISTORY = 1 / 3
_YES = 1


class Histories:
    """Collects them. No row was changed later than the evening before today."""

    def __init__(self, today: int, dice: random.Random) -> None:
        self._today = today
        self._dice = dice
        self._listed = f"{iso(today - 700)} 09:00:00"
        self.no_penicillin: set[int] = set()
        """PatNums excluded from it."""
        self._allergies = Rows(
            allergy,
            "AllergyDefNum",
            "PatNum",
            "Reaction",
            "StatusIsActive",
            "DateTStamp",
            "DateAdverseReaction",
        )
        self._problems = Rows(
            disease, "PatNum", "DiseaseDefNum", "PatNote", "DateTStamp", "ProbStatus", "DateStart", "DateStop"
        )
        self._taken = Rows(
            medicationpat,
            "PatNum",
            "MedicationNum",
            "PatNote",
            "DateTStamp",
            "DateStart",
            "DateStop",
            "ProvNum",
        )
        self._readings = Rows(
            vitalsign, "PatNum", "Height", "Weight", "BpSystolic", "BpDiastolic", "DateTaken", "Pulse"
        )
        self._records = Rows(ehrpatient, "VacShareOk", "MedicaidState")

    @property
    def all(self) -> list[Rows]:
        """Everything collected, and the lists it refers to."""
        collected = [self._allergies, self._problems, self._taken, self._readings, self._records]
        return [*self._lists(), *collected]

    def _lists(self) -> list[Rows]:
        allergens = Rows(allergydef, "Description", "SnomedType", "DateTStamp")
        for each in ALLERGENS:
            allergens.add(each.name, each.kind, self._listed)
        problems = Rows(diseasedef, "DiseaseName", "ItemOrder", "IsHidden", "Icd10Code", "DateTStamp")
        for order, problem in enumerate(PROBLEMS):
            problems.add(problem.name, order, problem.hidden, problem.code, self._listed)
        drugs = Rows(medication, "MedName", "GenericNum", "Notes", "DateTStamp")
        for number, drug in enumerate(DRUGS, 1):
            drugs.add(drug.name, DRUG_NUMS.get(drug.generic, number), drug.use, self._listed)
        return [allergens, problems, drugs]

    def add(self, person: Person) -> None:
        """One patient's history: matching the medical alert, and more for a third of the adults."""
        years = person.age(self._today) // 365
        behind = ALERTS.get(person.alert, "")
        if behind in ALLERGEN_NUMS:
            self._is_allergic(person, behind)
        elif behind:
            self._suffers(person, PROBLEMS[PROBLEM_NUMS[behind] - 1])
        if person.age(self._today) >= GROWN_UP and self._dice.random() < _WITH_A_HISTORY:
            self._more(person, years, behind)
        if person.premed:
            allergic = person.num in self.no_penicillin
            self._takes(person, PREMEDICATION_WITHOUT_PENICILLIN if allergic else PREMEDICATION)

    def _more(self, person: Person, years: int, behind: str) -> None:
        dice = self._dice
        if dice.random() < 0.4:
            name = dice.choice(ALLERGENS).name
            if name != behind:
                self._is_allergic(person, name)
        may = [each for each in PROBLEMS if each.age <= years and not each.hidden and each.name != behind]
        may = [each for each in may if each.name not in ("Pregnant", "Diabetes, type 1")]
        for problem in dice.sample(may, min(len(may), dice.choice((0, 1, 1, 2, 3)))):
            self._suffers(person, problem)
        if dice.random() < 0.15:
            self._takes(person, "Ibuprofen")
        if dice.random() < 0.35:
            self._measure(person, years)
        if dice.random() < 0.15:
            self._record(person)

    def show(self, person: Person) -> None:
        """More than one of everything: problems with medications, and readings of several visits."""
        for name in ("High blood pressure", "High cholesterol", "Grinds the teeth"):
            self._suffers(person, PROBLEMS[PROBLEM_NUMS[name] - 1])
        self._is_allergic(person, "Latex")
        for count, (upper, lower) in enumerate(((148, 92), (141, 88), (136, 84), (131, 82))):
            day = iso(self._today - 560 + 180 * count)
            self._readings.add(person.num, 68.5, 181 - 2 * count, upper, lower, day, 74 - count)

    def _since(self, person: Person, longest: int) -> int:
        return max(self._today - self._dice.randrange(30, longest), person.born + 365)

    def _stamp(self, person: Person) -> str:
        return f"{iso(max(person.joined, self._today - self._dice.randrange(2, 500)))} 10:10:00"

    def _is_allergic(self, person: Person, name: str) -> None:
        number = ALLERGEN_NUMS[name]
        if name == PENICILLIN:
            self.no_penicillin.add(person.num)
        known = self._dice.random() < 0.5
        when = iso(self._since(person, 6000)) if known else NO_DATE
        reaction = self._dice.choice(ALLERGENS[number - 1].reactions)
        self._allergies.add(number, person.num, reaction, _YES, self._stamp(person), when)

    def _suffers(self, person: Person, problem: Problem) -> None:
        dice = self._dice
        status = dice.choices((_ACTIVE, _RESOLVED, _INACTIVE), (88, 8, 4))[0]
        if person.alert and ALERTS.get(person.alert) == problem.name:
            status = _ACTIVE
        began = self._since(person, 4000)
        ended = iso(dice.randrange(began, self._today)) if status else NO_DATE
        number = PROBLEM_NUMS[problem.name]
        self._problems.add(person.num, number, problem.note, self._stamp(person), status, iso(began), ended)
        if problem.drugs and dice.random() < 0.85:
            self._takes(person, dice.choice(problem.drugs), began, ended)

    def _takes(self, person: Person, name: str, began: int = 0, ended: str = NO_DATE) -> None:
        number = DRUG_NUMS[name]
        since = iso(began or self._since(person, 1500))
        dose = DRUGS[number - 1].dose
        self._taken.add(person.num, number, dose, self._stamp(person), since, ended, person.dentist)

    def _measure(self, person: Person, years: int) -> None:
        dice = self._dice
        height = dice.randrange(60, 76) + dice.choice((0.0, 0.5))
        weight = round(height * height * dice.uniform(19.0, 34.0) / 703)
        upper = dice.randrange(104, 128) + years // 4
        taken = iso(max(person.joined, self._today - dice.randrange(2, 700)))
        self._readings.add(
            person.num,
            height,
            weight,
            upper,
            upper * 2 // 3 - dice.randrange(6),
            taken,
            dice.randrange(56, 92),
        )

    def _record(self, person: Person) -> None:
        # The key is the patient's own number, so the row is added beside the numbered ones.
        state = names.STATE if self._dice.random() < 0.5 else ""
        self._records.rows.append((person.num, self._dice.randrange(3), state))


def make_histories(around: Around, dice: random.Random) -> Histories:
    """The histories of all patients except deleted ones."""
    made = Histories(around.today, dice)
    for person in around.people:
        if person.status != DELETED:
            made.add(person)
    made.show(around.showcase.adult)
    return made
