"""Treatment areas: which location fields a procedure code requires."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.practice.schema.enums.base import TREAT_AREA
from app.practice.server.refusals import BadRequest
from app.practice.server.work import Row

_SURFACES = re.compile(r"[BFVMOIDL]{1,7}")
_ADULT = {str(number) for number in range(1, 33)}
_TEETH = _ADULT | set("ABCDEFGHIJKLMNOPQRST") | {str(number) for number in range(51, 83)}
_PLACES = {
    "Quad": ("UL", "UR", "LR", "LL"),
    "Sextant": ("1", "2", "3", "4", "5", "6"),
    "Arch": ("U", "L"),
}
_ORDER = [*(str(number) for number in range(1, 33))]
PARTS = ("Surf", "ToothNum", "ToothRange")


def check_area(code: Row, parts: Mapping[str, str]) -> None:
    """BadRequest naming the field when a required location is missing or wrong."""
    area = TREAT_AREA.text(code.TreatArea)
    surface, tooth, teeth = (parts.get(name, "") for name in PARTS)
    if area in ("Surf", "Tooth") and tooth not in _TEETH:
        raise BadRequest("ToothNum is required: a valid tooth number for the code's treatment area.")
    if area == "Surf" and not _SURFACES.fullmatch(surface):
        raise BadRequest("Surf is required: surfaces (B/F, V, M, O/I, D, L) for the code's treatment area.")
    if area in _PLACES and surface not in _PLACES[area]:
        raise BadRequest(
            f"Surf is required: one of {', '.join(_PLACES[area])} for the code's treatment area."
        )
    takes_range = area == "ToothRange" or (area in ("Quad", "Arch") and code.AreaAlsoToothRange)
    if area == "ToothRange" and not teeth:
        raise BadRequest("ToothRange is required for the code's treatment area.")
    if teeth and not takes_range:
        raise BadRequest("ToothRange is invalid: the code's treatment area has none.")
    if tooth and area not in ("Surf", "Tooth"):
        raise BadRequest("ToothNum is invalid: the code's treatment area has none.")
    if surface and area not in ("Surf", *_PLACES):
        raise BadRequest("Surf is invalid: the code's treatment area has none.")


def teeth_listed(text: str) -> str:
    """A tooth range expanded: "2,3, 13-15" becomes "2,3,13,14,15". BadRequest when it is invalid."""
    found: list[str] = []
    for part in filter(None, (each.strip() for each in text.split(","))):
        first, dash, last = (each.strip() for each in part.partition("-"))
        if not dash and first in _TEETH:
            found.append(first)
        elif dash and first in _ADULT and last in _ADULT and int(first) <= int(last):
            found += _ORDER[int(first) - 1 : int(last)]
        else:
            raise BadRequest("ToothRange is invalid: tooth numbers with commas or hyphens between them.")
    return ",".join(dict.fromkeys(found))
