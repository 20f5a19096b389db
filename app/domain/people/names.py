"""Normalized names for comparison: case-folded, without accents and punctuation, split into words."""

from __future__ import annotations

import re
import unicodedata

from app.domain.texts.folding import LETTERS

_APOSTROPHES = str.maketrans(dict.fromkeys("\u02b9\u02bb\u02bc\u02bd\u02c8", " "))
"""Apostrophes that Unicode classifies as letters. All others separate words like any punctuation."""
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = re.compile(r"[\W_]+")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, case-folded: ("mc", "donald") for McDonald, ("o", "connell") for O'Connell.

    A space, a hyphen, any apostrophe or a capital letter inside a word starts a new word.
    """
    text = name.translate(_APOSTROPHES)
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(each for each in parts if not unicodedata.combining(each))
    text = _INNER_CAPITAL.sub(" ", text).casefold().translate(LETTERS)
    return tuple(filter(None, _SIGNS.split(text)))


def tails_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name joined from each of its words on: ("delacruz", "lacruz", "cruz").

    Any part of the name, typed joined or separate, is a prefix of one of these.
    """
    return tuple("".join(words[first:]) for first in range(len(words)))
