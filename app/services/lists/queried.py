"""Reads the lists by query: one for a list, in pages of 100 rows, with names, contacts and fees."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from app.api.need import Need
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.schedule.visit import Person
from app.services.lists.queries import (
    appointment_of,
    appointments_query,
    fees_query,
    recall_of,
    recalls_query,
)
from app.store.office import Office
from app.store.queries import Questions, known_of_query
from app.wire.lenient import Misread, read_money, whole_or

PAST, FUTURE, TYPES = "RecallDaysPast", "RecallDaysFuture", "RecallTypesShowingInList"
"""The office's preferences for its recall list; -1 days: no limit."""
CODE = re.compile(r"[A-Za-z0-9]{1,15}")
Row = dict[str, Any]


class QueriedLists:
    """Each method returns None without Queries, and raises the client's other ApiErrors."""

    def __init__(self, office: Office, questions: Questions, people: dict[int, Person]) -> None:
        """`people` gets the patients of the rows."""
        self._office = office
        self._questions = questions
        self._people = people
        self._fees: dict[str, Decimal] = {}
        self._asked: set[str] = set()
        """Codes whose fees were asked for."""

    async def appointments(
        self, kind: CandidateKind, clinic: int, need: Need
    ) -> tuple[Candidate, ...] | None:
        """The ASAP, unscheduled or planned list."""
        today = self._office.clock.now().date()
        command = appointments_query(kind, clinic, today, today + timedelta(days=1))
        rows = await self._rows(f"list {kind}", command, need)  # words: a query's name
        return None if rows is None else tuple(appointment_of(row, kind, today) for row in rows)

    async def recalls(self, clinic: int, need: Need) -> tuple[Candidate, ...] | None:
        """The recall list, as the office's preferences limit it."""
        preferences = await self._questions.preferences((PAST, FUTURE, TYPES), need)
        if preferences is None:
            return None
        today = self._office.clock.now().date()
        past, future = (whole_or(preferences.get(name), -1) for name in (PAST, FUTURE))
        first: date | None = today - timedelta(days=past) if past >= 0 else None
        last: date | None = today + timedelta(days=future) if future >= 0 else None
        types = ",".join(
            part.strip() for part in preferences.get(TYPES, "").split(",") if part.strip().isdecimal()
        )
        command = recalls_query(clinic, today, (first, last), types)
        rows = await self._rows("recall list", command, need)  # words: a query's name
        if rows is None:
            return None
        await self._read_fees(rows, need)
        return tuple(recall_of(row, self._fees) for row in rows)

    async def _rows(self, name: str, command: str, need: Need) -> list[Row] | None:
        """All rows; the patients in them are known from now on."""
        found: list[Row] = []

        def take(page: list[Row], _unreadable: int) -> None:
            found.extend(page)
            known = [known_of_query(row) for row in page]
            self._office.people.learn(known)
            self._people.update({each.person.pat_num: each.person for each in known})

        return found if await self._questions.paged(name, command, need, take) else None

    async def _read_fees(self, rows: Iterable[Row], need: Need) -> None:
        codes = {
            code.strip()
            for row in rows
            for code in str(row.get("Procedures") or "").split(",")
            if CODE.fullmatch(code.strip())
        }
        if not (new := codes - self._asked):
            return
        command = fees_query(sorted(new))
        found = await self._questions.ask("usual fees", command, need)  # words: a query's name
        for row in found or ():
            try:
                self._fees[str(row.get("ProcCode"))] = read_money(row.get("Amount"))
            except Misread:
                continue
        self._asked |= new
