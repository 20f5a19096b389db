"""The script that runs the installer: Windows' own cmd runs it, because the installer replaces the whole program."""
# words: for cmd

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PureWindowsPath

from msgspec import Struct

# It is written and run by the system, in a folder where only administrators can write. Names come from a signed list
# and are checked again here: nothing in them may mean anything to cmd.
_PLAIN = re.compile(r"[A-Za-z0-9 ._:\\()-]+")
_OPTION = re.compile(r"[A-Z]+=[A-Za-z0-9]*")
MSIEXEC = r'"%SystemRoot%\System32\msiexec.exe"'
QUIET = "/qn /norestart"
RESTART = r'"%SystemRoot%\System32\shutdown.exe" /r /t 5 /d p:0:0'


class UnusablePath(ValueError):
    """A path that can't stand in a script."""


class Step(Struct, frozen=True):
    """An installer to run."""

    kind: str
    path: str
    removes: str = ""
    """An MSI that is newer: it is uninstalled first, because Windows refuses to install an older one over it."""
    options: tuple[str, ...] = ()
    """What an MSI that was removed can't find any more: KIOSK=1."""


def write_script(program: str, install: Step, otherwise: Step | None, *, restart: bool = False) -> str:
    """The script's text. `program` is the console executable; `otherwise` runs if the new program can't be started.

    Raises UnusablePath.
    """
    own = _quoted(program)
    lines = ["@echo off", r'cd /d "%SystemRoot%\System32"', *_run(install), "set code=%errorlevel%"]
    # Not `if errorlevel 1`: a program that crashes, or lacks a library, has a negative exit code.
    lines += [f"{own} update --finish --code %code%", 'if "%errorlevel%"=="0" goto done']
    if otherwise is not None:
        lines += [*_run(otherwise), f"{own} update --finish --code %code% --fell-back"]
    lines += [":done", *([RESTART] if restart else [])]
    # One line, read before the file goes: else cmd would look for the next one.
    lines.append('(goto) 2>nul & del "%~f0"')
    return "\r\n".join(lines) + "\r\n"


def _run(step: Step) -> Iterator[str]:
    if step.kind == "nsis":
        yield f'start "" /wait {_quoted(step.path)} /S'
        return
    if step.removes:
        # The office's settings stay, and what lies beside them: this script and the installer that it runs next.
        yield f'start "" /wait {MSIEXEC} /x {_quoted(step.removes)} {QUIET} KEEPSETTINGS=1'
    yield f'start "" /wait {MSIEXEC} /i {_quoted(step.path)} {QUIET}{_options(step.options)}'


def _options(options: Sequence[str]) -> str:
    if any(_OPTION.fullmatch(each) is None for each in options):
        raise UnusablePath("option")
    return "".join(f" {each}" for each in options)


def _quoted(path: str) -> str:
    if _PLAIN.fullmatch(path) is None or not PureWindowsPath(path).is_absolute():
        raise UnusablePath("path")
    return f'"{path}"'
