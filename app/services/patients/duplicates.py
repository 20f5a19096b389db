"""Finds the patients whom a person being entered may already be, in at most two requests for each pause in typing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.domain.people.duplicates import COMPARED_DIGITS, FEWEST_DIGITS, Duplicate, Named, duplicates
from app.wire.resources.patients_records import PatientMatch

FEWEST_LETTERS = 2
"""Letters of the last name from which it is searched, while there is no birthdate."""
GIVEN_LETTERS = 2
"""Letters of the first name that are searched: short forms begin alike more often than not."""
REMEMBERED = 8
"""Answers that are kept: typing on, or back, does not send the same question again."""

Question = tuple[tuple[str, Any], ...]


class Candidate(Struct, frozen=True):
    """A patient who may be the one being entered."""

    row: PatientMatch
    found: Duplicate


class FoundDuplicates(Struct, frozen=True):
    """The candidates, likeliest first."""

    candidates: tuple[Candidate, ...] = ()
    complete: bool = True
    """Whether the office answered all questions; False: there may be others."""


def still_found(found: FoundDuplicates, typed: Named) -> FoundDuplicates:
    """Those that fit what is typed now, before the office is asked again."""
    rows = {each.row.PatNum: each.row for each in found.candidates}
    fitting = duplicates(typed, ((number, named(row)) for number, row in rows.items()))
    return FoundDuplicates(tuple(Candidate(rows[each.pat_num], each) for each in fitting), found.complete)


class DuplicateFinder:
    """One for each form. The caller waits for a pause in typing, and cancels a search that is out of date."""

    def __init__(self, client: OpenDental) -> None:
        self._client = client
        self._known: dict[Question, Sequence[PatientMatch]] = {}

    async def find(self, typed: Named) -> FoundDuplicates:
        """The candidates for what is typed. Never raises an ApiError: a form is usable without them."""
        questions = questions_of(typed)
        answers = await asyncio.gather(*(self._ask(each) for each in questions))
        rows = {row.PatNum: row for answer in answers for row in answer or ()}
        found = duplicates(typed, ((number, named(row)) for number, row in rows.items()))
        candidates = tuple(Candidate(rows[each.pat_num], each) for each in found)
        return FoundDuplicates(candidates, complete=None not in answers)

    def forget(self) -> None:
        """Ask again next time: the office has changed."""
        self._known.clear()

    async def _ask(self, question: Question) -> Sequence[PatientMatch] | None:
        if (known := self._known.get(question)) is not None:
            return known
        try:
            rows = await self._client.at(Need.SCREEN).patients.list(**dict(question), showArchived=True)
        except ApiError:
            return None
        while len(self._known) >= REMEMBERED:
            del self._known[next(iter(self._known))]
        self._known[question] = rows
        return rows


def questions_of(typed: Named) -> list[Question]:
    """At most two: by the birthdate, or while there is none by the names; and by the phone."""
    found: list[Question] = []
    last, first = typed.last_name.strip(), (typed.first_name or typed.preferred).strip()
    if typed.birthdate is not None:
        found.append((("Birthdate", typed.birthdate),))
    elif len(last) >= FEWEST_LETTERS and first:
        found.append((("LName", last), ("FName", first[:GIVEN_LETTERS])))
    digits = ("".join(each for each in phone if each.isdecimal()) for phone in typed.phones)
    if (number := next((each for each in digits if len(each) >= FEWEST_DIGITS), "")) != "":
        found.append((("Phone", number[-COMPARED_DIGITS:]),))
    return found


def named(row: PatientMatch) -> Named:
    """A row of the patient list, as far as duplicates are compared."""
    return Named(
        row.LName,
        row.FName,
        row.Preferred,
        row.Birthdate,
        (row.WirelessPhone, row.HmPhone, row.WkPhone),
    )
