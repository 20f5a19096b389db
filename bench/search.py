"""The time of a patient search for a typed letter, among a hundred thousand patients in memory."""

from __future__ import annotations

import random
from datetime import date, timedelta
from time import process_time

from app.domain.people.index import KnownPatient, PeopleIndex
from app.domain.people.typed_person import parse_query
from app.domain.people.typos import similar
from app.domain.schedule.visit import Person
from app.practice.seed.people.names import FAMILIES, MEN, WOMEN
from bench.figures import Figure, at_most

PATIENTS = 100_000
RARE_FAMILIES, RARE_GIVEN = 25_000, 4_000
"""Names in addition to the practice's: a real office has many that occur once or twice."""
TODAY = date(2026, 11, 23)
COME_TODAY = frozenset(range(1, PATIENTS, PATIENTS // 100))
"""A hundred appointments: those patients come first."""
TRIES = 5
FRAME = 16.7
TYPED = (
    "a", "ma", "mar", "gallagher", "galagher", "galagh", "jhon", "tom gallagher", "tmo gallagher", "de la cruz",
    "van der berg maria", "j smith", "qqqq", "503", "0123", "5550123", "3/14/1985", "3 4 85", "ortiz 3/14/1985",
)  # fmt: skip


def measure() -> list[Figure]:
    """Type each text often enough to time it, and report the slowest."""
    index = PeopleIndex(similar=similar)
    index.add(_patients())
    slowest = max(_milliseconds(index, typed) for typed in TYPED)
    return [at_most("search: slowest typing, 100,000 patients", slowest, "ms of CPU", FRAME)]


def _milliseconds(index: PeopleIndex, typed: str) -> float:
    query = parse_query(typed, TODAY)
    times = []
    for _ in range(TRIES):
        began = process_time()
        index.find(query, near=COME_TODAY)
        times.append(process_time() - began)
    return min(times) * 1000


def _patients() -> list[KnownPatient]:
    chance = random.Random(1)
    families = [*FAMILIES, *(_invented(chance, 4) for _ in range(RARE_FAMILIES))]
    given = [*WOMEN, *MEN, *(_invented(chance, 3) for _ in range(RARE_GIVEN))]
    last = chance.choices(families, [1 / (rank + 5) for rank in range(len(families))], k=PATIENTS)
    first = chance.choices(given, [1 / (rank + 5) for rank in range(len(given))], k=PATIENTS)
    return [_patient(chance, number, *names) for number, names in enumerate(zip(last, first, strict=True), 1)]


def _invented(chance: random.Random, most: int) -> str:
    parts = (
        "ka",
        "lo",
        "mar",
        "ti",
        "nez",
        "gal",
        "gher",
        "son",
        "mac",
        "don",
        "smi",
        "th",
        "wil",
        "ro",
        "van",
        "ley",
    )
    return "".join(chance.choices(parts, k=chance.randint(2, most))).capitalize()


def _patient(chance: random.Random, number: int, last: str, first: str) -> KnownPatient:
    phones = tuple(
        f"({chance.randint(200, 999)}){chance.randint(200, 999)}-{chance.randint(0, 9999):04d}"
        for _ in range(2)
    )
    born = date(1930, 1, 1) + timedelta(days=chance.randint(0, 33_000))
    return KnownPatient(Person(number, last, first, "", born, phones[0], phones=phones), 1)
