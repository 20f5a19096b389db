"""Whether everything has been still for so long that all of it is known. Time is injected."""

from __future__ import annotations

from app.core.stillness import LASTS_SECONDS, MOST_BETWEEN_SECONDS, Stillness
from tests.support.manual_clock import ManualClock


async def test_it_is_still_until_something_changes() -> None:
    """Nobody has read anything before it began."""
    assert Stillness(ManualClock())


async def _pass(clock: ManualClock, stillness: Stillness, seconds: float) -> None:
    """So much time passes, in which it is asked as often as a desk does."""
    while seconds > 0:
        await clock.advance(min(seconds, 3))
        seconds -= 3
        bool(stillness)


async def test_a_change_ends_it_for_a_while() -> None:
    """Each change begins the time anew."""
    clock = ManualClock()
    stillness = Stillness(clock)
    stillness.end()
    await _pass(clock, stillness, LASTS_SECONDS - 1)
    assert not stillness
    stillness.end()
    await _pass(clock, stillness, LASTS_SECONDS - 1)
    assert not stillness
    await clock.advance(1)
    assert stillness


async def test_a_pause_after_a_change_is_no_stillness() -> None:
    """While a PC sleeps nobody reads what had just changed: on Windows its clock goes on meanwhile."""
    clock = ManualClock()
    stillness = Stillness(clock)
    stillness.end()
    await clock.advance(10 * LASTS_SECONDS)
    assert not stillness
    await _pass(clock, stillness, LASTS_SECONDS)
    assert stillness
    await clock.advance(MOST_BETWEEN_SECONDS + 1)
    assert stillness
