"""Time patterns: one character per five minutes, X for provider time and / for the rest."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from app.domain.schedule.visit import SLOT_MINUTES

PROVIDER = "X"
OTHER = "/"
MAX_SLOTS = 108
"""Nine hours, Open Dental's maximum."""
MAX_MINUTES = MAX_SLOTS * SLOT_MINUTES
SHOWN_WHEN_EMPTY = 10
"""Displayed length, in minutes, of an appointment without a pattern, so that it can be read and clicked."""


@lru_cache(maxsize=1024)
def clean(pattern: str) -> str:
    """A pattern normalized to X and /, at most nine hours: lowercase x becomes X, anything else /."""
    if not pattern.strip("X/") and len(pattern) <= MAX_SLOTS:
        return pattern
    return "".join(PROVIDER if each in "Xx" else OTHER for each in pattern.strip()[:MAX_SLOTS])


def minutes_of(pattern: str) -> int:
    """A pattern's length in minutes; 0 for none."""
    return len(clean(pattern)) * SLOT_MINUTES


def shown_minutes(pattern: str) -> int:
    """The displayed length of an appointment with this pattern, in minutes; never 0."""
    return minutes_of(pattern) or SHOWN_WHEN_EMPTY


def plain(minutes: int) -> str:
    """The default pattern of a length: provider time with one slot of the rest on either side, as in /XX/."""
    slots = _slots(minutes)
    return PROVIDER * slots if slots < 3 else OTHER + PROVIDER * (slots - 2) + OTHER


def stretch(pattern: str, minutes: int) -> str:
    """The same shape in another length (5 minutes to 9 hours).

    The longest run of provider time grows and shrinks; what precedes and follows it stays unchanged as long
    as possible. Stretching a pattern and shrinking it back restores it.
    """
    wanted, kept = _slots(minutes), clean(pattern)
    if not kept:
        return plain(minutes)
    runs = _runs(kept)
    more = wanted - len(kept)
    if more > 0:
        _growing(runs).slots += more
    for _ in range(-more):
        _shrinking(runs).slots -= 1
    return "".join(run.character * run.slots for run in runs)


@lru_cache(maxsize=1024)
def secondary_for(pattern: str, secondary: str) -> str:
    """The second provider's pattern, adjusted to the length of the first; blank means no time of theirs."""
    slots = len(clean(pattern))
    return clean(secondary)[:slots].ljust(slots, OTHER)


def stretch_secondary(secondary: str, minutes: int) -> str:
    """The second provider's pattern in another length; an empty one stays empty."""
    return stretch(secondary, minutes) if PROVIDER in clean(secondary) else OTHER * _slots(minutes)


@lru_cache(maxsize=1024)
def provider_runs(pattern: str) -> tuple[tuple[int, int], ...]:
    """Provider time as spans, in minutes from the start: (first minute, minute after the last)."""
    found, at = [], 0
    for run in _runs(clean(pattern)):
        if run.character == PROVIDER:
            found.append((at * SLOT_MINUTES, (at + run.slots) * SLOT_MINUTES))
        at += run.slots
    return tuple(found)


def _slots(minutes: int) -> int:
    return min(max(round(minutes / SLOT_MINUTES), 1), MAX_SLOTS)


class _Run(Struct):
    """Runs of equal characters."""

    character: str
    slots: int


def _runs(pattern: str) -> list[_Run]:
    return [_Run(character, len(list(same))) for character, same in groupby(pattern)]


def _longest(runs: list[_Run], character: str) -> _Run | None:
    """The longest run of a character, the last of equal ones; None when there is none."""
    same = [run for run in reversed(runs) if run.character == character]
    return max(same, key=lambda run: run.slots, default=None)


def _growing(runs: list[_Run]) -> _Run:
    return _longest(runs, PROVIDER) or _longest(runs, OTHER) or runs[0]


def _shrinking(runs: list[_Run]) -> _Run:
    """The order of shrinking.

    Provider time while a run of it has more than one slot, then the rest, then the last provider time.
    """
    provider, rest = _longest(runs, PROVIDER), _longest(runs, OTHER)
    if provider is not None and provider.slots > 1:
        return provider
    if rest is not None and rest.slots > 0:
        return rest
    return provider or runs[0]
