"""Queries that replace many requests, where the key has the Queries permission."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from app.api import errors
from app.api.client import OpenDental
from app.api.need import Need
from app.core.text import Words, join
from app.domain.people.alerts import premed_words
from app.domain.people.index import KnownPatient
from app.domain.people.phones import phone_text
from app.domain.schedule.visit import Person
from app.wire.lenient import whole_or
from app.wire.query_rows import day, flag_or_none, number, text
from app.wire.resources.patients import PatientStatus
from app.wire.resources.queries import Queries

MOST_NAMES = 99
"""Patients per query. An answer with a full page of 100 rows would need a second request."""
PEOPLE_COLUMNS = (
    "PatNum, LName, FName, Preferred, Birthdate, HmPhone, WirelessPhone, WkPhone, MedUrgNote, Premed, PatStatus,"
    " ClinicNum, ChartNumber, Guarantor"
)


class Questions:
    """Queries the office's database. After a refusal no more are sent."""

    def __init__(self, client: OpenDental) -> None:
        self._client = client
        self._refused: set[str] = set()

    def may_ask(self, question: str) -> bool:
        """Whether the key may ask this one, as far as known."""
        return question not in self._refused and bool(self._client.can(Queries.short_query))

    async def people(self, pat_nums: Sequence[int], need: Need) -> list[KnownPatient] | None:
        """Names, numbers and medical alerts of up to `MOST_NAMES` patients; None without Queries."""
        if not pat_nums:
            return []
        numbers = ",".join(str(int(each)) for each in pat_nums[:MOST_NAMES])
        command = f"SELECT {PEOPLE_COLUMNS} FROM patient WHERE PatNum IN ({numbers})"  # noqa: S608  # integers
        rows = await self.ask("people", command, need)
        return None if rows is None else [known_of_query(row) for row in rows]

    async def preferences(self, names: Iterable[str], need: Need) -> dict[str, str] | None:
        """Preferences by name; None without Queries."""
        listed = ",".join(f"'{name}'" for name in names)
        command = f"SELECT PrefName, ValueString FROM preference WHERE PrefName IN ({listed})"  # noqa: S608  # ours
        rows = await self.ask("preferences", command, need)
        return None if rows is None else {text(row, "PrefName"): text(row, "ValueString") for row in rows}

    async def ask(self, question: str, command: str, need: Need) -> list[dict[str, Any]] | None:
        """The rows of a query; `question` names it, so that one that was refused is not sent again.

        None without Queries. Raises the client's other ApiErrors.
        """
        if not self.may_ask(question):
            return None
        try:
            return await self._client.at(need).queries.short_query(SqlCommand=command)
        except (errors.PermissionMissing, errors.BadRequest, errors.NotFound, errors.Gone):
            self._refused.add(question)
            return None

    async def paged(
        self, question: str, command: str, need: Need, take: Callable[[list[dict[str, Any]], int], None]
    ) -> bool:
        """As `ask` for an answer of many pages: `take` gets each page and the number of its unreadable rows.

        False without Queries. Raises the client's other ApiErrors.
        """
        if not self.may_ask(question):
            return False
        try:
            async for page in self._client.at(need).queries.short_query(SqlCommand=command).pages():
                take(page, len(page.unreadable))
        except (errors.PermissionMissing, errors.BadRequest, errors.NotFound, errors.Gone):
            self._refused.add(question)
            return False
        return True


def known_of_query(row: dict[str, Any]) -> KnownPatient:
    """A patient from the people query; missing or invalid fields are left empty."""
    phones = tuple(filter(None, (text(row, name) for name in ("WirelessPhone", "HmPhone", "WkPhone"))))
    urgent: Words = text(row, "MedUrgNote")
    premed = premed_words(premedicate=flag_or_none(row, "Premed"))
    alert = join([premed, urgent], ". ") if premed else urgent
    person = Person(
        pat_num=number(row, "PatNum"),
        last_name=text(row, "LName"),
        first_name=text(row, "FName"),
        preferred=text(row, "Preferred"),
        birthdate=day(row, "Birthdate"),
        phone=phone_text(phones[0]) if phones else "",
        alert=alert,
        phones=phones,
        guarantor=number(row, "Guarantor"),
    )
    return KnownPatient(
        person, number(row, "ClinicNum"), _status(text(row, "PatStatus")), text(row, "ChartNumber")
    )


def _status(text: str) -> str:
    """The database stores the status as its number in the documented order."""
    names = [str(each) for each in PatientStatus]
    number = whole_or(text, -1)
    return names[number] if 0 <= number < len(names) else text or names[0]
