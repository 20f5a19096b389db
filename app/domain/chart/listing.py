"""The chart as a list in words, tooth by tooth: for screen readers and paper."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from app.core.text import Text, join, many, msg
from app.domain.chart.mouth import Mouth, Presence, ToothState
from app.domain.chart.numbering import Numbering, number_of
from app.domain.chart.words import PRESENCE_WORDS, movement_words, problem_words, tooth_words, work_words

_NOTHING = msg("Nothing charted")
_ABSENT = (Presence.MISSING, Presence.UNERUPTED)


class ToothLine(Struct, frozen=True):
    """One tooth in words."""

    name: str
    """Open Dental's name of the tooth."""
    number: str
    """Its number in the office's system."""
    tooth: Text
    """Where it is and what it is."""
    words: Text
    """What is charted on it."""
    plain: bool
    """Whether nothing is charted."""
    absent: bool = False
    """Whether nothing is charted but that the tooth isn't there."""


def list_teeth(mouth: Mouth, numbering: Numbering) -> tuple[ToothLine, ...]:
    """Every tooth that the chart shows, in the order of Universal numbers, supernumerary teeth last."""
    return tuple(line_of(state, numbering) for state in mouth.all() if state.visible)


def line_of(state: ToothState, numbering: Numbering) -> ToothLine:
    """One tooth in words."""
    tooth = state.tooth
    parts = [PRESENCE_WORDS[state.presence], *(work_words(work, tooth) for work in state.works)]
    if state.movement is not None and state.presence is not Presence.MISSING:
        parts += movement_words(state.movement)
    said = [part for part in parts if part]
    words = join(said, "; ") if said else _NOTHING
    absent = bool(said) and not state.works and len(said) == 1 and state.presence in _ABSENT
    return ToothLine(tooth.name, number_of(tooth, numbering), tooth_words(tooth), words, not said, absent)


def list_shared(lines: Iterable[ToothLine]) -> tuple[Text, ...]:
    """What whole groups of teeth have in common, one text each: that they are missing, that nothing is charted."""
    absent: dict[Text, list[str]] = {}
    plain = count = 0
    for line in lines:
        count += 1
        plain += line.plain
        if line.absent:
            absent.setdefault(line.words, []).append(line.number)
    found = [msg("{words}: {teeth}", words=words, teeth=", ".join(teeth)) for words, teeth in absent.items()]
    if plain == count:
        found.append(_NOTHING)
    elif plain:
        words = many("Nothing charted on the other {n} teeth", "Nothing charted on the other tooth", plain)
        found.append(words)
    return tuple(found)


def list_problems(mouth: Mouth, numbering: Numbering) -> tuple[Text, ...]:
    """What can't be drawn, one text each."""
    return tuple(dict.fromkeys(problem_words(each, numbering) for each in mouth.problems))
