"""Updates in the running program."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.bootstrap.updates.running import FIRST_SECONDS, GOOD_SECONDS
from app.bootstrap.updates.starts import News, Starts
from app.core.tasks import TaskScope
from app.core.version import VERSION
from app.services.updates.protected import InstallState, Outcome, Result
from app.services.updates.requests import Wish
from app.services.updates.standing import Phase
from app.views.staff.frame.lock.activity import ActivityFilter
from tests.bootstrap.updates.desks import Desk, Window
from tests.support.qt_loop import until
from tests.support.updates.source import OURS, Signer, offered, put


@asynccontextmanager
async def running_task(desk: Desk) -> AsyncIterator[None]:
    """It runs."""
    task = asyncio.get_running_loop().create_task(desk.updates.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_it_first_looks_after_some_minutes(tmp_path: Path, scope: TaskScope, window: Window) -> None:
    """Nothing is made or read before."""
    desk = Desk(tmp_path, str(tmp_path / "share"), scope, window)
    async with running_task(desk):
        await desk.clock.advance(GOOD_SECONDS + FIRST_SECONDS - 1)
        assert desk.updates.standing is None
        await desk.clock.advance(2)
        await until(lambda: desk.updates.standing is not None and desk.updates.standing.phase is Phase.FAILED)


async def test_two_looks_at_once_are_one(
    tmp_path: Path, scope: TaskScope, window: Window, ours: None
) -> None:
    """The daily one, and the button's while the first still loads what it needs."""
    desk = Desk(tmp_path / "data", str(put(tmp_path / "share", offered(OURS))), scope, window)
    await asyncio.gather(desk.updates.look(), desk.updates.look())
    assert len(window.findChildren(ActivityFilter)) == 1


async def test_without_a_source_nothing_is_looked_for(
    tmp_path: Path, scope: TaskScope, window: Window
) -> None:
    """It ends once the start is confirmed; the page's button does nothing either."""
    desk = Desk(tmp_path, "", scope, window)
    async with running_task(desk):
        await desk.clock.advance(GOOD_SECONDS + FIRST_SECONDS + 1)
    await desk.updates.look()
    assert desk.updates.standing is None


async def test_what_is_wrong_with_the_source_is_said(
    tmp_path: Path, scope: TaskScope, window: Window
) -> None:
    """Plain http, and a list that isn't signed with the program's own key."""
    desk = Desk(tmp_path, "http://updates.example.com", scope, window)
    await desk.updates.look()
    assert "https" in str(desk.updates.standing.why)
    desk = Desk(tmp_path, str(put(tmp_path / "share", offered(Signer()))), scope, window)
    await desk.updates.look()
    assert "signed" in str(desk.updates.standing.why)
    assert desk.updates.take_offer() == ""


async def test_a_start_is_good_once_a_page_was_shown_for_a_while(
    tmp_path: Path, scope: TaskScope, window: Window
) -> None:
    """The system is then told to keep this version, if it is on trial; the news is there to be told."""
    Starts(tmp_path, "0.0.1").begin()
    starts = Starts(tmp_path)
    starts.begin()
    desk = Desk(tmp_path, "", scope, window)
    outcome = Outcome(Result.UPDATED, VERSION, "0.0.1", datetime(2026, 11, 23, tzinfo=UTC))
    desk.machine.known = InstallState(on_trial=VERSION, outcome=outcome)
    window.has_page = False
    async with running_task(desk):
        await desk.clock.advance(2 * GOOD_SECONDS)
        assert [Starts(tmp_path).begin() for _ in range(2)] == [False, True], "not confirmed"
        window.has_page = True
        await desk.clock.advance(GOOD_SECONDS)
        await until(lambda: desk.updates.outcome is not None)
    assert desk.machine.asked == [(Wish.CONFIRM, VERSION, False)]
    assert desk.updates.take_news() == News("0.0.1")
    assert desk.updates.take_news() == News()
