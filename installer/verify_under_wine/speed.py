"""How fast the installed program paints, compared with the source in the same run; and what it uses when idle."""

from __future__ import annotations

import os
import statistics
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.verify_under_wine.installed import END_SECONDS, START_SECONDS, Installed
from installer.verify_under_wine.report import Report
from installer.verify_under_wine.running import Windows
from installer.wine.cache import windows_path
from tools.words import Trouble

PAINT_LIMIT = 0.7
"""Of the source's time, under Wine."""
ROUNDS = 3
MEMORY = "memory, installed, MB"
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
    report.check("idle processor", lambda: _idle(report, desk))
    report.check("memory, installed and from source", lambda: _memory(report, desk, source))


class _Source:
    """The program from source, in the Windows Python, with a folder of its own."""

    def __init__(self, desk: Installed, home: Path) -> None:
        cache = desk.windows.cache
        self.home = home
        self.windows: Windows = desk.windows.having({"FRONT_DESK_HOME": windows_path(home)})
        self.command = (cache.python, "-m", "app", "--training")

    @contextmanager
    def started(self) -> Iterator[subprocess.Popen[str]]:
        with self.windows.started(*self.command) as child:
            yield child

    def running(self) -> list[int]:
        return self.windows.running("python.exe")

    def end(self) -> None:
        """At once: nothing of it is kept. The .venv's starter has no window that could be closed."""
        self.windows.kill("python.exe")
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
    desk.windows.until(lambda: desk.shown.some_colors() <= 1, "something is on the screen", END_SECONDS)
    yield


def _until_painted(desk: Installed, child: subprocess.Popen[str]) -> float:
    clock = desk.windows.clock
    began = clock.now()
    while desk.shown.some_colors() < WINDOW_COLORS:
        if clock.now() - began > START_SECONDS or child.poll() is not None:
            raise Trouble(f"no window after {clock.now() - began:.0f} s")
        clock.sleep(LOOK_SECONDS)
    return clock.now() - began


def _idle(report: Report, desk: Installed) -> str:
    """The processor, and the memory that is compared afterwards."""
    windows = desk.windows
    with desk.started("--training") as child:
        desk.painted()
        windows.wait(SETTLE_SECONDS)
        (pid,) = desk.running()
        before, began = windows.processor_seconds(pid), windows.clock.now()
        windows.wait(IDLE_SECONDS)
        percent = 100 * (windows.processor_seconds(pid) - before) / (windows.clock.now() - began)
        report.figures["load while idle"] = round(os.getloadavg()[0], 1)
        report.figures[MEMORY] = round(windows.private_megabytes(pid), 1)
        desk.closed(child)
    return report.at_most("idle processor, percent", percent, IDLE_LIMIT, "percent")


def _memory(report: Report, desk: Installed, source: _Source) -> str:
    """After `_idle`: as long after its start, the program from source."""
    mine = report.figures[MEMORY]
    with source.started():
        desk.painted()
        desk.windows.wait(SETTLE_SECONDS)
        theirs = max(desk.windows.private_megabytes(pid) for pid in source.running())
        source.end()
    report.figures["memory, from source, MB"] = round(theirs, 1)
    return report.at_most(
        "memory, x source", mine / theirs, MEMORY_LIMIT, f"x source: {mine:.0f} and {theirs:.0f} MB"
    )
