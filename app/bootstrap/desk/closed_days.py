"""The days that were closed on this PC, read when they are first asked for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from app.bootstrap.loading import load_here

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.sealed.store import LocalStore
    from app.services.money.closing.closed_days import ClosedDays


def closed_days(store: LocalStore, clock: Clock) -> Callable[[], Awaitable[ClosedDays]]:
    """Loads and reads them with the first call, and returns the same object each time."""
    made: list[ClosedDays] = []

    async def get() -> ClosedDays:
        await load_here("app.services.money.closing.closed_days")
        from app.services.money.closing.closed_days import ClosedDays

        if not made:
            made.append(ClosedDays(store.documents, clock))
        await made[0].load()
        return made[0]

    return get
