"""Sets of procedures that are being sent: kept on disk before the first, so that none is lost in the middle.

Each of a set's writes carries the set's id and its place in it: what the journal has is never sent again.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from app.core.clock import Clock
from app.core.stored import StoredRows
from app.journal.entries import Entry, Intent
from app.journal.journal import KEPT_DAYS, Journal

NAME = "procedure sets"  # words: a name in the local store; a start looks for it before this is imported
SET = "set"
"""In an intent's context: the set, and the place in it."""
EMPTY = b"[]"
"""The document without a set: it is deleted."""
A_DAY = timedelta(days=1)
"""How far this PC's clock may have been set back or ahead between a set and its writes."""
KNOWN = timedelta(days=KEPT_DAYS) - 2 * A_DAY
"""For so long after a set was begun the journal certainly has all that it sent."""


class KeptSet(Struct, frozen=True):
    """One set. `follows`: the appointment's length is to follow its procedures."""

    id: str
    apt_num: int
    pat_num: int
    whose: str
    intents: tuple[Intent, ...]
    begun_at: datetime
    """In UTC."""
    follows: bool = False


class Standing(Struct, frozen=True):
    """What has become of a set: its entries in the journal, in their order, and what was never sent."""

    sent: tuple[Entry, ...]
    left: tuple[Intent, ...]

    @property
    def is_settled(self) -> bool:
        """Whether all that was sent has an outcome."""
        return all(entry.state.settled for entry in self.sent)


class KeptSets:
    """What is changed is on disk on return. All methods that change it raise StoreFailed."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._documents = journal.store.documents
        self._clock = clock
        self._disk = asyncio.Lock()
        self._own: set[str] = set()
        """The ids of those that this run has begun."""

    async def keep(
        self, apt_num: int, pat_num: int, whose: str, intents: Sequence[Intent], *, follows: bool
    ) -> KeptSet:
        """Keep a set before its first write is sent. Returns it with the intents to send."""
        name = secrets.token_hex(8)
        placed = tuple(
            replace(each, context={**each.context, SET: [name, place]}) for place, each in enumerate(intents)
        )
        kept = KeptSet(name, apt_num, pat_num, whose, placed, self._clock.utc(), follows)
        self._own.add(name)
        async with self._disk:
            stored = await self._stored()
            await self._put(stored, [*stored.rows, kept])
        return kept

    async def drop(self, kept: KeptSet) -> None:
        """Delete a set: it is done, or the user doesn't want the rest."""
        async with self._disk:
            stored = await self._stored()
            await self._put(stored, [each for each in stored.rows if each.id != kept.id])

    async def load(self) -> tuple[KeptSet, ...]:
        """The sets that an earlier run ended in the middle of. Raises StoreFailed.

        Those that are older than the journal's entries are dropped: what of them was sent is no longer known.
        """
        oldest = self._clock.utc() - KNOWN
        async with self._disk:
            stored = await self._stored()
            known = [each for each in stored.rows if each.begun_at > oldest]
            if len(known) < len(stored.rows):
                await self._put(stored, known)
        return tuple(each for each in known if each.id not in self._own)

    async def standing(self, kept: KeptSet) -> Standing:
        """What the journal on disk says of a set, however much was written since. Raises StoreFailed."""
        found: dict[int, Entry] = {}
        until = self._clock.utc() + A_DAY
        for entry in await self._journal.made_between(kept.begun_at - A_DAY, until):
            if set_of(entry) == kept.id:
                found[entry.intent.context[SET][1]] = entry  # the latest one: a refused one may be sent again
        left = (each for place, each in enumerate(kept.intents) if place not in found)
        return Standing(tuple(found[place] for place in sorted(found)), tuple(left))

    async def _put(self, stored: StoredRows[KeptSet], sets: Sequence[KeptSet]) -> None:
        data = stored.encode(sets)
        if data == EMPTY:
            await self._documents.delete(NAME)
        else:
            await self._documents.put(NAME, data, self._clock.utc())

    async def _stored(self) -> StoredRows[KeptSet]:
        stored = await self._documents.get(NAME)
        return StoredRows(stored.data if stored is not None else b"", KeptSet, lambda kept: kept.id)


def set_of(entry: Entry) -> str:
    """The id of the set that a write belongs to; empty: none. The undo of one belongs to none."""
    name, _ = entry.intent.context.get(SET, ("", -1))
    return name if entry.intent.undo_of is None else ""
