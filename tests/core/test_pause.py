"""A wait that can be ended before its time. Time is injected."""

from __future__ import annotations

import asyncio

import pytest

from app.core.pause import Pause
from app.core.tasks import TaskScope
from tests.support.manual_clock import ManualClock, settle


async def test_it_lasts_as_long_as_it_is_told(tasks: TaskScope) -> None:
    """Not longer and not shorter."""
    clock = ManualClock()
    resting = tasks.start(Pause(clock).rest(30), "rest")
    await clock.advance(29)
    assert not resting.done()
    await clock.advance(1)
    await resting


async def test_it_ends_at_once(tasks: TaskScope) -> None:
    """Also if it is ended twice; and the next one lasts its time again."""
    clock = ManualClock()
    pause = Pause(clock)
    pause.end()
    resting = tasks.start(pause.rest(30), "rest")
    await settle()
    assert not resting.done()
    pause.end()
    pause.end()
    await resting
    again = tasks.start(pause.rest(30), "rest")
    await clock.advance(29)
    assert not again.done()
    await clock.advance(1)
    await again


async def test_it_can_be_canceled(tasks: TaskScope) -> None:
    """As any wait."""
    resting = tasks.start(Pause(ManualClock()).rest(30), "rest")
    await settle()
    resting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await resting
