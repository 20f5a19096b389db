"""The statuses that a person may give the rows of the lists, and which of them this desk sets with a logged call."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import msgspec

from app.core.clock import Clock
from app.domain.lists.status import Reached, StatusKind, certain_status
from app.sealed.documents import DocumentKeeper
from app.store.lists import CONFIRMED_CATEGORY, OfficeLists

NAME = "statuses of calls"  # words: a name in the local store
NOTHING = 0
"""A logged call that sets no status."""


def confirmation_statuses(lists: OfficeLists | None) -> Mapping[int, str]:
    """The office's confirmation statuses in its order, without those that mean that the patient is or was here."""
    if lists is None:
        return {}
    here = {lists.stages.arrived, lists.stages.seated, lists.stages.dismissed}
    rows = lists.definitions.get(CONFIRMED_CATEGORY, ())
    return {row.DefNum: row.ItemName for row in rows if not row.isHidden and row.DefNum not in here}


class CallStatuses:
    """`await load()` once. Until a status is chosen, a call sets the office's status of exactly its name, if any."""

    def __init__(self, documents: DocumentKeeper, clock: Clock) -> None:
        self._documents = documents
        self._clock = clock
        self._chosen: dict[str, int] = {}
        self._disk = asyncio.Lock()
        self._loaded = False

    async def load(self) -> None:
        """Read what was chosen before. Raises StoreFailed."""
        async with self._disk:
            if self._loaded:
                return
            stored = await self._documents.get(NAME)
            if stored is not None:
                self._chosen = {**_decoded(stored.data), **self._chosen}
            self._loaded = True

    def of(self, reached: Reached, kind: StatusKind, statuses: Mapping[int, str]) -> int:
        """The status that such a call sets, of these; 0: none."""
        chosen = self._chosen.get(_key(reached, kind))
        if chosen is None:
            return certain_status(reached, statuses)
        return chosen if chosen in statuses else NOTHING

    async def choose(self, reached: Reached, kind: StatusKind, number: int) -> None:
        """Set this status with such calls from now on; 0: none. Raises StoreFailed."""
        self._chosen[_key(reached, kind)] = number
        await self.load()
        async with self._disk:
            await self._documents.put(NAME, msgspec.json.encode(self._chosen), self._clock.utc())


def _key(reached: Reached, kind: StatusKind) -> str:
    return f"{kind}: {reached}"


def _decoded(data: bytes) -> dict[str, int]:
    try:
        return msgspec.json.decode(data, type=dict[str, int])
    except msgspec.DecodeError:
        return {}
