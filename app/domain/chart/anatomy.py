"""The teeth: names, places, forms and roots of adult, primary and supernumerary teeth, as Open Dental names them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

SLOTS = 32
"""Places of an adult's teeth, numbered as in the Universal system: 1 upper right to 16, 17 lower left to 32."""
EXTRA = 50
"""A supernumerary adult tooth has the number of the tooth beside it plus this."""


class Quadrant(StrEnum):
    """A quarter of the mouth, from the patient's point of view."""

    UPPER_RIGHT = "UR"
    UPPER_LEFT = "UL"
    LOWER_LEFT = "LL"
    LOWER_RIGHT = "LR"

    @property
    def is_upper(self) -> bool:
        """Whether it is in the upper arch."""
        return self in (Quadrant.UPPER_RIGHT, Quadrant.UPPER_LEFT)

    @property
    def is_right(self) -> bool:
        """Whether it is the patient's right: the left half of a chart."""
        return self in (Quadrant.UPPER_RIGHT, Quadrant.LOWER_RIGHT)


class Form(StrEnum):
    """The kind of a tooth, in the order from the midline."""

    CENTRAL = "central incisor"
    LATERAL = "lateral incisor"
    CANINE = "canine"
    FIRST_PREMOLAR = "first premolar"
    SECOND_PREMOLAR = "second premolar"
    FIRST_MOLAR = "first molar"
    SECOND_MOLAR = "second molar"
    THIRD_MOLAR = "third molar"


_MOLARS = frozenset((Form.FIRST_MOLAR, Form.SECOND_MOLAR, Form.THIRD_MOLAR))
_FRONT = frozenset((Form.CENTRAL, Form.LATERAL, Form.CANINE))
_ADULT = tuple(Form)
_PRIMARY = (Form.CENTRAL, Form.LATERAL, Form.CANINE, Form.FIRST_MOLAR, Form.SECOND_MOLAR)


class Tooth(Struct, frozen=True, gc=False):
    """One tooth. `place` counts from the midline: 1 to 8, or to 5 in the primary dentition."""

    name: str
    """As Open Dental stores it: 1-32, A-T, 51-82, AS-TS."""
    slot: int
    """The place in an adult's arch, 1-32; a primary tooth has that of its successor."""
    quadrant: Quadrant
    place: int
    form: Form
    primary: bool = False
    extra: bool = False
    """Supernumerary: one more beside the tooth of that slot."""

    @property
    def upper(self) -> bool:
        """Whether it is in the upper arch."""
        return self.quadrant.is_upper

    @property
    def front(self) -> bool:
        """Whether it is an incisor or a canine: with an incisal edge instead of an occlusal surface."""
        return self.form in _FRONT

    @property
    def molar(self) -> bool:
        """Whether it is a molar."""
        return self.form in _MOLARS

    @property
    def roots(self) -> int:
        """The usual number of roots."""
        if self.molar:
            return 3 if self.upper else 2
        return 2 if self.upper and self.form is Form.FIRST_PREMOLAR else 1


def quadrant_of(slot: int) -> Quadrant:
    """The quadrant of a place, 1-32."""
    return tuple(Quadrant)[(slot - 1) // 8]


def place_of(slot: int) -> int:
    """The distance of a slot from the midline, 1-8."""
    within = (slot - 1) % 8
    return 8 - within if quadrant_of(slot) in (Quadrant.UPPER_RIGHT, Quadrant.LOWER_LEFT) else within + 1


def row_of(*, upper: bool) -> tuple[int, ...]:
    """The slots of an arch from left to right on a chart, which shows the patient's right on the left."""
    return tuple(range(1, 17)) if upper else tuple(range(32, 16, -1))


def _all() -> Iterator[Tooth]:
    letters = iter("ABCDEFGHIJKLMNOPQRST")
    for slot in range(1, SLOTS + 1):
        quadrant, place = quadrant_of(slot), place_of(slot)
        yield Tooth(str(slot), slot, quadrant, place, _ADULT[place - 1])
        yield Tooth(str(slot + EXTRA), slot, quadrant, place, _ADULT[place - 1], extra=True)
        if place <= len(_PRIMARY):
            letter, form = next(letters), _PRIMARY[place - 1]
            yield Tooth(letter, slot, quadrant, place, form, primary=True)
            yield Tooth(f"{letter}S", slot, quadrant, place, form, primary=True, extra=True)


TEETH = MappingProxyType({tooth.name: tooth for tooth in _all()})
"""All teeth by Open Dental's name."""
ADULT = MappingProxyType(
    {tooth.slot: tooth for tooth in TEETH.values() if not (tooth.primary or tooth.extra)}
)
PRIMARY = MappingProxyType(
    {tooth.slot: tooth for tooth in TEETH.values() if tooth.primary and not tooth.extra}
)
"""By slot; the molars behind the second premolars have no primary predecessor."""


def find_tooth(text: str) -> Tooth | None:
    """The tooth with this name, written with blanks, small letters, or a leading zero too; None if there is none."""
    return TEETH.get(text) or TEETH.get(text.strip().upper().lstrip("0"))
