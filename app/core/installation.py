"""Where the program is installed, how it is started there, and the libraries that it ships with."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from app.core.root import ROOT

WINDOWED, CONSOLE = "FrontDesk.exe", "front-desk.exe"
_FROM_SOURCE = "python -m app"
_ROW = re.compile(r"\| (?P<names>[^|]+?) \| (?P<license>[^|]+?) \|")


@dataclass(frozen=True, slots=True)
class Library:
    """A library, or several of one project, as THIRD-PARTY.md names them."""

    names: str
    license: str


def libraries(root: Path = ROOT) -> tuple[Library, ...]:
    """The rows of THIRD-PARTY.md below its head; none if the file is missing."""
    try:
        lines = (root / "THIRD-PARTY.md").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        return ()
    rows = [found for line in lines if (found := _ROW.fullmatch(line.strip()))]
    return tuple(Library(row["names"], row["license"]) for row in rows[1:])


def licenses_folder(root: Path = ROOT) -> Path | None:
    """The folder of the license texts; None when the program runs from source."""
    folder = root / "licenses"
    return folder if folder.is_dir() else None


def qt_folder() -> Path | None:
    """Where Qt's files are, which may be replaced."""
    found = importlib.util.find_spec("PySide6")
    return Path(found.origin).parent if found is not None and found.origin else None


def installed_in() -> Path | None:
    """The folder of the installed program; None when it runs from source."""
    return Path(sys.executable).parent if _is_frozen(None) else None


def program_file(executable: Path | None = None) -> Path:
    """What another program starts. `executable` None: this process's."""
    return _beside(executable or Path(sys.executable), WINDOWED)


def program_arguments(argument: str, *, frozen: bool | None = None) -> str:
    """The arguments that another program starts it with; from source, Python is told the module first."""
    return argument if _is_frozen(frozen) else f"-m app {argument}"


def as_typed(words: str, *, frozen: bool | None = None) -> str:
    """A text for the terminal, with the program's name as it is installed. What stands in columns stays there."""
    if not _is_frozen(frozen):
        return words
    name = CONSOLE.removesuffix(".exe")
    return "\n".join(_renamed(line, name) for line in words.split("\n"))


def _renamed(line: str, name: str) -> str:
    """The line with this name; its first gap of several blanks takes what the name is shorter by."""
    if _FROM_SOURCE not in line:
        return line
    text, gap, rest = re.fullmatch(r"(\s*\S(?:\S| (?! ))*)( {2,})?(.*)", line, re.DOTALL).groups("")  # type: ignore[union-attr]
    missing = (len(_FROM_SOURCE) - len(name)) * text.count(_FROM_SOURCE)
    return (
        text.replace(_FROM_SOURCE, name)
        + (gap + " " * missing if gap else "")
        + rest.replace(_FROM_SOURCE, name)
    )


def own_command(argument: str) -> list[str]:
    """What starts one of the program's commands that print, from the folder in which this process was started."""
    if getattr(sys, "frozen", False):
        return [str(_beside(Path(sys.executable), CONSOLE)), argument]
    return [sys.executable, "-m", "app", argument]


def terminal_command(argument: str, *, frozen: bool | None = None, executable: Path | None = None) -> str:
    """A command line for a terminal that runs one of the program's commands. The defaults are this process's."""
    started = executable or Path(sys.executable)
    file = _beside(started, CONSOLE) if _is_frozen(frozen) else started
    return f"{subprocess.list2cmdline([str(file)])} {program_arguments(argument, frozen=frozen)}"


def _is_frozen(given: bool | None) -> bool:  # noqa: FBT001 # its only argument
    return getattr(sys, "frozen", False) if given is None else given


def _beside(executable: Path, name: str) -> Path:
    other = executable.with_name(name)
    return other if other.exists() else executable
