"""The training practice: created once a day from its seed, then reused."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.loading import load
from app.bootstrap.training_time import OPENS_AT_MINUTE
from app.core.clock import Clock, ShiftedClock
from app.core.files import delete

if TYPE_CHECKING:  # loads when training starts, never before
    from app.practice.server.app import Practice

log = logging.getLogger(__name__)

SEED = 7
"""The made-up practice for training."""
OPENS_AT = time(*divmod(OPENS_AT_MINUTE, 60))
"""The time of the practice's day until it is opened."""


def training_clock(today: date) -> Clock:
    """The practice's own clock: mid-morning of this day at every start, whatever the actual time."""
    return ShiftedClock.starting_at(datetime.combine(today, OPENS_AT))


def database_file(folder: Path, today: date) -> Path:
    """Where the practice of a day is stored."""
    return folder / f"practice-{SEED}-{today.isoformat()}.db"


async def open_training(folder: Path, clock: Clock) -> Practice:
    """Open today's practice, creating it if there is none. Those of other days are deleted."""
    await load("app.practice.server.app")
    return await asyncio.to_thread(_open, folder, clock)


def _open(folder: Path, clock: Clock) -> Practice:
    from app.practice.server.app import open_practice
    from app.wire.permissions import Permission
    from app.wire.version import NEWEST

    today = clock.now().date()
    file = database_file(folder, today)

    def open_file() -> Practice:
        return open_practice(
            str(file),
            seed=SEED,
            today=today,
            clock=clock,
            pace=None,
            permissions=frozenset(Permission),
            version=NEWEST,
        )

    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder, today)
    try:
        return open_file()
    except Exception:
        log.exception("the training practice does not open and is made anew")
        for part in folder.glob(f"{file.name}*"):
            delete(part)
        return open_file()


def _clear(folder: Path, today: date) -> None:
    """Delete other days' leftovers: the practice, the journal of changes made to it, and their audit."""
    for old in (each for name in ("practice", "journal", "audit") for each in folder.glob(f"{name}-*.db*")):
        if today.isoformat() not in old.name:
            with suppress(OSError):  # a backup reads it: the next day will do
                delete(old)
