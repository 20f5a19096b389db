"""Reports what is being waited for when it takes longer than usual."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.core.clock import Clock
from app.core.tasks import TaskScope

SLOW_SECONDS = 1.0


@contextmanager
def told_when_slow(scope: TaskScope, clock: Clock, tell: Callable[[str], None], words: str) -> Iterator[None]:
    """Call `tell(words)` once the work inside has taken a second; not at all for quicker work."""

    async def later() -> None:
        await clock.sleep(SLOW_SECONDS)
        tell(words)

    waiting = scope.start(later(), "progress")
    try:
        yield
    finally:
        waiting.cancel()
