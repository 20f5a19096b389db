"""The folder that holds Wine, a Windows Python and this program's libraries for it; and what can be run in it.

It is outside the checkout, 2.9 GB, and made by `installer.wine.setup`. FRONT_DESK_WINE names another place than
~/.cache/front-desk-wine. One build or test at a time uses it: a lock in it makes others wait.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tools.words import Trouble, say

OWN = Path(__file__).resolve().parent
SUITE = "trixie"
"""Its Debian."""
FOLDER_VARIABLE = "FRONT_DESK_WINE"


class Cache:
    """The folder, and ways to run something in it."""

    def __init__(self, folder: Path, prefix: Path | None = None) -> None:
        """`prefix` None: the cache's own Windows; else another one, for what is installed there."""
        self.folder = folder
        self.prefix = prefix or folder / "prefix"

    @classmethod
    def usual(cls) -> Cache:
        """The one that the environment names, or the user's own."""
        named = os.environ.get(FOLDER_VARIABLE)
        return cls(Path(named).resolve() if named else Path.home() / ".cache" / "front-desk-wine")

    @property
    def is_there(self) -> bool:
        """Whether its Debian was made."""
        return (self.folder / SUITE).is_dir()

    @property
    def tree(self) -> Path:
        """A copy of the program's sources, with a Windows .venv."""
        return self.folder / "tree"

    @property
    def python(self) -> str:
        """The Python of that .venv, as Windows names it."""
        return windows_path(self.tree / ".venv" / "Scripts" / "python.exe")

    def linux(self, *command: str) -> list[str]:
        """The command line for a Linux program in the cache's Debian."""
        return [*self._way("inside.sh"), *command]

    def windows(
        self,
        *command: str,
        folder: Path | None = None,
        display: str = "",
        variables: Mapping[str, str] | None = None,
    ) -> list[str]:
        """The command line for a Windows program, in a folder below the cache."""
        given = [each for name, value in (variables or {}).items() for each in ("-e", f"{name}={value}")]
        screen = ["-x", display] if display else []
        return [
            *self._way("windows.sh"), *screen, "-d", str(folder or self.tree), *given, "--", *command,
        ]  # fmt: skip

    def _way(self, script: str) -> list[str]:
        """A script of this checkout, whose cache another checkout may use too."""
        return ["env", f"FD_CACHE={self.folder}", f"FD_PREFIX={self.prefix}", "bash", str(OWN / script)]

    def run(self, command: list[str], seconds: float, output: IO[bytes] | None = None) -> int:
        """Run such a command line until it ends; returns its exit code. Raises Trouble after that many seconds.

        `output`: a file for what it prints, instead of this terminal.
        """
        with subprocess.Popen(
            command, start_new_session=True, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        ) as child:
            try:
                return child.wait(seconds)
            except subprocess.TimeoutExpired:
                raise Trouble(f"{' '.join(command[-4:])} didn't end within {seconds:.0f} s.") from None
            finally:
                if child.poll() is None:  # also after Ctrl+C, which its session doesn't get
                    os.killpg(child.pid, signal.SIGKILL)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else builds or tests in this folder meanwhile."""
        if sys.platform == "win32":
            raise Trouble("Wine is for Linux: on Windows, build without --windows.")
        import fcntl  # noqa: PLC0415 - not on Windows

        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "in-use").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Waiting for another build or test under Wine")
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def fetch(self, checkout: Path, target: Path | None = None) -> str:
        """Bring the checkout's last commit into the tree (or another folder below); returns the commit."""
        tree = target or self.tree
        commit = _git(checkout, "rev-parse", "HEAD")
        if not (tree / ".git").is_dir():
            tree.mkdir(parents=True, exist_ok=True)
            _git(tree, "init", "--quiet")
        _git(tree, "fetch", "--quiet", str(checkout), commit)
        _git(tree, "reset", "--quiet", "--hard", commit)
        if _git(checkout, "status", "--porcelain"):
            say("What is not committed is not in it")
        return commit


def windows_path(path: Path) -> str:
    """A Linux path as Windows programs under Wine see it."""
    return f"Z:{path}"


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Trouble(f"git {arguments[0]} failed in {folder}: {done.stderr.strip()}")
    return done.stdout.strip()
