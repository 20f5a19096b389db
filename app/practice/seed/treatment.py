"""Completed and planned treatment: procedures with teeth, surfaces and fees."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Mapping

from app.practice.schema.describe import describe_procedure, describe_visit
from app.practice.schema.procedures import procedurelog
from app.practice.seed import codes
from app.practice.seed.codes import BY_CODE, NUMBERS, Code
from app.practice.seed.people.people import GROWN_UP, Person
from app.practice.seed.rows import Rows
from app.practice.seed.schedule import COMPLETE, PLANNED, Visit

PLANNED_TREATMENT, DONE = 1, 2
"""`procedurelog.ProcStatus`: TP and C."""
_FRONT_TEETH = ("6", "7", "8", "9", "10", "11", "22", "23", "24", "25", "26", "27")
_PREMOLARS = ("4", "5", "12", "13", "20", "21", "28", "29")
_MOLARS = ("2", "3", "14", "15", "18", "19", "30", "31")
_WISDOM = ("1", "16", "17", "32")
_MILK = ("A", "B", "I", "J", "K", "L", "S", "T")
_QUADRANTS = ("UR", "UL", "LR", "LL")
_ONE, _TWO, _THREE, _FOUR = ("O", "B", "L"), ("MO", "DO", "OB"), ("MOD", "MOB"), ("MODB", "MODL")
_SURFACES = {
    "D2140": _ONE, "D2391": _ONE, "D2150": _TWO, "D2392": _TWO, "D2393": _THREE, "D2394": _FOUR,
    "D2330": ("F", "M", "D"), "D2331": ("MF", "DF", "ML"), "D2332": ("MFL", "DFL"),
}  # fmt: skip
_TEETH = {
    "D3310": _FRONT_TEETH, "D2330": _FRONT_TEETH, "D2331": _FRONT_TEETH, "D2332": _FRONT_TEETH,
    "D3320": _PREMOLARS, "D3330": _MOLARS, "D7240": _WISDOM, "D3220": _MILK, "D2962": _FRONT_TEETH,
}  # fmt: skip
_UPPER = frozenset({"D5110", "D5213", "D5410", "D5750"})


class Treatment:
    """Collects procedures."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self.rows = Rows(
            procedurelog, "PatNum", "AptNum", "ProcDate", "ProcFee", "Surf", "ToothNum", "ProcStatus", "ProvNum",
            "PlannedAptNum", "ClinicNum", "CodeNum", "DateTP", "DateEntryC", "DateComplete", "DateTStamp",
            "SecDateEntry", "SecUserNumEntry", "BaseUnits", "UnitQty",
        )  # fmt: skip

    def teeth(self) -> Mapping[int, Collection[str]]:
        """The teeth that have been worked on or will be, by PatNum."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        for row in self.rows.rows:
            if row[6]:
                found[row[1]].add(row[6])
        return found

    def of(self, visit: Visit) -> str:
        """Add an appointment's procedures; returns its ProcDescript."""
        words: list[str] = []
        place = ""
        for text in visit.codes:
            code = BY_CODE[text]
            tooth, surfaces = self._where(code, visit.person, visit.day or 0, place)
            place = tooth or surfaces or place
            provider = (
                visit.chair.hygienist if code.hygiene and visit.chair.hygienist else visit.chair.dentist
            )
            self._add(visit, code, tooth, surfaces, provider)
            words.append(describe_procedure(code.area, code.abbreviation, tooth, surfaces))
        return describe_visit(words)

    def broken(self, visit: Visit) -> None:
        """The D9986 or D9987 of a missed or canceled appointment; it belongs to the patient, not the appointment."""
        code = BY_CODE[visit.broken_code]
        self.rows.add(
            visit.person.num, 0, visit.text, float(code.fee), "", "", DONE, visit.chair.dentist, 0,
            visit.chair.clinic, NUMBERS[code.code], visit.text, visit.text, visit.text, visit.changed,
            visit.changed, 1, 0, 1,
        )  # fmt: skip

    def propose(self, person: Person, kind_codes: tuple[str, ...], day: str) -> None:
        """Planned treatment that is not on an appointment yet."""
        for text in kind_codes:
            code = BY_CODE[text]
            tooth, surfaces = self._where(code, person, 0, "")
            self.rows.add(
                person.num, 0, day, float(code.fee), surfaces, tooth, PLANNED_TREATMENT, person.dentist, 0,
                person.clinic, NUMBERS[text], day, "0001-01-01", "0001-01-01", f"{day} 16:00:00",
                f"{day} 16:00:00", person.dentist + 4, 0, 1,
            )  # fmt: skip

    def _add(self, visit: Visit, code: Code, tooth: str, surfaces: str, provider: int) -> None:
        done = visit.status == COMPLETE
        planned = visit.num if visit.status == PLANNED else visit.planned
        made = visit.created[:10]
        finished = visit.text if done else "0001-01-01"
        self.rows.add(
            visit.person.num, 0 if visit.status == PLANNED else visit.num, visit.text if visit.day else made,
            float(code.fee), surfaces, tooth, DONE if done else PLANNED_TREATMENT, provider, planned,
            visit.chair.clinic, NUMBERS[code.code], made, finished, finished, visit.changed, visit.created,
            visit.chair.dentist + 4, 0, 1,
        )  # fmt: skip

    def _where(self, code: Code, person: Person, day: int, place: str) -> tuple[str, str]:
        """Tooth and surfaces (or quadrant, or arch) as the code's area requires; the same tooth as before."""
        dice = self._dice
        if code.area == codes.QUAD:
            return "", dice.choice([each for each in _QUADRANTS if each != place])
        if code.area == codes.ARCH:
            return "", "U" if code.code in _UPPER else "L"
        if code.area not in {codes.TOOTH, codes.SURF}:
            return "", ""
        child = bool(day) and person.age(day) < GROWN_UP - 7 * 365
        teeth = _TEETH.get(code.code, _MILK if child else _MOLARS + _PREMOLARS)
        tooth = place if place in teeth and code.area == codes.TOOTH else dice.choice(teeth)
        return tooth, dice.choice(_SURFACES[code.code]) if code.area == codes.SURF else ""
