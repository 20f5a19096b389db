"""Paged lists, and rows that could not be read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator
from operator import attrgetter
from typing import Any, Generic, NoReturn, Protocol, TypeVar

from msgspec import Struct

T = TypeVar("T")

# words: for programmers
NOT_FETCHED = "whether there are rows isn't known before they are fetched"


class UnreadableRow(Struct, frozen=True):
    """A row of an answer that does not match the documentation, even read leniently."""

    index: int
    """Its position in the answer, from 0."""
    key: int | None
    """Its primary key, if it could be read."""
    reason: str
    """What is wrong, by field and type; never the content."""


class RowList(list[T], Generic[T]):
    """The rows of one answer, or of all its pages, and the unreadable ones."""

    def __init__(self, rows: list[T], unreadable: list[UnreadableRow] | None = None) -> None:
        super().__init__(rows)
        self.unreadable: list[UnreadableRow] = unreadable or []


class PageSource(Protocol[T]):
    """Fetches one page: the client."""

    async def __call__(self, offset: int) -> tuple[RowList[T], bool]:
        """Fetch the page that starts at `offset`; the flag tells whether more may follow."""
        ...


class Rows(Generic[T]):
    """A list of the API, not yet fetched.

    `await rows` fetches every page into one RowList; `async for row in rows` holds one page at a time;
    `await rows.first_page()` fetches one page only. Each raises the client's errors.
    """

    def __init__(self, fetch: PageSource[T], key: str | None = None) -> None:
        """`key` is the primary key's field: rows inserted between two pages make others appear twice."""
        self._fetch = fetch
        self._key = key

    def __bool__(self) -> NoReturn:
        raise TypeError(f"{NOT_FETCHED}: await it, or its .first_page()")

    def __await__(self) -> Generator[Any, None, RowList[T]]:
        return self._all().__await__()

    async def first_page(self) -> RowList[T]:
        """The first page only."""
        page, _ = await self._fetch(0)
        return page

    async def page(self, offset: int) -> tuple[RowList[T], bool]:
        """The page that starts at `offset`, and whether more may follow."""
        return await self._fetch(offset)

    async def pages(self) -> AsyncIterator[RowList[T]]:
        """Page after page until one is short. A row that an earlier page had is left out."""
        offset, more = 0, True
        seen: set[Any] = set()
        while more:
            page, more = await self._fetch(offset)
            offset += len(page) + len(page.unreadable)
            if self._key is not None and (more or seen):
                page, more = self._new(page, seen, self._key, more=more)
            yield page

    def _new(self, page: RowList[T], seen: set[Any], key: str, *, more: bool) -> tuple[RowList[T], bool]:
        """The new rows of a page. A page without any was the last: the server ignores Offset."""
        keys = list(map(attrgetter(key), page))
        if keys and seen.isdisjoint(keys):
            seen.update(keys)
            return page, more
        fresh = [row for row in page if not getattr(row, key) or getattr(row, key) not in seen]
        seen.update(getattr(row, key) for row in fresh)
        return RowList(fresh, page.unreadable), more and bool(fresh or page.unreadable)

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for row in page:
                yield row

    async def _all(self) -> RowList[T]:
        everything: RowList[T] = RowList([])
        seen = 0
        async for page in self.pages():
            everything.extend(page)
            everything.unreadable += [
                UnreadableRow(seen + bad.index, bad.key, bad.reason) for bad in page.unreadable
            ]
            seen += len(page) + len(page.unreadable)
        return everything
