"""How soon the window is there, and how soon it is of use, relative to an empty window's first paint.

Every start is a fresh process, timed from before it exists. What happens once is prepared: modules are compiled, the
training practice is seeded, the downtime copy is saved, the practice in the other process is running, and the version
has started well before.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.bootstrap.updates.starts import Starts
from app.core.paths import program_folders
from bench.environment import PIN, VAULT
from bench.figures import Figure, at_most, beside
from bench.processes import ask, environment, hidden_screen, practice, service_home
from bench.rounds import Job, interleaved, ratio

ROUNDS = 11
BUSY_ROUNDS = 7
UNIT = "x empty window"
LIMITS = {
    "frame and empty schedule": 1.25,
    "today from the downtime copy": 1.8,
    "fresh from Service": 3.3,
    "bar and panel around it": 4.4,
    "training": 4.6,
    "lock page": 3.3,
    "today after unlocking": 1.8,
    "bar and panel after unlocking": 4.4,
}
"""Where people sign in, the budgets of a start count from unlocking; the lock page comes before."""
BUSY = "while True: pass"
"""What keeps the other core busy."""


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """Measure on Qt's offscreen platform, idle and with the other core busy, and on X11 if Xvfb is installed."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder, practice(Path(folder)) as served:
        training = environment(FRONT_DESK_HOME=str(Path(folder) / "training"))
        service = environment(**service_home(Path(folder) / "service", served))
        signed = environment(**service_home(Path(folder) / "signed", served)) | {
            VAULT: str(Path(folder) / "vault.json"),
            PIN: "2794",
        }
        offscreen = {"QT_QPA_PLATFORM": "offscreen"}
        for home in (training, service, signed):
            _tell_of_good_starts(home)
        _save_a_copy(service | offscreen)
        _save_a_copy(signed | offscreen)
        ask("staff", signed[PIN], env=signed)
        figures += _limited(_took(offscreen, training, service, signed, rounds), "offscreen")
        with _other_core_busy():
            figures += _beside(_took(offscreen, training, service, signed, BUSY_ROUNDS), "other core busy")
        with hidden_screen() as screen:
            if screen is not None:
                figures += _limited(_took(screen, training, service, signed, rounds), "xcb")
    return figures


def _tell_of_good_starts(home: dict[str, str]) -> None:
    """This version has started well before: else the starts that are cut off here count as failed ones."""
    data = program_folders(home).data
    data.mkdir(parents=True, exist_ok=True)
    starts = Starts(data)
    starts.begin()
    starts.confirm()


def _save_a_copy(service: dict[str, str]) -> None:
    """Work once with the office, as on the day before."""
    if not ask("start", "saved", env=service)["saved"]:
        raise RuntimeError("the downtime copy was not saved")


def _took(
    screen: dict[str, str],
    training: dict[str, str],
    service: dict[str, str],
    signed: dict[str, str],
    rounds: int,
) -> dict[str, float]:
    training, service, signed = training | screen, service | screen, signed | screen
    jobs: dict[str, Job] = {
        "empty": lambda: _milliseconds("first", "empty", env=training),
        "frame and empty schedule": lambda: _milliseconds(
            "first", "start", "first", "--training", env=training
        ),
        "today from the downtime copy": lambda: _milliseconds("early", "start", "early", env=service),
        "fresh from Service": lambda: _milliseconds("fresh", "start", "fresh", env=service),
        "bar and panel around it": lambda: _milliseconds("whole", "start", "whole", env=service),
        "training": lambda: _milliseconds("fresh", "start", "fresh", "--training", env=training),
        "lock page": lambda: _milliseconds("locked", "start", "locked", env=signed),
        "today after unlocking": lambda: _milliseconds("painted", "start", "painted", env=signed),
        "bar and panel after unlocking": lambda: _milliseconds("whole", "start", "whole", env=signed),
    }
    took = interleaved(jobs, rounds)
    return {name: ratio(took[name], took["empty"]) for name in LIMITS}


def _limited(ratios: Mapping[str, float], where: str) -> list[Figure]:
    return [
        at_most(f"start-up: {name}, {where}", value, UNIT, LIMITS[name]) for name, value in ratios.items()
    ]


def _beside(ratios: Mapping[str, float], where: str) -> list[Figure]:
    return [beside(f"start-up: {name}, {where}", value, UNIT) for name, value in ratios.items()]


@contextlib.contextmanager
def _other_core_busy() -> Iterator[None]:
    """Something else runs all the time, as on many PCs."""
    with subprocess.Popen([sys.executable, "-c", BUSY]) as busy:
        try:
            yield
        finally:
            busy.terminate()


def _milliseconds(what: str, *command: str, env: dict[str, str]) -> float:
    module, *arguments = command
    return float(ask(module, *arguments, env=env)[what])
