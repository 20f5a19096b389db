"""Documents that the office shares, with a copy on this PC that is used and changed while the hub is away.

Each side may change a document. What the hub has, what this PC has and what whoever uses it has are merged by what
each of them started from, so that nothing is lost whoever comes first.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec
from msgspec import Struct

from app.api.errors import ApiError
from app.api.hub.link import HubLink, HubRefused
from app.core.clock import Clock
from app.core.observers import Observers
from app.core.tasks import TaskScope
from app.sealed.documents import DocumentKeeper, Stored
from app.sealed.errors import LocalStoreError
from app.wire.hub.office import READ_DOCUMENT, WRITE_DOCUMENT, ReadDocument, WriteDocument

BRIEF_SECONDS = 2.0
"""Whoever asks for a document gets this PC's copy if the hub takes longer."""
ABOUT = "hub's {name}"  # words: a name in the local store

Merge = Callable[[bytes, bytes, bytes], bytes]
"""Of what both started from (empty: nothing), this side's, and the other side's."""


class SharedKind(Struct, frozen=True):
    """How documents of one kind are shared. `owner`: the UserNum of whose document a name is; 0: everybody's."""

    is_one: Callable[[str], bool]
    merge: Merge
    owner: Callable[[str], int] = lambda _: 0


class _Known(Struct, frozen=True):
    """What this PC knows of the hub's document."""

    version: int = 0
    body: bytes = b""


class SharedDocuments:
    """A `DocumentKeeper`: names of no shared kind stay on this PC.

    `again(name)` after the stream told of a change, `reconnected()` after it was away.
    """

    def __init__(
        self,
        documents: DocumentKeeper,
        link: HubLink,
        kinds: tuple[SharedKind, ...],
        token_of: Callable[[int], str],
        clock: Clock,
        scope: TaskScope,
    ) -> None:
        """`token_of` a person who has signed in here; empty: the document waits until that person does."""
        self._documents = documents
        self._link = link
        self._kinds = kinds
        self._token_of = token_of
        self._clock = clock
        self._scope = scope
        self._disk: Mapping[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._hub: Mapping[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._given: dict[str, bytes] = {}
        """What whoever uses a document has of it."""
        self._merged = set[str]()
        """What another desk changed since it was given."""
        self._changed = Observers[str]()

    def watch(self, watcher: Callable[[str], object]) -> Callable[[], None]:
        """Call back with a name after another desk's change has come. Returns a function that unsubscribes."""
        return self._changed.add(watcher)

    async def get(self, name: str) -> Stored | None:
        """As DocumentKeeper: the hub's if it answers soon, with what was changed here."""
        if (kind := self._kind(name)) is None:
            return await self._documents.get(name)
        await self._exchange(name, kind, quiet=True)
        async with self._disk[name]:
            stored = await self._documents.get(name)
            self._given[name] = stored.data if stored is not None else b""
        return stored

    async def put(self, name: str, data: bytes, saved_at: datetime) -> None:
        """As DocumentKeeper: on this PC's disk on return, at the hub soon."""
        if (kind := self._kind(name)) is None:
            await self._documents.put(name, data, saved_at)
            return
        async with self._disk[name]:
            stored = await self._documents.get(name)
            there = stored.data if stored is not None else b""
            given = self._given.get(name, b"")
            merged = data if there == given else kind.merge(given, data, there)
            await self._documents.put(name, merged, saved_at)
            self._given[name] = data
        if merged != data:
            self._changed.notify(name)
        self._scope.start(self._exchange(name, kind), "shared document")  # words: a task

    async def again(self, name: str) -> None:
        """Another desk changed it, or the hub is back."""
        if (kind := self._kind(name)) is not None:
            await self._exchange(name, kind)

    async def reconnected(self) -> None:
        """Exchange everything that is in use here."""
        for name in tuple(self._given):
            await self.again(name)

    def _kind(self, name: str) -> SharedKind | None:
        return next((each for each in self._kinds if each.is_one(name)), None)

    async def _exchange(self, name: str, kind: SharedKind, *, quiet: bool = False) -> None:
        """Bring both sides up to date; if the hub can't be reached, that is done later.

        `quiet`: whoever uses the document is about to get it.
        """
        owner = kind.owner(name)
        if owner and not self._token_of(owner):
            return
        try:
            async with self._hub[name]:
                while not await self._exchanged(name, kind, self._token_of(owner) if owner else None):
                    pass  # another desk was first: merged, and sent again
        except (ApiError, HubRefused, LocalStoreError):
            return
        finally:
            if not quiet and name in self._merged:
                self._changed.notify(name)
            self._merged.discard(name)

    async def _exchanged(self, name: str, kind: SharedKind, person: str | None) -> bool:
        """One question to the hub; whether both have the same now."""
        known, mine = await self._known(name), await self._documents.get(name)
        if mine is None or mine.data == known.body:
            asked = ReadDocument(name=name, known=known.version)
            there = await self._link.call(READ_DOCUMENT, asked, timeout=BRIEF_SECONDS, person=person)
            if there.body is None and (there.version or not known.version):
                return True
            await self._merge(name, kind, known, _Known(there.version, there.body or b""))
            return False
        change = WriteDocument(name=name, version=known.version, body=mine.data)
        written = await self._link.call(WRITE_DOCUMENT, change, timeout=BRIEF_SECONDS, person=person)
        if written.accepted:
            await self._learn(name, _Known(written.version, mine.data))
            return True
        await self._merge(name, kind, known, _Known(written.version, written.body or b""))
        return False

    async def _merge(self, name: str, kind: SharedKind, base: _Known, there: _Known) -> None:
        """Add what the hub has to what is here now."""
        async with self._disk[name]:
            stored = await self._documents.get(name)
            mine = stored.data if stored is not None else b""
            merged = kind.merge(base.body, mine, there.body) if there.body and mine else there.body or mine
            if merged != mine:
                await self._documents.put(name, merged, self._clock.utc())
            await self._learn(name, there)
        if merged != self._given.get(name, merged):
            self._merged.add(name)

    async def _known(self, name: str) -> _Known:
        stored = await self._documents.get(ABOUT.format(name=name))
        try:
            return msgspec.msgpack.decode(stored.data, type=_Known) if stored is not None else _Known()
        except msgspec.DecodeError:
            return _Known()

    async def _learn(self, name: str, known: _Known) -> None:
        data = msgspec.msgpack.encode(known)
        await self._documents.put(ABOUT.format(name=name), data, self._clock.utc())
