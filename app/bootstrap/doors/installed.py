"""Where Open Dental is installed on this PC, and how it is started."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QProcess

from app.bootstrap.system.outside_programs import own_libraries

if sys.platform == "win32":
    import winreg

NAME = "OpenDental.exe"
MODULES = frozenset({"Appt", "Family", "Account", "TxPlan", "Chart", "Images", "Manage"})
"""What Open Dental's `Module` argument may be."""
_FOLDER = "Open Dental"  # words: a folder
_APP_PATHS = rf"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\{NAME}"  # words: a key
_UNINSTALL = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"


class Registry(Protocol):
    """Windows's registry. A value that isn't there, or isn't readable, is empty."""

    def value(self, key: str, name: str) -> str:
        """A text value of a key, from the user's part or the PC's."""
        ...

    def subkeys(self, key: str) -> Sequence[str]:
        """The names of the keys in a key."""
        ...


class NoRegistry:
    """Where there is none."""

    def value(self, _key: str, _name: str) -> str:
        """Empty."""
        return ""

    def subkeys(self, _key: str) -> Sequence[str]:
        """None."""
        return ()


if sys.platform == "win32":

    class WindowsRegistry:
        """The registry of this PC, in both views: Open Dental has been a 32-bit program."""

        def value(self, key: str, name: str) -> str:
            """A text value of a key, from the PC's part or the user's."""
            for opened in self._opened(key):
                with opened, contextlib.suppress(OSError):
                    text, kind = winreg.QueryValueEx(opened, name)
                    if text and kind in (winreg.REG_SZ, winreg.REG_EXPAND_SZ):
                        return winreg.ExpandEnvironmentStrings(text)
            return ""

        def subkeys(self, key: str) -> Sequence[str]:
            """The names of the keys in a key."""
            found: list[str] = []
            for opened in self._opened(key):
                with opened, contextlib.suppress(OSError):
                    found += [winreg.EnumKey(opened, at) for at in range(winreg.QueryInfoKey(opened)[0])]
            return found

        def _opened(self, key: str) -> Iterator[winreg.HKEYType]:
            for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
                for view in (winreg.KEY_WOW64_32KEY, winreg.KEY_WOW64_64KEY):
                    with contextlib.suppress(OSError):
                        yield winreg.OpenKey(root, key, 0, winreg.KEY_READ | view)


def this_registry() -> Registry:
    """That of this PC."""
    if sys.platform == "win32":
        return WindowsRegistry()
    return NoRegistry()


def find_open_dental(
    chosen: str, registry: Registry, environment: Mapping[str, str] = os.environ
) -> Path | None:
    """The program's file: the one the user chose, else where Windows or its installer puts it; None: nowhere."""
    for text in (chosen, *_registered(registry), *_usual(environment)):
        path = Path(text.strip().strip('"'))
        with contextlib.suppress(OSError, ValueError):
            if text and path.is_absolute() and path.is_file():
                return path
    return None


def arguments_for(pat_num: int, module: str) -> list[str]:
    """Open Dental's documented arguments for a patient, in a module if there is one. ValueError for nonsense."""
    if pat_num <= 0 or module not in MODULES | {""}:
        raise ValueError("not a patient or a module")
    return [f"PatNum={pat_num}", *([f"Module={module}"] if module else [])]


def start(path: Path, arguments: Sequence[str]) -> bool:
    """Start a program on its own, without a shell: each argument arrives as it is. False if that fails."""
    process = QProcess()
    process.setProgram(str(path))
    process.setArguments(list(arguments))
    process.setWorkingDirectory(str(path.parent))
    with own_libraries():
        started: object = process.startDetached()  # a bool, or with the process's number, by PySide's version
    return bool(started[0] if isinstance(started, tuple) else started)


def _registered(registry: Registry) -> Iterator[str]:
    yield registry.value(_APP_PATHS, "")
    for name in registry.subkeys(_UNINSTALL):
        key = rf"{_UNINSTALL}\{name}"
        if registry.value(key, "DisplayName").startswith(_FOLDER):
            folder = registry.value(key, "InstallLocation")
            yield str(Path(folder.strip('"')) / NAME) if folder else ""


def _usual(environment: Mapping[str, str]) -> Iterator[str]:
    for variable in ("ProgramFiles(x86)", "ProgramFiles", "ProgramW6432"):
        if folder := environment.get(variable):
            yield str(Path(folder) / _FOLDER / NAME)
