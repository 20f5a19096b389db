"""A scripted day: two receptionists at two desks, sixty appointments, a Service office in a third process.

The first receptionist is measured; the second one works concurrently, so that rows change under the first
one's edits and requests overlap. The server is lost once and comes back. Figures: requests, CPU seconds, the
time from a key to its paint compared with an idle repaint of the window, and memory at the end.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from bench.figures import Figure, at_most, beside
from bench.processes import ROOT, Cores, Served, ask, environment, keep_to, practice, service_home, two_cores
from bench.script.day import BEGINS, missing

REQUESTS = 3.5
"""A write takes two or three requests (read the row, write, read the slot afterwards), adding and booking a new patient
about sixteen: two searches, three for similar patients, the check, the patient, the strip, the brief, the openings.
A task takes about six: its row and notes before it is written, the write, and the notes of those that the arrow keys
rest on. Lists, free time to be filled, details, history, route slips and days that are read again before a move take
more than walking through the schedule: 3.4 in all were measured. One for signals of tasks every three seconds comes on
top: more on a slow computer, where the day is longer.
"""
UNIT = "x idle repaint"
P99 = {"elapsed": 6.5, "cpu": 6.5}
LONGEST = 16.0
"""From a key to its paint. Elapsed time doesn't count while other programs have the core; CPU time is the GUI thread's.

The longest elapsed time has no limit: a key without effect is measured to the next paint, whatever causes it.
"""
MEMORY = 3.35
"""A start takes 2.1 with the bench's own modules. Screens, panels and previews take 0.7 when first opened, half
of it Qt's tables of style rules for their 1,500 widgets. The rest of the day adds 0.4: patients, accounts, the journal,
notices and cached text, all of them bounded. bench/memory.py holds the program to less.
"""


class Server:
    """The office's server, which can be stopped and restarted on the same port with the same data."""

    def __init__(self, folder: Path, cores: Cores) -> None:
        self._folder = folder
        self._cores = cores
        self._port = "0"
        self._began = time.monotonic()
        self._running: Any = None
        self.served: Served = self.start()

    def start(self) -> Served:
        """Serve the practice. Returns its address and keys."""
        now = BEGINS + timedelta(seconds=time.monotonic() - self._began)
        options = ("--port", self._port, "--today", f"{now:%Y-%m-%d}", "--time", f"{now:%H:%M:%S}")
        self._running = practice(self._folder, *options, cores=self._cores)
        served: Served = self._running.__enter__()
        self._port = served.address.rpartition(":")[2].partition("/")[0]
        return served

    def stop(self) -> None:
        """End its process."""
        self._running.__exit__(None, None, None)


@contextmanager
def _receptionist(
    served: Served, home: Path, seed: int, cores: Cores, role: str
) -> Iterator[subprocess.Popen[str]]:
    env = environment(QT_QPA_PLATFORM="offscreen", **service_home(home, served))
    command = [sys.executable, "-m", "bench.children.start_day", served.address, str(seed), role]
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        keep_to(child, cores)
        try:
            yield child
        finally:
            child.kill()


def _follow(measured: subprocess.Popen[str], other: subprocess.Popen[str], server: Server) -> dict[str, Any]:
    """Serve the measured receptionist's requests; the other one acts once for each of its actions.

    Returns the figures.
    """
    assert measured.stdout is not None
    for line in measured.stdout:
        match line.strip():
            case "act":
                _send(other)
            case "lose":
                server.stop()
            case "restore":
                server.start()
            case figures:
                found: dict[str, Any] = json.loads(figures)
                return found
        _send(measured)
    raise RuntimeError("the receptionist left without figures")


def _send(child: subprocess.Popen[str]) -> None:
    assert child.stdin is not None
    child.stdin.write("go\n")
    child.stdin.flush()


def _work(folder: Path) -> dict[str, Any]:
    """The day's measurements. The measured desk has a core of its own; server and other desk share the second."""
    own, others = two_cores()
    server = Server(folder, others)
    try:
        with (
            _receptionist(server.served, folder / "second", 2, others, "beside") as other,
            _receptionist(server.served, folder / "first", 1, own, "measured") as measured,
        ):
            return _follow(measured, other, server)
    finally:
        server.stop()


def measure() -> list[Figure]:
    """One day."""
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as name:
        env = environment(QT_QPA_PLATFORM="offscreen")
        empty = median(float(ask("memory", "empty", "0", env=env)["end"]) for _ in range(3))
        found = _work(Path(name))
    if kinds := missing(found["written"]):
        raise RuntimeError(f"no write of these kinds was made: {', '.join(kinds)}")
    return [
        beside("day: actions, 20 of them without a server", found["actions"], "actions"),
        beside("day: keys that painted something", len(found["paints"]), "keys"),
        beside("day: writes", sum(found["written"].values()), "writes"),
        at_most("day: requests", found["requests"] / found["actions"], "per action", REQUESTS),
        beside("day: CPU time", found["cpu"], "seconds"),
        *_paints(found["paints"], found["idle"]),
        at_most("day: memory at the end", found["memory"] / empty, "x empty qasync window", MEMORY),
    ]


def _paints(times: list[dict[str, Any]], idle: list[dict[str, Any]]) -> list[Figure]:
    """Key to paint, as ratios to an idle repaint: elapsed time, and the GUI thread's CPU time."""
    found = []
    for kind, limit in P99.items():
        unit = median(each[kind] for each in idle)
        ordered = sorted(times, key=lambda each: float(each[kind]))
        most, longest = ordered[len(ordered) * 99 // 100], ordered[-1]
        name, ratio = f"day: key to paint, {kind}, longest", longest[kind] / unit
        found += [
            at_most(f"day: key to paint, {kind}, 99th percentile", most[kind] / unit, UNIT, limit),
            at_most(name, ratio, UNIT, LONGEST) if kind == "cpu" else beside(name, ratio, UNIT),
            beside(f"day: … {longest['key']}, {longest['action']}", longest[kind], "ms"),
        ]
    return found
