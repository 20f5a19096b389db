"""The index of all patients, filled while the desk is idle."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.viewmodels.staff.parts import Parts

REST_SECONDS = 2.0


async def fill(parts: Parts) -> None:
    """Read all patients once the desk is idle: startup has more urgent work."""
    await parts.clock.sleep(REST_SECONDS)
    parts.search.forgive_typos(_similar)
    if parts.hub is None:
        await parts.search.keep_filled()
        return
    stream = parts.hub.stream
    while not stream.standing:  # it also tells whether the office's key has a rate limit
        await parts.clock.sleep(REST_SECONDS)
    if not stream.paced:
        await parts.search.keep_filled(lambda: stream.breaks)


def _similar(word: str, names: Collection[str]) -> list[str]:
    """As `typos.similar`. The first search that needs it loads rapidfuzz: 4 MB that many days do without."""
    from app.domain.people.typos import similar

    return similar(word, names)
