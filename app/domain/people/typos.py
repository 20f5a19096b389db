"""Finds names that differ from a word by one typo."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

FEWEST_OF_BEGINNING = 5
"""Minimum length of a partly typed name for tolerating a typo in it."""


def similar(word: str, names: AbstractSet[str]) -> list[str]:
    """The names at edit distance 1 from the word: an extra, missing, wrong or swapped letter.

    When there are none, the beginnings of names at that distance.
    """
    spellings = _one_away(word, set("".join(names)))
    whole = spellings & names
    if whole or len(word) < FEWEST_OF_BEGINNING:
        return sorted(whole)
    found: list[str] = []
    for length in (len(word) + 1, len(word), len(word) - 1):
        # A spelling is found among the beginnings of its own length only.
        found += sorted(spellings.intersection([name[:length] for name in names if len(name) >= length]))
    return found


def _one_away(word: str, letters: Iterable[str]) -> set[str]:
    """Every spelling that is one letter away: some hundred, which is less than there are names to compare with."""
    found: set[str] = set()
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        found.update([before + letter + after for letter in letters])
        if after:
            found.add(before + after[1:])
            found.update([before + letter + after[1:] for letter in letters])
            found.add(before + after[1::-1] + after[2:])
    found.discard(word)
    return found
