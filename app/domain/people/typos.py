"""Finds names that differ from a word by one typo. Only bootstrap imports this module: rapidfuzz loads slowly."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA

FEWEST_OF_BEGINNING = 5
"""Minimum length of a partly typed name for tolerating a typo in it."""


def similar(word: str, names: Collection[str]) -> list[str]:
    """The names at edit distance 1 from the word: an extra, missing, wrong or swapped letter.

    When there are none, the beginnings of names at that distance.
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
    return sorted(name for name, distance, _ in found if distance == 1)
