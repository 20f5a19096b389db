"""Documents in the local store, by name: the downtime copy, later pinboard, reminders and unread marks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, Protocol

from msgspec import Struct

from app.sealed.sealed_file import SealedFile
from app.sealed.tables import DOCUMENTS, Row


class Stored(Struct, frozen=True):
    """A document as it was saved. `saved_at` is in UTC."""

    data: bytes
    saved_at: datetime


class DocumentKeeper(Protocol):
    """Keeps documents by name: on this PC, or shared with the office (`app.services.hub.documents`)."""

    async def put(self, name: str, data: bytes, saved_at: datetime) -> None:
        """Save a document in place of the one with its name; it is on disk on return. Raises StoreFailed."""
        ...

    async def get(self, name: str) -> Stored | None:
        """The document with this name; None if there is none that can be read. Raises StoreFailed."""
        ...


class Runs(Protocol):
    """Runs work on the file in the store's thread."""

    def __call__(self, work: Callable[[SealedFile], Any], /) -> Awaitable[Any]:
        """The work's result, or its error."""
        ...


class Documents:
    """Every method returns once it is on disk, and raises StoreFailed when the disk refuses."""

    def __init__(self, run: Runs) -> None:
        self._run = run

    async def put(self, name: str, data: bytes, saved_at: datetime) -> None:
        """Save a document in place of the one with its name. `saved_at` needs a time zone."""
        await self._run(lambda file: write(file, name, Stored(data, saved_at)))

    async def get(self, name: str) -> Stored | None:
        """The document with this name; None if there is none that can be read."""
        stored: Stored | None = await self._run(lambda file: read(file, name))
        return stored

    async def delete(self, name: str) -> None:
        """Delete the document with this name, if it exists."""
        await self._run(lambda file: file.delete(DOCUMENTS, _ids(file, name)))


def write(file: SealedFile, name: str, document: Stored) -> None:
    """Save a document. Blocks."""
    old = _ids(file, name)
    moment = document.saved_at.astimezone(UTC).isoformat(timespec="microseconds")
    row_id = old[0] if old else file.next_id(DOCUMENTS)
    file.put(DOCUMENTS, Row(row_id, (name, moment), document.data))


def read(file: SealedFile, name: str) -> Stored | None:
    """The document with this name, or None. Blocks."""
    rows, _ = file.rows(DOCUMENTS, "name = ?", (name,))
    if not rows:
        return None
    return Stored(rows[0].body, datetime.fromisoformat(str(rows[0].clear[1])))


def _ids(file: SealedFile, name: str) -> list[int]:
    rows, broken = file.rows(DOCUMENTS, "name = ?", (name,))
    return [*(row.id for row in rows), *broken]
