"""The index of all patients, filled while the desk is idle."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.viewmodels.staff.parts import Parts

REST_SECONDS = 2.0


async def fill(parts: Parts) -> None:
    """Read all patients once the desk is idle: startup has more urgent work."""
    await parts.clock.sleep(REST_SECONDS)
    from app.domain.people.typos import similar

    parts.search.forgive_typos(similar)
    await parts.search.keep_filled()
