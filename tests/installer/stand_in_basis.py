"""What there is in a Windows for the verification that is none: its programs, files, registry and vault.

What is to go wrong is named by one word, so that a test can ask for it.
"""

from __future__ import annotations

import io
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from installer.verify_under_wine.relay import Heard, Line
from installer.verify_under_wine.running import Clock

INSTALLED_PAINT, SOURCE_PAINT = 0.8, 1.6
TEXT_COLORS = 889


class Ahead(Clock):
    """Nobody waits: what is slept for has passed."""

    def __init__(self) -> None:
        self._now = 0.0

    def now(self) -> float:
        """Seconds."""
        return self._now

    def sleep(self, seconds: float) -> None:
        """Let some pass."""
        self._now += seconds


class Program:
    """A process: what the checks use of a Popen."""

    def __init__(self, world: Basis, name: str = "", text: str = "", code: int | None = 0) -> None:
        self.world, self.name, self.returncode = world, name, code
        self.stdout = io.StringIO(text)
        self.paints_at, self.colors = world.clock.now(), 0
        self.last: Callable[[], None] = lambda: None
        """What it does before it ends by itself."""
        self.pid = world.next_pid = world.next_pid + 1

    def poll(self) -> int | None:
        """Its exit code, if it has ended."""
        return self.returncode

    def wait(self) -> int:
        """Its exit code."""
        return self.returncode or 0

    def communicate(self, timeout: float) -> tuple[str, None]:
        """What it printed. What runs on would be waited for in vain."""
        self.last()
        if self.returncode is None:
            raise subprocess.TimeoutExpired("program", timeout)
        return self.stdout.read(), None

    def end(self, code: int = 0) -> None:
        """Now."""
        if self.returncode is None:
            self.returncode = code


@dataclass
class Basis:
    """Everything in it."""

    drive: Path
    faults: set[str]
    heard: Heard
    database: Path
    hub_port: int = 0
    clock: Ahead = field(default_factory=Ahead)
    registry: dict[str, str] = field(default_factory=dict)
    vault: list[str] = field(default_factory=list)
    journal: dict[str, str] = field(default_factory=dict)
    programs: list[Program] = field(default_factory=list)
    next_pid: int = 100

    def __post_init__(self) -> None:
        self.folder = self.drive / "Program Files" / "Front Desk"
        self.shared = self.drive / "ProgramData" / "Front Desk"
        self.data = self.drive / "users" / "somebody" / "AppData" / "Local" / "Front Desk"

    def bad(self, *faults: str) -> bool:
        """Whether one of these faults is to be there."""
        return bool(self.faults.intersection(faults))

    def named(self, name: str) -> list[Program]:
        """The running programs of a name."""
        return [each for each in self.programs if each.name == name and each.returncode is None]

    @property
    def colors(self) -> int:
        """On the screen."""
        now = self.clock.now()
        shown = [each.colors for each in self.programs if each.returncode is None and each.paints_at <= now]
        return max(shown, default=0) or 1

    def starts(self, name: str, colors: int = TEXT_COLORS, after: float = INSTALLED_PAINT) -> Program:
        """A program that goes on, with a window some time later."""
        made = Program(self, name, code=None)
        made.paints_at, made.colors = self.clock.now() + after, colors
        self.programs.append(made)
        return made

    def send(self) -> None:
        """What waits goes to the office, if it takes it."""
        waiting = [note for note, state in self.journal.items() if state in ("waiting", "sent")]
        if self.heard.line is Line.HOLDS_WRITES:
            self.heard.held += [] if self.bad("sends nothing") else waiting
            self.journal.update(dict.fromkeys(waiting, "sent"))
        elif self.heard.line is Line.OPEN and self.data.exists():
            times = 2 if self.bad("sent twice") else 0 if self.bad("never sent") else 1
            self.save(waiting * times)
            self.journal.update(dict.fromkeys(waiting, "unknown" if self.bad("answer lost") else "done"))

    def save(self, notes: list[str]) -> None:
        """Into the office's database."""
        with closing(sqlite3.connect(self.database)) as database:
            database.executemany("INSERT INTO commlog VALUES (?)", [(f"{each} by Sam",) for each in notes])
            database.commit()
