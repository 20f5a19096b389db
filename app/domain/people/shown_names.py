"""A typed name as it can stand in any sentence: on one line, and in its own direction."""

from __future__ import annotations

import re

_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that would turn around what stands beside the name."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ISOLATED = "\u2068{}\u2069"


def shown_name(name: str) -> str:
    """The name without line breaks and direction marks.

    One with Hebrew, Arabic or similar letters is isolated, so that a time or a colon beside it stays where it is.
    """
    if name.isascii() and name.isprintable():
        return name
    plain = " ".join(_DIRECTIONS.sub("", _BREAKS.sub(" ", name)).split())
    return _ISOLATED.format(plain) if _RIGHT_TO_LEFT.search(plain) else plain


def exported_name(text: str) -> str:
    """A text for other programs: without the marks that isolate a name."""
    return text if text.isascii() else text.replace("\u2068", "").replace("\u2069", "")
