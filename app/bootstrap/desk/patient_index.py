"""The index of all patients, filled while the desk is idle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.people.typos import similar

if TYPE_CHECKING:
    from app.viewmodels.staff.parts import Parts

REST_SECONDS = 2.0


async def fill(parts: Parts) -> None:
    """Read all patients once the desk is idle: startup has more urgent work."""
    await parts.clock.sleep(REST_SECONDS)
    parts.search.forgive_typos(similar)
    if parts.hub is None:
        await parts.search.keep_filled()
        return
    stream = parts.hub.stream
    while not stream.standing:  # it also tells whether the office's key has a rate limit
        await parts.clock.sleep(REST_SECONDS)
    if not stream.paced:
        await parts.search.keep_filled(lambda: stream.breaks)
