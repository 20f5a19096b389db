"""Updates in the running program."""

from __future__ import annotations

import asyncio
from pathlib import Path

from app.bootstrap.updates.running import FIRST_SECONDS, ProgramUpdates
from app.services.updates.standing import Phase
from tests.support.manual_clock import ManualClock
from tests.support.update_source import Signer, offered, put


async def test_it_first_looks_after_some_minutes(tmp_path: Path) -> None:
    """Nothing is made or read before."""
    clock = ManualClock()
    updates = ProgramUpdates(tmp_path, str(tmp_path / "share"), clock=clock, draw=lambda: 0.0)
    running = asyncio.get_running_loop().create_task(updates.run())
    await clock.advance(FIRST_SECONDS - 1)
    assert updates.standing is None
    await clock.advance(2)
    while updates.standing is None or updates.standing.phase is not Phase.FAILED:
        await asyncio.sleep(0.001)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_without_a_source_nothing_is_looked_for(tmp_path: Path) -> None:
    """It ends at once, also when the page asks."""
    updates = ProgramUpdates(tmp_path, "")
    await updates.run()
    await updates.look()
    assert updates.standing is None


async def test_what_is_wrong_with_the_source_is_said(tmp_path: Path) -> None:
    """Plain http, and a list that isn't signed with the program's own key."""
    updates = ProgramUpdates(tmp_path, "http://updates.example.com")
    await updates.look()
    assert "https" in str(updates.standing.why)
    updates = ProgramUpdates(tmp_path, str(put(tmp_path / "share", offered(Signer()))))
    await updates.look()
    assert "signed" in str(updates.standing.why)
    assert updates.take_offer() == ""
