"""The step of an office's schedule: the one truth for where openings, drags and keys put an appointment."""

from __future__ import annotations

from collections.abc import Mapping

PREFERENCE = "AppointmentTimeIncrement"
ALLOWED = (5, 10, 15)
USUAL = 10


def increment_of(preferences: Mapping[str, str]) -> int:
    """Minutes of one step, from the office's preferences; the usual ten where they do not say."""
    text = preferences.get(PREFERENCE, "").strip()
    return int(text) if text in {str(each) for each in ALLOWED} else USUAL


def next_step(minutes: int, increment: int, direction: int) -> int:
    """The next whole number of steps above (+1) or below (-1) a length or a time in minutes."""
    if direction > 0:
        return (minutes // increment + 1) * increment
    return (-(-minutes // increment) - 1) * increment


def step_from(minute: int, increment: int) -> int:
    """The first step at or after a minute of the day."""
    return -(-minute // increment) * increment
