"""Copies of the program in other accounts of this PC, and in other folders: `--quit` can't find their sockets."""
# words: the terminal's. On Windows each running copy has an event that carries its process's number. Only its own
# account, the system and administrators can set it: an installer closes all copies, and a user learns of others'.

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from enum import Enum

from app.bootstrap.system.processes import session_of

MAY_SET = 0x2
FOREVER = 0xFFFF_FFFF
NOT_FOUND, DENIED = 2, 5
"""Windows' errors."""
USER_NAME = 5
"""Of a session, as WTSQuerySessionInformation calls it."""


class Told(Enum):
    """What became of asking a process to close."""

    IT_CLOSES = "it closes"
    NOT_OURS = "not ours"
    """It is no desk, kiosk or hub, or a version that doesn't know this."""
    REFUSED = "refused"
    """It is another account's, and this one is no administrator."""


def event_name(pid: int) -> str:
    """The event of a process, for all sessions."""
    return rf"Global\front-desk-quit-{pid}"


def hear(close: Callable[[], object]) -> Callable[[], None]:
    """Call `close`, in a thread of its own, when this process is asked to close. Returns what ends hearing."""
    if sys.platform == "win32":
        from app.core.windows_access import new_event

        try:
            event = new_event(event_name(os.getpid()))
        except OSError:  # whoever wants to close it finds it by its socket
            return lambda: None
        ended = threading.Event()
        waiting = threading.Thread(target=_wait, args=(event, ended, close), name="quit", daemon=True)
        waiting.start()

        def end() -> None:
            ended.set()
            kernel = _kernel()
            kernel.SetEvent(event)
            waiting.join()
            kernel.CloseHandle(event)  # not before: Windows gives its number to the next handle at once

        return end
    return lambda: None


def ask(pid: int) -> Told:
    """Ask a process to close."""
    if sys.platform == "win32":
        import ctypes

        kernel = _kernel()
        event = ctypes.c_void_p(kernel.OpenEventW(MAY_SET, False, event_name(pid)))  # noqa: FBT003 # not inherited
        if not event:
            return Told.REFUSED if ctypes.get_last_error() == DENIED else Told.NOT_OURS
        kernel.SetEvent(event)
        kernel.CloseHandle(event)
        return Told.IT_CLOSES
    return Told.NOT_OURS


def who_runs(pid: int) -> str:
    """The Windows account in whose session a process runs, for whoever has to sign it out."""
    session = session_of(pid)
    return _account(session) or f"Windows session {session}"


def _account(session: int) -> str:
    if sys.platform == "win32":
        import ctypes

        text, length = ctypes.c_wchar_p(), ctypes.c_ulong()
        library = ctypes.WinDLL("wtsapi32")
        asked = (None, session, USER_NAME, ctypes.byref(text), ctypes.byref(length))
        if library.WTSQuerySessionInformationW(*asked):
            found = text.value or ""
            library.WTSFreeMemory(text)
            return found
    return ""


if sys.platform == "win32":
    from typing import Any

    def _wait(event: int, ended: threading.Event, close: Callable[[], object]) -> None:
        _kernel().WaitForSingleObject(event, FOREVER)
        if not ended.is_set():
            close()

    def _kernel() -> Any:
        import ctypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenEventW.restype = ctypes.c_void_p
        kernel.WaitForSingleObject.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        kernel.SetEvent.argtypes = kernel.CloseHandle.argtypes = (ctypes.c_void_p,)
        return kernel
