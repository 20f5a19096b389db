"""The program's memory after a day of use, compared with an empty window on the same event loop."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from bench.figures import Figure, at_most
from bench.processes import ask, environment, practice, service_home

DAYS = 500
PATIENCE_SECONDS = 900.0
LIMIT = 2.3
FLAT_LIMIT = 1.05
"""Maximum ratio of the peak of the last hundred days to that of the second hundred."""


def measure(days: int = DAYS) -> list[Figure]:
    """Once: five hundred days are enough rounds."""
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder, practice(Path(folder)) as served:
        env = environment(QT_QPA_PLATFORM="offscreen", **service_home(Path(folder) / "home", served))
        empty = median(float(ask("memory", "empty", "0", env=env)["end"]) for _ in range(3))
        worked = ask("memory", "day", str(days), env=env, patience=PATIENCE_SECONDS)
    return [
        at_most(f"memory: {days} days opened", worked["end"] / empty, "x empty qasync window", LIMIT),
        at_most(
            "memory: the last 100 days", worked["late"] / worked["early"], "x the second 100", FLAT_LIMIT
        ),
    ]
