"""The order of a search's results: how well each person matches, then by name."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.people.packed import LISTED, KnownPatient, search_key, unpack_name
from app.domain.people.search import Grouping, PersonQuery, SearchKey, fits_numbers, rank, rank_code

Rank = tuple[int, bool, tuple[str, ...], tuple[str, ...], int]
"""Rank, whether it is not an active patient, last name, given names, PatNum."""


def rank_line(line: str, groupings: Iterable[Grouping]) -> Rank | None:
    """By a packed line, if one of the groupings matches."""
    last, given, number, active = unpack_name(line)
    fits = [fit for each in groupings if (fit := rank(each, last, given)) is not None]
    return (min(fits), not active, last, given, number) if fits else None


def rank_known(query: PersonQuery, groupings: Iterable[Grouping], known: KnownPatient) -> Rank | None:
    """By chart number, birthdate or digits, and also by name where one was typed."""
    key = search_key(known)
    fits = [] if (by_code := rank_code(query, key)) is None else [by_code]
    if (query.digits or query.birthdates) and fits_numbers(query, key):
        if query.words:
            fits += [fit for each in groupings if (fit := rank(each, key.last, key.given)) is not None]
        else:
            sure = key.birthdate in query.birthdates[:1] or query.digits == str(key.pat_num)
            fits.append(0 if sure else 1)
    return (min(fits), known.status != LISTED, key.last, key.given, key.pat_num) if fits else None


def rank_named(
    query: PersonQuery, groupings: Iterable[Grouping], key: SearchKey, *, active: bool
) -> Rank | None:
    """By name, and by the birthdate or digits typed beside it."""
    fits = [fit for each in groupings if (fit := rank(each, key.last, key.given)) is not None]
    if not fits or not fits_numbers(query, key):
        return None
    return min(fits), not active, key.last, key.given, key.pat_num
