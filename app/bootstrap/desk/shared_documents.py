"""What an office keeps in a sealed document of its own, read when it is first asked for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.bootstrap.loading import load_here

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.sealed.documents import DocumentKeeper
    from app.services.hub.sharing import SharedOffice
    from app.services.money.closing.closed_days import ClosedDays
    from app.services.schedule.saved_views.kept import SavedViews


class _Kept(Protocol):
    async def load(self) -> None: ...

    async def reread(self) -> None: ...


K = TypeVar("K", bound=_Kept)


def closed_days(
    documents: DocumentKeeper, clock: Clock, shared: SharedOffice | None = None
) -> Callable[[], Awaitable[ClosedDays]]:
    """The days that were closed: on this PC, or with a hub at any desk."""

    def make(documents: DocumentKeeper) -> tuple[str, ClosedDays]:
        from app.services.money.closing.closed_days import DAYS, ClosedDays

        return DAYS, ClosedDays(documents, clock)

    return _read_once("app.services.money.closing.closed_days", make, documents, shared)


def saved_views(
    documents: DocumentKeeper, clock: Clock, shared: SharedOffice | None = None
) -> Callable[[], Awaitable[SavedViews]]:
    """The saved views of the schedule: this PC's, or with a hub the office's."""

    def make(documents: DocumentKeeper) -> tuple[str, SavedViews]:
        from app.services.schedule.saved_views.kept import VIEWS, SavedViews

        return VIEWS, SavedViews(documents, clock)

    return _read_once("app.services.schedule.saved_views.kept", make, documents, shared)


def _read_once(
    module: str,
    make: Callable[[DocumentKeeper], tuple[str, K]],
    documents: DocumentKeeper,
    shared: SharedOffice | None,
) -> Callable[[], Awaitable[K]]:
    """Loads and reads with the first call, and returns the same object each time.

    With a hub the document is the office's: it is read again when another desk has changed it.
    """
    made: list[K] = []

    async def get() -> K:
        await load_here(module)
        if not made:
            name, kept = make(documents if shared is None else shared.documents)
            made.append(kept)
            if shared is not None:
                shared.reread(name, kept.reread)
        await made[0].load()
        return made[0]

    return get
