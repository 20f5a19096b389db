"""A patient's alerts in words: premedication, and which allergies a note already names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.core.text import NO_TEXT, Text, msg

ALLERGIC = "allerg"
NEGATIONS = frozenset({"no", "not", "denies", "denied", "without", "never", "none", "negative", "unknown"})
"""A note with one of these may deny an allergy that is on file: both stay."""

PREMEDICATE = msg("Premedicate")
PREMED_UNKNOWN = msg("Premedication not known")


def premed_words(*, premedicate: bool | None) -> Text:
    """That the patient needs premedication, or that this couldn't be read (None); empty: none is needed."""
    if premedicate is None:
        return PREMED_UNKNOWN
    return PREMEDICATE if premedicate else NO_TEXT


def not_named(allergies: Iterable[str], note: str) -> tuple[str, ...]:
    """The allergies that `note` doesn't name as an allergy, each once whatever its capitals.

    "Penicillin" is named by "Severe penicillin allergy", and by no note that doesn't speak of an allergy.
    """
    once: dict[str, str] = {}
    for each in allergies:
        once.setdefault(" ".join(_words(each)), each)
    words = _words(note)
    if not any(each.startswith(ALLERGIC) for each in words) or NEGATIONS.intersection(words):
        return tuple(once.values())
    said = f" {' '.join(words)} "
    return tuple(each for name, each in once.items() if f" {name} " not in said)


def _words(text: str) -> list[str]:
    """Its words in lower case, without the plural s."""
    found = re.findall(r"\w+", text.lower())
    return [each[:-1] if len(each) > 3 and each.endswith("s") else each for each in found]
