"""The script that runs the installer: Windows' own cmd runs it, because the installer replaces the whole program."""
# words: for cmd

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PureWindowsPath

from msgspec import Struct

from app.core.installation import WINDOWED

# It is written and run by the system, in a folder where only administrators can write. Names come from a signed list
# and are checked again here: nothing in them may mean anything to cmd.
_PLAIN = re.compile(r"[A-Za-z0-9 ._:\\()-]+")
_OPTION = re.compile(r"[A-Z]+=[A-Za-z0-9]*")
MSIEXEC = r'"%SystemRoot%\System32\msiexec.exe"'
QUIET = "/qn /norestart"
GO_BACK = "GOBACK=1 FORCE=1"
"""For Windows, which refuses to install an older version otherwise: the newer one goes in the same transaction."""
RESTART_NEEDED = 3010
"""An MSI's exit code when all went well but for files in use."""
PAUSE = r'"%SystemRoot%\System32\ping.exe" -n 61 127.0.0.1 >nul'
"""A minute. There is no other way to wait without a console."""
RESTART = r'"%SystemRoot%\System32\shutdown.exe" /r /t 5 /d p:0:0'


class UnusablePath(ValueError):
    """A path that can't stand in a script."""


class Step(Struct, frozen=True):
    """An installer to run."""

    kind: str
    path: str
    goes_back: bool = False
    """Whether a newer version is installed."""
    newer: str = ""
    """That version's installer: it is installed again if nothing else is left."""
    options: tuple[str, ...] = ()
    """What an MSI can't find any more where nothing is left: KIOSK=1."""


def write_script(program: str, install: Step, otherwise: Step | None, *, restart: bool = False) -> str:
    """The script's text. `program` is the console executable; `otherwise` runs if the new program can't be started.

    If there is no program at the end, whatever it tried, it stays, and the task runs it when the PC is started again.
    Raises UnusablePath.
    """
    own, missing = (
        _quoted(program),
        f"if not exist {_quoted(str(PureWindowsPath(program).with_name(WINDOWED)))}",
    )
    # In the system's usual folder users may prepare names for what a setup program of NSIS unpacks and runs there.
    own_folder = PureWindowsPath(_quoted(install.path).strip('"')).parent
    lines = ["@echo off", r'cd /d "%SystemRoot%\System32"']
    lines += [f'set "{name}={own_folder}"' for name in ("TEMP", "TMP")]
    lines += _run(missing, install)
    # Not `if errorlevel 1`: a program that crashes, or lacks a library, has a negative exit code.
    lines += [f"{own} update --finish --code %code%", 'if "%errorlevel%"=="0" goto done']
    if otherwise is not None:
        lines += [*_run(missing, otherwise), f"{own} update --finish --code %code% --fell-back"]
    # Without a program a restart would be one of many: this script would run again after each.
    lines += [":done", f"{missing} exit /b 1", *([RESTART] if restart else [])]
    # One line, read before the file goes: else cmd would look for the next one.
    lines.append('(goto) 2>nul & del "%~f0"')
    return "\r\n".join(lines) + "\r\n"


def _run(missing: str, step: Step) -> Iterator[str]:
    """Install it. Going back, which the program may be too damaged to ask for once more, is tried twice.

    An installer that fails brings back what was there before. One that was ended, by a virus scanner or by hand, may
    leave nothing: then it is run again, and at last the newer version's. `missing`: the condition for that.
    FrontDesk.exe comes last of all files.
    """
    yield _install(step, step.path, goes_back=step.goes_back)
    yield f"{missing} {_install(step, step.path, alone=True)}"
    if step.goes_back:
        # 1618, for one: Windows was installing something else.
        failed = f'if not "%errorlevel%"=="0" if not "%errorlevel%"=="{RESTART_NEEDED}"'
        yield f"{failed} {PAUSE} & {_install(step, step.path, goes_back=True)}"
    yield "set code=%errorlevel%"
    if step.newer:
        yield f"{missing} {_install(step, step.newer, alone=True)}"


def _install(step: Step, path: str, *, goes_back: bool = False, alone: bool = False) -> str:
    """One line. `goes_back`: over a newer version, which may be too damaged to close itself. `alone`: over none."""
    if step.kind == "nsis":
        return f'start "" /wait {_quoted(path)} /S'
    back = f" {GO_BACK}" if goes_back else ""
    return (
        f'start "" /wait {MSIEXEC} /i {_quoted(path)} {QUIET}{back}{_options(step.options if alone else ())}'
    )


def _options(options: Sequence[str]) -> str:
    if any(_OPTION.fullmatch(each) is None for each in options):
        raise UnusablePath("option")
    return "".join(f" {each}" for each in options)


def _quoted(path: str) -> str:
    if _PLAIN.fullmatch(path) is None or not PureWindowsPath(path).is_absolute():
        raise UnusablePath("path")
    return f'"{path}"'
