"""How long the window is deaf while 10,000 visits load, against the program at rest."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.figures import Figure, at_most
from bench.processes import ask, environment, practice, service_home
from bench.rounds import ratio

ROUNDS = 9
PATIENCE_SECONDS = 600.0
LIMIT = 2.0


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """Both in one process, in turn, on a practice in another process."""
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder, practice(Path(folder)) as served:
        home = service_home(Path(folder) / "home", served)
        env = environment(QT_QPA_PLATFORM="offscreen", **home)
        found = ask("heartbeat", served.address, str(rounds), env=env, patience=PATIENCE_SECONDS)
    gap = ratio(found["loading"], found["idle"])
    return [at_most("heartbeat: longest gap while 10,000 visits load", gap, "x idle", LIMIT)]
