"""What is known to Windows: `python -m installer.verify_under_wine.state COMMAND ...`, beside inside.py.

A module of its own because it needs nothing of the program: under Wine every import counts. One line of JSON.
"""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from ctypes import wintypes
from typing import Any

WINDOWS: Any = ctypes
"""It has more there than elsewhere."""
WM_QUERYENDSESSION, WM_ENDSESSION = 0x11, 0x16
SMTO_ABORTIFHUNG = 2
SYNCHRONIZE, QUERY_LIMITED = 0x100000, 0x1000
MILLISECONDS = 20_000
LONGEST = 1024

SERVICE = "Front Desk"
"""The program's entries of the vault have it in their names (app/api/vault.py)."""
REGISTRY = (
    r"SOFTWARE\Front Desk",
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall",
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\Run",
)


def entries(*_: str) -> object:
    """This program's entries in the vault: each name, and whose it is. The last one written has the plain name."""
    found: list[dict[str, Any]] = []
    if sys.platform == "win32":
        from win32ctypes.pywin32 import pywintypes, win32cred  # noqa: PLC0415 - Windows only

        with suppress(pywintypes.error):  # there are none
            found = win32cred.CredEnumerate()
    names = ((str(each["TargetName"]), str(each["UserName"])) for each in found)
    return sorted(
        f"{name}: {whose}" for name, whose in names if name == SERVICE or name.endswith(f"@{SERVICE}")
    )


def lost_entries(before: Iterable[str], after: Iterable[str]) -> list[str]:
    """Whose entries are gone. The running program may add one, and which has the plain name changes with that."""
    whose = [{each.partition(": ")[2] for each in entries} for entries in (before, after)]
    return sorted(whose[0] - whose[1])


def registered(*_: str) -> object:
    """Everything about this program in the machine's registry: each value by its key and name."""
    found: dict[str, str] = {}
    for path in REGISTRY:
        _read(path, found)
    return found


def _read(path: str, found: dict[str, str]) -> None:
    """Read a key of the registry, and those below it. What names the program is kept whole: the MSI has a number."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - Windows only

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
            keys, values, _ = winreg.QueryInfoKey(key)
            rows = [winreg.EnumValue(key, each) for each in range(values)]
            whole = any(name == "DisplayName" and value == SERVICE for name, value, _ in rows)
            for name, value, _ in rows:
                if whole or SERVICE in f"{path} {name} {value}":
                    found[f"{path}\\{name}"] = str(value)
            for name in [winreg.EnumKey(key, each) for each in range(keys)]:
                _read(f"{path}\\{name}", found)


def started_alone(*command: str) -> object:
    """Start a program as Explorer does, without a console and without streams; its exit code."""
    flags = getattr(subprocess, "DETACHED_PROCESS", 0)
    with subprocess.Popen(command, close_fds=True, creationflags=flags) as child:
        return child.wait()


def end_session(program: str) -> object:
    """Tell all windows of a program that the session ends, as Windows does; the seconds until each process has ended.

    Wine's own wineboot tells every program and waits ten seconds for each, so nobody can see how long one took.
    """
    user, kernel = WINDOWS.WinDLL("user32"), WINDOWS.WinDLL("kernel32")
    user.SendMessageTimeoutW.argtypes = (
        wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM, wintypes.UINT, wintypes.UINT,
        ctypes.POINTER(ctypes.c_size_t),
    )  # fmt: skip
    kernel.OpenProcess.restype = wintypes.HANDLE
    kernel.WaitForSingleObject.argtypes = (wintypes.HANDLE, wintypes.DWORD)
    windows = [(window, pid) for window, pid in _windows(user) if _program_of(kernel, pid) == program.lower()]
    handles = [kernel.OpenProcess(SYNCHRONIZE, 0, pid) for pid in {pid for _, pid in windows}]
    began, answer = time.monotonic(), ctypes.c_size_t()
    for message in (WM_QUERYENDSESSION, WM_ENDSESSION):
        for window, _ in windows:
            sent = (window, message, int(message == WM_ENDSESSION), 0, SMTO_ABORTIFHUNG, MILLISECONDS)
            user.SendMessageTimeoutW(*sent, ctypes.byref(answer))
            if message == WM_QUERYENDSESSION and not answer.value:
                raise SystemExit("a window refuses the session's end")
    found = []
    for handle in handles:
        ended = kernel.WaitForSingleObject(handle, MILLISECONDS) == 0
        found.append(round(time.monotonic() - began, 2) if ended else None)
    return found


def _windows(user: Any) -> list[tuple[int, int]]:
    """All top-level windows, each with its process."""
    found: list[tuple[int, int]] = []

    def seen(window: int, _: int) -> bool:
        pid = wintypes.DWORD()
        user.GetWindowThreadProcessId(wintypes.HWND(window), ctypes.byref(pid))
        found.append((window, pid.value))
        return True

    kind = WINDOWS.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
    user.EnumWindows(kind(seen), 0)
    return found


def _program_of(kernel: Any, pid: int) -> str:
    """The name of a process's executable, in small letters."""
    handle = kernel.OpenProcess(QUERY_LIMITED, 0, pid)
    name, length = ctypes.create_unicode_buffer(LONGEST), wintypes.DWORD(LONGEST)
    kernel.QueryFullProcessImageNameW(wintypes.HANDLE(handle), 0, name, ctypes.byref(length))
    kernel.CloseHandle(wintypes.HANDLE(handle))
    return name.value.rpartition("\\")[2].lower()


COMMANDS: dict[str, Callable[..., object]] = {
    "entries": entries,
    "registered": registered,
    "end-session": end_session,
    "started-alone": started_alone,
}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(COMMANDS[sys.argv[1]](*sys.argv[2:])) + "\n")
