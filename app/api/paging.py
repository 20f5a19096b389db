"""Paging of lists: rows per page, and whether another page follows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from app.api import errors
from app.api.answers import undecoded
from app.api.documented import says_none
from app.api.transport import Answer
from app.wire.codec import CodecError, RequestParts, decode_rows
from app.wire.endpoint import Endpoint
from app.wire.rows import RowList

LIMITS = (100, 1_000, 10_000)
"""The page limits of offices. A page with exactly this many rows may be full even if more were requested."""

MOST_PAGES = 2_000
"""Per list: 200,000 rows in the smallest pages."""

Fetch = Callable[[RequestParts], Awaitable[Answer]]


class PageLimits:
    """The maximum rows per page of each method, where they proved to be less than the mode's limit."""

    def __init__(self) -> None:
        self._learned: dict[str, int] = {}

    def of(self, endpoint: Endpoint, promised: int) -> int:
        """How many rows to request, and how many make a full page."""
        if endpoint.page_rows is not None:
            return endpoint.page_rows
        return min(promised, self._learned.get(endpoint.name, promised))

    def learn(self, endpoint: Endpoint, limit: int) -> None:
        """A page of `limit` rows, although more were requested, was followed by another."""
        self._learned[endpoint.name] = limit


class Pagination:
    """Fetches the pages of one call. `promised` returns the current page limit of the mode and key."""

    def __init__(
        self,
        endpoint: Endpoint,
        parts: RequestParts,
        fetch: Fetch,
        limits: PageLimits,
        promised: Callable[[], int],
        took: Callable[[RowList[Any], Answer], None],
        record: Any,
    ) -> None:
        """`took` is called with each page, and the answer that it came in, as it arrives; `record`: the rows' type."""
        self._endpoint = endpoint
        self._parts = parts
        self._fetch = fetch
        self._limits = limits
        self._promised = promised
        self._took = took
        self._record = record
        self._doubts: dict[int, int] = {}
        self._pages = 0

    async def __call__(self, offset: int) -> tuple[RowList[Any], bool]:
        """The page that starts at `offset`, and whether more may follow. Raises the client's errors."""
        self._pages = self._pages + 1 if offset else 1
        if self._pages > MOST_PAGES:
            raise errors.TooManyPages(self._endpoint.name)
        limit = self._limits.of(self._endpoint, self._promised())
        try:
            answer = await self._fetch(self._page_parts(offset, limit))
        except errors.NotFound:
            if offset:
                return RowList([]), False  # the answer of some methods after the last row
            raise
        if says_none(self._endpoint.words_for_none, answer.body):
            return RowList([]), False
        try:
            page = decode_rows(answer.body, self._record)
        except CodecError as wrong:
            raise undecoded(self._endpoint, answer, wrong) from wrong
        self._took(page, answer)
        count = len(page) + len(page.unreadable)
        if count and offset in self._doubts:
            self._limits.learn(self._endpoint, self._doubts[offset])
        if not self._endpoint.paged:
            return page, False
        if count in LIMITS and count < limit:
            self._doubts[offset + count] = count
            return page, True
        return page, count >= limit

    def _page_parts(self, offset: int, limit: int) -> RequestParts:
        parts = self._parts
        query = list(parts.query)
        if self._endpoint.paged and self._endpoint.page_rows is None:
            query.append(("Limit", str(limit)))
        if offset:
            query.append(("Offset", str(offset)))
        return RequestParts(parts.verb, parts.path, query, parts.body)
