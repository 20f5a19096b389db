"""Finds names that differ from a word by one typo.

All that one typo makes of a word is looked up among the names: a library that compares the word with each of them
takes as long, and 4 MB.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

FEWEST_OF_BEGINNING = 5
"""Minimum length of a partly typed name for tolerating a typo in it."""


def similar(word: str, names: AbstractSet[str]) -> list[str]:
    """The names at edit distance 1 from the word: an extra, missing, wrong or swapped letter.

    When there are none, the beginnings of names at that distance.
    """
    letters = sorted(set("".join(names)))
    whole = _one_away(word, names, letters)
    if whole or len(word) < FEWEST_OF_BEGINNING:
        return whole
    found: dict[str, None] = {}
    for length in (len(word) + 1, len(word), len(word) - 1):
        beginnings = {name[:length] for name in names if len(name) >= length}
        found |= dict.fromkeys(_one_away(word, beginnings, letters))
    return list(found)


def _one_away(word: str, names: AbstractSet[str], letters: Sequence[str]) -> list[str]:
    found = dict.fromkeys(each for each in _misspelled(word, letters) if each in names)
    found.pop(word, None)
    return list(found)


def _misspelled(word: str, letters: Sequence[str]) -> Iterator[str]:
    """All that one typo with these letters makes of a word, and sometimes the word."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:]
            yield before + after[1:2] + after[:1] + after[2:]
            yield from (before + letter + after[1:] for letter in letters)
        yield from (before + letter + after for letter in letters)
