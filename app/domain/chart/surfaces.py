"""The surfaces of a tooth, and their letters."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from app.domain.chart.anatomy import Tooth


class Surface(StrEnum):
    """A surface of any tooth; a front tooth has other letters for two of them."""

    MESIAL = "M"
    BITING = "O"
    """Occlusal (O), on a front tooth incisal (I)."""
    DISTAL = "D"
    FACIAL = "B"
    """Buccal (B), on a front tooth facial (F)."""
    LINGUAL = "L"
    CERVICAL = "V"
    """The neck of the facial surface: class V."""


SURFACES = tuple(Surface)
"""In the order in which they are written: MODBLV."""
_LETTERS = {
    "M": Surface.MESIAL,
    "O": Surface.BITING,
    "I": Surface.BITING,
    "D": Surface.DISTAL,
    "B": Surface.FACIAL,
    "F": Surface.FACIAL,
    "L": Surface.LINGUAL,
    "V": Surface.CERVICAL,
}
_FRONT = {Surface.BITING: "I", Surface.FACIAL: "F"}


def read_surfaces(text: str, tooth: Tooth) -> tuple[tuple[Surface, ...], str]:
    """The surfaces in a text such as "MOD", and the letters that this tooth doesn't have.

    B and F name the same side, and either is read on every tooth. Front teeth have no occlusal surface, back
    teeth no incisal edge.
    """
    wrong = "O" if tooth.front else "I"
    letters = [letter for letter in text.upper() if letter not in " ,-"]
    found = {_LETTERS[letter] for letter in letters if letter in _LETTERS and letter != wrong}
    strange = dict.fromkeys(letter for letter in letters if letter not in _LETTERS or letter == wrong)
    return tuple(each for each in SURFACES if each in found), "".join(strange)


def letter_of(surface: Surface, tooth: Tooth) -> str:
    """The letter of a surface on this tooth."""
    return _FRONT.get(surface, surface.value) if tooth.front else surface.value


def letters_of(surfaces: Iterable[Surface], tooth: Tooth) -> str:
    """The letters of several surfaces in the usual order: MOD."""
    chosen = set(surfaces)
    return "".join(letter_of(each, tooth) for each in SURFACES if each in chosen)
