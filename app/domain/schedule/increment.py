"""The office's time increment: the single source of the step for openings, drags and keys."""

from __future__ import annotations

from collections.abc import Mapping

PREFERENCE = "AppointmentTimeIncrement"
ALLOWED = (5, 10, 15)
USUAL = 10


def increment_of(preferences: Mapping[str, str]) -> int:
    """The increment in minutes, from the office's preferences; 10 by default."""
    text = preferences.get(PREFERENCE, "").strip()
    return int(text) if text in {str(each) for each in ALLOWED} else USUAL


def next_step(minutes: int, increment: int, direction: int) -> int:
    """The next multiple of the increment above (+1) or below (-1) a length or time, in minutes."""
    if direction > 0:
        return (minutes // increment + 1) * increment
    return (-(-minutes // increment) - 1) * increment


def step_from(minute: int, increment: int) -> int:
    """The first multiple of the increment at or after a minute of the day."""
    return -(-minute // increment) * increment
