"""`python -m soak [--minutes N] [--json FILE] [--seed S]`: cuts thousands of exchanges; exit code 1 on any fault.

Desks in processes of their own take money from practices in processes of their own, over lines that are cut at every
point, and are killed between any two steps of their journals. Then the practices' databases are compared with what
the desks were told. One fault's episode is repeated with `--seed S --episodes 1`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import secrets
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from app.core.tasks import TaskScope
from soak.checker import check
from soak.episodes import PATIENTS, episode
from soak.hub.run import run
from soak.lane import Lane, warm_processes
from soak.practices import served
from soak.report import Outcome, as_json, line

PRACTICES = 2
AT_ONCE = 32
"""Episodes at the same time: most of each one's time passes in waiting."""
EPISODES_A_MINUTE = 600
"""More than two cores manage, for each practice: its patients are enough."""


class Soak:
    """Episodes on all practices until the time is over."""

    def __init__(self, lanes: list[Lane], asked: argparse.Namespace) -> None:
        self._lanes = lanes
        self._next = 0
        self._most = asked.episodes
        self._seed = asked.seed
        self._began = time.monotonic()
        self._ends = self._began + asked.minutes * 60
        self.total = Outcome()

    async def run(self) -> None:
        """Everything, with a line each minute."""
        failed: list[BaseException] = []
        scope = TaskScope("soak", failed.append)
        try:
            for lane in self._lanes:
                scope.start(lane.tick(), "time")
            scope.start(self._tell(), "lines")
            workers = [scope.start(self._work(), "episodes") for _ in range(AT_ONCE)]
            await asyncio.gather(*workers)
        finally:
            await scope.close()

    async def _work(self) -> None:
        while self._next < self._most if self._most else time.monotonic() < self._ends:
            number, self._next = self._next, self._next + 1
            lane = self._lanes[number % len(self._lanes)]
            first = 1 + number // len(self._lanes) * PATIENTS
            self.total.add(await lane.run(episode(self._seed + number, first)))

    async def _tell(self) -> None:
        minute = 0
        while True:
            minute += 1
            await asyncio.sleep(max(0.0, self._began + 60 * minute - time.monotonic()))
            _say(line(self.total, minute))


def main(arguments: Sequence[str]) -> int:
    """Run the soak. The exit code is 1 if anything was lost, doubled or misreported."""
    parser = argparse.ArgumentParser(prog="python dev.py soak", description="Cut thousands of exchanges.")
    parser.add_argument("--minutes", type=float, default=10.0, help="how long")
    parser.add_argument("--json", type=Path, default=None, help="a file for the counts")
    parser.add_argument(
        "--seed", type=int, default=None, help="of the first episode; the next has the next one"
    )
    parser.add_argument("--episodes", type=int, default=0, help="end after so many, instead of after minutes")
    parser.add_argument("--kiosks", type=int, default=0, help="with a hub: so many kiosks")
    parser.add_argument("--desks", type=int, default=0, help="with a hub: so many desks")
    parser.add_argument("--keep", type=Path, default=None, help="a folder for databases and logs")
    asked = parser.parse_args(arguments)
    asked.seed = secrets.randbelow(1_000_000) * 1_000 if asked.seed is None else asked.seed
    with ExitStack() as stack:
        folder = asked.keep or Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="front-desk-soak-"))
        )
        if asked.kiosks or asked.desks:
            folder.mkdir(parents=True, exist_ok=True)
            return run(folder, asked)
        return _soak(folder, asked, stack)


def _soak(folder: Path, asked: argparse.Namespace, stack: ExitStack) -> int:
    patients = PATIENTS * (asked.episodes or int(asked.minutes * EPISODES_A_MINUTE) + AT_ONCE)
    processes = warm_processes()
    lanes = []
    for number in range(1, PRACTICES + 1):
        home = folder / f"practice-{number}"
        home.mkdir(parents=True)
        practice = stack.enter_context(served(home / "practice.db", patients))
        lanes.append(Lane(practice, home, processes))
    _say(f"seed {asked.seed}")
    began = time.monotonic()
    soak = Soak(lanes, asked)
    asyncio.run(_with_threads(soak))
    for lane in lanes:  # again, after everything: a row that came later than it could
        known = {each for _, each in soak.total.faults}
        found = check(lane.practice.database, lane.logs)
        soak.total.faults += [(0, each) for each in found if each not in known]
    seconds = time.monotonic() - began
    _say(line(soak.total, round(seconds / 60)))
    for seed, fault in soak.total.faults:
        _say(f"seed {seed}: {fault.kind} {fault.act}: {fault.words}")
    if asked.json is not None:
        told = as_json(soak.total, [each for lane in lanes for each in lane.logs], asked.seed, seconds)
        asked.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    return 1 if soak.total.faults else 0


async def _with_threads(soak: Soak) -> None:
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(4 * AT_ONCE))
    await soak.run()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
