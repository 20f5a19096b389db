"""The office's lists in memory, and when to read them."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

from app.api.need import Need
from app.store.changes import ChangeKind, Changes
from app.store.lists import ListName, ListReader, OfficeLists


class KnownLists:
    """Holds the lists and notifies of changes. Both methods that read raise the client's ApiErrors."""

    def __init__(self, reader: ListReader, changes: Changes) -> None:
        self._reader = reader
        self._changes = changes
        self._lists = OfficeLists()
        self._one_reads = asyncio.Lock()
        self._copied: frozenset[ListName] = frozenset()
        """Lists that are known only from the downtime copy."""

    @property
    def usable(self) -> OfficeLists | None:
        """Operatories, providers, statuses; None until at least the operatories are known."""
        return None if ListName.OPERATORIES in self._lists.missing else self._lists

    @property
    def server_time(self) -> datetime | None:
        """The office's time when the providers were read; None: not read yet."""
        return self._lists.server_time

    async def read_missing(self, need: Need = Need.SCREEN) -> None:
        """Read what is missing. Sends nothing if all are known, or for lists another reader is already reading."""
        async with self._one_reads:
            if unread := self._lists.missing | self._copied:
                await self._reader.read(unread, self._take_one, need, self._lists)

    async def reread(self) -> None:
        """Read all lists again, at the lowest priority.

        The old ones stay until all have arrived; a list that the office no longer returns stays as it was.
        """
        fresh = known = self._lists

        def take(name: ListName, found: dict[str, Any]) -> None:
            nonlocal fresh
            fresh = fresh.with_list(name, found)

        await self._reader.read(frozenset(ListName), take, Need.PREFETCH, known)
        self.take(fresh)

    def restore(self, lists: OfficeLists) -> None:
        """Use the downtime copy where nothing has been read yet; all of it is still to be read."""
        if self.usable is None:
            self._copied = frozenset(ListName) - lists.missing
            self._show(lists)

    def take(self, lists: OfficeLists) -> None:
        """Store all lists."""
        self._copied = frozenset()
        self._show(lists)

    def _show(self, lists: OfficeLists) -> None:
        self._lists = lists
        if self.usable is not None:
            self._changes.tell(ChangeKind.LISTS)

    def _take_one(self, name: ListName, found: dict[str, Any]) -> None:
        self._copied -= {name}
        self._show(self._lists.with_list(name, found))
