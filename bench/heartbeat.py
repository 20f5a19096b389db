"""How long the window doesn't respond while 10,000 appointments load, compared with the idle program.

In reality the office's server is another computer. Here both share one, and a server that wakes up on the
window's core suspends the window for some milliseconds, which would count as its own: with two cores, each
gets its own.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.figures import Figure, at_most
from bench.processes import ask, environment, practice, service_home, two_cores
from bench.rounds import ratio

ROUNDS = 9
PATIENCE_SECONDS = 600.0
LIMIT = 2.0


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """Both in one process, alternating, on a practice in another process."""
    window, server = two_cores()
    with (
        tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder,
        practice(Path(folder), cores=server) as served,
    ):
        home = service_home(Path(folder) / "home", served)
        env = environment(QT_QPA_PLATFORM="offscreen", **home)
        found = ask(
            "heartbeat", served.address, str(rounds), env=env, patience=PATIENCE_SECONDS, cores=window
        )
    gap = ratio(found["loading"], found["idle"])
    return [at_most("heartbeat: longest gap while 10,000 appointments load", gap, "x idle", LIMIT)]
