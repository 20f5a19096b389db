"""Limits of tries at the kiosks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.kiosk.tries import (
    LOCKED,
    MOST_OF_ALL,
    MOST_OF_DEVICE,
    SPAN,
    TRIES,
    Tries,
    after_failure,
    next_patient,
)

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def failed(times: int, every: timedelta = SECOND, others: int = 0) -> tuple[Tries, datetime]:
    """The state after so many wrong tries, and the time of the last."""
    tries, now = Tries(), START
    for _ in range(times):
        tries = after_failure(tries, now, others)
        now += every
    return tries, now - every


def test_three_tries_of_a_patient() -> None:
    """The fourth try, one after a pause, and one after a success begin anew."""
    assert [failed(n)[0].in_row for n in range(1, 5)] == [1, 2, TRIES, 1]
    assert failed(2, timedelta(minutes=3))[0].in_row == 1
    assert after_failure(next_patient(failed(2)[0]), START, 0).in_row == 1


def test_a_burst_locks_the_kiosk_for_a_while() -> None:
    """After twelve wrong tries in ten minutes nobody is found for five."""
    before, at = failed(MOST_OF_DEVICE - 1)
    assert not before.is_locked(at)
    locked, at = failed(MOST_OF_DEVICE)
    assert locked.is_locked(at)
    assert locked.is_locked(at + LOCKED - SECOND)
    assert not locked.is_locked(at + LOCKED)


def test_a_slow_day_locks_nothing() -> None:
    """One wrong try a minute is usual."""
    tries, at = failed(100, timedelta(minutes=1))
    assert not tries.is_locked(at)


def test_all_kiosks_together_are_limited() -> None:
    """Guessing spread over many kiosks locks, too."""
    tries, at = failed(1, others=MOST_OF_ALL - 1)
    assert tries.is_locked(at)


@given(st.lists(st.integers(0, 240), max_size=60))
def test_nobody_guesses_faster_than_the_limit(pauses: list[int]) -> None:
    """In any ten minutes, at most twice the limit of tries finds the kiosk open."""
    tries, now, tried = Tries(), START, []
    for pause in pauses:
        now += timedelta(seconds=pause)
        if not tries.is_locked(now):
            tried.append(now)
        tries = after_failure(tries, now, 0)
    for first in tried:
        assert sum(first <= each < first + SPAN for each in tried) <= 2 * MOST_OF_DEVICE
