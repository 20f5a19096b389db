"""The kiosk against an empty window: its welcome page, its memory, and the work that follows a touch."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from statistics import median

from bench.figures import Figure, at_most, beside
from bench.processes import ask, environment, hidden_screen
from bench.rounds import Job, interleaved, ratio

ROUNDS = 11
WELCOME_LIMIT, MEMORY_LIMIT = 1.25, 1.5
FRAME_MILLISECONDS = 16.7
SETUP = {
    "practice": "Willow Creek Dental",
    "logo": "",
    "welcome": {"en": "Welcome to Willow Creek"},
    "languages": ["en", "es"],
}


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """On Qt's offscreen platform, and on X11 if Xvfb is installed."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder:
        kept = Path(folder) / "config" / "kiosk"
        kept.mkdir(parents=True)
        (kept / "setup.json").write_text(json.dumps(SETUP), encoding="utf-8")
        env = environment(FRONT_DESK_HOME=folder)
        offscreen = env | {"QT_QPA_PLATFORM": "offscreen"}
        figures += _measured(offscreen, "offscreen", rounds)
        with hidden_screen() as screen:
            if screen is not None:
                figures += _measured(env | screen, "xcb", rounds)
    return figures


def _measured(env: dict[str, str], where: str, rounds: int) -> list[Figure]:
    jobs: dict[str, Job] = {
        "empty": lambda: float(ask("empty", env=env)["first"]),
        "welcome": lambda: float(ask("welcome", "alone", env=env)["welcome"]),
        "whole": lambda: float(ask("welcome", "whole", env=env)["welcome"]),
    }
    took = interleaved(jobs, rounds)
    empty = median(float(ask("memory", "empty", "0", env=env)["end"]) for _ in range(3))
    used = ask("kiosk", env=env)
    first: list[float] = used["first"]
    touches: list[float] = used["touches"]
    return [
        at_most(
            f"kiosk: welcome page, {where}",
            ratio(took["welcome"], took["empty"]),
            "x empty window",
            WELCOME_LIMIT,
        ),
        beside(
            f"kiosk: welcome page from its supervisor's start, {where}",
            ratio(took["whole"], took["empty"]),
            "x empty window",
        ),
        at_most(f"kiosk: memory, {where}", used["memory"] / empty, "x empty qasync window", MEMORY_LIMIT),
        at_most(f"kiosk: a touch, slowest page, {where}", max(touches), "ms of work", FRAME_MILLISECONDS),
        beside(
            f"kiosk: a touch, slowest of the first patient after a start, {where}", max(first), "ms of work"
        ),
        beside(f"kiosk: a touch, usual, {where}", median(touches), "ms of work"),
    ]
