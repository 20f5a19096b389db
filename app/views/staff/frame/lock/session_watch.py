"""Windows tells when the user locks the PC, switches to another Windows user or disconnects. Elsewhere nothing does."""

from __future__ import annotations

import ctypes
import logging
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

NOTIFY_FOR_THIS_SESSION = 0
WM_WTSSESSION_CHANGE = 0x02B1
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 2, 4, 6, 7
LEAVES = frozenset((WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK))
"""What ends or hides the Windows session: the values of wParam in WM_WTSSESSION_CHANGE (winuser.h, wtsapi32.h)."""

log = logging.getLogger(__name__)


class Message(ctypes.Structure):
    """Windows' MSG, as far as it is read here; the fields are in its order."""

    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wParam", ctypes.c_size_t),
        ("lParam", ctypes.c_ssize_t),
    )


class SessionWatch(QWidget):
    """A window that is never shown: only its own messages are looked at, so nothing else gets slower."""

    def __init__(self, locked: Callable[[], object], library: Any) -> None:
        """`library` is wtsapi32."""
        super().__init__()
        self._locked = locked
        self._library = library
        register = library.WTSRegisterSessionNotification
        register.argtypes, register.restype = (ctypes.c_void_p, ctypes.c_uint), ctypes.c_int
        if not register(int(self.winId()), NOTIFY_FOR_THIS_SESSION):
            log.warning("Windows doesn't tell when it is locked")

    def nativeEvent(self, kind: Any, message: Any) -> object:
        """Lock when the session is left."""
        if bytes(kind) == b"windows_generic_MSG":
            told = Message.from_address(int(message))
            if told.message == WM_WTSSESSION_CHANGE and told.wParam in LEAVES:
                self._locked()
        return False, 0

    def end(self) -> None:
        """Stop watching."""
        forget = self._library.WTSUnRegisterSessionNotification
        forget.argtypes, forget.restype = (ctypes.c_void_p,), ctypes.c_int
        forget(int(self.winId()))
        self.deleteLater()


def watch_session(locked: Callable[[], object]) -> SessionWatch | None:
    """Call `locked` whenever Windows is locked or the session is left; None on other systems."""
    if sys.platform == "win32":
        try:
            return SessionWatch(locked, ctypes.WinDLL("wtsapi32"))
        except OSError as error:
            log.warning("no wtsapi32: %s", type(error).__name__)
    return None
