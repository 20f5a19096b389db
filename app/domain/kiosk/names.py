"""Names at a check-in kiosk: what a patient types of a last name, and the initials that are shown back.

Case, accents, apostrophes, hyphens and spaces don't matter. A last name of several parts is also found by a later
part: "de la Cruz" by "dela", "lacr" or "cru", "García-López" by "lop". A name in another script is matched as it is
written in Open Dental; typed in other letters it is not found, and the patient sees the desk.
"""

from __future__ import annotations

import unicodedata

from app.domain.people.names import tails_of, words_of

FEWEST_LETTERS = 2
"""Of a last name; a shorter name is typed whole."""
MOST_TYPED = 60
"""Characters of what is typed; more are no name."""
NOBODY = "•"
"""Initials of a patient without a name."""


def typed_letters(text: str) -> str:
    """What was typed as it is compared: "O'C" becomes "oc". Empty if it has no letters, or is too long."""
    return "" if len(text) > MOST_TYPED else "".join(words_of(text))


def keys_of(last: str, first: str = "", preferred: str = "") -> tuple[str, ...]:
    """The names that typed letters are compared with: the last name from each part on.

    A patient recorded without a last name is found by the first or the preferred name.
    """
    if keys := tails_of(words_of(last)):
        return keys
    return tuple(dict.fromkeys([*tails_of(words_of(first)), *tails_of(words_of(preferred))]))


def letters_fit(letters: str, keys: tuple[str, ...]) -> bool:
    """Whether typed letters (`typed_letters`) begin one of these names, or are all of it."""
    enough = len(letters) >= FEWEST_LETTERS
    return bool(letters) and any(key == letters or (enough and key.startswith(letters)) for key in keys)


def initials_of(last: str, first: str = "", preferred: str = "") -> str:
    """The initials shown to a patient: "M. D." for María de la Cruz, "B. S." for William "Bill" Smith.

    In a script without capitals, the first character of each name as it is written.
    """
    given = _initial(preferred) or _initial(first)
    found = [each for each in (given, _initial(last)) if each]
    return " ".join(f"{each}." for each in found) or NOBODY


def _initial(name: str) -> str:
    """The first letter of a name with its accent; empty if it has none."""
    for each in unicodedata.normalize("NFC", name):
        if each.isalnum():
            return unicodedata.normalize("NFC", each.upper())[0]
    return ""
