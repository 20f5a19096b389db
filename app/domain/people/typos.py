"""Names that are one typo away from what was typed. Only bootstrap imports this module: rapidfuzz loads slowly."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA

FEWEST_OF_BEGINNING = 5
"""Letters of a name's beginning in which a typo is forgiven while the rest is still being typed."""


def similar(word: str, names: Collection[str]) -> list[str]:
    """The names that a letter too many, too few, wrong, or two swapped letters turn into the word.

    Where there is none, the beginnings of names that do.
    """
    whole = _one_away(word, names)
    if whole or len(word) < FEWEST_OF_BEGINNING:
        return whole
    found: dict[str, None] = {}
    for length in (len(word) + 1, len(word), len(word) - 1):
        beginnings = {name[:length] for name in names if len(name) >= length}
        found |= dict.fromkeys(_one_away(word, beginnings))
    return list(found)


def _one_away(word: str, names: Collection[str]) -> list[str]:
    found = process.extract(word, names, scorer=OSA.distance, score_cutoff=1, limit=None)
    return [name for name, distance, _ in found if distance == 1]
