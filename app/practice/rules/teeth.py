"""Lists of teeth: as people write them, and as the database stores them."""

from __future__ import annotations

from app.practice.server.refusals import BadRequest

_PERMANENT = tuple(str(number) for number in range(1, 33))
_PRIMARY = tuple("ABCDEFGHIJKLMNOPQRST")
_ORDER = {tooth: (row, place) for row in (_PERMANENT, _PRIMARY) for place, tooth in enumerate(row)}


def expanded_teeth(text: str, name: str = "ToothNumbers") -> str:
    """American tooth numbers or letters separated by commas, ranges expanded: "1-5,8" becomes "1,2,3,4,5,8".

    BadRequest for anything that is not a tooth, and for a reversed range.
    """
    found: dict[str, None] = {}
    for part in filter(None, (part.strip().upper() for part in text.split(","))):
        first, hyphen, last = (each.strip() for each in part.partition("-"))
        found |= dict.fromkeys(_range(first, last if hyphen else first, name))
    return ",".join(found)


def _range(first: str, last: str, name: str) -> tuple[str, ...]:
    if first in _ORDER and last in _ORDER:
        row, start = _ORDER[first]
        other, end = _ORDER[last]
        if row is other and start <= end:
            return row[start : end + 1]
    raise BadRequest(f"{name} is invalid: teeth 1 to 32 or A to T are expected, with commas and hyphens.")
