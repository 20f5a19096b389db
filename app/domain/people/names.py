"""Names for comparing: without case, accents and signs, and cut into the words that they are made of."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
)
_APOSTROPHES = str.maketrans(dict.fromkeys("\u02b9\u02bb\u02bc\u02bd\u02c8", " "))
"""Apostrophes that Unicode counts as letters. The others, like any sign, part words by themselves."""
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = re.compile(r"[\W_]+")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded: ("mc", "donald") for McDonald, ("o", "connell") for O'Connell.

    A blank, a hyphen, any apostrophe or a capital inside a word begins a new one.
    """
    text = name.translate(_APOSTROPHES)
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(each for each in parts if not unicodedata.combining(each))
    text = _INNER_CAPITAL.sub(" ", text).casefold().translate(_LETTERS)
    return tuple(filter(None, _SIGNS.split(text)))


def tails_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name from each of its words on, written in one: ("delacruz", "lacruz", "cruz").

    Whatever is typed of a name, joined or separate, begins one of these.
    """
    return tuple("".join(words[first:]) for first in range(len(words)))
