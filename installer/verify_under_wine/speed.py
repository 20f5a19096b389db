"""How fast the installed program paints, compared with the source in the same run; and what it uses when idle."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from installer.verify_under_wine.installed import END_SECONDS, START_SECONDS, Installed
from installer.verify_under_wine.report import Report
from installer.verify_under_wine.running import (
    Windows,
    private_megabytes,
    processor_seconds,
    running,
    until,
)
from installer.wine.cache import windows_path
from tools.words import Trouble

PAINT_LIMIT = 0.7
"""Of the source's time, under Wine."""
ROUNDS = 3
WINDOW_COLORS = 4
"""The first paint has the ground, the bar, and lines; an empty window has one color."""
LOOK_SECONDS = 0.01
IDLE_LIMIT = 0.2
"""Percent of a core."""
SETTLE_SECONDS = 25.0
IDLE_SECONDS = 40.0
MEMORY_LIMIT = 1.1
"""Of the source's, for which the bench has its limits."""


def speed(report: Report, desk: Installed, folder: Path) -> None:
    """First paint, memory, idle processor: all on the training practice."""
    source = _Source(desk, folder / "source-home")
    report.check("first paint, installed and from source", lambda: _first_paints(report, desk, source))
    report.check("idle processor and memory", lambda: _idle(report, desk, source))


class _Source:
    """The program from source, in the Windows Python, with a folder of its own."""

    def __init__(self, desk: Installed, home: Path) -> None:
        cache = desk.windows.cache
        self.home = home
        variables = {**desk.windows.variables, "FRONT_DESK_HOME": windows_path(home)}
        self.windows = Windows(cache, desk.windows.display, variables)
        self.command = (cache.python, "-m", "app", "--training")

    @contextmanager
    def started(self) -> Iterator[subprocess.Popen[str]]:
        with self.windows.started(*self.command) as child:
            yield child

    def running(self) -> list[int]:
        return running("python.exe", self.windows.cache.prefix)

    def end(self) -> None:
        """At once: nothing of it is kept. The .venv's starter has no window that could be closed."""
        for each in self.running():
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        (self.home / "data" / "front-desk.lock").unlink(missing_ok=True)


def _first_paints(report: Report, desk: Installed, source: _Source) -> str:
    installed: list[float] = []
    from_source: list[float] = []
    for each in range(1 + ROUNDS):
        with _on_blank(desk), desk.started("--training") as child:
            took = _until_painted(desk, child)
            desk.painted()
            desk.closed(child)
        installed += [took] * (each > 0)  # the first one reads the files, and makes the practice
        with _on_blank(desk), source.started() as child:
            took = _until_painted(desk, child)
            desk.painted()
            source.end()
        from_source += [took] * (each > 0)
    mine, theirs = statistics.median(installed), statistics.median(from_source)
    report.figures["first paint, installed, seconds"] = round(mine, 3)
    report.figures["first paint, from source, seconds"] = round(theirs, 3)
    return report.at_most(
        "first paint, x source", mine / theirs, PAINT_LIMIT, f"x source: {mine:.2f} s and {theirs:.2f} s"
    )


@contextmanager
def _on_blank(desk: Installed) -> Iterator[None]:
    """A screen without windows."""
    until(lambda: desk.shown.some_colors() <= 1, "something is on the screen", END_SECONDS)
    yield


def _until_painted(desk: Installed, child: subprocess.Popen[str]) -> float:
    began = time.monotonic()
    while desk.shown.some_colors() < WINDOW_COLORS:
        if time.monotonic() - began > START_SECONDS or child.poll() is not None:
            raise Trouble(f"no window after {time.monotonic() - began:.0f} s")
        time.sleep(LOOK_SECONDS)  # noqa: TID251 - nothing else runs in this process
    return time.monotonic() - began


def _idle(report: Report, desk: Installed, source: _Source) -> str:
    with desk.started("--training") as child:
        desk.painted()
        _wait(SETTLE_SECONDS)
        (pid,) = desk.running()
        before, began = processor_seconds(pid), time.monotonic()
        _wait(IDLE_SECONDS)
        percent = 100 * (processor_seconds(pid) - before) / (time.monotonic() - began)
        mine = private_megabytes(pid)
        desk.closed(child)
    with source.started():
        desk.painted()
        _wait(SETTLE_SECONDS)
        theirs = max(private_megabytes(pid) for pid in source.running())
        source.end()
    report.figures["memory, installed, MB"] = round(mine, 1)
    report.figures["memory, from source, MB"] = round(theirs, 1)
    memory = report.at_most(
        "memory, x source", mine / theirs, MEMORY_LIMIT, f"x source: {mine:.0f} and {theirs:.0f} MB"
    )
    return f"{report.at_most('idle processor, percent', percent, IDLE_LIMIT, 'percent')}; memory {memory}"


def _wait(seconds: float) -> None:
    began = time.monotonic()
    until(lambda: time.monotonic() - began > seconds, "the clock stands", 2 * seconds)
