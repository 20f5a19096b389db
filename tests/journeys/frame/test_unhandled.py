"""An error that nobody handled, while the desk goes on."""

from __future__ import annotations

from app.bootstrap.desktop import say_failed
from tests.journeys.launcher import Launcher


async def test_an_unhandled_error_is_said(start: Launcher) -> None:
    """The person at the desk hears that something went wrong, and not what it was about."""
    office = await start(training=True)
    say_failed(office, ValueError("Walker, Alan"))
    assert office.workspace is not None
    words = office.workspace.desk.notices.items[-1].words
    assert "Something went wrong in Front Desk." in words
    assert "Walker" not in words
