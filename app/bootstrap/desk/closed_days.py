"""The days that were closed on this PC, read when they are first asked for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from app.bootstrap.loading import load_here

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.sealed.documents import DocumentKeeper
    from app.services.hub.sharing import SharedOffice
    from app.services.money.closing.closed_days import ClosedDays


def closed_days(
    documents: DocumentKeeper, clock: Clock, shared: SharedOffice | None = None
) -> Callable[[], Awaitable[ClosedDays]]:
    """Loads and reads them with the first call, and returns the same object each time.

    With a hub they are the office's: what another desk closes is known here.
    """
    made: list[ClosedDays] = []

    async def get() -> ClosedDays:
        await load_here("app.services.money.closing.closed_days")
        from app.services.money.closing.closed_days import DAYS, ClosedDays

        if not made:
            made.append(ClosedDays(documents if shared is None else shared.documents, clock))
            if shared is not None:
                shared.reread(DAYS, made[0].reread)
        await made[0].load()
        return made[0]

    return get
