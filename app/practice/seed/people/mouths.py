"""The made-up patients' mouths: missing teeth, and perio exams."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from app.practice.schema.charting import perioexam, periomeasure, toothinitial
from app.practice.seed import kinds
from app.practice.seed.around import Around
from app.practice.seed.codes import NUMBERS
from app.practice.seed.people.people import DELETED, GROWN_UP, Person
from app.practice.seed.rows import Rows, iso
from app.practice.seed.schedule import COMPLETE, Visit
from app.practice.seed.treatment import DONE, Treatment

_MISSING, _HIDDEN, _PRIMARY = 0, 1, 2
_MOBILITY, _MARGIN, _PROBING, _SKIPPED, _FLAGS = 0, 2, 4, 5, 6
"""`periomeasure.SequenceType`."""
_EXAMS = 90
_BETWEEN_EXAMS = 100
"""Days."""
_WISDOM = (1, 16, 17, 32)
_BACK = frozenset((*range(1, 6), *range(12, 17), *range(17, 22), *range(28, 33)))
_EXTRACTIONS = frozenset(NUMBERS[code] for code in ("D7140", "D7210", "D7240"))
CHILD = 12 * 365
"""Days; older patients have no primary teeth."""
_FOLLOWS = {
    24: 6, 25: 6, 8: 7, 9: 7, 23: 7, 26: 7, 7: 8, 10: 8, 22: 10, 27: 10, 5: 10, 12: 10, 21: 11, 28: 11, 6: 11,
    11: 11, 4: 12, 13: 12, 20: 12, 29: 12,
}  # fmt: skip
"""The age in years at which a tooth replaces a primary one."""
_ERUPTS = {3: 6, 14: 6, 19: 6, 30: 6, 2: 12, 15: 12, 18: 12, 31: 12, 1: 17, 16: 17, 17: 17, 32: 17}
"""The age at which a molar behind the primary teeth erupts."""
_EMPTY = (-1,) * 6
_BLEEDING, _PLAQUE, _CALCULUS = 1, 4, 8
_PROC_DATE = itemgetter(3)
_SOUND, _SICK = (1, 2, 2, 2, 3, 3), (2, 3, 3, 4, 5, 6)
"""Depths in millimeters, repeated by frequency."""


def mouth_rows(around: Around, dice: random.Random) -> list[Rows]:
    """Tooth chart entries and perio exams."""
    people, today = around.people, around.today
    marks = Rows(
        toothinitial, "PatNum", "ToothNum", "InitialType", "SecDateTEntry", "SecDateTEdit", "Movement",
        "DrawingSegment", "DrawText",
    )  # fmt: skip
    shown = {person.num for person, _ in around.showcase.mouths}
    missing = {
        (num, tooth): stamp
        for (num, tooth), stamp in _missing(people, around.written.treatment, today, dice).items()
        if num not in shown
    }
    for (num, tooth), stamp in missing.items():
        marks.add(num, tooth, _MISSING, stamp, stamp, 0.0, "", "")
    for person in people:
        if person.age(today) < CHILD and person.num not in shown:
            stamp = f"{iso(person.joined)} 09:40:00"
            for place, kind in _growing(person.age(today) // 365):
                marks.add(person.num, str(place), kind, stamp, stamp, 0.0, "", "")
    for person, mouth in around.showcase.mouths:
        stamp = f"{iso(min(person.joined, today - 1))} 09:40:00"
        for mark in mouth.marks:
            for tooth in mark.teeth:
                marks.add(person.num, tooth, mark.kind, stamp, stamp, mark.movement, mark.drawing, mark.text)
                if mark.kind == _MISSING:
                    missing[person.num, tooth] = stamp
    return [marks, *_exams(around, missing, dice)]


def _growing(years: int) -> Iterator[tuple[int, int]]:
    """The marks of a child: primary teeth that haven't been replaced, and molars that haven't erupted."""
    yield from ((tooth, _PRIMARY) for tooth, age in sorted(_FOLLOWS.items()) if years < age)
    yield from ((tooth, _HIDDEN) for tooth, age in sorted(_ERUPTS.items()) if years < age)


Missing = dict[tuple[int, str], str]
"""PatNum and tooth, and when it was recorded as missing."""


def _missing(people: list[Person], treatment: Treatment, today: int, dice: random.Random) -> Missing:
    """Teeth extracted here, and wisdom teeth and others missing before."""
    found: Missing = {}
    treated = {(row[1], row[6]): row[3] for row in sorted(treatment.rows.rows, key=_PROC_DATE) if row[6]}
    for person in people:
        if person.status == DELETED or person.age(today) < GROWN_UP or dice.random() > 0.3:
            continue
        stamp = f"{iso(person.joined)} 09:40:00"
        gone = dice.sample(_WISDOM, dice.choice((2, 4, 4)))
        if person.age(today) > 3 * GROWN_UP and dice.random() < 0.4:
            gone.append(dice.choice((3, 14, 19, 30)))
        found |= {
            (person.num, str(tooth)): stamp for tooth in gone if (person.num, str(tooth)) not in treated
        }
    for row in treatment.rows.rows:
        taken_out = row[11] in _EXTRACTIONS and row[7] == DONE
        # Later treatment of an extracted tooth means that a different tooth was meant.
        if taken_out and treated[row[1], row[6]] == row[3]:
            found.setdefault((row[1], row[6]), row[15])
    return found


def _exams(around: Around, missing: Missing, dice: random.Random) -> list[Rows]:
    """Perio exams of some adults, made at a completed hygiene appointment; of some, the one before as well."""
    exams = Rows(perioexam, "PatNum", "ExamDate", "ProvNum", "DateTMeasureEdit", "Note")
    measures = Rows(
        periomeasure, "PerioExamNum", "SequenceType", "IntTooth", "ToothValue", "MBvalue", "Bvalue", "DBvalue",
        "MLvalue", "Lvalue", "DLvalue", "SecDateTEntry", "SecDateTEdit",
    )  # fmt: skip
    fit = (kinds.GUM_CARE, kinds.NEW_ADULT, kinds.CLEANING)
    may = [
        each
        for each in around.visits
        if each.status == COMPLETE
        and each.day < around.today
        and each.kind in fit
        and each.person.age(each.day) >= GROWN_UP
    ]
    for visit in _examined(around, may, dice):
        sick = visit.kind is kinds.GUM_CARE or visit.person is around.showcase.adult
        note = "Bleeds on the lower front; showed the small brushes." if sick else ""
        exam = exams.add(visit.person.num, visit.text, visit.chair.hygienist, visit.changed, note)
        gone = {
            int(tooth)
            for (person, tooth), since in missing.items()
            if person == visit.person.num and tooth.isdigit() and since < visit.changed
        }
        for tooth in range(1, 33):
            _measure(Tooth(measures, exam, visit.changed, tooth), dice, gone=tooth in gone, sick=sick)
    return [exams, measures]


def _examined(around: Around, may: list[Visit], dice: random.Random) -> list[Visit]:
    """The appointments at which the gums were measured: one a patient, and of some the one before."""
    before: dict[int, list[Visit]] = {}
    for visit in may:
        before.setdefault(visit.person.num, []).append(visit)
    found: dict[int, list[Visit]] = {}
    adult = around.showcase.adult.num
    sample = dice.sample(may, min(2 * _EXAMS, len(may)))
    for visit in [*before.get(adult, ())[-1:], *sample]:
        number = visit.person.num
        if number in found or len(found) == _EXAMS:
            continue
        earlier = [each for each in before[number] if each.day < visit.day - _BETWEEN_EXAMS]
        again = number == adult or len(found) % 3 == 0
        found[number] = [*earlier[-1:], visit] if again else [visit]
    return [visit for visits in found.values() for visit in visits]


class Tooth(NamedTuple):
    """A tooth in an exam, and the target of its measures."""

    rows: Rows
    exam: int
    stamp: str
    number: int

    def add(self, kind: int, whole: int, values: Sequence[int]) -> None:
        """A row of one type: for the tooth, or for its six surfaces."""
        self.rows.add(self.exam, kind, self.number, whole, *values, self.stamp, self.stamp)


def _measure(tooth: Tooth, dice: random.Random, *, gone: bool, sick: bool) -> None:
    if gone:
        tooth.add(_SKIPPED, 1, _EMPTY)
        return
    back = int(tooth.number in _BACK)
    depths = [min(depth + back, 9) for depth in dice.choices(_SICK if sick else _SOUND, k=6)]
    tooth.add(_PROBING, -1, depths)
    if max(depths) > 3:
        signs = dice.choices((0, 0, 0, _PLAQUE, _CALCULUS), k=6)
        tooth.add(
            _FLAGS, -1, [_BLEEDING * (depth > 3) | sign for depth, sign in zip(depths, signs, strict=True)]
        )
    if sick and dice.random() < 0.15:
        tooth.add(_MARGIN, -1, [*dice.choices((-1, 1, 2), k=5), 1])
    if sick and dice.random() < 0.04:
        tooth.add(_MOBILITY, dice.choice((1, 2)), _EMPTY)
