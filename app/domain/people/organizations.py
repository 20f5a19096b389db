"""Whether two names of companies may be one: carriers and employers are entered again and again in other words."""

from __future__ import annotations

from difflib import SequenceMatcher

from app.domain.people.names import words_of

FILLERS = frozenset({
    "the", "of", "and", "for", "inc", "incorporated", "llc", "co", "company", "corp", "corporation", "insurance", "ins",
    "group", "plan", "plans",
})  # fmt: skip
"""Words that tell no company from another."""
SHORT = {"ca": "california", "tx": "texas", "ny": "newyork", "wa": "washington", "or": "oregon", "fl": "florida",
         "natl": "national", "assn": "association", "govt": "government", "fed": "federal", "intl": "international",
         "bcbs": "bluecrossblueshield"}  # fmt: skip
ENOUGH = 0.72
"""From this resemblance on, one may be meant by the other."""


def resemblance(typed: str, name: str) -> float:
    """From 0 (nothing in common) to 1 (the same but for filler words, case and punctuation)."""
    one, other = _words(typed), _words(name)
    if not one or not other:
        return 0.0
    if "".join(one) == "".join(other):
        return 1.0
    begun = sum(any(word.startswith(each) for word in other) for each in one) / len(one)
    whole = SequenceMatcher(None, "".join(sorted(one)), "".join(sorted(other)), autojunk=False).ratio()
    return max(0.95 * begun if begun == 1.0 else 0.0, 0.99 * whole)


def _words(name: str) -> list[str]:
    found = [SHORT.get(word, word) for word in words_of(name.casefold())]
    return [word for word in found if word not in FILLERS] or found
