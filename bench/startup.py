"""The time until the window is shown, and until it is usable, compared with an empty window's first paint.

Every start is a fresh process, timed from before it is created. One-time work is done before: modules are
compiled, the training practice is seeded, the practice in the other process is running.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench.figures import Figure, at_most, beside
from bench.processes import ask, environment, hidden_screen, practice, service_home
from bench.rounds import Job, interleaved, ratio

ROUNDS = 11
FRAME_LIMIT = 1.25
SERVICE_LIMIT = 2.75
TRAINING_LIMIT = 3.5


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """Measure on Qt's offscreen platform, and on X11 where Xvfb is installed."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder, practice(Path(folder)) as served:
        training = environment(FRONT_DESK_HOME=str(Path(folder) / "training"))
        service = environment(**service_home(Path(folder) / "service", served))
        figures += _on({"QT_QPA_PLATFORM": "offscreen"}, "offscreen", training, service, rounds)
        with hidden_screen() as screen:
            if screen is not None:
                figures += _on(screen, "xcb", training, service, rounds)
    return figures


def _on(
    screen: Mapping[str, str], name: str, training: dict[str, str], service: dict[str, str], rounds: int
) -> list[Figure]:
    training, service = training | screen, service | screen
    jobs: dict[str, Job] = {
        "empty": lambda: _milliseconds("first", "empty", env=training),
        "frame": lambda: _milliseconds("first", "start", "first", "--training", env=training),
        "service": lambda: _milliseconds("filled", "start", "filled", env=service),
        "whole": lambda: _milliseconds("whole", "start", "whole", env=service),
        "training": lambda: _milliseconds("filled", "start", "filled", "--training", env=training),
    }
    took = interleaved(jobs, rounds)
    unit = "x empty window"
    return [
        at_most(
            f"start-up: frame and empty schedule, {name}",
            ratio(took["frame"], took["empty"]),
            unit,
            FRAME_LIMIT,
        ),
        at_most(
            f"start-up: filled, Service, {name}", ratio(took["service"], took["empty"]), unit, SERVICE_LIMIT
        ),
        beside(
            f"start-up: bar and panel around it, Service, {name}", ratio(took["whole"], took["empty"]), unit
        ),
        at_most(
            f"start-up: filled, Training, {name}",
            ratio(took["training"], took["empty"]),
            unit,
            TRAINING_LIMIT,
        ),
    ]


def _milliseconds(what: str, *command: str, env: dict[str, str]) -> float:
    module, *arguments = command
    return float(ask(module, *arguments, env=env)[what])
