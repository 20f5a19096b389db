"""Reads the account of a patient's family."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, ClassVar

from app.api.client import OpenDental
from app.api.errors import ApiError, NotFound
from app.api.need import Need
from app.services.money.account.family import family_account
from app.services.money.account.lists import AccountLists
from app.services.money.account.query import account_query, family_of, rows_of
from app.services.money.account.records import FamilyAccount, Figures, Source, figures_stated
from app.services.money.account.rows import Collected, FamilyRows
from app.store.changes import Change
from app.store.office import Office
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part

_NOBODY = "Patients.get"
"""The method that the error of a missing patient names."""


class AccountReader(PartReader[FamilyAccount]):
    """With Queries one request per page of rows, and one for Open Dental's own figures; else lists of each member."""

    part: ClassVar[Part] = Part.ACCOUNT
    also: ClassVar[frozenset[Part]] = frozenset({Part.INSURANCE})

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)
        self._lists = AccountLists(client)
        self._families: dict[int, frozenset[int]] = {}
        """By patient: the family, whose payments and treatment change the account."""

    def concerns(self, change: Change) -> Iterable[int]:
        """The whole family's account changes with each member's."""
        found = set(super().concerns(change))
        return found | {pat_num for pat_num, family in self._families.items() if family & found}

    async def read(self, pat_num: int, need: Need) -> FamilyAccount:
        """Read it. Raises NotFound for an unknown patient, and the client's other ApiErrors."""
        rows, stated = await asyncio.gather(
            self._rows(pat_num, need), self._stated(pat_num, need), return_exceptions=True
        )
        if isinstance(rows, BaseException):
            raise rows
        if isinstance(stated, BaseException):
            raise stated
        found, source = rows
        if not any(row.PatNum == pat_num for row in found.members):
            raise NotFound(_NOBODY)
        account = family_account(pat_num, found, self._today, source=source, stated=stated)
        self._families[pat_num] = frozenset(each.pat_num for each in account.members)
        return account

    @property
    def _today(self) -> date:
        return self.office.clock.now().date()

    async def _rows(self, pat_num: int, need: Need) -> tuple[FamilyRows, Source]:
        pages = _Pages(lambda rows: self._show(pat_num, rows))
        if await self._questions.paged(
            "account", account_query(family_of(pat_num), self._today), need, pages.take
        ):
            return pages.rows, Source.QUERY
        members = await self._lists.members(pat_num, need)
        return await self._lists.read(members, need), Source.LISTS

    async def _stated(self, pat_num: int, need: Need) -> Figures | None:
        """What Open Dental says; None where it can't be asked."""
        try:
            return figures_stated(await self.client.at(need).account_modules.aging(pat_num))
        except ApiError:
            return None

    def _show(self, pat_num: int, rows: FamilyRows) -> None:
        """Show the newest entries while the others are read."""
        if any(row.PatNum == pat_num for row in rows.members):
            self.publish(pat_num, family_account(pat_num, rows, self._today, complete=False))


class _Pages:
    """Collects pages, and shows what is there after the 1st, 2nd, 4th, 8th: showing costs as much as reading."""

    def __init__(self, show: Callable[[FamilyRows], None]) -> None:
        self._collected = Collected()
        self._show = show
        self._count = 0

    @property
    def rows(self) -> FamilyRows:
        """All of them."""
        return self._collected.rows

    def take(self, page: list[dict[str, Any]], unreadable: int) -> None:
        """One more page. The one before it was not the last."""
        if self._count and self._count & (self._count - 1) == 0:
            self._show(self._collected.rows)
        self._count += 1
        self._collected.add(rows_of(page, unreadable))
