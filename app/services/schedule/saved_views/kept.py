"""The office's saved views of the schedule: sealed, in the local store; with a hub the same at every desk."""

from __future__ import annotations

from collections.abc import Callable

from app.core.clock import Clock
from app.core.observers import Observers
from app.core.stored import StoredRows
from app.domain.schedule.saved_view import SavedView
from app.sealed.documents import DocumentKeeper

VIEWS = "schedule views"  # words: a name in the local store


class SavedViews:
    """`await load()` reads them once; `save` is on disk on return. Both raise StoreFailed."""

    def __init__(self, documents: DocumentKeeper, clock: Clock) -> None:
        self._documents = documents
        self._clock = clock
        self._loaded = False
        self._watchers = Observers[None]()
        self._stored = _rows(b"")
        self.views: tuple[SavedView, ...] = ()

    async def load(self) -> None:
        """Read what is remembered, the first time."""
        if not self._loaded:
            await self.reread()

    async def reread(self) -> None:
        """Read again: another desk of the office has changed them."""
        stored = await self._documents.get(VIEWS)
        self._stored = _rows(stored.data if stored is not None else b"")
        self.views, self._loaded = tuple(self._stored.rows), True
        self._watchers.notify(None)

    async def save(self, views: tuple[SavedView, ...]) -> None:
        """Keep these views."""
        await self._documents.put(VIEWS, self._stored.encode(views), self._clock.utc())
        self.views = views
        self._watchers.notify(None)

    def watch(self, watcher: Callable[[], object]) -> Callable[[], None]:
        """Call back after a change. Returns a function that unsubscribes."""
        return self._watchers.add(lambda _: watcher())


def _rows(data: bytes) -> StoredRows[SavedView]:
    return StoredRows(data, SavedView, lambda view: view.id)
