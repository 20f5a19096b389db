"""The requests that search the office for typed text.

Open Dental compares names letter by letter, so different spellings are separate requests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from app.domain.people.names import words_of
from app.domain.people.search import PersonQuery

FEWEST_LETTERS = 2
"""Shorter names are searched only in memory: the office would return half of its patients."""
FEWEST_DIGITS = 4
MOST_LETTERS = 100
"""Open Dental's maximum length of a name; it refuses longer ones."""
MOST_DIGITS = 30
"""Maximum length of a phone number."""
MOST_OF_CHART = 20
"""Maximum length of a chart number."""
SURE_DIGITS = 7
"""From this many digits on, few patients match, so a name next to them is not sent."""
KEY_DIGITS = 9
"""Maximum number of digits in a PatNum."""
PIECE_LETTERS = 3
"""A shorter part of a name is sent only if nothing else was typed: it matches half of all patients."""
LONG_LETTERS = 9
"""A name of this length may consist of three words: von der Heide."""
MOST_PIECES = 6
"""Maximum number of requests for other spellings of a name."""

_DIGITS = re.compile("[0-9]+")


class Question(Struct, frozen=True):
    """One request: Patients GET (multiple) or GET Simple by its parameters, or one patient by number."""

    arguments: dict[str, Any]
    pat_num: int | None = None
    exact: bool = True
    """Whether everyone in the answer matches; otherwise non-matching patients are filtered out."""
    inside: bool = False
    """Whether the middle of a name matches too: GET Simple, since GET (multiple) may compare beginnings only."""


Stage = tuple[Question, ...]
"""Requests that are sent together; the next stage is sent only if they found nobody."""


def stages_of(query: PersonQuery, last_names: Sequence[str], *, everybody: bool) -> list[Stage]:
    """The stages of requests, most likely reading first; none if the text is too short.

    `last_names` are those found in memory: they tell which word is the last name. If memory holds
    `everybody`, only new patients are searched, as typed.
    """
    few_letters = len("".join(query.words)) < FEWEST_LETTERS
    if query.birthdates or len(query.digits) >= SURE_DIGITS or few_letters:
        stages = _by_number(query)
    else:
        numbers = {"Phone": query.digits} if len(query.digits) >= FEWEST_DIGITS else {}
        names = _likeliest_first(_as_typed(query), last_names)
        stages = [(Question({**name, **numbers}),) for name in names]
        if not everybody:
            stages += [(each,) for each in _by_chart(query)]
            stages += [(Question(name, exact=False, inside=True),) for name in _otherwise(query)]
    return stages[:1] if everybody and not query.words else stages


def _by_number(query: PersonQuery) -> list[Stage]:
    found = [Question({"Birthdate": each}, exact=not query.words) for each in query.birthdates]
    digits = query.digits
    if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        found.append(Question({"Phone": digits}, exact=not query.words))
    own = _by_chart(query)
    if not query.words and 0 < len(digits) <= KEY_DIGITS and int(digits):
        own.append(Question({}, pat_num=int(digits)))
    together = len(digits) < SURE_DIGITS and not query.birthdates
    stages = [(*found, *own)] if together else [tuple(found), tuple(own)]
    return [stage for stage in stages if stage]


def _by_chart(query: PersonQuery) -> list[Question]:
    """A chart number, searched by its longest run of digits, since its punctuation may differ in the office."""
    code = query.code if len(query.code) <= MOST_OF_CHART else ""
    run = max(_DIGITS.findall(code), key=len, default="")
    return [Question({"ChartNumber": run}, exact=False)] if run else []


def _as_typed(query: PersonQuery) -> list[dict[str, str]]:
    typed = query.typed
    if query.typed_last:
        return [_names(typed[: query.typed_last], typed[query.typed_last :])]
    if len(typed) == 1:
        return [_names(typed, ()), _names((), typed)]
    return [_names(typed[:1], typed[1:]), _names(typed[-1:], typed[:-1]), _names(typed, ())]


def _otherwise(query: PersonQuery) -> list[dict[str, str]]:
    """Parts of the name, to find other spellings: joined, separate, different punctuation, or with a typo.

    A single word is asked for as typed too: it may be the second half of a longer name. If a name is split or
    misspelled in one place, one of its halves is unaffected.
    """
    words, last = query.words, query.last_words
    given = max(words[last:], key=len)[:2] if 0 < last < len(words) else ""
    family = words[:last] or words
    whole = dict.fromkeys((family[-1], max(family, key=len), family[0]))
    pieces = [*whole, *(half for word in whole for half in _halves(word))]
    asked = {_plain(query): None} | dict.fromkeys(each for each in pieces if len(each) >= PIECE_LETTERS)
    exactly = "" if given or len(query.typed) == 1 else " ".join(query.typed).lower()
    return [_names((piece,), (given,)) for piece in asked if piece != exactly][:MOST_PIECES]


def _halves(word: str) -> list[str]:
    middle = len(word) // 2
    end = [word[-4:]] if len(word) >= LONG_LETTERS else []
    return [word[middle:], *end, word[: len(word) - middle]]


def _plain(query: PersonQuery) -> str:
    """The last name, or the whole name, without accents: the office's spelling may have none."""
    return " ".join(query.words[: query.last_words] or query.words)


def _names(last: Iterable[str], first: Iterable[str]) -> dict[str, str]:
    asked = {"LName": " ".join(last), "FName": " ".join(first)}
    return {part: name[:MOST_LETTERS] for part, name in asked.items() if name}


def _likeliest_first(asked: list[dict[str, str]], last_names: Sequence[str]) -> list[dict[str, str]]:
    """The word that is the last name: patients in memory decide, then the order of typing."""
    known = ["".join(words_of(name)) for name in last_names]

    def unlikely(question: dict[str, str]) -> bool:
        return not any(name.startswith("".join(words_of(question.get("LName", "")))) for name in known)

    return sorted(asked, key=unlikely)
