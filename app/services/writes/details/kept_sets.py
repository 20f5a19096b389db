"""Sets of procedures that are being sent: kept on disk before the first, so that none is lost in the middle.

Each of a set's writes has its place in it in the journal: what is there was sent, and is never sent again.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.core.clock import Clock
from app.journal.entries import Entry, Intent
from app.journal.journal import Journal

NAME = "procedure sets"  # words: a name in the local store; a start looks for it before this is imported
SET = "set"
"""In an intent's context: the set, and the place in it."""
LOOKED_BACK = 200
"""Number of entries searched for what a set has sent."""


class KeptSet(Struct, frozen=True):
    """One set. `follows`: the appointment's length is to follow its procedures."""

    id: str
    apt_num: int
    pat_num: int
    whose: str
    intents: tuple[Intent, ...]
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

    async def keep(
        self, apt_num: int, pat_num: int, whose: str, intents: Sequence[Intent], *, follows: bool
    ) -> KeptSet:
        """Keep a set before its first write is sent. Returns it with the intents to send."""
        name = secrets.token_hex(8)
        placed = tuple(
            replace(each, context={**each.context, SET: [name, place]}) for place, each in enumerate(intents)
        )
        kept = KeptSet(name, apt_num, pat_num, whose, placed, follows)
        async with self._disk:
            await self._put([*await self._stored(), kept])
        return kept

    async def drop(self, kept: KeptSet) -> None:
        """It is done, or nobody wants the rest."""
        async with self._disk:
            stored = await self._stored()
            if left := [each for each in stored if each.id != kept.id]:
                await self._put(left)
            elif stored:
                await self._documents.delete(NAME)

    async def load(self) -> tuple[KeptSet, ...]:
        """The sets that the program ended in the middle of. Raises StoreFailed."""
        async with self._disk:
            return tuple(await self._stored())

    def standing(self, kept: KeptSet) -> Standing:
        """What the journal says of a set."""
        found: dict[int, Entry] = {}
        for entry in self._journal.recent(
            LOOKED_BACK
        ):  # the latest first: a refused one may have been sent again
            name, place = entry.intent.context.get(SET, ("", -1))
            if name == kept.id and entry.intent.undo_of is None:
                found.setdefault(place, entry)
        left = (each for place, each in enumerate(kept.intents) if place not in found)
        return Standing(tuple(found[place] for place in sorted(found)), tuple(left))

    async def _put(self, sets: Sequence[KeptSet]) -> None:
        await self._documents.put(NAME, msgspec.json.encode(list(sets)), self._clock.utc())

    async def _stored(self) -> list[KeptSet]:
        stored = await self._documents.get(NAME)
        try:
            return msgspec.json.decode(stored.data, type=list[KeptSet]) if stored is not None else []
        except msgspec.DecodeError:
            return []
