"""The saved views of the schedule, read when they are first asked for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from app.bootstrap.loading import load_here

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.sealed.documents import DocumentKeeper
    from app.services.hub.sharing import SharedOffice
    from app.services.schedule.saved_views.kept import SavedViews


def saved_views(
    documents: DocumentKeeper, clock: Clock, shared: SharedOffice | None = None
) -> Callable[[], Awaitable[SavedViews]]:
    """Loads and reads them with the first call, and returns the same object each time.

    With a hub they are the office's: what another desk changes is known here.
    """
    made: list[SavedViews] = []

    async def get() -> SavedViews:
        await load_here("app.services.schedule.saved_views.kept")
        from app.services.schedule.saved_views.kept import VIEWS, SavedViews

        if not made:
            made.append(SavedViews(documents if shared is None else shared.documents, clock))
            if shared is not None:
                shared.reread(VIEWS, made[0].reread)
        await made[0].load()
        return made[0]

    return get
