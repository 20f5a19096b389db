"""Names as people type them into a form, written as they are saved."""

from __future__ import annotations

import re

SUFFIXES = {"ii": "II", "iii": "III", "iv": "IV", "jr": "Jr", "sr": "Sr", "jr.": "Jr.", "sr.": "Sr."}
INITIALS = 2
"""Up to so many capital letters are initials: AJ, TJ."""
_WORD = re.compile(r"[^\W\d_]+")
_MC = re.compile(r"mc[^\W\d_]{3}")
_APOSTROPHES = "'\u2019"


def capitalized(typed: str) -> str:
    """A name with capital letters where it was typed in one case: "o'brien-smith" is O'Brien-Smith, "LEE" is Lee.

    A name typed in both cases stays as it is (von Trapp, deBoer), and so do initials (AJ).
    """
    words = typed.split()
    name = " ".join(words)
    if not (name.islower() or name.isupper()) or (name.isupper() and len(name) <= INITIALS):
        return name
    return " ".join(_capitalized(word) for word in words)


def _capitalized(word: str) -> str:
    if (suffix := SUFFIXES.get(word.lower())) is not None:
        return suffix
    return _WORD.sub(lambda found: _one(found, word.lower()), word.lower())


def _one(found: re.Match[str], whole: str) -> str:
    text = found.group()
    after_apostrophe = found.start() > 0 and whole[found.start() - 1] in _APOSTROPHES
    if after_apostrophe and len(text) == 1:  # a plural or a possessive, not a name
        return text
    if _MC.match(text):
        return "Mc" + text[2:].capitalize()
    return text[:1].upper() + text[1:]
