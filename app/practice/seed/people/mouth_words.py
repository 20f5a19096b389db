"""Mouths worth looking at: what was done elsewhere, what was seen, and how teeth stand.

Nothing here was done by this practice, so that no claim or payment belongs to it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

EXISTING, ELSEWHERE, REFERRED, CONDITION, PROPOSED = 3, 4, 5, 7, 1
"""`procedurelog.ProcStatus`: EC, EO, R, Cn, TP."""
MISSING, HIDDEN, PRIMARY, SHIFT_M, SHIFT_O, SHIFT_B, ROTATE, TIP_M, TIP_B, DRAWING, TEXT = range(11)
"""`toothinitial.InitialType`."""


class Work(NamedTuple):
    """One procedure: years ago, status, code, tooth, and surfaces, quadrant or arch."""

    years: int
    status: int
    code: str
    tooth: str = ""
    surfaces: str = ""
    waits: int = 0
    """The waiting appointment of the patient that it belongs to, counted from 1; 0: none."""


class Mark(NamedTuple):
    """One entry about a tooth. Movements are millimeters or degrees."""

    teeth: tuple[str, ...]
    kind: int
    movement: float = 0.0
    drawing: str = ""
    text: str = ""


class Mouth(NamedTuple):
    """One patient's mouth, of an age in years."""

    name: str
    youngest: int
    oldest: int
    work: tuple[Work, ...] = ()
    marks: tuple[Mark, ...] = ()
    together: tuple[str, ...] = ()
    """Teeth of one bridge."""

    @property
    def teeth(self) -> frozenset[str]:
        """Every tooth that something is told about."""
        return frozenset(
            (*(each.tooth for each in self.work), *(tooth for each in self.marks for tooth in each.teeth))
        )

    def without(self, treated: Collection[str]) -> Mouth:
        """The same without these teeth, because the practice has worked on them."""
        gone = set(treated)
        if gone.intersection(self.together):
            gone.update(self.together)
        return self._replace(
            work=tuple(each for each in self.work if not each.tooth or each.tooth not in gone),
            marks=tuple(
                each._replace(teeth=tuple(tooth for tooth in each.teeth if tooth not in gone))
                for each in self.marks
            ),
        )


def teeth(*spans: tuple[int, int]) -> tuple[str, ...]:
    """Adult teeth from and up to, as the database names them."""
    return tuple(str(tooth) for first, last in spans for tooth in range(first, last + 1))


SHOWCASE = Mouth(
    "everything an adult may have", 35, 70,
    (
        Work(9, ELSEWHERE, "D6750", "18"), Work(9, ELSEWHERE, "D6240", "19"), Work(9, ELSEWHERE, "D6750", "20"),
        Work(6, ELSEWHERE, "D6010", "30"), Work(5, ELSEWHERE, "D6058", "30"),
        Work(4, ELSEWHERE, "D3330", "14"), Work(4, ELSEWHERE, "D2954", "14"), Work(4, ELSEWHERE, "D2740", "14"),
        Work(11, ELSEWHERE, "D2150", "2", "MO"), Work(11, ELSEWHERE, "D2140", "15", "O"),
        Work(3, ELSEWHERE, "D2393", "5", "MOD"), Work(3, ELSEWHERE, "D2331", "8", "MF"),
        Work(2, ELSEWHERE, "D2962", "9"), Work(15, ELSEWHERE, "D7240", "1"), Work(15, ELSEWHERE, "D7240", "16"),
        Work(1, CONDITION, "Decay", "4", "D"), Work(0, CONDITION, "Watch", "28", "O"),
        Work(0, REFERRED, "D7240", "17"), Work(0, PROPOSED, "D2740", "3", waits=1),
        Work(0, PROPOSED, "D2392", "4", "DO", waits=2),
        Work(0, PROPOSED, "D3320", "13"), Work(0, PROPOSED, "D4341", "", "LR"),
    ),
    (
        Mark(("1", "16", "19", "30"), MISSING), Mark(("29",), SHIFT_M, 2.0), Mark(("31",), TIP_M, 15.0),
        Mark(("22",), ROTATE, -20.0), Mark(("2",), SHIFT_O, -1.0),
        Mark(("32",), DRAWING, drawing="40,300;44,306;50,311;58,314"), Mark(("7",), TEXT, text="cold"),
    ),
    ("18", "19", "20"),
)  # fmt: skip
CHILD_SHOWCASE = Mouth(
    "a child between two sets of teeth", 6, 9,
    (
        Work(1, EXISTING, "D1351", "3"), Work(1, EXISTING, "D1351", "14"), Work(1, ELSEWHERE, "D1351", "19"),
        Work(1, ELSEWHERE, "D2391", "K", "O"), Work(1, ELSEWHERE, "D3220", "L"), Work(0, ELSEWHERE, "D1510", "", "LR"),
        Work(0, CONDITION, "Watch", "A", "O"), Work(0, PROPOSED, "D1351", "30"),
        Work(0, PROPOSED, "D2391", "J", "O", waits=1),
    ),
    (
        Mark(("4", "5", "6", "11", "12", "13", "20", "21", "22", "27", "29"), PRIMARY),
        Mark(("S",), MISSING), Mark(("1", "2", "15", "16", "17", "18", "31", "32"), HIDDEN),
        Mark(("8",), ROTATE, 12.0), Mark(("7",), SHIFT_B, -1.0),
    ),
)  # fmt: skip
MOUTHS = (
    Mouth(
        "full dentures", 60, 120,
        (Work(7, ELSEWHERE, "D5110", "", "U"), Work(7, ELSEWHERE, "D5120", "", "L")),
        (Mark(teeth((1, 32)), MISSING),),
    ),
    Mouth(
        "an upper partial denture", 50, 120,
        (Work(5, ELSEWHERE, "D5213", "", "U"), Work(8, ELSEWHERE, "D2150", "19", "DO")),
        (Mark(teeth((1, 5), (12, 16)), MISSING),),
    ),
    Mouth(
        "a bridge of three", 30, 120,
        (Work(6, ELSEWHERE, "D6750", "3"), Work(6, ELSEWHERE, "D6240", "4"), Work(6, ELSEWHERE, "D6750", "5")),
        (Mark(("4",), MISSING), Mark(("2",), TIP_M, 8.0)),
    ),
    Mouth(
        "an implant with its crown", 25, 120,
        (Work(3, ELSEWHERE, "D6010", "19"), Work(2, ELSEWHERE, "D6058", "19")), (Mark(("19",), MISSING),),
    ),
    Mouth(
        "a root canal with a post", 20, 120,
        (Work(4, ELSEWHERE, "D3310", "8"), Work(4, ELSEWHERE, "D2954", "8"), Work(4, ELSEWHERE, "D2740", "8")),
    ),
    Mouth(
        "wisdom teeth out", 18, 120,
        tuple(Work(10, ELSEWHERE, "D7240", tooth) for tooth in ("1", "16", "17", "32")),
        (Mark(("1", "16", "17", "32"), MISSING),),
    ),
    Mouth(
        "veneers in front", 25, 120,
        tuple(Work(2, EXISTING, "D2962", tooth) for tooth in ("7", "8", "9", "10")), (Mark(("9",), TIP_B, 5.0),),
    ),
    Mouth(
        "a retained root and decay", 18, 120,
        (
            Work(0, CONDITION, "RetRoot", "12"), Work(0, CONDITION, "Decay", "30", "MOD"),
            Work(0, CONDITION, "Watch", "15", "O"), Work(0, REFERRED, "D7210", "12"),
        ),
    ),
    Mouth(
        "all first teeth", 3, 5,
        (Work(1, ELSEWHERE, "D2391", "B", "O"), Work(0, CONDITION, "Decay", "S", "O")),
        (Mark(teeth((4, 13), (20, 29)), PRIMARY), Mark(teeth((1, 3), (14, 19), (30, 32)), HIDDEN)),
    ),
    Mouth(
        "a space kept open", 7, 10, (Work(1, ELSEWHERE, "D1510", "", "UL"), Work(1, ELSEWHERE, "D3220", "T")),
        (Mark(("4", "5", "12", "13", "20", "29"), PRIMARY), Mark(("I",), MISSING)),
    ),
)  # fmt: skip
