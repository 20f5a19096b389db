"""Reports why the program doesn't start: on the terminal, and in a message box if there is a screen."""

# words: the product's name

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

WITHOUT_A_SCREEN = ("offscreen", "minimal", "vnc")
"""Qt platforms on which nobody could see or close a message box."""


def report(words: str) -> None:
    """Tell the user, and wait until they close the message box, if there is one."""
    if sys.stderr is not None:  # a windowed program on Windows has none
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()
    if has_screen() and find_spec("PySide6") is not None:  # the client alone has no message boxes
        from PySide6.QtWidgets import QApplication, QMessageBox

        app = QApplication.instance() or QApplication(sys.argv[:1])
        app.setApplicationName("Front Desk")
        QMessageBox.information(None, "Front Desk", words)


def has_screen() -> bool:
    """Whether Qt would find a screen; without one it would end the process."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform:
        return platform not in WITHOUT_A_SCREEN
    if sys.platform == "win32":
        from app.bootstrap.system.processes import SERVICES, session_of

        return session_of(os.getpid()) != SERVICES
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform == "darwin" or bool(shown)
