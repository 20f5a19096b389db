"""The installed program, in a Windows of its own, and what is known of it from outside."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from installer.verify_under_wine import state
from installer.verify_under_wine.packages import FOLDER, WINDOWS_FOLDER
from installer.verify_under_wine.running import Windows
from installer.verify_under_wine.screen import Screen
from tools.building.parts import CONSOLE, WINDOWED
from tools.words import Trouble

START_SECONDS = 180.0
"""On a busy computer: the first start on the training practice makes it."""
END_SECONDS = 60.0
COLORS = 200
"""A window with text has more: its letters are smoothed."""


@dataclass(frozen=True)
class Installed:
    """Where it is, and ways to use it."""

    windows: Windows
    shown: Screen

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.windows.cache.prefix / "drive_c"

    @property
    def folder(self) -> Path:
        """Where the installers put the program."""
        return self.drive / "Program Files" / FOLDER

    @property
    def shared(self) -> Path:
        """The administrator's settings."""
        return self.drive / "ProgramData" / FOLDER

    @property
    def data(self) -> Path:
        """The user's settings, journals and logs."""
        (user,) = (each for each in (self.drive / "users").iterdir() if each.name != "Public")
        return user / "AppData" / "Local" / FOLDER

    @property
    def program(self) -> str:
        """The windowed program, as Windows names it."""
        return rf"{WINDOWS_FOLDER}\{WINDOWED}.exe"

    def links(self) -> list[str]:
        """The names of the program's links in the Start menu and on the desktop, of any user."""
        return sorted(each.name for each in self.drive.rglob("*.lnk") if FOLDER in each.name)

    @contextmanager
    def started(
        self, *arguments: str, program: str = "", variables: Mapping[str, str] | None = None
    ) -> Iterator[subprocess.Popen[str]]:
        """The windowed program, which is ended with this, and what it started: nothing stays for the next check.

        On a screen without windows: what is painted then is this one's.
        """
        with suppress(Trouble):  # told by the check of the first paint
            self.windows.until(
                lambda: self.shown.some_colors() <= 1, "something is on the screen", END_SECONDS
            )
        with self.windows.having(variables or {}).started(program or self.program, *arguments) as child:
            try:
                yield child
            finally:
                self.end_what_runs(child)

    def windowed(self, *arguments: str, seconds: float = START_SECONDS) -> tuple[int, str]:
        """The windowed program, to its end."""
        return self.windows.output(self.program, *arguments, seconds=seconds)

    def console(self, *arguments: str, seconds: float = START_SECONDS) -> tuple[int, str]:
        """Its twin that prints, to its end."""
        return self.windows.output(rf"{WINDOWS_FOLDER}\{CONSOLE}.exe", *arguments, seconds=seconds)

    @contextmanager
    def serving(self, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
        """The twin as a server, with the line of JSON that it prints when it listens."""
        with self.windows.started(rf"{WINDOWS_FOLDER}\{CONSOLE}.exe", *arguments) as child:
            said = []
            try:
                for line in child.stdout or ():
                    if line.startswith("{"):
                        yield child, json.loads(line)
                        return
                    said.append(line.strip())
                raise Trouble(f"it ended with exit code {child.wait()}: {' / '.join(said)[-300:]}")
            finally:
                self.end_what_runs(child)

    def end_what_runs(self, child: subprocess.Popen[str]) -> None:
        """If that didn't end by itself, end it and every other copy of the program."""
        if child.poll() is None:
            for name in (WINDOWED, CONSOLE):
                self.windows.kill(f"{name}.exe")

    def inside(self, command: str, *arguments: str) -> Any:
        """Have something done in Windows by the program's own modules (inside.py, state.py)."""
        code, text = self.windows.output(*self.inside_command(command, *arguments))
        if code != 0:
            raise Trouble(f"{command}: exit code {code}: {text[-400:]}")
        return json.loads(text.strip().splitlines()[-1])

    def inside_command(self, command: str, *arguments: str) -> list[str]:
        """The command line for that."""
        module = "state" if command in state.COMMANDS else "inside"
        own = f"installer.verify_under_wine.{module}"
        return [self.windows.cache.python, "-m", own, command, *arguments]

    def running(self) -> list[int]:
        """Its windowed processes."""
        return self.windows.running(f"{WINDOWED}.exe")

    def painted(self) -> str:
        """Wait for a window with text."""
        colors = 0

        def seen() -> bool:
            nonlocal colors
            colors = self.shown.picture().colors
            return colors > COLORS

        try:
            seconds = self.windows.until(seen, "no text was painted", START_SECONDS)
        except Trouble as trouble:
            raise Trouble(f"{trouble}: {colors} colors") from None
        return f"text after {seconds:.1f} s, {colors} colors"

    def ended(self, child: subprocess.Popen[str], seconds: float = END_SECONDS) -> float:
        """Wait until it has ended by itself, with exit code 0; how long that took."""
        took = self.windows.until(lambda: child.poll() is not None, "the program runs on", seconds)
        if child.returncode != 0:
            raise Trouble(f"it ended with exit code {child.returncode}")
        return took

    def closed(self, child: subprocess.Popen[str]) -> str:
        """Close its window, and wait."""
        self.windows.close(f"{WINDOWED}.exe")
        return f"in {self.ended(child):.1f} s"
