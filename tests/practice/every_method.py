"""Every declared method, and a successful call of each on the tiny office."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import msgspec

from app.wire.catalog import endpoints
from app.wire.codec import request_parts
from app.wire.endpoint import Call, Endpoint, Parameter
from app.wire.lenient import reader_of
from tests.practice.conftest import Desk, closed, open_at
from tests.practice.copies import Copies
from tests.practice.samples import insurance, papers
from tests.practice.samples.every import SAMPLES

ALL = tuple(endpoint for endpoint in endpoints() if endpoint.deprecated is None)
DEPRECATED = tuple(endpoint for endpoint in endpoints() if endpoint.deprecated is not None)

GROUP_NOTE = "INSERT INTO procedurelog (ProcNum, PatNum, CodeNum, ProcStatus) VALUES (9, 1, 6, 3)"
READS_BY_PUT = {"Queries.short_query"}


def only_reads(endpoint: Endpoint) -> bool:
    """Whether a call leaves the office unchanged, so that calls may share one."""
    return endpoint.verb == "GET" or endpoint.name in READS_BY_PUT


def sample(endpoint: Endpoint) -> dict[str, Any]:
    """A successful call of this method on the tiny office."""
    wanted = SAMPLES.get(endpoint.name, {})
    types = {each.name: each.type for each in endpoint.parameters}
    return {name: reader_of(types[name])(value) for name, value in wanted.items()}


async def call(desk: Desk, endpoint: Endpoint, arguments: Mapping[str, Any], **more: Any) -> httpx.Response:
    """Send a call as the program's own client encodes it; `more` replaces raw fields."""
    parts = request_parts(Call(endpoint, dict(arguments)))
    query, body = dict(parts.query), msgspec.json.decode(parts.body) if parts.body else {}
    places = {each.name: each.place for each in endpoint.parameters}
    for name, value in more.items():
        (query if places[name] == "query" else body)[name] = value
    for name in [name for name, value in more.items() if value is None]:
        query.pop(name, None)
        body.pop(name, None)
    send_body = parts.body is not None
    return await desk.http.request(parts.verb, parts.path, params=query, json=body if send_body else None)


def with_fields(
    wanted: Callable[[Endpoint, Parameter], bool],
) -> list[tuple[Endpoint, Parameter]]:
    """Every such field of every method."""
    return [(endpoint, each) for endpoint in ALL for each in endpoint.parameters if wanted(endpoint, each)]


class Offices:
    """The tiny office with a group note and a folder of files: shared by all reads, a fresh one for each write."""

    def __init__(self, copies: Copies, folder: Path) -> None:
        self._copies = copies
        self._folder = folder
        self._shared: Desk | None = None

    def shared(self) -> Desk:
        """The one shared by all reads."""
        self._shared = self._shared or self._open()
        return self._shared

    @asynccontextmanager
    async def for_calls_of(self, endpoint: Endpoint) -> AsyncIterator[Desk]:
        """An office that no other method has changed."""
        if only_reads(endpoint):
            yield self.shared()
            return
        desk = self._open()
        yield desk
        await closed(desk, self._copies)

    async def close(self) -> None:
        """Close the shared one."""
        if self._shared is not None:
            await closed(self._shared, self._copies)

    def _open(self) -> Desk:
        for group in (insurance, papers):
            group.put_files(self._folder)
        desk = open_at(self._copies.take(), files=self._folder)
        desk.sql(GROUP_NOTE)
        return desk
