"""Rounds: compared jobs are measured alternately, and the rounds' ratios count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median

Job = Callable[[], float]


def interleaved(jobs: Mapping[str, Job], rounds: int, *, warm_up: int = 1) -> dict[str, list[float]]:
    """Run every job once per round, in order; returns the results by round. Warm-up rounds are not counted."""
    found: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(warm_up + rounds):
        for name, job in jobs.items():
            value = job()
            if number >= warm_up:
                found[name].append(value)
    return found


def ratio(over: list[float], under: list[float]) -> float:
    """The median of the rounds' ratios: a busy computer slows down both sides of a round alike."""
    return median(one / other for one, other in zip(over, under, strict=True))
