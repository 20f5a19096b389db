"""The office's saved views of the schedule: sealed, in the local store; with a hub the same at every desk."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from app.core.clock import Clock
from app.core.observers import Observers
from app.domain.schedule.saved_view import SavedView
from app.sealed.documents import DocumentKeeper

VIEWS = "schedule views"  # words: a name in the local store
_DECODER = msgspec.json.Decoder(list[SavedView])


class SavedViews:
    """`await load()` reads them once; `save` is on disk on return. Both raise StoreFailed."""

    def __init__(self, documents: DocumentKeeper, clock: Clock) -> None:
        self._documents = documents
        self._clock = clock
        self._loaded = False
        self._watchers = Observers[None]()
        self.views: tuple[SavedView, ...] = ()

    async def load(self) -> None:
        """Read what is remembered, the first time."""
        if not self._loaded:
            await self.reread()

    async def reread(self) -> None:
        """Read again: another desk of the office has changed them."""
        stored = await self._documents.get(VIEWS)
        self.views, self._loaded = tuple(views_in(stored.data if stored is not None else b"")), True
        self._watchers.notify(None)

    async def save(self, views: tuple[SavedView, ...]) -> None:
        """Keep these views."""
        await self._documents.put(VIEWS, msgspec.json.encode(views), self._clock.utc())
        self.views = views
        self._watchers.notify(None)

    def watch(self, watcher: Callable[[], object]) -> Callable[[], None]:
        """Call back after a change. Returns a function that unsubscribes."""
        return self._watchers.add(lambda _: watcher())


def views_in(data: bytes) -> list[SavedView]:
    """The views of a document; none if it is empty or can't be read."""
    try:
        return _DECODER.decode(data) if data else []
    except msgspec.MsgspecError:
        return []
