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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from bench.figures import Figure, at_most, beside
from bench.processes import ROOT, Cores, Served, ask, environment, keep_to, practice, service_home, two_cores

ACTIONS = 300
PATIENCE_SECONDS = 900.0
REQUESTS = 2.2
"""A write takes two or three requests (read the row, write, read the slot afterwards); browsing takes few."""
UNIT = "x idle repaint"
KINDS = frozenset({"book", "move", "note", "resize", "stage"})
"""Writes that every day must contain: a script whose keys have no effect would measure nothing."""
LONGEST = 12.0
P99 = 6.0
MEMORY = 2.3


class Server:
    """The office's server, which can be stopped and restarted on the same port with the same data."""

    def __init__(self, folder: Path, cores: Cores) -> None:
        self._folder = folder
        self._cores = cores
        self._port = "0"
        self._running: Any = None
        self.served: Served = self.start()

    def start(self) -> Served:
        """Serve the practice. Returns its address and keys."""
        self._running = practice(self._folder, "--port", self._port, cores=self._cores)
        served: Served = self._running.__enter__()
        self._port = served.address.rpartition(":")[2].partition("/")[0]
        return served

    def stop(self) -> None:
        """End its process."""
        self._running.__exit__(None, None, None)


@contextmanager
def _receptionist(
    served: Served, home: Path, seed: int, cores: Cores, actions: int
) -> Iterator[subprocess.Popen[str]]:
    env = environment(QT_QPA_PLATFORM="offscreen", **service_home(home, served))
    command = [sys.executable, "-m", "bench.children.day", served.address, str(seed), str(actions)]
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        keep_to(child, cores)
        try:
            yield child
        finally:
            child.kill()


def _follow(child: subprocess.Popen[str], server: Server) -> dict[str, Any]:
    """Serve the measured receptionist's requests to the parent; returns the figures."""
    assert child.stdout is not None
    assert child.stdin is not None
    for line in child.stdout:
        if line == "lose\n":
            server.stop()
        elif line == "restore\n":
            server.start()
        else:
            figures: dict[str, Any] = json.loads(line)
            return figures
        child.stdin.write("done\n")
        child.stdin.flush()
    raise RuntimeError("the receptionist left without figures")


def measure() -> list[Figure]:
    """One day. The measured desk has a core of its own; the server and the other desk share the second one."""
    own, others = two_cores()
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as name:
        folder = Path(name)
        empty = median(
            float(ask("memory", "empty", "0", env=environment(QT_QPA_PLATFORM="offscreen"))["end"])
            for _ in range(3)
        )
        server = Server(folder, others)
        try:
            with (
                _receptionist(server.served, folder / "second", 2, others, 0),
                _receptionist(server.served, folder / "first", 1, own, ACTIONS) as first,
            ):
                found = _follow(first, server)
        finally:
            server.stop()
    times = sorted(found["paints"])
    idle = median(found["idle"])
    longest, key = times[-1]
    missing = KINDS.difference(found["written"])
    if missing:
        raise RuntimeError(f"no write of these kinds was made: {', '.join(sorted(missing))}")
    return [
        beside("day: actions, 20 of them without a server", found["actions"], "actions"),
        beside("day: keys that painted something", len(times), "keys"),
        beside("day: writes", sum(found["written"].values()), "writes"),
        at_most("day: requests", found["requests"] / found["actions"], "per action", REQUESTS),
        beside("day: CPU time", found["cpu"], "seconds"),
        at_most("day: key to paint, 99th percentile", times[len(times) * 99 // 100][0] / idle, UNIT, P99),
        at_most(f"day: key to paint, longest ({key})", longest / idle, UNIT, LONGEST),
        at_most("day: memory at the end", found["memory"] / empty, "x empty qasync window", MEMORY),
    ]
