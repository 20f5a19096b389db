"""Windows programs that run beside the checks: started, looked at, closed as a person would."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from installer.wine.cache import Cache
from tools.words import Trouble

STEP_SECONDS = 0.2


@dataclass(frozen=True)
class Windows:
    """Where and how programs are started."""

    cache: Cache
    display: str
    variables: Mapping[str, str]

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

    def end_all(self) -> None:
        """End every Windows program, and Wine itself: its desktop then opens on the next display that is given."""
        self.cache.run(self.cache.linux("bash", "-c", "wineserver -k; wineserver -w"), 60)


def running(name: str, prefix: Path) -> list[int]:
    """The processes of a Windows program in this Windows, and not in another one on this computer."""
    found = []
    mark = f"WINEPREFIX={prefix}".encode()
    for each in Path("/proc").glob("[0-9]*/cmdline"):
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
    for each in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with suppress(OSError):  # a thread that has just ended
            used += int(each.read_text(encoding="ascii").split()[0])
    return used / 1e9


def private_megabytes(pid: int) -> float:
    """The memory that a process shares with no other."""
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    kilobytes = (int(row.split()[1]) for row in rows if row.startswith("Private_"))
    return sum(kilobytes) / 1024


def until(happened: Callable[[], bool], what: str, seconds: float) -> float:
    """Wait; returns how long it took. Raises Trouble when it takes longer."""
    began = time.monotonic()
    while not happened():
        if time.monotonic() - began > seconds:
            raise Trouble(f"{what}: not within {seconds:.0f} s")
        time.sleep(STEP_SECONDS)  # noqa: TID251 - nothing else runs in this process
    return time.monotonic() - began
