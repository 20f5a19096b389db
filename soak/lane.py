"""Runs episodes against one practice: proxies in this process, each life of a desk in one of its own."""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from soak.acts import Life
from soak.checker import Fault, check
from soak.clock import TICK, Ticker
from soak.desk import live
from soak.doom import DIED
from soak.episodes import DeskPlan, Episode
from soak.practices import Served
from soak.proxy import LOOPBACK, Choose, Proxy
from soak.report import BROKEN, Outcome

MOST_LIVES = 30
LOOKING_SECONDS = 45.0
"""A desk looks for equal postings by another 2 seconds after its own; if that read fails, 10 and 30 seconds later."""


def warm_processes() -> ForkServerContext | SpawnContext:
    """Processes that start with everything imported, where the system can fork."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["soak.desk"])
    return context


class Lane:
    """One practice, and the episodes on it."""

    def __init__(
        self,
        practice: Served,
        folder: Path,
        processes: ForkServerContext | SpawnContext,
        work: Callable[[Life], None] = live,
    ) -> None:
        """`work` is what a desk's process does."""
        self.work = work
        self.practice = practice
        self._folder = folder
        self.processes = processes
        self._tickers: set[Ticker] = set()
        self.logs: list[Path] = []

    async def tick(self) -> None:
        """Let the time of all desks pass, until canceled."""
        while True:
            await asyncio.sleep(TICK)
            for ticker in self._tickers:
                ticker.tick()

    async def run(self, episode: Episode, choose: dict[str, Choose] | None = None) -> Outcome:
        """One episode to its end, and what the practice holds then."""
        outcome = Outcome(episodes=1)
        base = self._folder / f"{episode.seed}-{len(self.logs)}"
        told = base.with_suffix(".told")
        told.touch()
        self.logs.append(told)
        with self._time(base.with_suffix(".clock")) as ticker:
            desks = [
                _Seat(self, episode, plan, ticker, told, outcome, (choose or {}).get(plan.name))
                for plan in episode.desks
            ]
            await asyncio.gather(*(each.run() for each in desks))
        outcome.faults += [(episode.seed, each) for each in check(self.practice.database, [told])]
        return outcome

    @contextmanager
    def _time(self, path: Path) -> Iterator[Ticker]:
        ticker = Ticker(path)
        self._tickers.add(ticker)
        try:
            yield ticker
        finally:
            self._tickers.discard(ticker)
            ticker.close()
            path.unlink()


class _Seat:
    """One desk: its line, and its processes one after the other."""

    def __init__(
        self,
        lane: Lane,
        episode: Episode,
        plan: DeskPlan,
        ticker: Ticker,
        told: Path,
        outcome: Outcome,
        choose: Choose | None,
    ) -> None:
        self._lane = lane
        self._plan = plan
        self._seed = episode.seed
        self._has_company = len(episode.desks) > 1
        self._told = told
        self._outcome = outcome
        self._clock = told.with_suffix(".clock")
        self._store = told.with_name(f"{told.stem}-{plan.name}.db")
        dice = random.Random(f"{episode.seed}:{plan.name}:line")
        self._proxy = Proxy(lane.practice.port, ticker, choose or episode.choose(plan.name), dice)
        self._killed = False

    async def run(self) -> None:
        """Live until everything is settled."""
        await self._proxy.listen()
        try:
            for number in range(MOST_LIVES):
                if await self._life(number):
                    break
            else:
                self._break("it never came to an end")
            await self._proxy.rest()
        finally:
            await self._proxy.close()
            self._outcome.exchanges += self._proxy.cuts
        for each in self._store.parent.glob(f"{self._store.name}*"):
            each.unlink()

    async def _life(self, number: int) -> bool:
        """One process of the desk; returns whether it came to its end."""
        process = self._lane.processes.Process(
            target=self._lane.work, args=(self._life_of(number),), daemon=True
        )
        self._killed = False
        self._proxy.kill = lambda: self._kill(process)
        process.start()
        try:
            # Not join: starting another process looks after all of them, and would take this one's exit code away.
            await asyncio.to_thread(wait, [process.sentinel])
        except asyncio.CancelledError:
            process.kill()
            raise
        process.join()
        code = process.exitcode
        process.close()
        if code == 0:
            return True
        self._outcome.kills += 1
        if code == DIED or (self._killed and code == -signal.SIGKILL):
            return False
        self._break(f"a desk ended with {code}")
        return True

    def _life_of(self, number: int) -> Life:
        deaths = self._plan.deaths
        return Life(
            name=self._plan.name,
            store=self._store,
            address=f"http://{LOOPBACK}:{self._proxy.port}/api/v1",
            keys=self._lane.practice.keys,
            clock=self._clock,
            told=self._told,
            acts=self._plan.acts,
            together=self._plan.together,
            looks=self._plan.looks,
            lingers=LOOKING_SECONDS if self._has_company else 0.0,
            die_at=deaths[number] if number < len(deaths) else 0,
        )

    def _kill(self, process: BaseProcess) -> None:
        self._killed = True
        process.kill()

    def _break(self, words: str) -> None:
        self._outcome.faults.append((self._seed, Fault(BROKEN, self._plan.name, words)))
