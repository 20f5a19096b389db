"""Whether everything has been still for so long that all of it is known. Time is injected."""

from __future__ import annotations

from app.core.stillness import LASTS_SECONDS, Stillness
from tests.support.manual_clock import ManualClock


async def test_it_is_still_until_something_changes() -> None:
    """Nobody has read anything before it began."""
    assert Stillness(ManualClock())


async def test_a_change_ends_it_for_a_while() -> None:
    """Each change begins the time anew."""
    clock = ManualClock()
    stillness = Stillness(clock)
    stillness.end()
    await clock.advance(LASTS_SECONDS - 1)
    assert not stillness
    stillness.end()
    await clock.advance(LASTS_SECONDS - 1)
    assert not stillness
    await clock.advance(1)
    assert stillness
