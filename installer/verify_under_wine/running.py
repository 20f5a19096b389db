"""Windows programs that run beside the checks: started, looked at, closed as a person would."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from installer.wine.cache import Cache
from tools.words import Trouble

STEP_SECONDS = 0.2
PROC = Path("/proc")


class Clock:
    """The computer's. A test has one that is never late."""

    def now(self) -> float:
        """Seconds."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Let some pass."""
        time.sleep(seconds)  # noqa: TID251 - nothing else runs in this process


@dataclass(frozen=True)
class Windows:
    """Where and how programs are started."""

    cache: Cache
    display: str
    variables: Mapping[str, str]
    clock: Clock = field(default_factory=Clock)

    def command(self, *arguments: str) -> list[str]:
        """The command line of a Windows program on this screen."""
        return self.cache.windows(*arguments, display=self.display, variables=self.variables)

    def output(self, *arguments: str, seconds: float = 180) -> tuple[int, str]:
        """Run a program to its end: its exit code, and what it printed."""
        with self.started(*arguments) as child:
            try:
                text, _ = child.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                raise Trouble(f"{' '.join(arguments[-2:])} didn't end within {seconds:.0f} s") from None
            return child.returncode, text

    @contextmanager
    def started(self, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        """A program that is ended with this, if it hasn't ended by itself."""
        with subprocess.Popen(
            self.command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            text=True, errors="replace", start_new_session=True,
        ) as child:  # fmt: skip
            try:
                yield child
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(child.pid, signal.SIGKILL)

    def close(self, name: str) -> None:
        """Ask all windows of a program to close, as their close buttons do."""
        self.output("taskkill", "/IM", name)

    def having(self, variables: Mapping[str, str]) -> Windows:
        """The same, for programs that get these variables too."""
        return replace(self, variables={**self.variables, **variables})

    def running(self, name: str) -> list[int]:
        """The processes of a Windows program in this Windows, and not in another one on this computer."""
        return running(name, self.cache.prefix)

    def kill(self, name: str) -> None:
        """End every process of a Windows program in this Windows at once."""
        for each in self.running(name):
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)

    def processor_seconds(self, pid: int) -> float:
        """What all threads of a process have used of the processor."""
        return processor_seconds(pid)

    def private_megabytes(self, pid: int) -> float:
        """The memory that a process shares with no other."""
        rows = (PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(row.split()[1]) for row in rows if row.startswith("Private_")) / 1024

    def until(self, happened: Callable[[], bool], what: str, seconds: float) -> float:
        """Wait; returns how long it took. Raises Trouble when it takes longer."""
        return until(happened, what, seconds, self.clock)

    def wait(self, seconds: float) -> None:
        """Let so many seconds pass."""
        began = self.clock.now()
        self.until(lambda: self.clock.now() - began > seconds, "the clock stands", 2 * seconds)

    def end_all(self) -> None:
        """End every Windows program, and Wine itself: its desktop then opens on the next display that is given.

        Wine ends what it knows of. What hangs before it has told Wine of itself is ended by Linux.
        """
        with suppress(Trouble):
            self.cache.run(self.cache.linux("bash", "-c", "wineserver -k; wineserver -w"), 60)
        end_processes_of(self.cache.prefix)


def end_processes_of(folder: Path) -> int:
    """End every process of this computer that has this folder, or one below, in a variable; how many there were."""
    ended = 0
    given = re.compile(b"=" + re.escape(str(folder).encode()) + rb"(/|$)")
    for each in PROC.glob("[0-9]*/environ"):
        with suppress(OSError):
            if int(each.parent.name) != os.getpid() and any(
                map(given.search, each.read_bytes().split(b"\0"))
            ):
                os.kill(int(each.parent.name), signal.SIGKILL)
                ended += 1
    return ended


def running(name: str, prefix: Path) -> list[int]:
    """The processes of a Windows program in this Windows, and not in another one on this computer."""
    found = []
    mark = f"WINEPREFIX={prefix}".encode()
    for each in PROC.glob("[0-9]*/cmdline"):
        with suppress(OSError):
            program = each.read_bytes().split(b"\0")[0].decode("utf-8", "replace")
            if program.replace("\\", "/").rpartition("/")[2].lower() != name.lower():
                continue
            if mark in each.with_name("environ").read_bytes().split(b"\0"):
                found.append(int(each.parent.name))
    return found


def processor_seconds(pid: int) -> float:
    """What all threads of a process have used of the processor."""
    used = 0
    for each in (PROC / str(pid) / "task").glob("*/schedstat"):
        with suppress(OSError):  # a thread that has just ended
            used += int(each.read_text(encoding="ascii").split()[0])
    return used / 1e9


def until(happened: Callable[[], bool], what: str, seconds: float, clock: Clock | None = None) -> float:
    """Wait; returns how long it took. Raises Trouble when it takes longer."""
    clock = clock or Clock()
    began = clock.now()
    while not happened():
        if clock.now() - began > seconds:
            raise Trouble(f"{what}: not within {seconds:.0f} s")
        clock.sleep(STEP_SECONDS)
    return clock.now() - began
