"""Which copies of the program run on this PC, in whatever account. Windows only; elsewhere there is no installer."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from msgspec import Struct

from app.bootstrap.system.processes import parent, session_of
from app.core.installation import CONSOLE, WINDOWED

NAMES = frozenset((WINDOWED.lower(), CONSOLE.lower()))
LIMITED = 0x1000
SNAPSHOT_PROCESSES = 2
AGAIN_SECONDS = 0.5


class Running(Struct, frozen=True):
    """One process."""

    pid: int
    parent: int


def copies() -> list[Running]:
    """All processes of this PC whose program file is called like ours."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class Entry(ctypes.Structure):
            _fields_ = (
                ("size", wintypes.DWORD), ("usage", wintypes.DWORD), ("pid", wintypes.DWORD),
                ("heap", ctypes.c_void_p), ("module", wintypes.DWORD), ("threads", wintypes.DWORD),
                ("parent", wintypes.DWORD), ("priority", wintypes.LONG), ("flags", wintypes.DWORD),
                ("name", wintypes.WCHAR * 260),
            )  # fmt: skip

        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateToolhelp32Snapshot.restype = ctypes.c_void_p
        snapshot = ctypes.c_void_p(kernel.CreateToolhelp32Snapshot(SNAPSHOT_PROCESSES, 0))
        entry, found = Entry(), []
        entry.size = ctypes.sizeof(Entry)
        more = kernel.Process32FirstW(snapshot, ctypes.byref(entry))
        while more:
            if entry.name.lower() in NAMES:
                found.append(Running(entry.pid, entry.parent))
            more = kernel.Process32NextW(snapshot, ctypes.byref(entry))
        kernel.CloseHandle(snapshot)
        return found
    return []


def others() -> int:
    """How many copies run besides this process, its parent and its children: in other accounts, or a hub or a kiosk."""
    own = (os.getpid(), parent())
    return sum(each.pid not in own and each.parent != own[0] for each in copies())


def in_folder(folder: Path) -> list[int]:
    """The processes of programs in this folder, besides this one and its parent. For the system: it may ask all."""
    own = (os.getpid(), parent())
    return [each.pid for each in copies() if each.pid not in own and image(each.pid).parent == folder]


def wait_until_free(folder: Path, seconds: float) -> bool:
    """Wait until none runs from this folder; False if one still does."""
    pause = threading.Event()
    for _ in range(round(seconds / AGAIN_SECONDS)):
        if not in_folder(folder):
            return True
        pause.wait(AGAIN_SECONDS)
    return not in_folder(folder)


def sign_out_sessions(folder: Path) -> None:
    """Sign out the accounts that run the program from this folder: on a check-in PC at night, nobody is there."""
    if sys.platform == "win32":
        import ctypes

        for session in {session_of(pid) for pid in in_folder(folder)} - {0}:
            ctypes.WinDLL("wtsapi32").WTSLogoffSession(None, session, True)  # noqa: FBT003 # it waits


def image(pid: int) -> Path:
    """A process's program file."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.OpenProcess(LIMITED, False, pid))  # noqa: FBT003 # not inherited
        text, length = ctypes.create_unicode_buffer(32768), ctypes.c_ulong(32768)
        done = bool(handle) and kernel.QueryFullProcessImageNameW(handle, 0, text, ctypes.byref(length))
        if handle:
            kernel.CloseHandle(handle)
        return Path(text.value) if done else Path()
    return Path()
