"""Which appointment type the words about treatment mean."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from app.domain.schedule.asking.asked import Piece, PieceKind, Place
from app.domain.schedule.asking.treatments import WEAK
from app.domain.schedule.asking.vocabulary import Vocabulary


class Treatment(Struct, frozen=True):
    """Words about treatment."""

    concepts: frozenset[str]
    place: Place
    exactly: int = 0
    """The type that has these very words as its name, or this code; 0: none."""


def type_pieces(said: Sequence[Treatment], vocabulary: Vocabulary) -> list[Piece]:
    """The type that all of these words name; words that no type fits are not understood.

    Words like "exam" are needed only if a type has them.
    """
    used: list[Treatment] = []
    spare: list[Treatment] = []
    unknown: list[Piece] = []
    for each in said:
        if _fitting([*used, each], vocabulary):
            used.append(each)
        elif each.concepts <= WEAK and len(said) > 1:
            spare.append(each)
        else:
            unknown.append(Piece(PieceKind.UNKNOWN, (each.place,)))
    if not used:
        return [*unknown, *(Piece(PieceKind.UNKNOWN, (each.place,)) for each in spare)]
    places = tuple(sorted(each.place for each in (*used, *spare)))
    return [Piece(PieceKind.TYPE, places, _fitting(used, vocabulary)), *unknown]


def _fitting(said: Sequence[Treatment], vocabulary: Vocabulary) -> tuple[int, ...]:
    """The types that have all of these concepts, those with the fewest others first; of equal ones the named one."""
    asked = frozenset[str]().union(*(each.concepts for each in said))
    exactly = {each.exactly for each in said}
    found = [
        (len(concepts - asked), each.number not in exactly, order, each.number)
        for order, (each, concepts) in enumerate(vocabulary.concepts)
        if asked <= concepts or (each.number in exactly and len(said) == 1)
    ]
    return tuple(number for *_, number in sorted(found))
