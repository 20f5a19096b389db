"""The update of a check-in PC: nobody is asked, and nothing is looked for before it restarts at night."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from secrets import token_hex

from app.bootstrap.updates.sources import open_source
from app.core.clock import SystemClock
from app.core.version import VERSION
from app.domain.updates.places import place_of
from app.domain.updates.versions import Version
from app.services.updates.applying import Applying
from app.services.updates.checking import Check
from app.services.updates.protected import Protected
from app.services.updates.requests import Request, Wish
from app.services.updates.standing import Phase
from app.services.updates.state import UpdateMemory
from app.services.updates.watching import Pc, UpdateWatch

MOST_SECONDS = 1800.0
"""The restart waits no longer."""

log = logging.getLogger(__name__)


async def prepare_at_night(
    protected: Protected, applying: Applying, check: Check, source: str, kind: str
) -> bool:
    """Download what is newer, as the system, and prepare it; returns whether the script is to run."""
    folder = protected.folder / "night"
    watch = UpdateWatch(
        Pc(Version.of(VERSION), kind, folder),
        lambda: open_source(place_of(source)),
        UpdateMemory(protected.folder / "night.json"),
        check,
        SystemClock(),
        without=lambda: protected.read().without,
    )
    with suppress(TimeoutError):
        async with asyncio.timeout(MOST_SECONDS):
            await watch.look()
    standing = watch.standing
    if standing.phase is not Phase.READY or standing.release is None:
        log.info("no update at night: %s. %s", standing.phase.name, standing.why)
        return False
    request = Request(Wish.INSTALL, str(standing.release.version), token_hex(8))
    return await asyncio.to_thread(applying.answer, folder, request)
