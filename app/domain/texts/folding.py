"""Normalized text for comparison: case-folded, without accents."""

from __future__ import annotations

import unicodedata

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
)
"""Letters that Unicode doesn't decompose into a letter and an accent."""


def folded(text: str) -> str:
    """The text as it is compared: "Peña, Łukasz" becomes "pena, lukasz"."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    bare = "".join(each for each in parts if not unicodedata.combining(each))
    return bare.casefold().translate(LETTERS)
