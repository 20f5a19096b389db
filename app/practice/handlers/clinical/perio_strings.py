"""The texts that encode a perio exam: probing depths and flags, from the right of the mouth to the left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from app.practice.schema.enums.clinical import PERIO_SEQUENCE

NONE = -1
"""Not measured."""
PROBING, FLAGS = PERIO_SEQUENCE.number("Probing"), PERIO_SEQUENCE.number("BleedSupPlaqCalc")
SURFACES = ("MBvalue", "Bvalue", "DBvalue", "MLvalue", "Lvalue", "DLvalue")
_SIGNS = {"b": 1, "s": 2, "p": 4, "c": 8}
"""Bleeding, suppuration, plaque, calculus."""


class Place(NamedTuple):
    """A surface of a tooth."""

    tooth: int
    surface: str


def _region(teeth: range, side: str) -> tuple[Place, ...]:
    """Sixteen teeth from right to left. Right of the middle, the distal surface comes first."""
    places: list[Place] = []
    for count, tooth in enumerate(teeth):
        order = ("D", "", "M") if count < len(teeth) // 2 else ("M", "", "D")
        places += [Place(tooth, f"{end}{side}value") for end in order]
    return tuple(places)


_UPPER, _LOWER = range(1, 17), range(32, 16, -1)
REGIONS: Mapping[str, tuple[Place, ...]] = {
    "UpperFacial": _region(_UPPER, "B"),
    "UpperLingual": _region(_UPPER, "L"),
    "LowerLingual": _region(_LOWER, "L"),
    "LowerFacial": _region(_LOWER, "B"),
}
"""The surfaces of each text, in text order."""


def measured_rows(texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The `periomeasure` rows for these texts, by region: one per tooth and type."""
    depths: dict[int, dict[str, int]] = {}
    flags: dict[int, dict[str, int]] = {}
    for name, text in texts.items():
        for place, depth, flag in _read(text, REGIONS[name]):
            depths.setdefault(place.tooth, {})[place.surface] = depth
            if flag:
                flags.setdefault(place.tooth, {})[place.surface] = flag
    for tooth in sorted(depths):
        yield _row(tooth, PROBING, dict.fromkeys(SURFACES, NONE) | depths[tooth])
        if tooth in flags:
            yield _row(tooth, FLAGS, dict.fromkeys(SURFACES, 0) | flags[tooth])


def _row(tooth: int, kind: int, values: dict[str, int]) -> dict[str, Any]:
    return {"SequenceType": kind, "IntTooth": tooth, "ToothValue": NONE, **values}


def _read(text: str, places: tuple[Place, ...]) -> Iterator[tuple[Place, int, int]]:
    """Each surface with its depth and flags. Anything after the last surface's flags is ignored."""
    found: list[list[int]] = []
    for sign in text:
        if sign in "0123456789":
            if len(found) == len(places):
                break
            found.append([int(sign), 0])
        elif sign in _SIGNS and found:
            found[-1][1] |= _SIGNS[sign]
    for place, (depth, flag) in zip(places, found, strict=False):
        yield place, depth, flag
