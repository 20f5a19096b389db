"""Reads the account of a patient's family."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, ClassVar

from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import ApiError, NotFound
from app.api.need import Need
from app.services.money.account.family import family_account, shared_with
from app.services.money.account.lists import AccountLists, Family
from app.services.money.account.query import account_query, families_of, family_of, rows_of
from app.services.money.account.records import FamilyAccount, Figures, Source, figures_stated
from app.services.money.account.rows import Collected, FamilyRows
from app.store.changes import Change
from app.store.office import Office
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part

_QUESTION = "account"
_NOBODY = "Patients.get"
"""The method that the error of a missing patient names."""


class AccountReader(PartReader[FamilyAccount]):
    """With Queries one request per page of rows, and one for Open Dental's own figures; else lists of each member."""

    part: ClassVar[Part] = Part.ACCOUNT
    also: ClassVar[frozenset[Part]] = frozenset({Part.INSURANCE})
    kept: ClassVar[int] = 30
    """A family's entries take a tenth of a megabyte. Half as many: a tenth more requests a day."""

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
        if account.differs and source is Source.LISTS:
            found = replace(found, links=await self._lists.every_link(need))
            account = family_account(pat_num, found, self._today, source=source, stated=stated)
        self._families[pat_num] = frozenset(each.pat_num for each in account.members)
        return account

    @property
    def _today(self) -> date:
        return self.office.clock.now().date()

    async def _rows(self, pat_num: int, need: Need) -> tuple[FamilyRows, Source]:
        pages = _Pages(lambda rows: self._show(pat_num, rows))
        if await self._questions.paged(
            _QUESTION, account_query(family_of(pat_num), self._today), need, pages.take
        ):
            others, _ = shared_with(pat_num, pages.rows)
            if others:
                pages.quiet()
                query = account_query(families_of(others), self._today)
                await self._questions.paged(_QUESTION, query, need, pages.take)
            return pages.rows, Source.QUERY
        return await self._by_lists(pat_num, need)

    async def _by_lists(self, pat_num: int, need: Need) -> tuple[FamilyRows, Source]:
        """The service date view first, which is one request, then the lists, where the office has them."""
        family = await self._lists.members(pat_num, need)
        lists = self.office.lists
        providers = {row.Abbr: row.ProvNum for row in lists.providers} if lists is not None else {}
        rows = None
        if self._lists.can_compose:
            rows, _ = await asyncio.gather(
                self._lists.read(family[0], need), self._show_view(pat_num, family, providers, need)
            )
        if rows is None:
            return await self._lists.view(pat_num, family, providers, need), Source.VIEW
        others, unknown = shared_with(pat_num, rows)
        owners = await asyncio.gather(*(self._lists.owner_of(thing, need) for thing in unknown))
        for number in (others | set(owners)) - {0}:
            collected = Collected()
            collected.add(rows)
            if number not in {row.PatNum for row in rows.members}:
                more, _ = await self._lists.members(number, need)
                if (read := await self._lists.read(more, need)) is not None:
                    collected.add(read)
            rows = collected.rows
        return rows, Source.LISTS

    async def _show_view(
        self, pat_num: int, family: Family, providers: Mapping[str, int], need: Need
    ) -> None:
        """Show the service date view while the lists are read; where the office refuses it, nothing is shown early."""
        try:
            rows = await self._lists.view(pat_num, family, providers, need)
        except ApiError:
            return
        account = family_account(pat_num, rows, self._today, source=Source.VIEW)
        self.publish(pat_num, replace(account, complete=False))

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

    def quiet(self) -> None:
        """What comes now is not of the family: it isn't shown by itself."""
        self._show = lambda _: None

    def take(self, page: list[dict[str, Any]], unreadable: int) -> None:
        """One more page. The one before it was not the last."""
        if self._count and self._count & (self._count - 1) == 0:
            self._show(self._collected.rows)
        self._count += 1
        self._collected.add(rows_of(page, unreadable))
