"""Where a new procedure is done, as it is typed: "14", "3 MO", "UR", "2-4", by its code's treatment area."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from msgspec import Struct

from app.core.text import NO_TEXT, ExplainedError, Text, msg
from app.domain.chart.anatomy import Quadrant, Tooth
from app.domain.chart.mouth import Problem, Reason
from app.domain.chart.numbering import Numbering, tooth_numbered
from app.domain.chart.places import teeth_between
from app.domain.chart.surfaces import letters_of, read_surfaces
from app.domain.chart.words import problem_words
from app.wire.resources.procedure_codes import ProcedureCode, TreatmentArea

_QUADS = {each.value: each.value for each in Quadrant}
_SEXTANTS = {str(number): str(number) for number in range(1, 7)}
_ARCHES = {
    **dict.fromkeys(("U", "UPPER", "MAX", "MAXILLARY", "MAXILLA"), "U"),
    **dict.fromkeys(("L", "LOWER", "MAND", "MANDIBULAR", "MANDIBLE"), "L"),
}
_PARTS = MappingProxyType(
    {TreatmentArea.QUAD: _QUADS, TreatmentArea.SEXTANT: _SEXTANTS, TreatmentArea.ARCH: _ARCHES}
)
"""The parts of a mouth by the words for them, as the office stores them in Surf."""
QUESTIONS = MappingProxyType(
    {
        TreatmentArea.SURF: msg("Which tooth and surfaces? For example 3 MO"),
        TreatmentArea.TOOTH: msg("Which tooth? For example 14"),
        TreatmentArea.QUAD: msg("Which quadrant? UR, UL, LL or LR"),
        TreatmentArea.SEXTANT: msg("Which sextant? 1 to 6"),
        TreatmentArea.ARCH: msg("Which arch? U or L"),
        TreatmentArea.TOOTH_RANGE: msg("Which teeth? For example 2-4, 7"),
    }
)
"""What is asked for a code, by its treatment area."""
_NUMBERED = re.compile(r"((?:[UL][RL])?\d{1,2}S?)-?([A-Z]*)")
_LETTERED = re.compile(r"((?:[UL][RL])?[A-T]S?)(?:-([A-Z]+))?")
"""A tooth, with its surfaces right behind it; behind a letter only after a dash: "MO" is no tooth."""


class Site(Struct, frozen=True):
    """Where one procedure is done, in the office's own fields."""

    tooth: str = ""
    surf: str = ""
    """Surfaces, or the quadrant, sextant or arch."""
    teeth: str = ""
    """A range, each tooth named: "2,3,4"."""

    @property
    def fields(self) -> dict[str, str]:
        """The fields of a procedure that it fills."""
        named = {"ToothNum": self.tooth, "Surf": self.surf, "ToothRange": self.teeth}
        return {name: value for name, value in named.items() if value}


NOWHERE = Site()
"""Of a procedure for the whole mouth."""


def question_of(code: ProcedureCode) -> Text:
    """What has to be known of where it is done; empty: nothing."""
    return QUESTIONS.get(code.TreatArea, NO_TEXT)


def read_sites(code: ProcedureCode, text: str, numbering: Numbering) -> tuple[Site, ...]:
    """Where a code is done, one for each procedure: "D1351 3 14" are two sealants. None while nothing is typed.

    Raises ExplainedError for what is nowhere in a mouth.
    """
    words = re.sub(r"\s*-\s*", "-", text.upper().replace("#", " ")).replace(",", " ").split()
    area = code.TreatArea
    if area not in QUESTIONS:
        if words:
            raise ExplainedError(
                _named(code, msg("it is for the whole mouth, not for {text}", text=words[0]))
            )
        return (NOWHERE,)
    if not words:
        return ()
    reading = _Reading(code, numbering)
    if area is TreatmentArea.SURF:
        return reading.surfaces(words)
    if area is TreatmentArea.TOOTH:
        return tuple(Site(tooth.name) for tooth in reading.teeth(words))
    if area is TreatmentArea.TOOTH_RANGE:
        return (Site(teeth=reading.listed(words)),)
    return reading.parts(words)


class _Reading:
    """Reads the words for one code."""

    def __init__(self, code: ProcedureCode, numbering: Numbering) -> None:
        self._code = code
        self._numbering = numbering

    def teeth(self, words: Sequence[str]) -> list[Tooth]:
        """Single teeth and spans ("2-4")."""
        found: dict[str, Tooth] = {}
        for word in words:
            first, dash, last = word.partition("-")
            one = self._tooth(first)
            teeth = teeth_between(one, self._tooth(last)) if dash else [one]
            if not teeth:
                raise self._wrong(Reason.NO_TOOTH, word)
            found.update((tooth.name, tooth) for tooth in teeth if tooth is not None)
        return list(found.values())

    def listed(self, words: Sequence[str]) -> str:
        """The same as the office stores a range."""
        return ",".join(tooth.name for tooth in self.teeth(words))

    def surfaces(self, words: Sequence[str]) -> tuple[Site, ...]:
        """Teeth, each with its surfaces: "3 MO", "3MO", "3-MO 14 DO"."""
        left, found = list(words), []
        while left:
            word = left.pop(0)
            match = _NUMBERED.fullmatch(word) or _LETTERED.fullmatch(word)
            if match is None:
                raise self._wrong(Reason.NO_TOOTH, "" if word.isalpha() else word)
            tooth, text = self._tooth(match[1]), match[2] or ""
            if not text and left and left[0].isalpha():
                text = left.pop(0)
            surfaces, strange = read_surfaces(text, tooth)
            if strange:
                raise self._wrong(Reason.NO_SURFACE, strange, tooth)
            if not surfaces:
                raise self._wrong(Reason.NO_PLACE, "", tooth)
            found.append(Site(tooth.name, letters_of(surfaces, tooth)))
        return tuple(dict.fromkeys(found))

    def parts(self, words: Sequence[str]) -> tuple[Site, ...]:
        """Quadrants, sextants or arches; where the office wants its teeth too, they follow: "UR 2-4"."""
        known = _PARTS[self._code.TreatArea]
        found: list[tuple[str, list[str]]] = []
        for word in words:
            if word in known:
                found.append((known[word], []))
            elif found and self._code.AreaAlsoToothRange:
                found[-1][1].append(word)
            else:
                raise ExplainedError(_named(self._code, _no_part(self._code.TreatArea, word)))
        if self._code.AreaAlsoToothRange and not all(teeth for _, teeth in found):
            raise self._wrong(Reason.NO_TOOTH, "")
        return tuple(dict.fromkeys(Site("", part, self.listed(teeth)) for part, teeth in found))

    def _tooth(self, text: str) -> Tooth:
        tooth = tooth_numbered(text, self._numbering)
        if tooth is None:
            raise self._wrong(Reason.NO_TOOTH, text)
        return tooth

    def _wrong(self, reason: Reason, text: str, tooth: Tooth | None = None) -> ExplainedError:
        problem = Problem(reason, name_of(self._code), text, tooth)
        return ExplainedError(problem_words(problem, self._numbering))


def name_of(code: ProcedureCode) -> str:
    """A code with its short name: "D2740 PFM"."""
    return " ".join(part for part in (code.ProcCode, code.AbbrDesc.strip()) if part)


def _named(code: ProcedureCode, words: Text) -> Text:
    return msg("{code}: {words}", code=name_of(code), words=words)


def _no_part(area: TreatmentArea, text: str) -> Text:
    if area is TreatmentArea.QUAD:
        return msg("there is no quadrant {text}: UR, UL, LL or LR", text=text)
    if area is TreatmentArea.SEXTANT:
        return msg("there is no sextant {text}: 1 to 6", text=text)
    return msg("there is no arch {text}: U or L", text=text)
