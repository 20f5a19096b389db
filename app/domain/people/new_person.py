"""The person whom a text describes that was typed into the search, to begin the form for a new patient with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.domain.people.alike import is_short_form
from app.domain.people.duplicates import FEWEST_DIGITS, Named
from app.domain.people.search import PersonQuery
from app.domain.people.typed_name import capitalized
from app.domain.people.typed_person import parse_query

DATE_DIGITS = (6, 8)
"""Lengths of a date without separators."""


def parse_person(text: str, today: date, is_given: Callable[[str], bool] = is_short_form) -> Named:
    """Names, birthdate and phone in a typed text; empty what it lacks. Never fails.

    "Novak, Nia" and "novak n" begin with the last name, "Nia Novak" ends with it. A word alone is a last name.
    `is_given` tells whether a word is known as a first name: "novak nia" begins with the last name too.
    """
    query = parse_query(text, today)
    last, first = _names(query, is_given)
    is_date = bool(query.birthdates) and len(query.digits) in DATE_DIGITS
    phone = query.digits if len(query.digits) >= FEWEST_DIGITS and not is_date else ""
    return Named(
        capitalized(last),
        capitalized(first),
        birthdate=query.birthdates[0] if query.birthdates and not phone else None,
        phones=(phone,) if phone else (),
    )


def _names(query: PersonQuery, is_given: Callable[[str], bool]) -> tuple[str, str]:
    """Last and first name, as typed."""
    words = query.typed
    if query.typed_last:
        return " ".join(words[: query.typed_last]), " ".join(words[query.typed_last :])
    if len(words) < 2:
        return " ".join(words), ""
    if len(words) == 2 and (len(words[1]) == 1 or (is_given(words[1]) and not is_given(words[0]))):
        return words[0], words[1]
    return " ".join(words[1:]), words[0]
